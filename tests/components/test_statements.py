"""Contents joined to statements: what stands within what, under which heading, how sure."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.components.statements import find_within
from extractor.layers import ContentFound, StatementFound, read_layer

Scene = Callable[..., Doc]

NOBETA = "述べ/述べる/動詞/連用形-一般 た"
AME = "雨 だ//助動詞/終止形-一般"


def contents(*places: tuple[int, int]) -> tuple[ContentFound, ...]:
    return tuple(ContentFound(*place, pieces=(place,), cue=-1, form="direct", rule="test") for place in places)


@pytest.mark.parametrize(
    ("places", "within"),
    [
        pytest.param([(0, 5), (6, 9)], [-1, -1], id="apart"),
        pytest.param([(0, 9), (2, 5)], [-1, 0], id="inside"),
        pytest.param([(0, 9), (0, 5)], [-1, 0], id="inside-from-the-start"),
        pytest.param([(0, 9), (1, 8), (2, 5)], [-1, 0, 1], id="the-smallest-around"),
        pytest.param([(0, 9), (0, 9)], [-1, -1], id="the-same"),
        pytest.param([(0, 9), (0, 9), (2, 5)], [-1, -1, 0], id="in-two-that-are-the-same"),
        pytest.param([(0, 5), (3, 9)], [-1, -1], id="overlapping"),
        pytest.param([(0, 9), (1, 3), (4, 6), (12, 15), (13, 14)], [-1, 0, 0, -1, 3], id="several"),
        pytest.param([], [], id="none"),
    ],
)
def test_within(places: list[tuple[int, int]], within: list[int]) -> None:
    assert find_within(contents(*places), [True] * len(places)) == within


def test_one_statement_for_each_content_in_text_order(ja_scene: Scene) -> None:
    doc = ja_scene(f"{AME} と {NOBETA} 。 「 必ず//副詞 行き ます//助動詞 」 。", sentences=(6,))
    found = read_layer(doc, StatementFound)
    assert [doc.text[each.start : each.end] for each in found] == ["雨だ", "必ず行きます"]
    assert [each.content for each in found] == [0, 1]
    assert all(0 <= each.confidence <= 1 for each in found)


def test_a_statement_stands_under_the_last_heading_above_it(ja_scene: Scene) -> None:
    doc = ja_scene(f"■ 税 ⏎ {AME} と {NOBETA} 。 ⏎ ■ 雨 ⏎ {AME} と {NOBETA} 。", sentences=(3, 9, 10, 13))
    assert [each.heading for each in read_layer(doc, StatementFound)] == [0, 1]


def test_above_the_first_heading_there_is_none(ja_scene: Scene) -> None:
    doc = ja_scene(f"{AME} と {NOBETA} 。 ⏎ ■ 雨 ⏎ 終わり 。", sentences=(6, 7))
    assert [each.heading for each in read_layer(doc, StatementFound)] == [-1]
