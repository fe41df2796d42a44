"""The numbers of the features of templates: by tables, the same as by their texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.naming.coded import Coded
from extractor.naming.name_templates import Template, TemplateNumbers
from extractor.naming.name_vocabulary import JOINT, Vocabulary

BORDER = "<>"
TEMPLATES: dict[str, Template] = {
    "one": (("word", 1),),
    "two": (("word", -1), ("tag", 0)),
    "three": (("tag", -2), ("word", 0), ("word", 2)),
}


def texts(template: Template, columns: dict[str, list[str]], index: int) -> str:
    places = [(column, index + offset) for column, offset in template]
    return JOINT.join(columns[c][i] if 0 <= i < len(columns[c]) else BORDER for c, i in places)


@given(
    rows=st.lists(st.tuples(st.sampled_from("山川海|"), st.sampled_from(["N", "P"])), min_size=1, max_size=9),
    left_out=st.integers(0, 3),
)
def test_numbers_are_those_of_the_texts(rows: list[tuple[str, str]], left_out: int) -> None:
    columns = {"word": [word for word, _ in rows], "tag": [tag for _, tag in rows]}
    features = sorted({f"{n}={texts(t, columns, i)}" for n, t in TEMPLATES.items() for i in range(len(rows))})
    known = Vocabulary(features[left_out:])
    numbering = TemplateNumbers(known, TEMPLATES, BORDER)
    found = numbering.numbers(numbering.ids({n: Coded.of(column) for n, column in columns.items()}), 0, len(rows))
    for (name, template), numbers in zip(TEMPLATES.items(), found.tolist(), strict=True):
        for i, number in enumerate(numbers):
            text = texts(template, columns, i)
            whole = text.count(JOINT) + 1 == len(template) or len(template) == 1
            assert number == (known.number(f"{name}={text}") if whole else known.unknown)


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 3, [1, 0, 2]), (0, 2, [1, 2]), (2, 3, [2])])
def test_a_piece_sees_nothing_beyond_its_ends(start: int, end: int, expected: list[int]) -> None:
    numbering = TemplateNumbers(Vocabulary(["one=川", "one=山", "one=<>"]), {"one": (("word", 1),)}, BORDER)
    ids = numbering.ids({"word": Coded.of(["海", "山", "川"])})
    assert numbering.numbers(ids, start, end).tolist() == [expected]


def test_no_templates_give_no_numbers() -> None:
    numbering = TemplateNumbers(Vocabulary([]), {}, BORDER)
    assert numbering.numbers(numbering.ids({}), 0, 3).shape == (0, 3)
