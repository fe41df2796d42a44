"""Whatever stands in an article, its record holds: offsets, ids, order; and no exception comes out."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.api import Extractor
from extractor.assemble import spans_of
from extractor.records import ArticleRecord, MentionKind

NAMES = ["トランプ大統領", "ルビオ米国務長官", "NATO第5条", "北大西洋条約機構（NATO）"]
NAMES += ["米ロ", "日米韓", "㈱山田製作所", "髙橋さん"]
ANAPHORS = ["同氏", "同社", "同大統領", "同国", "同条", "彼", "首相", "政府"]
SAYINGS = ["と述べた", "と語った", "によると", "という", "とのこと", "らしい", "明らかにした"]
SAYINGS += ["を表明", "よう求めた", "ことを認めた"]
MARKS = [*"「」『』（）“”｢｣。、！？…・＝\n\u3000", "――", "\n\n"]
GRAMMAR = ["は", "が", "を", "に", "と", "の", "も", "で", "行く", "攻撃", "支持", "反対", "ない", "だろう", "した"]
CONTROLS = [*"\0\x0b\x1b\t\x85\u2028\u202e\u200d\ufeff\ud800\ue000", "\r\n", "\x1b[31m", "か\u3099", "葛\U000e0100"]
STRANGE = ["👨\u200d👩\u200d👧", "ﾊﾞｲﾃﾞﾝ氏", "ｶﾞ", "<b>", "&amp;", "８月１５日", "令和7年8月", "𠮷野家", "ー" * 9]

PARTS = [NAMES, ANAPHORS, SAYINGS, MARKS, MARKS, GRAMMAR, CONTROLS, STRANGE]

texts = st.lists(st.one_of(*map(st.sampled_from, PARTS), st.characters()), max_size=120).map("".join)

pytestmark = pytest.mark.ginza


def check(record: ArticleRecord) -> None:
    """Fail where something in the record does not hold."""
    for start, end, text in spans_of(record):
        assert record.text[start:end] == text != ""
    entities, statements = {e.id for e in record.entities}, {s.id: s for s in record.statements}
    assert len(entities) == len(record.entities)
    assert len(statements) == len(record.statements)
    assert list(record.statements) == sorted(record.statements, key=lambda s: s.content[0].start)
    for statement in record.statements:
        named = [*statement.speakers, *statement.about, *filter(None, [statement.addressee])]
        assert {each.entity for each in named} - {None} <= entities
        assert statement.within is None or statement.within in statements
        assert all(one.end <= other.start for one, other in pairwise(statement.content))
        cue = statement.cue
        assert cue is None or all(cue.end <= piece.start or piece.end <= cue.start for piece in statement.content)
    names = sorted(
        (mention.start, mention.end)
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME and entity.type != "provision"
    )
    assert all(one[1] <= other[0] for one, other in pairwise(names))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_a_record_of_anything_holds(extractor_loaded: Extractor, text: str) -> None:
    record = extractor_loaded.extract(text)
    check(record)
    assert extractor_loaded.extract(text) == record


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_contents_have_no_blanks_at_their_edges(extractor_loaded: Extractor, text: str) -> None:
    for statement in extractor_loaded.extract(text).statements:
        for piece in statement.content:
            assert piece.text == piece.text.strip() or not piece.text.strip()
