"""What is kept of each record while they stream by: what was named, by which names, with which role; what was said.

Texts are not kept, and what repeats is kept once, for there may be a hundred thousand articles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from sys import intern
from typing import NamedTuple

from extractor.lexicon.countries import load_countries
from extractor.lexicon.name_parts import load_name_parts
from extractor.lexicon.offices import Reach
from extractor.merging.names import body_name, fold_name, is_full
from extractor.merging.registry import MergedArticle
from extractor.merging.surroundings import defined_abbreviation, find_seat, is_accused
from extractor.merging.titles import read_office
from extractor.records import ArticleRecord, Entity, EntityType, Form, MentionKind, Statement


class Seen(NamedTuple):
    """An entity of one article.

    article: index of the article. names: its forms, each with how often it names it. full: the folded full name of a
    person, else None. short: the other folded names. acts_for: entity id in the same article.
    """

    article: int
    entity: str
    type: EntityType
    name: str
    names: tuple[tuple[str, int], ...]
    id: str | None
    full: str | None
    short: tuple[str, ...]
    role: str | None
    acts_for: str | None
    seat: str | None
    accused: bool
    statements: int


class Said(NamedTuple):
    """A statement whose words can be compared. speakers: entity ids. start, end: of its content in the article."""

    article: int
    statement: str
    speakers: tuple[str, ...]
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Gathered:
    """All that is kept.

    starts: index of the first sighting of each article. abbreviations: folded short form → the folded names that
    articles set beside it.
    """

    articles: list[MergedArticle] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    abbreviations: dict[str, set[str]] = field(default_factory=dict)

    def index_of(self, article: int, entity: str) -> int:
        """Return the index of the sighting of an entity. An article has few: they are looked through."""
        start = self.starts[article]
        return next(index for index in count(start) if self.seen[index].entity == entity)


def gather(records: Iterable[ArticleRecord]) -> Gathered:
    """Return what merging needs of ``records``. A record that comes a second time, by its id, is passed over."""
    gathered, known = Gathered(), set[str]()
    for record in records:
        if record.id in known:
            continue
        known.add(record.id)
        number = len(gathered.articles)
        gathered.articles.append(
            MergedArticle(
                id=record.id,
                path=record.source.path,
                title=record.title,
                publisher=record.publisher,
                published=record.published,
            )
        )
        gathered.starts.append(len(gathered.seen))
        gathered.seen += _seen_in(record, number)
        gathered.said += _said_in(record, number)
        _note_abbreviations(record, gathered.abbreviations)
    return gathered


def _seen_in(record: ArticleRecord, number: int) -> Iterator[Seen]:
    made = Counter(id_ for statement in record.statements for id_ in {s.entity for s in statement.speakers if s.entity})
    by_id = {entity.id: entity for entity in record.entities}
    for entity in record.entities:
        is_person = entity.type is EntityType.PERSON
        named = Counter(intern(m.text) for m in entity.mentions if m.kind is MentionKind.NAME) or Counter([entity.name])
        folded = [fold_name(name) for name in dict.fromkeys((entity.name, *named))]
        eastern = is_person and _is_east_asian(by_id.get(entity.affiliation or ""))
        full = (
            next((name for name in folded if name and is_full(name, east_asian=eastern)), None) if is_person else None
        )
        yield Seen(
            article=number,
            entity=intern(entity.id),
            type=entity.type,
            name=intern(entity.name),
            names=tuple(sorted(named.items(), key=lambda item: (-item[1], item[0]))),
            id=_external_id(entity),
            full=intern(full) if full else None,
            short=tuple(intern(name) for name in folded if name and name != full),
            role=intern(entity.role) if entity.role else None,
            acts_for=entity.affiliation,
            seat=_seat(entity, record.text) if is_person else None,
            accused=is_person and is_accused(entity, record.text),
            statements=made[entity.id],
        )


def _seat(entity: Entity, text: str) -> str | None:
    """Only of those who govern a place: others merely come from one."""
    if entity.role is None or read_office(entity.role).reach is not Reach.LOCAL:
        return None
    seat = find_seat(entity, text)
    return intern(seat) if seat else None


def _external_id(entity: Entity) -> str | None:
    ids = entity.ids
    found = {"iso3166": ids.iso3166, "wikidata": ids.wikidata, "provision": ids.provision}
    return next((intern(f"{kind}:{value}") for kind, value in found.items() if value), None)


def _is_east_asian(affiliation: Entity | None) -> bool:
    """Whether somebody acts for such a state or one of its bodies: アメリカ → False; 中国, 中国外務省 → True."""
    if affiliation is None:
        return False
    codes = load_name_parts().east_asian_codes
    if affiliation.ids.iso3166:
        return affiliation.ids.iso3166 in codes
    return any(iso in codes for _, iso in load_countries().index.at(affiliation.name, 0))


def _said_in(record: ArticleRecord, number: int) -> Iterator[Said]:
    for statement in record.statements:
        if statement.form is not Form.REPORTED:  # 支持を表明: what it is about, and not what was said
            yield Said(
                article=number,
                statement=intern(statement.id),
                speakers=_speakers(statement),
                start=statement.content[0].start,
                end=statement.content[-1].end,
                text="".join(piece.text for piece in statement.content),
            )


def _speakers(statement: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(intern(speaker.entity) for speaker in statement.speakers if speaker.entity))


def _note_abbreviations(record: ArticleRecord, abbreviations: dict[str, set[str]]) -> None:
    for entity in record.entities:
        if entity.type is EntityType.ORGANIZATION and (pair := defined_abbreviation(entity, record.text)):
            name, short = body_name(pair[0]), body_name(pair[1])
            if name != short:
                abbreviations.setdefault(short, set()).add(name)
