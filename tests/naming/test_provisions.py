"""Articles of treaties and laws."""

import pytest

from extractor.lexicon.entry import read_toml
from extractor.lexicon.provisions import Law, LawEnding, OtherWord, load_laws
from extractor.naming.provisions import find_provisions, to_number

LAWS = load_laws()


@pytest.mark.parametrize("law", read_toml("provisions.toml", "law", Law), ids=lambda law: law.id)
def test_law_is_found_in_its_example(law: Law) -> None:
    assert all(found.link.startswith(f"provision:{law.id}:") for found in find_provisions(law.example, LAWS))
    assert list(find_provisions(law.example, LAWS))


@pytest.mark.parametrize("entry", read_toml("provisions.toml", "ending", LawEnding), ids=lambda entry: entry.ending)
def test_law_with_the_ending_is_found_in_its_example(entry: LawEnding) -> None:
    (found,) = find_provisions(entry.example, LAWS)
    assert found.link.split(":")[1].endswith(entry.ending)


@pytest.mark.parametrize("entry", read_toml("provisions.toml", "other", OtherWord), ids=lambda entry: entry.word)
def test_other_word_cites_no_article(entry: OtherWord) -> None:
    assert entry.word in entry.example
    assert list(find_provisions("憲法1条と" + entry.example, LAWS)) == list(find_provisions("憲法1条と", LAWS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("NATO第5条", [("NATO第5条", "provision:nato:5")], id="plain"),
        pytest.param("北大西洋条約第五条", [("北大西洋条約第五条", "provision:nato:5")], id="kanji-numeral"),
        pytest.param("NATOの第５条", [("NATOの第５条", "provision:nato:5")], id="full-width"),
        pytest.param(
            "国連憲章第51条と同条",
            [("国連憲章第51条", "provision:un-charter:51"), ("同条", "provision:un-charter:51")],
            id="same-article",
        ),
        pytest.param(
            "憲法9条と第24条",
            [("憲法9条", "provision:jp-constitution:9"), ("第24条", "provision:jp-constitution:24")],
            id="bare-after-one",
        ),
        pytest.param(
            "道路交通法第七十二条", [("道路交通法第七十二条", "provision:道路交通法:72")], id="law-not-in-the-lexicon"
        ),
        pytest.param("第5条には", [], id="bare-without-a-law"),
        pytest.param("5条件と三条市", [], id="other-words"),
        pytest.param("同条件で", [], id="same-conditions"),
    ],
)
def test_provisions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[p.start : p.end], p.link) for p in find_provisions(text, LAWS)] == expected


@pytest.mark.parametrize(
    ("written", "value"), [("五十一", 51), ("十", 10), ("百二", 102), ("９", 9), ("二〇", 20), ("千三百", 1300)]
)
def test_numbers(written: str, value: int) -> None:
    assert to_number(written) == value
