"""Who says each content: named in its sentence, in the clause before, or left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractor.attribution.stated_speakers import StatedSpeakers
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.layers import ContentFound, CueFound, EntityFound, SpeakerFound, read_layer
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form, SpeakerKind
from extractor.syntax import Phrase, token_range

_REACH = 6  # sentences that an omitted speaker may lie back


@dataclass(frozen=True, slots=True)
class Said:
    """Who spoke in a sentence. sentence: its first token."""

    sentence: int
    speakers: tuple[SpeakerFound, ...]


class SpeakerFinder:
    """Finds the speakers of one Doc's contents, in text order."""

    def __init__(self, doc: Doc, phrases: SpeakerPhrases) -> None:
        """phrases: of the same doc."""
        self._doc = doc
        self._phrases = phrases
        self._cues = read_layer(doc, CueFound)
        self._contents = read_layer(doc, ContentFound)
        self._stated = StatedSpeakers(doc, phrases, self._cues)
        self._entity_of = {mention: entity.id for entity in read_layer(doc, EntityFound) for mention in entity.mentions}

    def find(self) -> Iterator[SpeakerFound]:
        """Yield the speakers of each content and whom they tell it; none where nobody can be named.

        首相は行くと述べた。中止はしないと強調した。  →  首相 for both, for the second left out
        """
        last: Said | None = None  # who spoke last, but for sayings that are only reported
        joined: Said | None = None
        for index in sorted(range(len(self._contents)), key=self._order):
            content = self._contents[index]
            sentence = self._sentence(content)
            found = self._speakers(index, sentence, last, joined)
            if not found:
                continue
            told = self._stated.addressee(content) if content.cue >= 0 else None
            if told is not None:
                yield replace(self._found(index, told, "told"), addressee=True)
            joined = Said(sentence, found)
            last = last if content.form == Form.REPORTED else joined
            yield from found

    def _order(self, index: int) -> tuple[int, int]:
        """Contents in the order of their cues, so that a speaker is known before the clause that inherits it."""
        content = self._contents[index]
        return self._place(content), content.start

    def _place(self, content: ContentFound) -> int:
        """Return the character where the saying stands: the cue, or what is said without one."""
        return self._cues[content.cue].start if content.cue >= 0 else content.start

    def _sentence(self, content: ContentFound) -> int:
        place = self._place(content)
        return int(self._doc[token_range(self._doc, place, place + 1)[0]].sent.start)

    def _speakers(self, index: int, sentence: int, last: Said | None, joined: Said | None) -> tuple[SpeakerFound, ...]:
        """Return who says the content ``index``. last, joined: who spoke before it."""
        decision = self._stated.find(self._contents[index])
        if decision is not None:
            together = self._stated.together(decision.phrase)
            return tuple(self._found(index, phrase, decision.rule) for phrase in together)
        if joined is not None and joined.sentence == sentence:
            return tuple(replace(found, content=index, rule="subject-of-clause-before") for found in joined.speakers)
        return self._left_out(index, sentence, last)

    def _found(self, content: int, speaker: SpeakerPhrase, rule: str) -> SpeakerFound:
        entity = self._entity_of.get(speaker.mention, "") if speaker.mention >= 0 else ""
        return SpeakerFound(
            speaker.start, speaker.end, content=content, kind=str(speaker.kind), entity=entity, rule=rule
        )

    def _left_out(self, content: int, sentence: int, last: Said | None) -> tuple[SpeakerFound, ...]:
        """Return the speaker who is left out: the last one named as speaker or as topic, whichever is nearer."""
        topic = self._last_topic(sentence)
        if last is not None and (topic is None or last.sentence >= topic[0]):
            return tuple(_implied(found, content, "running-speaker") for found in last.speakers)
        if topic is not None:
            return (_implied(self._found(content, topic[1], ""), content, "running-topic"),)
        return ()

    def _last_topic(self, sentence: int) -> tuple[int, SpeakerPhrase] | None:
        """Return the nearest person who is a topic or subject before ``sentence``, with the start of their sentence.

        An organisation is taken only where no person stands nearby.
        """
        body = None
        for start, phrase in self._subjects_before(sentence):
            speaker = self._phrases.find(phrase)
            if speaker is None or speaker.mention < 0:
                continue
            if speaker.group is SpeakerGroup.PERSON:
                return start, speaker
            if body is None and phrase.particle == "は":
                body = start, speaker
        return body

    def _subjects_before(self, sentence: int) -> Iterator[tuple[int, Phrase]]:
        """Yield the bunsetsu with は, も or が of the sentences before, the nearest sentence first, with its start."""
        start = sentence
        for _ in range(_REACH):
            if start <= 0:
                return
            previous = self._doc[start - 1].sent
            start = previous.start
            if previous.text.isspace():
                continue
            for phrase in self._phrases.between(previous.start, previous.end):
                if phrase.particle in ("は", "も", "が"):
                    yield start, phrase


def _implied(found: SpeakerFound, content: int, rule: str) -> SpeakerFound:
    """Return ``found`` as the speaker of another content that leaves them out; only an entity needs no place."""
    start, end = (0, 0) if found.entity else (found.start, found.end)
    return SpeakerFound(start, end, content=content, kind=str(SpeakerKind.IMPLICIT), entity=found.entity, rule=rule)
