"""Countries by name and by one character, where they are meant and where they are not."""

from collections.abc import Callable

import pytest

from extractor.components.mentions import Lexicon
from extractor.lexicon.countries import NameKind, load_countries
from extractor.naming.candidate import choose
from extractor.naming.countries import find_countries
from extractor.naming.one_character import find_one_character
from extractor.naming.words import Words

pytestmark = pytest.mark.ginza
COUNTRIES = load_countries()
MakeWords = Callable[[str], Words]


def by_name(words: Words) -> list[str]:
    return [words.text[c.start : c.end] for c in find_countries(words, COUNTRIES)]


def by_character(words: Words) -> list[str]:
    named = list(find_countries(words, COUNTRIES))
    found = find_one_character(words, COUNTRIES, named)
    return [words.text[c.start : c.end] for c in choose([*named, *found]) if c.rule == "one-character"]


def test_every_name_is_found_before_a_particle(words: MakeWords) -> None:
    forms = [name.form for name in COUNTRIES.names if name.kind is not NameKind.REFUSED]
    kept = [form for form in forms if COUNTRIES.index.get(form)]
    assert [form for form in kept if by_name(words(f"{form}は声明を出した。"))[:1] != [form]] == []


def test_refused_names_are_not_found(words: MakeWords) -> None:
    assert by_name(words("ジャージーを着てココスへ行った。")) == []


@pytest.mark.parametrize("context", COUNTRIES.contexts, ids=lambda context: context.example)
def test_context_makes_it_no_country(words: MakeWords, context: object) -> None:
    assert by_name(words(context.example)) in ([], ["日本"])  # type: ignore[attr-defined]  # 日本国|内 keeps 日本


@pytest.mark.parametrize("entry", COUNTRIES.name_endings, ids=lambda entry: entry.ending)
def test_ending_leaves_the_country(words: MakeWords, entry: object) -> None:
    assert len(by_name(words(entry.example))) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", COUNTRIES.after_prefixes, ids=lambda entry: entry.ending)
def test_ending_after_a_prefix_leaves_the_country(words: MakeWords, entry: object) -> None:
    assert len(by_character(words(entry.example))) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", COUNTRIES.characters, ids=lambda entry: entry.character)
def test_character_is_a_country_in_its_example(words: MakeWords, entry: object) -> None:
    assert entry.character in by_character(words(entry.example))  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", COUNTRIES.prefixes, ids=lambda entry: entry.prefix)
def test_prefix_makes_countries(words: MakeWords, entry: object) -> None:
    assert by_character(words(entry.example))  # type: ignore[attr-defined]
    if entry.counter:  # type: ignore[attr-defined]
        assert by_character(words(entry.counter)) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", COUNTRIES.guarded, ids=lambda entry: entry.example)
def test_guarded_runs(words: MakeWords, entry: object) -> None:
    assert by_character(words(entry.example))  # type: ignore[attr-defined]
    assert by_character(words(entry.counter)) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", COUNTRIES.last_heads, ids=lambda entry: entry.example)
def test_every_last_head_makes_the_character_before_its_nouns_a_country(words: MakeWords, entry: object) -> None:
    texts = [f"英医療{head}が始めた。" for head in entry.heads]  # type: ignore[attr-defined]
    assert [text for text in texts if by_character(words(text)) != ["英"]] == []


@pytest.mark.parametrize("head", [(e, head) for e in COUNTRIES.heads for head in e.heads], ids=lambda pair: pair[1])
def test_every_head_makes_the_character_before_it_a_country(words: MakeWords, head: tuple[object, str]) -> None:
    assert by_character(words(f"仏{head[1]}の話題。")) == ["仏"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("米ロ首脳会談", ["米", "ロ"], id="pair"),
        pytest.param("日米韓の外相", ["日", "米", "韓"], id="three"),
        pytest.param("米・露・ウクライナの協議", ["米", "露"], id="list-with-a-name"),
        pytest.param("米イランの協議", ["米"], id="before-a-country"),
        pytest.param("在日米軍", ["日", "米"], id="two-prefixes"),
        pytest.param("米国務長官", ["米"], id="not-the-country-and-a-piece"),
        pytest.param("12日、豪州を訪れた", [], id="day-in-a-list"),
        pytest.param("対立が激化する中、フランスは", [], id="in-the-midst-of"),
        pytest.param("岩手日日新聞", [], id="one-character-twice"),
        pytest.param("米国は米の輸出を、米は関税を", ["米", "米"], id="by-itself-beside-the-name"),
        pytest.param("米国の農家は米を作る", [], id="rice-among-farmers"),
        pytest.param("南米と欧米と北米", [], id="continents"),
        pytest.param("米を食べる。英語と独自と伊藤と印鑑と日曜と中小企業。", [], id="common-words"),
        pytest.param("ロシアとロッテ", [], id="katakana-ro"),
        pytest.param("英『テレグラフ』が報じた", ["英"], id="before-a-paper"),
        pytest.param("英科学誌プラネットに載った", ["英"], id="before-a-head-and-a-name"),
        pytest.param("農家は米『みどりの風』を売る", [], id="brand-of-rice"),
        pytest.param("収穫を待つ米卸大手と米加工会社", [], id="rice-before-a-head"),
    ],
)
def test_one_character(words: MakeWords, text: str, expected: list[str]) -> None:
    assert by_character(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("インドネシアとインド人とインド洋", ["インドネシア", "インド"], id="longest"),
        pytest.param("アイランドとイラン", ["イラン"], id="inside-a-word"),
        pytest.param("日本銀行と日本人", ["日本"], id="inside-a-name"),
        pytest.param("米国製の車", ["米国"], id="within-a-word"),
        pytest.param("オー・ド・フランスとインド・パキスタン", ["インド", "パキスタン"], id="after-a-dot"),
        pytest.param("10万シリア・ポンドとシリアのポンド", ["シリア"], id="currency"),
        pytest.param("イングランドと北アイルランド", [], id="no-states"),
        pytest.param("旧ソ連と台湾と香港とパレスチナ", ["ソ連", "台湾", "香港", "パレスチナ"], id="territories"),
    ],
)
def test_names(words: MakeWords, text: str, expected: list[str]) -> None:
    assert by_name(words(text)) == expected


def test_usual_name_and_code(lexicon: Lexicon) -> None:
    usual = lexicon.countries.usual
    named = {"US": "アメリカ", "GB": "イギリス", "KP": "北朝鮮", "TW": "台湾", "SU": "ソ連", "XK": "コソボ"}
    assert {code: usual[code] for code in named} == named
    assert lexicon.countries.index.get("ビルマ") == "MM"
