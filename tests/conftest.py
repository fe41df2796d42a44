"""What tests of several parts share: a small record, Docs built by hand, and one loaded pipeline."""

import os
import signal
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from extractor.records import (
    Act,
    ArticleRecord,
    Cue,
    DecidedBy,
    Entity,
    EntityType,
    Form,
    Mention,
    MentionKind,
    Source,
    Speaker,
    SpeakerKind,
    Statement,
    TextSpan,
)

if TYPE_CHECKING:  # most tests need no spaCy
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from extractor.api import Extractor

# Before anything imports NumPy. Every process of pytest, and every command that a test starts, would else have as many
# threads as there are cores; they wait for one another by spinning: where the cores are shared, the analysis of a
# sentence took up to fourteen times the processor seconds.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(name, "1")


def pytest_configure() -> None:
    """Let the commands that tests start hear Ctrl-C: what a shell starts in the background may be deaf to it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


TEXT = "ルビオ米国務長官は「会談で議論の一部になるだろう」と語った。\n"


def make_record(
    *,
    path: str | None = "a.txt",
    content: str = "会談で議論の一部になるだろう",
    title: str | None = None,
    key: str = "0001",
) -> ArticleRecord:
    """Return the record of an article with one statement by ルビオ, whose content is ``content``."""
    text = TEXT.replace("会談で議論の一部になるだろう", content)
    start = text.index(content)
    cue = text.index("語った")
    return ArticleRecord(
        id=key,
        source=Source(path=path, format="txt", encoding="utf-8", encoding_decided_by="utf-8", sha256="0" * 64),
        title=title,
        published="2025-08-17",
        published_from="filename",
        text=text,
        entities=(
            Entity(
                id="e1",
                type=EntityType.PERSON,
                name="ルビオ",
                role="国務長官",
                mentions=(Mention(start=0, end=3, text="ルビオ", kind=MentionKind.NAME),),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                speakers=(Speaker(entity="e1", text="ルビオ米国務長官", start=0, end=8, kind=SpeakerKind.NAMED),),
                cue=Cue(start=cue, end=cue + 3, text="語った", lemma="語る"),
                content=(TextSpan(start=start, end=start + len(content), text=content),),
                form=Form.DIRECT,
                act=Act.PREDICT,
                decided_by=DecidedBy(content="quote", speaker="topic"),
                confidence=0.9,
            ),
        ),
    )


@pytest.fixture(name="make_record")
def make_record_fixture() -> Callable[..., ArticleRecord]:
    """The function ``make_record``, for tests that need records of their own."""
    return make_record


@pytest.fixture
def record() -> ArticleRecord:
    """The record of a.txt with one statement."""
    return make_record()


@pytest.fixture
def full_record() -> ArticleRecord:
    """A record with all that a statement can have: nested, several speakers, a topic, astral letters.

    𠮷田首相と専門家は12日、「米国は『反対だ』と述べた」「増税だ」と語った。
    """
    text = "𠮷田首相と専門家は12日、「米国は『反対だ』と述べた」「増税だ」と語った。\n"

    def span(words: str) -> dict[str, int | str]:
        return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}

    outer = {
        "id": "s1",
        "speakers": [
            {**span("𠮷田首相"), "entity": "e1", "kind": "named"},
            {**span("専門家"), "entity": None, "kind": "generic"},
        ],
        "cue": {**span("語った"), "lemma": "語る"},
        "content": [span("米国は『反対だ』と述べた"), span("増税だ")],
        "form": "direct",
        "act": "assert",
        "about": [
            {**span("米国"), "entity": "e2"},
            {**span("増税"), "topic": "tax-increase", "stance": {**span("増税だ"), "value": "support"}},
        ],
        "date": {**span("12日"), "value": "2026-11-12", "precision": "day", "anchor": "published"},
        "section": "国会",
        "addressee": {"text": "米国", "entity": "e2", "kind": "implicit"},
        "decided_by": {"content": "quote", "speaker": "topic"},
        "confidence": 0.75,
    }
    inner = {
        "id": "s2",
        "speakers": [{**span("米国"), "entity": "e2", "kind": "named"}],
        "cue": {**span("述べた"), "lemma": "述べる"},
        "content": [span("反対だ")],
        "form": "direct",
        "act": "deny",
        "within": "s1",
        "decided_by": {"content": "quote", "speaker": "topic"},
        "confidence": 0.5,
    }
    entities = [
        {
            "id": "e1",
            "type": "person",
            "name": "𠮷田",
            "aliases": ["𠮷田首相", "首相"],
            "role": "首相",
            "affiliation": "e3",
            "ids": {"wikidata": "Q1"},
            "mentions": [{**span("𠮷田"), "kind": "name"}, {**span("首相"), "kind": "nominal"}],
        },
        {
            "id": "e2",
            "type": "country",
            "name": "アメリカ",
            "ids": {"iso3166": "US", "wikidata": "Q30"},
            "mentions": [{**span("米国"), "kind": "name"}],
        },
        {
            "id": "e3",
            "type": "country",
            "name": "日本",
            "ids": {"iso3166": "JP", "wikidata": "Q17"},
            "mentions": [{**span("日"), "kind": "name"}],
        },
    ]
    return ArticleRecord.model_validate(
        {
            "id": "a/1",
            "source": {"path": "国会.txt", "format": "txt", "sha256": "0" * 64},
            "title": "=1+1 国会",
            "published": "2026-11-13",
            "url": "https://example.org/国会",
            "publisher": "青凪新聞",
            "text": text,
            "entities": entities,
            "statements": [outer, inner],
        }
    )


@pytest.fixture(scope="session")
def extractor_loaded() -> "Extractor":
    """The whole pipeline, loaded once for all tests that carry the marker ``ginza``."""
    from extractor.api import Extractor  # noqa: PLC0415  # spaCy takes seconds; most tests need none

    return Extractor.load()


#: SudachiPy's parts of speech by the short names that tests write.
TAGS = {
    "名詞": "名詞-普通名詞-一般",
    "サ変": "名詞-普通名詞-サ変可能",
    "人名": "名詞-固有名詞-人名-姓",
    "国名": "名詞-固有名詞-地名-国",
    "時": "名詞-普通名詞-副詞可能",
    "数": "名詞-数詞",
    "接尾": "接尾辞-名詞的-一般",
    "動詞": "動詞-一般",
    "補助": "動詞-非自立可能",
    "形容詞": "形容詞-一般",
    "形状詞": "形状詞-一般",
    "よう": "形状詞-助動詞語幹",
    "接続助詞": "助詞-接続助詞",
    "終助詞": "助詞-終助詞",
}

#: What common words are where a test says nothing else: tag, inflected form.
WORDS = {
    **dict.fromkeys("はも", ("助詞-係助詞", "")),
    **dict.fromkeys(["が", "を", "に", "の", "と", "で", "へ", "から"], ("助詞-格助詞", "")),
    **dict.fromkeys(["など", "とも"], ("助詞-副助詞", "")),
    **dict.fromkeys("、，", ("補助記号-読点", "")),
    **dict.fromkeys("。！？", ("補助記号-句点", "")),
    **dict.fromkeys("「『（", ("補助記号-括弧開", "")),
    **dict.fromkeys("」』）", ("補助記号-括弧閉", "")),
    **dict.fromkeys("・•", ("補助記号-一般", "")),
    **dict.fromkeys(["\n", " ", "　"], ("空白", "")),
    "た": ("助動詞", "終止形-一般"),
    "て": ("助詞-接続助詞", ""),
    "か": ("助詞-終助詞", ""),
}


@cache
def ja_vocab() -> "Vocab":
    from spacy.lang.ja import Japanese  # noqa: PLC0415  # as above
    from spacy.vocab import create_vocab  # noqa: PLC0415

    return create_vocab("ja", Japanese.Defaults)


def ja_doc(
    text: str,
    *,
    heads: dict[int, int] | None = None,
    deps: dict[int, str] | None = None,
    sentences: tuple[int, ...] = (),
) -> "Doc":
    """Return a Doc of the tokens that ``text`` lists, without blanks between them.

    Each is surface, or surface/lemma, /tag, /inflected form; tags by their names in ``TAGS``, and what is left out is
    as in ``WORDS``, else a common noun. ⏎ and ␣ are a line break and a blank. heads, deps: by index of the token; a
    token that is not named hangs on the last word of its sentence. sentences: where further sentences begin.

    首相 は 述べ/述べる/動詞/連用形 た 。
    """
    from spacy.tokens import Doc  # noqa: PLC0415

    rows = [_token(each.replace("⏎", "\n").replace("␣", " ")) for each in text.split(" ")]
    ends = [*sentences, len(rows)]
    roots = []
    for start, end in zip([0, *sentences], ends, strict=True):
        words = [i for i in range(start, end) if not rows[i][2].startswith(("補助記号", "空白"))]
        roots += [words[-1] if words else start] * (end - start)
    return Doc(
        ja_vocab(),
        words=[row[0] for row in rows],
        spaces=[False] * len(rows),
        lemmas=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        morphs=[f"Inflection={row[3]}" if row[3] else "" for row in rows],
        heads=[(heads or {}).get(i, root) for i, root in enumerate(roots)],
        deps=[(deps or {}).get(i, "ROOT" if i == root else "dep") for i, root in enumerate(roots)],
    )


def _token(shorthand: str) -> tuple[str, str, str, str]:
    surface, lemma, tag, form, *_ = [*shorthand.split("/"), "", "", ""]
    usual = WORDS.get(surface, (TAGS["名詞"], ""))
    return surface, lemma or surface, TAGS.get(tag, tag) or usual[0], form or (usual[1] if not tag else "")


@pytest.fixture(name="ja_doc")
def ja_doc_fixture() -> Callable[..., Any]:
    """The function ``ja_doc``: state exactly the words that the test is about, without any model."""
    return ja_doc


@pytest.fixture(scope="session")
def ja_scene() -> Callable[..., Any]:
    """Make a Doc of ``ja_doc`` with all layers of a saying, by our own components and the whole lexicon.

    names: the names in it (山田氏) by what they are: person, organization …; /pronoun or /nominal after it for a word
    that refers back. Each is an entity of its own, e1, e2 … in the order given. What else it takes is ``ja_doc``'s.
    """
    import spacy  # noqa: PLC0415  # as above

    from extractor.components import register  # noqa: PLC0415
    from extractor.layers import EntityFound, MentionFound, write_layer  # noqa: PLC0415

    register()
    nlp = spacy.blank("ja")
    before, after = (
        [nlp.create_pipe(f"extractor_{name}") for name in names]
        for names in (("headings", "quotes"), ("cues", "contents", "speakers", "times", "statements"))
    )

    def make(text: str, *, names: dict[str, str] | None = None, **options: Any) -> "Doc":
        doc = ja_doc(text, **options)
        for part in before:
            part(doc)
        mentions, entities = [], []
        for number, (name, what) in enumerate((names or {}).items()):
            start, (label, _, kind) = doc.text.index(name), what.partition("/")
            place = (start, start + len(name))
            mentions.append(MentionFound(*place, label=label, kind=kind or "name", rule="test"))
            entities.append((place, label, name, number))
        order = sorted(mention.start for mention in mentions)
        write_layer(doc, MentionFound, mentions)
        write_layer(
            doc,
            EntityFound,
            [
                EntityFound(*place, f"e{number + 1}", label, name, "", "", "", (order.index(place[0]),))
                for place, label, name, number in entities
            ],
        )
        for part in after:
            part(doc)
        return doc

    return make
