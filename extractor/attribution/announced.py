"""Whom an article announces before it lets them speak: in a caption, as a voice, or as the one it talks with.

避難した男性 / 「眠れなかった」;  客からはこんな声も。「困る」;  玉井監督に聞いた。 … 「笑ってほしい」
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.brackets import OPENING_QUOTES
from extractor.bunsetsu import Phrase
from extractor.doc_sentences import sentence_end, sentence_start, sentences_before
from extractor.doc_text import text_of
from extractor.layers import ContentFound
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import EntityType
from extractor.syntax import is_full_stop, is_predicate, token_range

ALONE = "quotation-alone"

_WORD = load_function_words()
_OPENING = f"{OPENING_QUOTES} \u3000"
_ASKED_WITHIN = 12  # sentences from the beginning in which an article says whom it has asked
_QUOTED_ALONE = 2  # quotations without a cue that a talk has at least


class Announced:
    """Those whom one Doc announces."""

    def __init__(
        self, doc: Doc, phrases: SpeakerPhrases, contents: Iterable[ContentFound], entity_of: dict[int, str]
    ) -> None:
        """phrases: of the same doc. contents: its layer. entity_of: the entity's id of each mention that has one."""
        self._doc = doc
        self._phrases = phrases
        self._entity_of = entity_of
        alone = sum(content.rule == ALONE for content in contents)
        self._interviewee = self._find_interviewee() if alone >= _QUOTED_ALONE else None

    def asked(self, content: ContentFound) -> SpeakerPhrase | None:
        """Return whom the article is a talk with, where it is one and has said so at ``content``; else None."""
        found = self._interviewee
        if found is None or content.end <= self._doc[sentence_start(self._doc, found.phrase.start)].idx:
            return None
        return found

    def before(self, content: ContentFound) -> SpeakerPhrase | None:
        """Return who is announced by the sentence before a quotation that stands alone, None where nobody is."""
        row = self._row_before(content) if content.rule == ALONE else []
        if not row:
            return None
        text = text_of(self._doc)
        line = text.rfind("\n", 0, content.start) + 1
        opens_line = line > 0 and not text[line : content.start].strip(_OPENING)
        return (self._caption(row) if opens_line else None) or self._voice(row)

    def _row_before(self, content: ContentFound) -> list[Phrase]:
        """Return the bunsetsu of the sentence before the one that ``content`` begins in, blank ones passed over."""
        sentence = sentence_start(self._doc, token_range(self._doc, content.start, content.start + 1)[0])
        rows = (self._row(start, end) for start, end in sentences_before(self._doc, sentence))
        return next((row for row in rows if row), [])

    def _row(self, start: int, end: int) -> list[Phrase]:
        """Return the bunsetsu of a sentence, blanks and marks left out: 客は|――."""
        return [phrase for phrase in self._phrases.between(start, end) if not self._is_mark(phrase)]

    def _is_mark(self, phrase: Phrase) -> bool:
        head = self._doc[phrase.head]
        return head.is_space or (head.is_punct and phrase.start not in self._phrases.units)

    def _caption(self, row: list[Phrase]) -> SpeakerPhrase | None:
        """Return the person that a line ends in: 避難した|男性; 店長は――; 利用者の|声."""
        last = row[-1]
        ending = self._doc[last.head : last.end]
        if last.comma or last.particle not in ("", *_WORD.topics):
            return None
        if any(is_predicate(token) or is_full_stop(token) for token in ending):
            return None
        if self._doc[last.head].text in self._phrases.grammar.heard_words:
            last = row[-2] if len(row) > 1 and row[-2].particle == _WORD.genitive else last
        found = self._phrases.find(last)
        return found if found is not None and found.group is SpeakerGroup.PERSON else None

    def _voice(self, row: list[Phrase]) -> SpeakerPhrase | None:
        """Return from whom a voice is announced that nothing has told yet: 客からは|こんな声も."""
        grammar = self._phrases.grammar
        if not any(self._is_this_voice(row, number) for number in range(1, len(row))):
            return None
        origin = grammar.particles.origin | grammar.particles.voice
        from_whom = (phrase for phrase in row if phrase.particle in origin)
        return next((found for phrase in from_whom if (found := self._phrases.find(phrase))), None)

    def _is_this_voice(self, row: list[Phrase], number: int) -> bool:
        """Whether the phrase ``number`` is a voice that is pointed at: こんな|声も, 次のような|声が."""
        grammar = self._phrases.grammar
        if self._doc[row[number].head].text not in grammar.heard_words:
            return False
        pointing = self._doc[row[max(0, number - 2)].start : row[number].head].text
        return pointing.endswith(tuple(grammar.announcing))

    def _find_interviewee(self) -> SpeakerPhrase | None:
        """Return the one person who is asked at the beginning: 玉井監督に|聞いた。"""
        asked = [found for row in self._first_rows() if (found := self._asked(row)) is not None]
        persons = {self._entity_of.get(found.mention) for found in asked}
        return asked[0] if len(persons) == 1 else None

    def _first_rows(self) -> Iterator[list[Phrase]]:
        start = 0
        for _ in range(_ASKED_WITHIN):
            if start >= len(self._doc):
                return
            end = sentence_end(self._doc, start)
            yield self._row(start, end)
            start = end

    def _asked(self, row: list[Phrase]) -> SpeakerPhrase | None:
        """Return whom a sentence ends in asking: 脚本も書いた玉井監督に|聞いた。"""
        asking = self._phrases.grammar.asking
        if not row or not any(token.lemma_ in asking for token in self._doc[row[-1].start : row[-1].end]):
            return None
        for phrase in row:
            found = self._phrases.find(phrase) if phrase.particle == _WORD.dative else None
            if found and found.mention >= 0 and self._phrases.mentions[found.mention].label == EntityType.PERSON:
                return found
        return None
