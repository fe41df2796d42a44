"""What each statement is about, in its place, with what its speaker thinks of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.layers import (
    AboutFound,
    ContentFound,
    CueFound,
    EntityFound,
    MentionFound,
    SpeakerFound,
    StatementFound,
    TopicFound,
    read_layer,
)
from extractor.lexicon.grammar import Grammar
from extractor.records import EntityType, Place
from extractor.syntax import token_range
from extractor.topics.placing import TopicPlacer
from extractor.topics.stance import StanceFinder
from extractor.topics.stance_reading import Stance
from extractor.topics.stance_words import StanceWords


def find_abouts(doc: Doc, grammar: Grammar, words: StanceWords) -> Iterator[AboutFound]:
    """Yield what the contents of ``doc`` are about, each topic once, and stances towards provisions that they name.

    What nobody in particular says shows nobody's stance: 利下げに踏み切るとの観測が強い.
    """
    contents, cues = read_layer(doc, ContentFound), read_layer(doc, CueFound)
    acts = {statement.content: statement.act for statement in read_layer(doc, StatementFound)}
    provisions_of = _provisions(doc, contents)
    speakers = read_layer(doc, SpeakerFound)
    spoken = {speaker.content for speaker in speakers if not speaker.addressee}
    placer = TopicPlacer(doc, contents, cues, speakers, grammar, provisions_of)
    placed = placer.place(read_layer(doc, TopicFound))
    for index, (content, topics) in enumerate(zip(contents, placed, strict=True)):
        provisions = provisions_of.get(index, {})
        if index not in acts or not (provisions or topics):
            continue
        cue = cues[content.cue] if content.cue >= 0 else None
        stances = StanceFinder(doc, content, cue, acts[index], words) if index in spoken else None
        for topic, where, more in topics:
            stance = _stance(stances, _ordered(doc, (topic, *more)), where) if stances and topic.judged else None
            yield _about(topic.start, topic.end, index, topic=topic.topic, where=where, stance=stance)
        for entity, mention in provisions.items():
            stance = stances.find(mention.start, mention.end) if stances else None
            if stance is not None:
                yield _about(mention.start, mention.end, index, entity=entity, where=Place.CONTENT, stance=stance)


def _stance(stances: StanceFinder, places: Sequence[TopicFound], where: Place) -> Stance | None:
    """Return the stance towards what ``places`` name.

    What stands before the statement, or what only a part of it is named of, can only be meant.
    """
    named = [topic for topic in places if not topic.part] if where is not Place.INHERITED else []
    for topic in named:
        stance = stances.find(topic.start, topic.end)
        if stance is not None:
            return stance.turned() if topic.against else stance
    return None if named and where is Place.CONTENT else stances.find_unnamed()


def _ordered(doc: Doc, places: Sequence[TopicFound]) -> list[TopicFound]:
    """Return ``places``, last those that only tell which one another is that is set against them.

    兵器の|規制, 鉱物の|依存: what is said of the second is meant.
    """
    against = [range(*token_range(doc, place.start, place.end)) for place in places if place.against]

    def tells_which(place: TopicFound) -> bool:
        head = doc[token_range(doc, place.start, place.end)[1] - 1].head.i
        return not place.against and any(head in tokens for tokens in against)

    return sorted(places, key=tells_which)


def _provisions(doc: Doc, contents: Sequence[ContentFound]) -> dict[int, dict[str, MentionFound]]:
    """Return for each content, by its index, the ids of the provisions that it names, with the first place of each."""
    mentions = read_layer(doc, MentionFound)
    named = [
        (mentions[place], entity.id)
        for entity in read_layer(doc, EntityFound)
        if entity.label == EntityType.PROVISION
        for place in entity.mentions
    ]
    named.sort(key=lambda each: each[0].start)
    found: dict[int, dict[str, MentionFound]] = {}
    for index, content in enumerate(contents):
        for start, end in content.pieces:
            for place in range(bisect_left(named, start, key=lambda each: each[0].start), len(named)):
                mention, entity = named[place]
                if mention.end > end:
                    break
                found.setdefault(index, {}).setdefault(entity, mention)
    return found


def _about(
    start: int, end: int, content: int, *, where: Place, stance: Stance | None, topic: str = "", entity: str = ""
) -> AboutFound:
    shown = (str(stance.value), stance.start, stance.end) if stance else ("", -1, -1)
    return AboutFound(start, end, content, topic, entity, str(where), *shown)
