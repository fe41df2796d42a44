"""Required statements by sort: by their form, by how the text gives their source, by how far off it does so."""

from collections.abc import Iterable, Mapping

from extractor.evaluation.document import GoldDocument
from extractor.evaluation.figures import Frozen, share
from extractor.evaluation.speaker_distance import speaker_distance
from extractor.evaluation.statements import Judged, required_of, source_kind

FORM, SOURCE, DISTANCE = "form", "source", "distance"


class Part(Frozen):
    """Required statements of one sort: how many, how many found, how many with the right speakers."""

    n: int
    found: int
    joint: int


#: For each way of sorting, the parts by the name of their sort.
Parts = Mapping[str, Mapping[str, Part]]


def parts_of(judged: list[Judged], gold: GoldDocument, text: str) -> Parts:
    """Return the required statements of one document by FORM, SOURCE and DISTANCE. ``text``: of its article."""
    single: list[Parts] = []
    for statement, each in required_of(judged):
        one = Part(n=1, found=each.predicted is not None, joint=each.right)
        sorts = {
            FORM: statement.form.value,
            SOURCE: source_kind(statement).value,
            DISTANCE: speaker_distance(statement, gold, text).value,
        }
        single.append({by: {sort: one} for by, sort in sorts.items()})
    return add_parts(single)


def add_parts(documents: Iterable[Parts]) -> Parts:
    """Return the parts of several documents added up, sorts in the order of their names."""
    added: dict[str, dict[str, Part]] = {FORM: {}, SOURCE: {}, DISTANCE: {}}
    for parts in documents:
        for by, sorts in parts.items():
            for sort, part in sorts.items():
                to = added[by].get(sort, Part(n=0, found=0, joint=0))
                added[by][sort] = Part(n=to.n + part.n, found=to.found + part.found, joint=to.joint + part.joint)
    return {by: dict(sorted(sorts.items())) for by, sorts in added.items()}


def joint_shares(parts: Parts) -> dict[str, float]:
    """Return the share found with the right speakers of each sort, by its path, as ``by_form.direct.joint``."""
    return {
        f"by_{by}.{sort}.joint": share(part.joint, part.n)
        for by, sorts in parts.items()
        for sort, part in sorts.items()
    }
