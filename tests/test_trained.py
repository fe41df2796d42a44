"""Reading trained parts: passports that fit, and one clear error where one does not."""

import json
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import extractor.trained
from extractor import __version__
from extractor.attribution.act_features import FEATURE_SET as ACT_FEATURE_SET
from extractor.attribution.acts import PART as ACT
from extractor.attribution.confidence import FEATURE_SET, PART
from extractor.errors import ModelError
from extractor.trained import (
    ClassWeights,
    LinearWeights,
    Passport,
    load_classes,
    load_linear,
    models_folder,
    release_of,
)

PASSPORT: dict[str, Any] = {
    "part": "toy",
    "version": "0.1.0",
    "feature_set": 2,
    "reads": ["cues"],
    "writes": "statements.toy",
    "made_for": {"spacy": release_of("spacy")},
    "made_with": {},
    "command": "make train",
    "data": [],
    "settings": {},
    "scores": {},
}
WEIGHTS: dict[str, Any] = {"intercept": 0.5, "weights": {"a": 1.0}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one trained part, toy."""
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "meta.json").write_text(json.dumps(PASSPORT), encoding="utf-8")
    (tmp_path / "toy" / "weights.json").write_text(json.dumps(WEIGHTS), encoding="utf-8")
    return tmp_path


def test_weights_are_read_where_the_passport_fits(folder: Path) -> None:
    weights = load_linear("toy", feature_set=2, folder=folder)
    assert (weights.intercept, weights.weights) == (0.5, {"a": 1.0})


def test_probability_is_the_same_in_whatever_order_features_come(folder: Path) -> None:
    weights = load_linear("toy", feature_set=2, folder=folder).model_copy(
        update={"weights": {"a": 0.1, "b": 0.2, "c": 0.3, "d": -1.7}}
    )
    names = ["a", "b", "c", "d", "unknown"]
    values = {weights.probability(dict.fromkeys(order, 1.0)) for order in (names, names[::-1], names[2:] + names[:2])}
    assert len(values) == 1


CLASSES = ClassWeights(
    classes={
        "b": LinearWeights(intercept=0.0, weights={"x": 1.0}),
        "a": LinearWeights(intercept=0.5, weights={"x": 0.0}),
        "c": LinearWeights(intercept=-800.0, weights={"x": 0.0}),
    }
)


def test_the_class_with_the_largest_sum_is_likeliest_the_first_by_name_among_equal_ones() -> None:
    assert [CLASSES.likeliest({"x": value}) for value in (0.0, 0.5, 1.0)] == ["a", "a", "b"]


def test_sums_that_are_close_are_compared_exactly() -> None:
    parts = {"x": 0.1, "y": 0.2, "z": 0.3}  # 0.6 exactly; added up one by one a little more
    classes = {"a": LinearWeights(intercept=0.6, weights={"x": 0.0}), "b": LinearWeights(intercept=0.0, weights=parts)}
    assert ClassWeights(classes=classes).likeliest(dict.fromkeys((*parts, "unknown"), 1.0)) == "a"


def test_probabilities_of_classes_add_up_to_one() -> None:
    shares = CLASSES.probabilities({"x": 0.5, "unknown": 9.0})
    assert shares == {"b": 0.5, "a": 0.5, "c": 0.0}


def test_classes_are_read_where_the_passport_fits(folder: Path) -> None:
    (folder / "toy" / "weights.json").write_text(CLASSES.model_dump_json(), encoding="utf-8")
    assert load_classes("toy", feature_set=2, folder=folder) == CLASSES
    with pytest.raises(ModelError, match=r"toy/meta\.json: made for feature set 2, the program has 3"):
        load_classes("toy", feature_set=3, folder=folder)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("meta.json", None, "toy/meta.json: missing from the trained part; make it with", id="no-passport"),
        pytest.param("weights.json", None, "toy/weights.json: missing from the trained part;", id="no-weights"),
        pytest.param("weights.json", "{", "toy/weights.json: not JSON in UTF-8;", id="no-json"),
        pytest.param("weights.json", '{"intercept": 1}', "toy/weights.json: weights: Field required", id="key-short"),
        pytest.param(
            "weights.json",
            '{"intercept": 1, "weights": {"a": NaN}}',
            "toy/weights.json: weights.a: Input should be a finite number;",
            id="no-number",
        ),
        pytest.param(
            "weights.json", '{"intercept": 1, "weights": {}}', "toy/weights.json: weights: Dictionary should", id="none"
        ),
        pytest.param(
            "meta.json",
            json.dumps({**PASSPORT, "part": "other"}),
            "toy/meta.json: it is the passport of other;",
            id="passport-of-another",
        ),
        pytest.param(
            "meta.json",
            json.dumps({**PASSPORT, "feature_set": 1}),
            "toy/meta.json: made for feature set 1, the program has 2; make it with make train",
            id="other-features",
        ),
        pytest.param(
            "meta.json",
            json.dumps({**PASSPORT, "made_for": {"spacy": "3.1"}}),
            f"toy/meta.json: made for spacy 3.1, {release_of('spacy')} is installed; install spacy 3.1, or make it",
            id="other-spacy",
        ),
        pytest.param("meta.json", '{"part": "toy"}', "toy/meta.json: version: Field required;", id="half-a-passport"),
    ],
)
def test_a_part_that_does_not_fit_is_refused(name: str, content: str | None, message: str, folder: Path) -> None:
    file = folder / "toy" / name
    if content is None:
        file.unlink()
    else:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=f"^{re.escape(message)}") as caught:
        load_linear("toy", feature_set=2, folder=folder)
    assert "\n" not in str(caught.value)


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^toy/meta\.json: missing"):
        load_linear("toy", feature_set=2, folder=tmp_path)


def test_the_folder_beside_the_package_is_used_where_no_package_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(extractor.trained, "files", missing)
    assert models_folder().joinpath(PART, "weights.json").is_file()


def test_our_passport_says_what_it_was_made_from_and_for() -> None:
    text = models_folder().joinpath(PART, "meta.json").read_text(encoding="utf-8")
    passport = Passport.model_validate_json(text)
    assert (passport.part, passport.version, passport.feature_set) == (PART, __version__, FEATURE_SET)
    assert passport.made_for == {"spacy": release_of("spacy"), "ginza": release_of("ginza")}
    assert passport.made_with["ja-ginza"] == version("ja-ginza")
    assert all(re.fullmatch("[0-9a-f]{64}", each.sha256) and each.licence for each in passport.data)
    assert passport.writes == "statements.confidence"
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_our_confidence_ranked_articles_that_it_was_not_trained_on() -> None:
    passport = Passport.model_validate_json(models_folder().joinpath(PART, "meta.json").read_text(encoding="utf-8"))
    for figures in passport.scores.values():
        assert figures["ranking"] > 0.8
        assert 1 - figures["lower_half"] > 3 * (1 - figures["upper_half"])
        assert figures["brier"] < figures["base_brier"] * 0.9
        if figures["right"] < 0.8:  # where more are right, the base and the halves leave less room than this
            assert figures["brier"] < figures["base_brier"] * 0.8
            assert figures["upper_half"] > figures["lower_half"] + 0.2


def test_our_act_was_better_than_the_commonest_on_articles_that_it_was_not_trained_on() -> None:
    passport = Passport.model_validate_json(models_folder().joinpath(ACT, "meta.json").read_text(encoding="utf-8"))
    assert (passport.part, passport.version, passport.feature_set) == (ACT, __version__, ACT_FEATURE_SET)
    assert passport.made_for["ja-ginza"] == release_of("ja-ginza")
    for figures in passport.scores.values():
        assert figures["accuracy"] > figures["majority"] + 0.1
        assert figures["f1"]["evaluate"] > 0.55
