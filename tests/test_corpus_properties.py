"""What must hold of every article, over all of corpus/: each is analysed once for all tests here."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.tokens import Doc

from extractor.api import Extractor
from extractor.article import Article
from extractor.assemble import Assembler, spans_of
from extractor.folding import fold
from extractor.layers import Layered, MentionFound, read_layer
from extractor.lexicon.topics import load_topics
from extractor.readers import read_article
from extractor.records import ArticleRecord, EntityType, Form, MentionKind, Place, SpeakerKind, Statement, TextSpan

ARTICLES = sorted((Path(__file__).parents[1] / "corpus" / "articles").iterdir())
NAMED = {EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION}
LAYERS = {layer.LAYER: layer for layer in Layered.__subclasses__()}.values()

pytestmark = pytest.mark.ginza


class Analysed:
    """An article of the corpus with its Doc and its record."""

    def __init__(self, path: Path, extractor: Extractor) -> None:
        self.article: Article = read_article(path)
        folded = fold(self.article.text)
        self.doc: Doc = extractor.nlp(folded.text)
        self.record: ArticleRecord = Assembler(self.article, folded, self.doc).assemble()
        self.text = self.record.text

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.record.statements


@pytest.fixture(scope="session")
def analyse(extractor_loaded: Extractor) -> Callable[[Path], Analysed]:
    done: dict[Path, Analysed] = {}

    def once(path: Path) -> Analysed:
        if path not in done:
            done[path] = Analysed(path, extractor_loaded)
        return done[path]

    return once


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def analysed(request: pytest.FixtureRequest, analyse: Callable[[Path], Analysed]) -> Analysed:
    return analyse(request.param)


def extent(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, statement.content[-1].end


def test_every_span_is_a_slice_of_the_text(analysed: Analysed) -> None:
    for start, end, text in spans_of(analysed.record):
        assert analysed.text[start:end] == text != ""


def test_ids_name_what_is_there(analysed: Analysed) -> None:
    entities = {entity.id for entity in analysed.record.entities}
    statements = {statement.id for statement in analysed.statements}
    assert len(entities) == len(analysed.record.entities)
    assert len(statements) == len(analysed.statements)
    for statement in analysed.statements:
        named = [*statement.speakers, *statement.about, *filter(None, [statement.addressee])]
        assert {each.entity for each in named} - {None} <= entities
        assert statement.within is None or statement.within in statements
    assert {entity.affiliation for entity in analysed.record.entities} - {None} <= entities


def test_statements_stand_in_text_order_with_ids_that_count(analysed: Analysed) -> None:
    starts = [statement.content[0].start for statement in analysed.statements]
    assert starts == sorted(starts)
    assert [statement.id for statement in analysed.statements] == [f"s{number + 1}" for number in range(len(starts))]


def test_the_pieces_of_a_content_follow_one_another(analysed: Analysed) -> None:
    for statement in analysed.statements:
        assert all(one.end <= other.start for one, other in pairwise(statement.content))


def test_no_two_statements_say_the_same_content_with_the_same_cue(analysed: Analysed) -> None:
    keys = [(statement.content, statement.cue) for statement in analysed.statements]
    assert len(set(keys)) == len(keys)


def test_what_stands_within_another_stands_inside_it(analysed: Analysed) -> None:
    by_id = {statement.id: statement for statement in analysed.statements}
    for statement in analysed.statements:
        (start, end), around = extent(statement), statement.within
        while around is not None:
            outer_start, outer_end = extent(by_id[around])
            assert outer_start <= start
            assert end <= outer_end
            assert outer_end - outer_start > end - start  # hence no circle
            (start, end), around = (outer_start, outer_end), by_id[around].within


def test_no_content_holds_its_own_cue(analysed: Analysed) -> None:
    for statement in analysed.statements:
        cue = statement.cue
        assert cue is None or all(cue.end <= piece.start or piece.end <= cue.start for piece in statement.content)


def test_contents_have_no_blanks_at_their_edges(analysed: Analysed) -> None:
    for statement in analysed.statements:
        for piece in statement.content:
            assert piece.text == piece.text.strip()


def test_the_form_is_what_the_brackets_say(analysed: Analysed) -> None:
    for statement in analysed.statements:
        quoted = any("「" in piece.text for piece in statement.content)
        if statement.form is Form.DIRECT:
            assert all(analysed.text[piece.start - 1] in "「『｢" for piece in statement.content)
        elif statement.form is Form.MIXED:
            assert quoted or any("『" in piece.text for piece in statement.content)
        elif statement.form is Form.INDIRECT:
            assert not quoted


def test_only_an_implicit_speaker_has_no_place(analysed: Analysed) -> None:
    for statement in analysed.statements:
        for speaker in statement.speakers:
            assert (speaker.start is None) == (speaker.kind is SpeakerKind.IMPLICIT)
            assert speaker.text


def test_what_a_statement_is_about_stands_where_it_says(analysed: Analysed) -> None:
    for statement in analysed.statements:
        for about in statement.about:
            within = any(piece.start <= about.start and about.end <= piece.end for piece in statement.content)
            assert within is (about.where is Place.CONTENT)
            assert (about.entity is None) is (about.topic is not None)
            if about.where is Place.INHERITED:
                assert about.end <= statement.content[0].start
                assert about.stance is None or _says(statement, about.stance)


def _says(statement: Statement, words: TextSpan) -> bool:
    """Whether the content or the cue holds ``words``: what is thought of a thing named before is said here."""
    own = (*statement.content, *([statement.cue] if statement.cue else []))
    return any(span.start <= words.start and words.end <= span.end for span in own)


def test_a_statement_is_about_a_topic_once(analysed: Analysed) -> None:
    for statement in analysed.statements:
        topics = [about.topic for about in statement.about if about.topic]
        assert len(topics) == len(set(topics))
        assert set(topics) <= load_topics().by_id.keys()


def test_every_decision_has_a_name(analysed: Analysed) -> None:
    for statement in analysed.statements:
        assert statement.decided_by.content
        assert statement.decided_by.speaker
        assert 0 <= statement.confidence <= 1


def test_names_never_overlap(analysed: Analysed) -> None:
    names = sorted(
        (mention.start, mention.end)
        for entity in analysed.record.entities
        if entity.type in NAMED
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME
    )
    assert all(one_end <= start for (_, one_end), (start, _) in pairwise(names))


def test_a_mention_belongs_to_one_entity(analysed: Analysed) -> None:
    places = [(m.start, m.end, e.type) for e in analysed.record.entities for m in e.mentions]
    assert len(set(places)) == len(places)
    assert len(read_layer(analysed.doc, MentionFound)) >= len(places)


def test_layers_survive_bytes(analysed: Analysed) -> None:
    copy = Doc(analysed.doc.vocab).from_bytes(analysed.doc.to_bytes())
    for layer in LAYERS:
        assert read_layer(copy, layer) == read_layer(analysed.doc, layer)


def test_the_analysed_text_is_the_article(analysed: Analysed) -> None:
    assert analysed.doc.text == fold(analysed.article.text).text
    assert analysed.text == analysed.article.text


def test_a_record_can_be_written_and_read(analysed: Analysed) -> None:
    assert ArticleRecord.model_validate_json(analysed.record.model_dump_json()) == analysed.record


def test_a_second_run_in_another_order_gives_the_same_bytes(
    analyse: Callable[[Path], Analysed], extractor_loaded: Extractor
) -> None:
    paths = ARTICLES[::-1]
    again = extractor_loaded.extract_many(read_article(path) for path in paths)
    for path, record in zip(paths, again, strict=True):
        assert record.model_dump_json() == analyse(path).record.model_dump_json()


def test_a_stream_is_read_no_further_than_the_article_at_hand(extractor_loaded: Extractor) -> None:
    read: list[int] = []

    def articles() -> Iterator[str]:
        for number in range(3):
            read.append(number)
            yield f"首相は{number}回述べた。"

    records = extractor_loaded.extract_many(articles())
    assert read == []
    for number in range(3):
        next(records)
        assert read == list(range(number + 1))
