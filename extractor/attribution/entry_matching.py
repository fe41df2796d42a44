"""Whether the words of a reporting expression stand at a place, and how far they reach."""

from spacy.tokens import Doc, Token

from extractor.doc_text import lemmas_of
from extractor.lexicon.cues import CueEntry, CueKind
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import is_adjective, is_finite, is_mark, is_particle, is_verb

_PHRASE_GAP = 4  # tokens between noun and verb of a phrase: 考えを/改めて/示した
_WORD = load_function_words()


class EntryMatcher:
    """Matches entries of the lexicon with the words of one Doc."""

    def __init__(self, doc: Doc, grammar: Grammar) -> None:
        """grammar: the lexicon's word classes."""
        self._doc, self._lemmas, self._grammar = doc, lemmas_of(doc), grammar

    def match(self, start: int, entry: CueEntry) -> int:
        """Return the token after the last word of ``entry`` where it stands at ``start``, else 0.

        Between noun and verb of a phrase a few words may come in, and を may be another particle (考えも示した).
        """
        place, last, phrase = start, len(entry.lemmas) - 1, entry.kind is CueKind.PHRASE
        for number, lemma in enumerate(entry.lemmas):
            if place >= len(self._lemmas):
                return 0
            if phrase and (number == last or (number > 1 and entry.lemmas[number - 1] == _WORD.accusative)):
                place = self._skip_adverbs(place, lemma)
            exchangeable = phrase and 0 < number < last
            if self._lemmas[place] != lemma and not (exchangeable and self._is_core_particle(place)):
                return 0
            place += 1
        return place

    def _is_core_particle(self, place: int) -> bool:
        return is_particle(self._doc[place]) and self._doc[place].text in self._grammar.particles.core

    def _skip_adverbs(self, place: int, lemma: str) -> int:
        candidate, end = place, min(place + _PHRASE_GAP, len(self._lemmas))
        while candidate < end:
            if self._lemmas[candidate] == lemma:
                return candidate
            joins = self._doc[candidate : candidate + 2].text in self._grammar.connectives  # 考えも|併せて|示した
            if _parts(self._doc[candidate]) and not joins:
                break
            candidate += 1 + joins
        return place


def _parts(token: Token) -> bool:
    """Whether ``token`` parts the noun of a phrase from its verb: 考えが|ないことを強調; not 考えを|強く示した."""
    denies = is_adjective(token) and is_finite(token)
    accusative = token.text == _WORD.accusative and is_particle(token)
    return is_verb(token) or is_mark(token) or denies or accusative
