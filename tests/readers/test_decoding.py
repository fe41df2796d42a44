"""Every encoding of Japanese comes back as the text that went in, and says how it was recognised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.readers.codec_names import codec_for
from extractor.readers.decoding import decode
from extractor.readers.outcomes import ReadError

TEXT = "米ロ首脳会談、15日に開催\nトランプ米大統領は「とても建設的な会談だった」と述べた。\n"
NEC = "㈱髙島の髙田社長は①土地②設備と説明し、「期待している」と述べた。\n"


def _euc(text: str) -> bytes:
    """EUC-JP as the web has it: what Python's codec lacks is written as NEC places it (㈱ = AD EA, 髙 = FC E2)."""
    nec = {"㈱": b"\xad\xea", "①": b"\xad\xa1", "②": b"\xad\xa2", "髙": b"\xfc\xe2"}
    return b"".join(nec.get(c) or c.encode("euc_jp") for c in text)


def _iso(text: str) -> bytes:
    """ISO-2022-JP with the same characters: the seven lower bits, between the escapes of JIS X 0208."""
    parts = [b"\x1b$B" + bytes(b & 0x7F for b in _euc(c)) + b"\x1b(B" if ord(c) > 127 else _euc(c) for c in text]
    return b"".join(parts)


@pytest.mark.parametrize(
    ("data", "encoding", "decided_by"),
    [
        pytest.param(TEXT.encode(), "utf-8", "utf-8", id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "utf-8", "bom", id="utf-8-mark"),
        pytest.param(TEXT.encode("cp932"), "cp932", "detected", id="cp932"),
        pytest.param(TEXT.encode("euc_jp"), "euc-jp", "detected", id="euc-jp"),
        pytest.param(TEXT.encode("iso2022_jp"), "iso-2022-jp", "escape", id="iso-2022-jp"),
        pytest.param("\ufeff".encode("utf-16-le") + TEXT.encode("utf-16-le"), "utf-16-le", "bom", id="utf-16-le-mark"),
        pytest.param("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"), "utf-16-be", "bom", id="utf-16-be-mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", "detected", id="utf-16-le"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", "detected", id="utf-16-be"),
        pytest.param("\ufeff".encode("utf-32-le") + TEXT.encode("utf-32-le"), "utf-32-le", "bom", id="utf-32"),
    ],
)
def test_encoding_is_recognised(data: bytes, encoding: str, decided_by: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.decided_by) == (TEXT, encoding, decided_by)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NEC.encode("cp932"), id="cp932"),
        pytest.param(_euc(NEC), id="euc-jp"),
        pytest.param(_iso(NEC), id="iso-2022-jp"),
    ],
)
def test_company_sign_and_old_kanji_survive(data: bytes) -> None:
    assert decode(data).text == NEC


@pytest.mark.parametrize(
    "text",
    ["米国の", "第５条は", "ｱﾒﾘｶ合衆国", "㈱日立製作所", "髙市早苗首相", "首相「辞めない」", "UAEとNATO。"],
)
def test_short_texts_in_shift_jis(text: str) -> None:
    assert decode(text.encode("cp932")).text == text


@pytest.mark.parametrize("name", ["Shift_JIS", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "cp932"])
def test_every_shift_jis_is_cp932(name: str) -> None:
    assert codec_for(name) == "cp932"
    assert decode(NEC.encode("cp932"), declared=name).decided_by == "charset"


@pytest.mark.parametrize("name", ["rot13", "base64", "utf-9", "", "utf\0", "idna", "punycode", "unicode_escape"])
def test_what_is_no_encoding_of_text(name: str) -> None:
    assert codec_for(name) is None


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "decided_by"),
    [
        pytest.param("米国".encode("euc_jp"), "euc-jp", "euc-jp", "charset", id="declared"),
        pytest.param(TEXT.encode(), "utf-8", "utf-8", "charset", id="declared-utf-8"),
        pytest.param(TEXT.encode(), "Shift_JIS", "utf-8", "utf-8", id="utf-8-against-declaration"),
        pytest.param(TEXT.encode("cp932"), "utf-8", "cp932", "detected", id="not-what-it-declares"),
        pytest.param(TEXT.encode("cp932"), "iso-8859-1", "cp932", "detected", id="western-fits-all"),
        pytest.param(TEXT.encode("cp932"), "no-such-name", "cp932", "detected", id="unknown-name"),
        pytest.param(TEXT.encode("utf-8-sig"), "euc-jp", "utf-8", "bom", id="mark-before-declaration"),
    ],
)
def test_declared_encoding(data: bytes, declared: str, encoding: str, decided_by: str) -> None:
    decoded = decode(data, declared=declared)
    assert (decoded.encoding, decoded.decided_by) == (encoding, decided_by)


def test_option_overrides_all() -> None:
    decoded = decode("ｱﾒﾘｶ".encode("cp932"), option="EUC-JP")
    assert (decoded.encoding, decoded.decided_by, decoded.text) == ("euc-jp", "option", "衛惷")


def test_option_drops_the_mark_too() -> None:
    assert decode(TEXT.encode("utf-8-sig"), option="utf-8").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_broken_character_is_shown_not_guessed(encoding: str) -> None:
    decoded = decode((TEXT * 3).encode(encoding)[:-3] + b"\x82\n")
    assert decoded.text.startswith(TEXT * 2)
    assert "\ufffd" in decoded.text
    assert codec_for(decoded.encoding) == encoding


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\xef\xbb\xbf", "empty", id="only-a-mark"),
        pytest.param(" \n\u3000\r\n".encode(), "empty", id="only-blanks"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", id="png"),
        pytest.param(b"%PDF-1.7\nabc", "binary", id="pdf"),
        pytest.param(b"PK\x03\x04docx", "binary", id="office"),
        pytest.param(b"ab\0\0\xff\xfe\x01c" * 20, "binary", id="zeros"),
        pytest.param(bytes(range(1, 32)) * 9, "encoding", id="control-characters"),
        pytest.param(bytes(range(128, 256)) * 9, "encoding", id="any-bytes"),
        pytest.param("Le président a déclaré que l'été était passé.\n".encode("latin-1") * 9, "encoding", id="french"),
        pytest.param("美国总统表示，会谈非常有建设性。".encode("gbk") * 3, "encoding", id="chinese"),
        pytest.param("미국 대통령은 회담이 건설적이었다고 말했다.".encode("euc_kr") * 3, "encoding", id="korean"),
        pytest.param((TEXT * 3).encode().decode("latin-1").encode(), "encoding", id="read-as-latin-1-and-saved"),
        pytest.param(b"\xff\xfe" + "米".encode("utf-16-le") * 5 + b"\0\xd8" * 50, "encoding", id="broken-utf-16"),
    ],
)
def test_what_is_no_text(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert caught.value.kind == kind


def test_option_that_does_not_fit() -> None:
    with pytest.raises(ReadError, match="it is not euc-jp"):
        decode(TEXT.encode("cp932"), option="euc-jp")


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\r\nb\rc\n", "a\nb\nc\n"), (b"\xef\xbb\xbfa\xef\xbb\xbfb", "a\ufeffb"), (b" \ta \n", " \ta \n")],
    ids=["line-breaks", "only-the-first-mark", "blanks-stay"],
)
def test_nothing_else_is_changed(data: bytes, text: str) -> None:
    assert decode(data).text == text


PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t"), min_size=1).filter(
    lambda text: text.strip() and "\ufffd" not in text and not text.startswith("\ufeff")
)


@settings(deadline=None)
@given(PRINTED, st.sampled_from(["utf-8", "utf-8-sig"]))
def test_any_text_survives_utf_8(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text


@settings(deadline=None)
@given(PRINTED)
def test_any_text_survives_utf_16_with_a_mark(text: str) -> None:
    decoded = decode(text.encode("utf-16"))
    assert (decoded.text, decoded.decided_by) == (text, "bom")


@settings(deadline=None)
@given(
    st.text(
        st.characters(codec="cp932", exclude_categories=["Cc", "Co"], exclude_characters="¢£¬‖−〜"), min_size=1
    ).filter(str.strip)
)
def test_any_text_survives_shift_jis_when_it_is_named(text: str) -> None:
    assert decode(text.encode("cp932"), option="shift_jis").text == text


@settings(deadline=None)
@given(st.text(st.sampled_from("米国首相はをがとのたいま「」、。ーアイウ123"), min_size=30))
def test_japanese_survives_every_encoding(text: str) -> None:
    text = f"トランプ氏は、{text}と述べた。"
    for encoding in ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding)).text == text, encoding
