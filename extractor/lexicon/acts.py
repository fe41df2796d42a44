"""What in a content shows what is done in saying it: endings, words of judgement, auxiliaries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from pydantic import Field

from extractor.errors import LexiconError
from extractor.lexicon.entry import Entry, read_toml
from extractor.records import Act

ACTS_FILE = "acts.toml"
LONGEST = 3  #: most tokens that one word of the lexicon is cut into: いけ|ない

JUDGING = frozenset({"feeling", "praise", "blame"})  #: groups of words that judge
TENSES = ("past", "state")  #: auxiliaries that tell the tense, the first that is there
NEGATED, DOING = "negated", "doing"  #: auxiliaries that the code asks for


class ActEnding(Entry):
    """Words that end a sentence of a content, and the act that they show where nothing else tells."""

    name: str = Field(pattern=r"^[a-z-]+$")
    words: tuple[str, ...] = Field(min_length=1)
    act: Act
    example: str
    counter: str | None = None


class ActWords(Entry):
    """Words by their dictionary forms, joined where SudachiPy cuts them."""

    name: str = Field(pattern=r"^[a-z-]+$")
    lemmas: tuple[str, ...] = Field(min_length=1)
    example: str


class Trail(Entry):
    """What may stand behind an ending without changing it: 計画|である."""

    words: tuple[str, ...] = Field(min_length=1)
    example: str


@dataclass(frozen=True, slots=True)
class ActLexicon:
    """The file ``acts.toml``, ready for looking up.

    endings: by their words. trails: as written. groups, auxiliaries: names of the groups that a lemma stands in.
    """

    endings: dict[str, ActEnding]
    trails: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    auxiliaries: dict[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        endings: Iterable[ActEnding],
        trails: Iterable[Trail],
        words: Iterable[ActWords],
        auxiliaries: Iterable[ActWords],
    ) -> Self:
        """Make it from the entries. Raises LexiconError where a word stands in two endings or twice in one."""
        found: dict[str, ActEnding] = {}
        for entry in endings:
            for word in entry.words:
                if word in found:
                    raise LexiconError(f"{ACTS_FILE}: ending {entry.name}: {word} is in {found[word].name} already")
                found[word] = entry
        trailing = tuple(word for trail in trails for word in trail.words)
        return cls(found, trailing, _by_lemma(words), _by_lemma(auxiliaries))

    def find_ending(self, sentence: str) -> ActEnding | None:
        """Return the longest ending of ``sentence``, else the longest before a trail, else None.

        増やす計画である  →  the ending of 計画
        """
        bare = (sentence.removesuffix(trail) for trail in self.trails if sentence.endswith(trail))
        return next((entry for text in (sentence, *bare) if (entry := self._longest(text))), None)

    def _longest(self, text: str) -> ActEnding | None:
        tails = (text[start:] for start in range(max(len(text) - 20, 0), len(text)))
        return next((self.endings[tail] for tail in tails if tail in self.endings), None)


def _by_lemma(entries: Iterable[ActWords]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            found[lemma] = (*found.get(lemma, ()), entry.name)
    return found


@cache
def load_acts() -> ActLexicon:
    """Read ``acts.toml``. Raises LexiconError where it is malformed."""
    return ActLexicon.of(
        read_toml(ACTS_FILE, "ending", ActEnding),
        read_toml(ACTS_FILE, "trail", Trail),
        read_toml(ACTS_FILE, "word", ActWords),
        read_toml(ACTS_FILE, "auxiliary", ActWords),
    )
