"""Who speaks where nobody is named: those who spoke before, and those whom a sentence before was about."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc

from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.brackets import OPENING_QUOTES
from extractor.bunsetsu import Phrase
from extractor.doc_sentences import sentence_end, sentence_start, sentences_before
from extractor.doc_text import text_of, words_of
from extractor.layers import ContentFound, SpeakerFound
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.lexicon.titles import load_titles
from extractor.records import EntityType, Form, MentionKind
from extractor.syntax import is_full_stop, slice_text, token_range

_REACH = 8  # sentences that somebody who was brought up may lie back
_WORD = load_function_words()
_HONORIFICS = load_titles().honorific_forms
_OPENING = f"{OPENING_QUOTES} \u3000"


@dataclass(frozen=True, slots=True)
class Said:
    """Who spoke in a sentence. sentence: its first token. heard: whether their voice only came from them.

    passed_on: whether a source tells that they said it: 通信社によると、|外相は…と述べた.
    """

    sentence: int
    speakers: tuple[SpeakerFound, ...]
    heard: bool = False
    passed_on: bool = False


class Discourse:
    """What a reader of one Doc keeps in mind: who spoke, the last one last."""

    def __init__(self, doc: Doc, phrases: SpeakerPhrases, entity_of: dict[int, str]) -> None:
        """phrases: of the same doc. entity_of: the entity's id of each mention that has one."""
        self._doc = doc
        self._phrases = phrases
        self._entity_of = entity_of
        self._places: dict[str, list[int]] = {}
        for index, mention in enumerate(phrases.mentions):
            if mention.kind == MentionKind.NAME:
                self._places.setdefault(entity_of.get(index, ""), []).append(mention.start)
        self._persons = {
            entity_of.get(index) for index, mention in enumerate(phrases.mentions) if mention.label == EntityType.PERSON
        }
        self._accused = sorted(
            (mention.start, entity_of.get(index, ""))
            for index, mention in enumerate(phrases.mentions)
            if slice_text(doc, mention.end, mention.wide_end) in phrases.grammar.accused
        )
        self._last: Said | None = None
        # The last words of each, by who they are: those who always speak are not met with again and again, looking back
        self._spoken: dict[tuple[str, ...], Said] = {}
        self._themselves: dict[tuple[str, ...], Said] = {}  # the same without what only a source passes on

    def remember(self, said: Said) -> None:
        """Keep who spoke."""
        self._last = said
        speakers = tuple(found.entity for found in said.speakers)
        for spoken in (self._spoken,) if said.passed_on else (self._spoken, self._themselves):
            spoken.pop(speakers, None)
            spoken[speakers] = said

    def resolve(self, said: Said) -> Said:
        """Return ``said``, with who spoke before for a 氏 that names nobody, or a 彼女 in the sentence right after."""
        last = self._last
        if last is None:
            return said
        persons = all(found.entity in self._persons for found in last.speakers)
        follows = persons and self._previous(said.sentence) == last.sentence
        if all(self._refers_back(found) or (follows and self._is_pronoun(found)) for found in said.speakers):
            return replace(said, speakers=last.speakers)
        return said

    def left_out(
        self, content: ContentFound, sentence: int, *, hearsay: bool = False
    ) -> tuple[tuple[SpeakerFound | SpeakerPhrase, ...], str]:
        """Return who says ``content`` in a ``sentence`` that names nobody, and the rule; nobody where none is known.

        The nearest counts: the last speaker, or the person that a sentence after them was about. hearsay: whether the
        content is a sentence that という ends, which rather continues what a source told than what it passed on.
        """
        before = reversed((self._themselves if hearsay else self._spoken).values())
        others = (said for said in before if not (hearsay and said.sentence == sentence))
        last = next((said for said in others if not self._is_named_in(said, content)), None)
        topic = self._last_topic(sentence, content, alone=last is None)
        if last is not None and (topic is None or last.sentence >= topic[0]):
            return last.speakers, "running-speaker"
        return ((topic[1],), "running-topic") if topic is not None else ((), "")

    def accused(self, before: int) -> str:
        """Return the entity that was last called the accused before the character ``before``, "" where none was.

        町田容疑者はきのう逮捕されました。「頼まれただけだ」と|供述しているということです。
        """
        called = bisect_left(self._accused, (before,))
        return self._accused[called - 1][1] if called else ""

    def introduced(self, content: ContentFound) -> SpeakerPhrase | None:
        """Return the person whom the sentence behind a quotation that opens its line is about, None where none is.

        「魚が消えた」。|漁師の山田さん（78）は海を見つめた。
        """
        text = text_of(self._doc)
        line = text.rfind("\n", 0, content.start) + 1
        if text[line : content.start].strip(_OPENING):
            return None
        start = sentence_end(self._doc, token_range(self._doc, content.start, content.end)[1] - 1)
        if start >= len(self._doc) or "\n" in text[content.end : self._doc[start].idx]:
            return None
        row = self._phrases.between(start, sentence_end(self._doc, start))
        topics = (self._phrases.find(phrase) for phrase in row if phrase.particle in _WORD.topics)
        first = next((topic for topic in topics if topic is not None), None)
        if first is None or first.group is not SpeakerGroup.PERSON or first.mention < 0:
            return None
        return None if self._is_quoted(self._entity_of.get(first.mention, ""), content) else first

    def can_be_asked(self, asked: SpeakerPhrase, content: ContentFound) -> bool:
        """Whether ``asked``, whom the article talks with, may say ``content``: nobody else has spoken in its line.

        玉井監督に聞いた。 … 雑誌は「名作だ」と評した。 / |「光栄です」
        """
        if self._is_quoted(self._entity_of.get(asked.mention, ""), content):
            return False
        if self._last is None:
            return True
        return text_of(self._doc).find("\n", self._doc[self._last.sentence].idx, content.start) >= 0

    def _refers_back(self, found: SpeakerFound) -> bool:
        """Whether ``found`` is a word such as 氏 that no entity belongs to."""
        return not found.entity and slice_text(self._doc, found.start, found.end) in self._phrases.grammar.referring

    def _is_pronoun(self, found: SpeakerFound) -> bool:
        return slice_text(self._doc, found.start, found.end) in self._phrases.grammar.pronouns

    def _is_named_in(self, said: Said, content: ContentFound) -> bool:
        """Whether a quotation names the speaker: who says 「吉田さんに感謝する」 is not 吉田."""
        return any(self._is_quoted(found.entity, content) for found in said.speakers)

    def _is_quoted(self, entity: str, content: ContentFound) -> bool:
        if content.form != Form.DIRECT or not entity:
            return False
        places = self._places.get(entity, [])
        return any(bisect_left(places, start) < bisect_left(places, end) for start, end in content.pieces)

    def _last_topic(self, sentence: int, content: ContentFound, *, alone: bool) -> tuple[int, SpeakerPhrase] | None:
        """Return the nearest person whom a sentence before ``sentence`` was about, with the start of that sentence.

        An organisation is taken only where no person stands nearby, with が only from the sentence right before
        and where nobody has spoken (``alone``).
        """
        body = None
        for start, phrase in self._brought_up(sentence):
            speaker = self._phrases.find(phrase)
            if speaker is None or (speaker.mention < 0 and not self._is_right_before(speaker, start, sentence)):
                continue
            if self._is_quoted(self._entity_of.get(speaker.mention, ""), content):
                continue
            if speaker.group is SpeakerGroup.PERSON:
                return start, speaker
            if body is None and (phrase.particle == _WORD.topic or (alone and self._previous(sentence) == start)):
                body = start, speaker
        return body

    def _is_right_before(self, speaker: SpeakerPhrase, start: int, sentence: int) -> bool:
        """Whether the sentence from the token ``start`` is about an unnamed person and the next is ``sentence``.

        歌手は結婚を報告した。|「幸せだ」とつづった。
        """
        topic = speaker.phrase.particle in _WORD.topics and speaker.group is SpeakerGroup.PERSON
        return topic and sentence_start(self._doc, sentence - 1) == start

    def _brought_up(self, sentence: int) -> Iterator[tuple[int, Phrase]]:
        """Yield the phrases that say whom the sentences before are about, the nearest sentence first, with its start.

        山田氏は帰国した。  →  山田氏は;  撮影したのは山田氏。  →  山田氏;  山田氏に聞いた。  →  山田氏に
        """
        words = words_of(self._doc)
        for start, end in islice(sentences_before(self._doc, sentence), _REACH):
            row = [phrase for phrase in self._phrases.between(start, end) if not words[phrase.start].isspace()]
            named = [phrase for number, phrase in enumerate(row) if self._is_asked(row, number)]
            if self._ends_in_name(row, end):
                named.append(row[-1])
            for particles in (_WORD.topics, (_WORD.nominative,)):
                named += [phrase for phrase in row if phrase.particle in particles]
            yield from ((start, phrase) for phrase in named)

    def _previous(self, sentence: int) -> int:
        """Return the first token of the sentence before the one at the token ``sentence``, -1 for the first."""
        return next((start for start, _ in sentences_before(self._doc, sentence)), -1)

    def _ends_in_name(self, row: list[Phrase], end: int) -> bool:
        """Whether a person's name ends the sentence, whose tokens end at ``end``: 撮影したのは、山田花子さん（75）。

        On a line without 。 and without さん it is who wrote the article: パリ支局長　山田花子.
        """
        if not row or row[-1].particle or row[-1].comma:
            return False
        named = self._phrases.find(row[-1])
        stops = any(is_full_stop(token) for token in self._doc[row[-1].start : end])
        return named is not None and (stops or slice_text(self._doc, named.start, named.end).endswith(_HONORIFICS))

    def _is_asked(self, row: list[Phrase], number: int) -> bool:
        """Whether the phrase ``number`` is who is asked: 山田氏に|話を聞いた."""
        if row[number].particle != _WORD.dative:
            return False
        words = (token for phrase in row[number + 1 :] for token in self._doc[phrase.start : phrase.end])
        return any(token.lemma_ in self._phrases.grammar.asking for token in words)
