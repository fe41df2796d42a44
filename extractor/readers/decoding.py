"""From bytes to text: which encoding it is, and how that was decided.

In this order: the option; a byte-order mark; an escape of ISO-2022-JP; strict UTF-8; what the page declares; else
detection among the encodings of Japanese. The first that fits decides, so that the same bytes always read the same.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from extractor.article import normalize_newlines
from extractor.readers.codec_names import ENCODINGS, codec_for, decode_strictly, reported_name
from extractor.readers.outcomes import ReadError

DecidedBy = Literal["bom", "escape", "utf-8", "charset", "detected", "option"]

_MARKS = (  # the longer first: UTF-32's mark begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_JAPANESE = ("cp932", "euc_jp")
_TWO_BYTE_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\(D|\(I)")

_KANA = re.compile(r"[、。「」ぁ-ヿ]")
_WESTERN = ("latin-1", "cp1252")
_NOT_JAPANESE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\xa0\uf8f0-\uf8f3]")  # what cp932 makes of stray bytes
_REPLACED = "\ufffd"
_JUNK = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd-\uffff]")
# What 16-bit units of Japanese are: ASCII, kana and their marks, everything else that such an article may hold.
_PLAIN_UNIT = re.compile(r"[\t\n\r -~\u3000-\u30ff]")
_OTHER_UNIT = re.compile(r"[\u2010-\u27ff\u3200-\u33ff\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")

_GIVE = f"give its encoding ({ENCODINGS})"
_LOOKED_AT = 1 << 16  # characters from which a long text is judged
_ENOUGH = 20  # characters beyond ASCII; Japanese of that length has kana in it


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file: byte-order mark dropped, CR LF and CR as LF. encoding: as records call it."""

    text: str
    codec: str
    decided_by: DecidedBy

    @property
    def encoding(self) -> str:
        """The encoding's name in records: cp932, euc-jp, utf-16-le."""
        return reported_name(self.codec)


def decode(data: bytes, *, option: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a file.

    option: the encoding the user names. declared: the one that an HTML page names for itself.
    Raises ReadError of kind "empty", "binary" or "encoding".
    """
    decoded = _by_option(data, option) if option else _by_rules(data, declared)
    text = normalize_newlines(decoded.text)
    if not text.strip():
        raise ReadError("empty", "there is no text in it; leave it out")
    if decoded.decided_by in {"utf-8", "charset"} and _is_misread(text):
        raise ReadError("encoding", "it was read in another encoding and saved so; save it again from its source")
    junk = len(_JUNK.findall(text))
    if junk > 1 + len(text) // 100 or junk * 2 > len(text):
        raise ReadError("encoding", f"as {decoded.encoding} it is mostly no text; {_GIVE}")
    return Decoded(text, decoded.codec, decoded.decided_by)


def _by_option(data: bytes, option: str) -> Decoded:
    codec = codec_for(option)
    if codec is None or (text := _decode(data, codec)) is None:
        raise ReadError("encoding", f"it is not {option}; leave the encoding out, or give another one")
    return Decoded(text, codec, "option")


def _by_rules(data: bytes, declared: str | None) -> Decoded:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, codec)
    _refuse_binary(data)
    if data.isascii() and _TWO_BYTE_ESCAPE.search(data) and (text := _decode(data, "iso2022_jp_ext")):
        return Decoded(text, "iso2022_jp_ext", "escape")
    names_itself = codec_for(declared) if declared else None
    if b"\0" not in data and (text := _decode_or_none(data, "utf-8")) is not None:
        return Decoded(text, "utf-8", "charset" if names_itself == "utf-8" else "utf-8")
    if names_itself and not _is_western(names_itself) and (text := _decode(data, names_itself)):
        return Decoded(text, names_itself, "charset")
    return _detect(data)


def _by_mark(data: bytes, codec: str) -> Decoded:
    if (text := _decode(data, codec)) is None:
        raise ReadError("encoding", f"its mark says {codec}, but it is not; {_GIVE}")
    return Decoded(text, codec, "bom")


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError("binary", f"it is {what}; save it as text")
    if b"\0" in data and _find_utf16(data) is None:
        raise ReadError("binary", "it is no text (bytes of zero in it); save it as text")


def _detect(data: bytes) -> Decoded:
    """Decide by the bytes alone. Bytes of another language that happen to fit are refused: they give no kana."""
    codec = _find_utf16(data) or _find_codec(data)
    text = _decode(data, codec) if codec else None
    if codec is None or text is None or not _has_kana(text):
        raise ReadError("encoding", f"its encoding cannot be told; {_GIVE}")
    return Decoded(text, codec, "detected")


def _is_misread(text: str) -> bool:
    """Whether a text is UTF-8 that was read as a Western encoding and saved so: é¦–ç›¸ of 首相."""
    for codec in _WESTERN:
        try:
            original = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if _KANA.search(original):
            return True
    return False


def _has_kana(text: str) -> bool:
    """Whether a twentieth of what is beyond ASCII is kana, 「」 or 。; true of anything too short to tell."""
    wide = _count_wide(text[:_LOOKED_AT])
    return wide <= _ENOUGH or len(_KANA.findall(text[:_LOOKED_AT])) * 20 >= wide


def _find_codec(data: bytes) -> str | None:
    """UTF-8 but for a few broken characters; else cp932 or EUC-JP."""
    if _decode(data, "utf-8") is not None:
        return "utf-8"
    strict = {codec: _decode_or_none(data, codec) for codec in _JAPANESE}
    fitting = {codec: text for codec, text in strict.items() if text and not _NOT_JAPANESE.search(text)}
    if not fitting:
        damaged = {codec: _decode(data, codec) for codec in _JAPANESE}
        fitting = {codec: text for codec, text in damaged.items() if text and _is_mostly_japanese(text)}
    return _most_likely(data, fitting) if fitting else None


def _is_mostly_japanese(text: str) -> bool:
    return len(_NOT_JAPANESE.findall(text)) * 10 <= len(_KANA.findall(text))


def _most_likely(data: bytes, fitting: dict[str, str]) -> str:
    """Choose between readings that are both possible: the one with more kana, else what charset-normalizer says.

    Read as cp932, the は of EUC-JP is ､ﾏ; read as EUC-JP, ｱﾒﾘｶ of cp932 is two kanji.
    """
    kana = {codec: len(_KANA.findall(text[:_LOOKED_AT])) for codec, text in fitting.items()}
    most = [codec for codec in fitting if kana[codec] == max(kana.values())]
    if len(most) == 1:
        return most[0]
    from charset_normalizer import from_bytes  # noqa: PLC0415 slow to import, and seldom needed

    best = from_bytes(data, cp_isolation=most).best()
    return best.encoding if best else most[0]


def _find_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark where it is certain.

    In only one order the 16-bit units are Japanese: nearly all of them known, a tenth of them kana or ASCII.
    """
    if len(data) % 2:
        return None
    fitting = [codec for codec in ("utf-16-le", "utf-16-be") if _is_japanese(_decode_or_none(data, codec))]
    return fitting[0] if len(fitting) == 1 else None


def _is_japanese(text: str | None) -> bool:
    if not text:
        return False
    text = text[:_LOOKED_AT]
    plain = len(_PLAIN_UNIT.findall(text))
    return plain * 10 >= len(text) and (plain + len(_OTHER_UNIT.findall(text))) * 50 >= len(text) * 49


def _is_western(codec: str) -> bool:
    """Single-byte encodings fit any bytes, and Japanese pages that declare them are in another one."""
    return codec.startswith(("iso8859", "cp125", "latin"))


def _count_wide(text: str) -> int:
    """Return how many characters are beyond ASCII (by way of bytes: ten times as fast as a pattern)."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _decode_or_none(data: bytes, codec: str) -> str | None:
    try:
        return decode_strictly(data, codec)
    except UnicodeDecodeError:
        return None


def _decode(data: bytes, codec: str) -> str | None:
    """Decode, with U+FFFD for a few damaged characters (one of a hundred, ten whole ones each); else None."""
    if (exact := _decode_or_none(data, codec)) is not None:
        return exact
    text = data.decode(codec, "replace")
    broken = text.count(_REPLACED)
    whole = _count_wide(text) - broken
    return text if broken * 10 <= whole and broken <= 1 + whole // 100 else None
