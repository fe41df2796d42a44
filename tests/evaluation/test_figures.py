from extractor.evaluation.entities import EntityCounts
from extractor.evaluation.figures import Reported, Retrieval, figures, flatten, retrieval
from extractor.evaluation.statements import StatementCounts

STATEMENTS = StatementCounts(
    found=6,
    missed=4,
    spurious=2,
    joint=3,
    overlap=5.4,
    exact=3,
    form=6,
    act=4,
    with_cue=5,
    cue=4,
    reported_found=1,
    reported_missed=3,
    reported_predicted=5,
    reported_right=2,
)
ENTITIES = EntityCounts(
    person_right=3,
    person_spurious=1,
    country_right=2,
    country_missed=2,
    linked=1,
    cluster_precision=3.0,
    cluster_recall=1.0,
    clustered=3,
)


def test_figures_by_hand() -> None:
    found = figures(STATEMENTS, ENTITIES)
    assert found.detection == Retrieval(p=0.75, r=0.6, f1=0.6667, n=10)  # 6/8, 6/10
    assert found.joint == Retrieval(p=0.375, r=0.3, f1=0.3333, n=10)  # 3/8, 3/10
    assert (found.speaker_accuracy, found.content_exact, found.form_accuracy) == (0.5, 0.5, 1.0)  # of 6
    assert (found.content_dice, found.act_accuracy, found.cue_accuracy) == (0.9, 0.6667, 0.8)
    assert found.reported == Reported(recall=0.25, n=4, precision=0.4)
    assert found.entities == {
        "person": Retrieval(p=0.75, r=1.0, f1=0.8571, n=3),
        "country": Retrieval(p=1.0, r=0.5, f1=0.6667, n=4),
        "organization": Retrieval(p=0.0, r=0.0, f1=0.0, n=0),
        "all": Retrieval(p=0.8333, r=0.7143, f1=0.7692, n=7),  # 5/6, 5/7
    }
    assert found.linked == 0.5
    assert found.clusters == 0.5  # of 1 and 1/3


def test_nothing_comes_to_nothing() -> None:
    assert set(flatten(figures(StatementCounts(), EntityCounts())).values()) == {0.0}


def test_flatten_names_shares_by_their_path() -> None:
    assert flatten(retrieval(1, 1, 0)) == {"p": 0.5, "r": 1.0, "f1": 0.6667}
    assert flatten(figures(STATEMENTS, ENTITIES))["entities.person.p"] == 0.75
