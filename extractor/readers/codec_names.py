"""The encodings of Japanese as they are met, and the Python codecs that read them.

Every name of Shift_JIS means cp932, and EUC-JP and ISO-2022-JP get ㈱, ①, 髙 as cp932 has them: they stand in rows
13 and 89-92 of the JIS table, where NEC put them, where the web's decoders read them, and where Python's codecs do not.
"""

import codecs

ENCODINGS = "utf-8, cp932, euc-jp, iso-2022-jp or utf-16"

_CODECS = {  # Python's name of a codec, or a name it does not know → the codec that reads such files
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "shift_jisx0213": "cp932",
    "windows-31j": "cp932",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "cp51932": "euc_jp",
    "iso2022_jp": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "utf-8-sig": "utf-8",
    "ascii": "utf-8",
}
#: Python knows them as encodings of text, but of names and of source code: no file is in them.
_NO_FILES = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_NAMES = {"iso2022_jp_ext": "iso-2022-jp", "euc_jp": "euc-jp"}
_NEC_ROWS = frozenset([13, *range(89, 93)])
_NEC_ERRORS = "extractor-nec"


def codec_for(name: str) -> str | None:
    """Return the codec that reads the encoding called ``name``, or None where it is not one.

    Shift_JIS → cp932
    """
    name = name.strip().lower()
    try:
        name = codecs.lookup(name).name
        "".encode(name)  # rot13 is a codec too, but no encoding of text
    except (LookupError, ValueError):
        return _CODECS.get(name)
    if name.replace("-", "_") in _NO_FILES:
        return None
    return _CODECS.get(name, name)


def reported_name(codec: str) -> str:
    """Return what a record calls the encoding that ``codec`` reads."""
    return _NAMES.get(codec, codec)


def decode_strictly(data: bytes, codec: str) -> str:
    """Decode, raising UnicodeDecodeError at the first byte that does not belong."""
    return data.decode(codec, _NEC_ERRORS if codec in _NAMES else "strict")


def _decode_nec_character(error: UnicodeError) -> tuple[str, int]:
    """Give the codec the two-byte character it stumbled over, and where to go on; else raise ``error``."""
    if not isinstance(error, UnicodeDecodeError) or error.start + 2 > len(error.object):
        raise error
    row, cell = (byte % 0x80 - 0x20 for byte in error.object[error.start : error.start + 2])
    if row not in _NEC_ROWS or cell not in range(1, 95):
        raise error
    try:
        return _shift_jis(row, cell).decode("cp932"), error.start + 2
    except UnicodeDecodeError:
        raise error from None


def _shift_jis(row: int, cell: int) -> bytes:
    """Return the Shift_JIS bytes of a place in the JIS table; row and cell count from 1."""
    lead = (row + 1) // 2 + (0x80 if row < 63 else 0xC0)
    if row % 2 == 0:
        return bytes([lead, cell + 0x9E])
    return bytes([lead, cell + 0x3F + (cell > 63)])


codecs.register_error(_NEC_ERRORS, _decode_nec_character)
