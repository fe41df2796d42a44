"""The tokenizer gives back every text as it is, of any length, and the attributes that spaCy's own gives."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.ja import Japanese
from spacy.tokens import Doc

from extractor.folding import fold
from extractor.lexicon.parts_of_speech import UNLISTED
from extractor.tokenizer import PIECE, ArticleTokenizer, cut

LIMIT = 49_149  # bytes that SudachiPy takes at once

texts = st.text(
    st.one_of(
        st.sampled_from("首相は「増税しない」と述べた。 \u3000\n\t\0…ﾊﾞ😀\ud800"), st.characters(exclude_categories=())
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def nlp() -> Japanese:
    return Japanese.from_config(
        {"nlp": {"tokenizer": {"@tokenizers": "spacy.ja.JapaneseTokenizer", "split_mode": "C"}}}
    )


@pytest.fixture(scope="module")
def tokenizer(nlp: Japanese) -> ArticleTokenizer:
    return ArticleTokenizer(nlp.vocab, "C")


def words(doc: Doc) -> list[str]:
    return [token.text_with_ws for token in doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("首相は述べた。", ["首相", "は", "述べ", "た", "。"], id="sentence"),
        pytest.param("AI と NATO", ["AI ", "と ", "NATO"], id="one-blank-hangs-on-the-word-before"),
        pytest.param("AI  と", ["AI ", " ", "と"], id="two-blanks"),
        pytest.param("行く。\n\n\u3000帰る。", ["行く", "。", "\n\n\u3000", "帰る", "。"], id="blanks-are-one-token"),
        pytest.param("", [], id="empty"),
        pytest.param("\n", ["\n"], id="only-a-line-break"),
        pytest.param("行く…\n", ["行く", "…", "\n"], id="signs-with-empty-parts"),
    ],
)
def test_words(tokenizer: ArticleTokenizer, text: str, expected: list[str]) -> None:
    assert words(tokenizer(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("首相は記者団に対し、増税しないと述べた。", id="sentence"),
        pytest.param("トランプ米大統領とＮＡＴＯ、1,000人（18日）", id="names-and-numbers"),
        pytest.param("美しい花がきれいに咲いていなかった", id="inflections"),
    ],
)
def test_attributes_but_for_what_is_unlisted_are_those_of_spacy(
    nlp: Japanese, tokenizer: ArticleTokenizer, text: str
) -> None:
    ours, theirs = tokenizer(text), nlp.tokenizer(text)
    for name in ("text", "lemma_", "tag_", "pos_", "norm_", "morph", "whitespace_"):
        values = [str(getattr(t, name)).removesuffix(f"|{UNLISTED}=Yes") for t in ours]
        assert values == [str(getattr(t, name)) for t in theirs], name


def test_a_word_that_no_dictionary_has_is_marked(tokenizer: ArticleTokenizer) -> None:
    assert [t.text for t in tokenizer("アルヴェンタは東京の会社だ。") if t.morph.get(UNLISTED, [])] == ["アルヴェンタ"]


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_the_doc_has_the_text_that_was_folded(tokenizer: ArticleTokenizer, text: str) -> None:
    folded = fold(text).text
    assert tokenizer(folded).text == folded


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("あ" * 20_000, id="kana-without-a-full-stop"),
        pytest.param("雨が降った。" * 4_000, id="one-line"),
        pytest.param("😀" * 13_000, id="four-bytes-each"),
        pytest.param("雨\n" * 10_000, id="many-lines"),
        pytest.param(" " * 20_000, id="blanks"),
    ],
)
def test_long_texts_are_cut_into_pieces_that_the_dictionary_takes(tokenizer: ArticleTokenizer, text: str) -> None:
    assert "".join(cut(text)) == text
    assert max(len(piece.encode("utf-8")) for piece in cut(text) if not piece.isspace()) if text.strip() else True
    assert all(len(piece.encode("utf-8")) <= LIMIT for piece in cut(text) if not piece.isspace())
    assert tokenizer(text).text == text


def test_a_long_line_is_cut_after_a_full_stop() -> None:
    line = "雨が降った。" * 4_000
    assert all(piece.endswith("。") and len(piece) <= PIECE for piece in cut(line))


@given(texts)
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


def test_a_tokenizer_can_be_sent_to_another_process(tokenizer: ArticleTokenizer) -> None:
    make, arguments = tokenizer.__reduce__()
    copy = make(*arguments)
    assert words(copy("首相は述べた。")) == words(tokenizer("首相は述べた。"))
    assert pickle.loads(pickle.dumps(tokenizer)).split_mode == "C"
