"""JSON Lines: line after line, so that a file of any size can be read."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from extractor.readers.codec_names import codec_for, decode_strictly
from extractor.readers.decoding import Decoded, decode
from extractor.readers.outcomes import ReadError

_SAMPLE = 1 << 18  # bytes; enough to tell the encoding
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def split_lines(stream: BinaryIO, option: str | None) -> Iterator[tuple[int, bytes, Decoded | ReadError]]:
    """Yield each line that has something in it: its number from 1, its bytes, and its text or why it has none.

    stream: seekable. The encoding is that of the file's beginning; a line that does not fit it is looked at by
    itself. Raises ReadError where there is no line at all, or the file is no text.
    """
    sample = stream.read(_SAMPLE) + stream.readline()
    if not sample.strip():
        raise ReadError("empty", "there is no text in it; leave it out")
    if sample.startswith(_WIDE_MARKS) or b"\0" in sample or (option and _is_wide(option)):
        yield from _split_wide(decode(sample + stream.read(), option=option))
        return
    like = _decode_sample(sample, option)
    stream.seek(0)
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield number, line, _decode_line(line, like, option)


def _split_wide(decoded: Decoded) -> Iterator[tuple[int, bytes, Decoded | ReadError]]:
    """UTF-16 and UTF-32 have the byte of a line break in other characters too: decode first, split after."""
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if line.strip():
            yield number, line.encode(decoded.codec), Decoded(line, decoded.codec, decoded.decided_by)


def _is_wide(option: str) -> bool:
    return (codec_for(option) or "").startswith(("utf-16", "utf-32"))


def _decode_sample(sample: bytes, option: str | None) -> Decoded | None:
    """Return how the sample decodes; None where only the lines one by one may."""
    try:
        return decode(sample, option=option)
    except ReadError:
        return None


def _decode_line(line: bytes, like: Decoded | None, option: str | None) -> Decoded | ReadError:
    if like is not None:
        try:
            text = decode_strictly(line, like.codec)
        except UnicodeDecodeError:
            pass
        else:
            return Decoded(text.removeprefix("\ufeff"), like.codec, like.decided_by)
    try:
        return decode(line, option=option)
    except ReadError as error:
        return error
