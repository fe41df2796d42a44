"""Reporting expressions put together: a noun that names a stance, を, and a verb that shows or tells it."""

from functools import cache
from itertools import product

from pydantic import Field

from extractor.lexicon.cues import CueEntry, CueKind, Marker, check_distinct, load_cues
from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.function_words import load_function_words
from extractor.records import Act

STANCE_PHRASES_FILE = "stance_phrases.toml"


class StanceNoun(Entry):
    """A noun that names a stance: 考え. markers: how the clause before it is attached. The example holds it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    lemma: str = Field(min_length=1)
    markers: tuple[Marker, ...] = Field(min_length=1)
    act: Act = Act.ASSERT
    example: str = Field(min_length=2)


class StanceVerb(Entry):
    """A verb that shows or tells a stance: dictionary forms of its tokens (明らか, だ, する). The example holds it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    lemmas: tuple[str, ...] = Field(min_length=1)
    example: str = Field(min_length=2)


def load_stance_nouns() -> tuple[StanceNoun, ...]:
    """Return the nouns. Raises LexiconError with file, entry and reason."""
    return read_toml(STANCE_PHRASES_FILE, "noun", StanceNoun)


def load_stance_verbs() -> tuple[StanceVerb, ...]:
    """Return the verbs. Raises LexiconError with file, entry and reason."""
    return read_toml(STANCE_PHRASES_FILE, "verb", StanceVerb)


@cache
def load_all_cues() -> tuple[CueEntry, ...]:
    """Return the reporting expressions of ``cues.toml``, and then each stance noun with each verb.

    Raises LexiconError where a file is malformed, or where a pair stands in ``cues.toml`` too.
    """
    composed = (_phrase(noun, verb) for noun, verb in product(load_stance_nouns(), load_stance_verbs()))
    cues = (*load_cues(), *composed)
    check_distinct(cues)
    return cues


def _phrase(noun: StanceNoun, verb: StanceVerb) -> CueEntry:
    return CueEntry(
        id=f"{noun.id}-wo-{verb.id}",
        lemmas=(noun.lemma, load_function_words().accusative, *verb.lemmas),
        kind=CueKind.PHRASE,
        markers=noun.markers,
        act=noun.act,
        example=noun.example,
    )
