"""Checksums of stretches of a text are those that zlib makes of each."""

from zlib import crc32

import numpy
from hypothesis import given
from hypothesis import strategies as st

from extractor.naming.checksums import Checksums


@given(st.text(st.sampled_from("aé山\n𠮷"), min_size=1, max_size=12), st.data())
def test_checksums_are_those_of_each_stretch(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=1)))
    stretches = [(start, end) for start in places for end in places if start <= end]
    starts, ends = numpy.array(stretches).T
    found = Checksums(text, numpy.array(places), len(text)).of(starts, ends).tolist()
    assert found == [crc32(text[start:end].encode()) for start, end in stretches]
