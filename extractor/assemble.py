"""Assembly: from an article and its analysed Doc to the record, every span checked against the article's text."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.article import Article
from extractor.dates import published_day, resolve_times
from extractor.errors import AssemblyError
from extractor.folding import Folded
from extractor.layers import (
    AboutFound,
    ContentFound,
    CueFound,
    EntityFound,
    Heading,
    MentionFound,
    SpeakerFound,
    StatementFound,
    TimeFound,
    read_layer,
)
from extractor.records import (
    About,
    ArticleRecord,
    Cue,
    DecidedBy,
    Entity,
    EntityIds,
    EntityType,
    Mention,
    MentionKind,
    SaidDate,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    TextSpan,
)

_QUOTATION_RULE = "no-cue"
_ID_FIELDS = {"iso": "iso3166", "wikidata": "wikidata", "provision": "provision"}
_NOBODY = "nobody-named"


class Assembler:
    """Turns the layers of one Doc into the record of its article."""

    def __init__(self, article: Article, folded: Folded, doc: Doc) -> None:
        """folded: the article's text as it was analysed; doc: its analysis, all layers written."""
        self.article = article
        self.folded = folded
        self.mentions = read_layer(doc, MentionFound)
        self.found_entities = read_layer(doc, EntityFound)
        self.cues = read_layer(doc, CueFound)
        self.contents = read_layer(doc, ContentFound)
        self.speakers_of: dict[int, list[SpeakerFound]] = {}
        for speaker in read_layer(doc, SpeakerFound):
            self.speakers_of.setdefault(speaker.content, []).append(speaker)
        self.abouts_of: dict[int, list[AboutFound]] = {}
        for about in read_layer(doc, AboutFound):
            self.abouts_of.setdefault(about.content, []).append(about)
        self.sections = [self.section(*place) for place in enumerate(read_layer(doc, Heading))]
        self.statements = read_layer(doc, StatementFound)
        self.times = read_layer(doc, TimeFound)
        self.dates = resolve_times(self.times, published_day(article.published))
        self.places = sorted(  # where a mention starts, which entity's it is, and which mention
            (self.mentions[index].start, number, index)
            for number, entity in enumerate(self.found_entities)
            for index in entity.mentions
        )
        self.names = {entity.id: self.name(entity) for entity in self.found_entities}

    def assemble(self) -> ArticleRecord:
        """Return the record. Raises AssemblyError where a span or an id does not hold."""
        entities = tuple(self.entity(found) for found in self.found_entities)
        ids = {found.content: f"s{number}" for number, found in enumerate(self.statements, 1)}
        record = ArticleRecord(
            **self.article.model_dump(exclude={"source"}),
            source=self.article.source,
            entities=entities,
            statements=tuple(self.statement(found, ids) for found in self.statements),
        )
        check_record(record)
        return record

    def span(self, start: int, end: int) -> dict[str, int | str]:
        """Return start, end and text in the article's own offsets of a span of the analysed text."""
        first, after = self.folded.original(start), self.folded.original(end)
        return {"start": first, "end": after, "text": self.article.text[first:after]}

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return the span without blanks at its edges: a control character can stand within a word of SudachiPy's."""
        text = self.folded.text[start:end]
        if not text.strip():
            return start, end
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())

    def name(self, found: EntityFound) -> str:
        """Return the name as the article writes it (ＮＷＮテレビ); a country's usual name where it has another."""
        written = (self.mentions[index] for index in found.mentions)
        text = self.folded.text
        place = next((m for m in written if text[m.start : m.end] == found.name), None)
        return str(self.span(place.start, place.end)["text"]) if place else found.name

    def entity(self, found: EntityFound) -> Entity:
        """Return an entity with its mentions in text order."""
        mentions = [self.mentions[index] for index in found.mentions]
        made = tuple(Mention.model_validate({**self.span(m.start, m.end), "kind": m.kind}) for m in mentions)
        surfaces = dict.fromkeys(m.text for m in made if m.kind is MentionKind.NAME)
        name = self.names[found.id]
        return Entity(
            id=found.id,
            type=EntityType(found.label),
            name=name,
            aliases=tuple(surface for surface in surfaces if surface != name),
            ids=_ids(found),
            role=found.role or None,
            affiliation=found.affiliation or None,
            mentions=made,
        )

    def statement(self, found: StatementFound, ids: dict[int, str]) -> Statement:
        """Return the statement with its parts joined."""
        content = self.contents[found.content]
        cue = self.cues[content.cue] if content.cue >= 0 else None
        own = self.speakers_of.get(found.content, [])
        saying = [speaker for speaker in own if not speaker.addressee]
        addressees = [self.speaker(speaker) for speaker in own if speaker.addressee]
        return Statement(
            id=ids[found.content],
            speakers=tuple(self.speaker(speaker) for speaker in saying),
            cue=Cue.model_validate({**self.span(cue.start, cue.end), "lemma": cue.lemma}) if cue else None,
            content=tuple(TextSpan.model_validate(self.span(*self.trimmed(*piece))) for piece in content.pieces),
            form=content.form,
            act=found.act,
            about=tuple(self.about(found.content)),
            date=self.date(found),
            section=self.sections[found.heading] if found.heading >= 0 else None,
            within=ids.get(found.within) if found.within >= 0 else None,
            addressee=addressees[0] if addressees else None,
            decided_by=DecidedBy(content=content.rule, speaker=saying[0].rule if saying else _NOBODY),
            confidence=found.confidence,
        )

    def speaker(self, found: SpeakerFound) -> Speaker:
        """Return a speaker; an implicit one goes by the entity's name."""
        if found.kind == SpeakerKind.IMPLICIT:
            text = self.names.get(found.entity) or str(self.span(found.start, found.end)["text"])
            return Speaker(entity=found.entity or None, text=text, kind=SpeakerKind.IMPLICIT)
        fields = {**self.span(found.start, found.end), "entity": found.entity or None, "kind": found.kind}
        return Speaker.model_validate(fields)

    def date(self, found: StatementFound) -> SaidDate | None:
        """Return when it was said, None where the text or the calendar does not tell."""
        meaning = self.dates[found.time] if found.time >= 0 else None
        if meaning is None:
            return None
        time = self.times[found.time]
        told = {"value": meaning.value, "precision": str(meaning.unit), "anchor": meaning.anchor}
        return SaidDate.model_validate({**self.span(time.start, time.end), **told})

    def about(self, index: int) -> Iterator[About]:
        """Yield each entity that the content ``index`` names, with the first place that shows it; then each topic."""
        content = self.contents[index]
        known = self.abouts_of.get(index, [])
        stances = {found.entity: self.stance(found) for found in known if found.entity}
        for number, mention in sorted(self.named_in(content).items()):
            entity = self.found_entities[number].id
            named = {"entity": entity, "stance": stances.get(entity)}
            yield About.model_validate({**self.span(mention.start, mention.end), **named})
        for found in known:
            if found.topic:
                told = {"topic": found.topic, "where": found.where, "stance": self.stance(found)}
                yield About.model_validate({**self.span(found.start, found.end), **told})

    def named_in(self, content: ContentFound) -> dict[int, MentionFound]:
        """Return the first mention in ``content`` of each entity, by the entity's number."""
        named: dict[int, MentionFound] = {}
        for start, end in content.pieces:
            first, after = bisect_left(self.places, (start,)), bisect_left(self.places, (end,))
            here = {number: index for _, number, index in reversed(self.places[first:after])}
            for number, index in here.items():
                if self.mentions[index].end <= end:
                    named.setdefault(number, self.mentions[index])
        return named

    def stance(self, found: AboutFound) -> Stance | None:
        """Return what the speaker thinks of it, None where nothing shows it."""
        if not found.stance:
            return None
        return Stance.model_validate({**self.span(found.stance_start, found.stance_end), "value": found.stance})

    def section(self, number: int, heading: Heading) -> str | None:
        """Return the words of a heading, for what stands under it; the article's title heads no section."""
        text = str(self.span(heading.start, heading.end)["text"])
        is_title = text == self.article.title or (number == 0 and not self.article.text[: heading.start].strip())
        return None if is_title else text


def _ids(found: EntityFound) -> EntityIds:
    kind, _, value = found.link.partition(":")
    return EntityIds.model_validate({_ID_FIELDS[kind]: value} if kind in _ID_FIELDS else {})


def check_record(record: ArticleRecord) -> None:
    """Raise AssemblyError unless every span is a slice of the text and every id names something in the record."""
    entities = {entity.id for entity in record.entities}
    statements = {statement.id for statement in record.statements}
    for start, end, text in spans_of(record):
        if start >= end or record.text[start:end] != text:
            raise AssemblyError(f"{record.source.path}: {start}-{end} is not «{text}»")
    for statement in record.statements:
        named = [speaker.entity for speaker in statement.speakers] + [about.entity for about in statement.about]
        if not {name for name in named if name} <= entities:
            raise AssemblyError(f"{record.source.path}: {statement.id} names an entity that is not there")
        if statement.within is not None and statement.within not in statements:
            raise AssemblyError(f"{record.source.path}: {statement.id} stands within a statement that is not there")


def spans_of(record: ArticleRecord) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of everything in ``record`` that points into its text."""
    for entity in record.entities:
        for mention in entity.mentions:
            yield mention.start, mention.end, mention.text
    for statement in record.statements:
        stances = (about.stance for about in statement.about)
        for part in (*statement.content, *statement.about, *stances, statement.cue, statement.date):
            if part is not None:
                yield part.start, part.end, part.text
        for speaker in (*statement.speakers, statement.addressee):
            if speaker is not None and speaker.start is not None and speaker.end is not None:
                yield speaker.start, speaker.end, speaker.text
