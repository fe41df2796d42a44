"""Common nouns that can stand for a speaker."""

from enum import StrEnum

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml


class SpeakerGroup(StrEnum):
    """What kind of unnamed speaker a noun stands for."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"


class SpeakerNoun(Entry):
    """A noun, or with ``suffix`` the end of nouns, that can speak; ``not_in``: nouns with that end that cannot."""

    word: str = Field(min_length=1)
    suffix: bool = False
    group: SpeakerGroup
    not_in: tuple[str, ...] = ()
    example: str

    def fits(self, noun: str) -> bool:
        """Whether ``noun`` (関係者) is, or ends in, this word, and neither is nor ends in an exception (経済|成長)."""
        if not (noun.endswith(self.word) if self.suffix else noun == self.word):
            return False
        return not any(noun == other or (other != self.word and noun.endswith(other)) for other in self.not_in)


class SpeakerNouns:
    """All speaker nouns, looked up by their ends."""

    def __init__(self, nouns: tuple[SpeakerNoun, ...]) -> None:
        """nouns: as ``load_speaker_nouns`` returns them."""
        self._by_word = {noun.word: noun for noun in nouns}
        self._longest = max(len(noun.word) for noun in nouns)

    def group(self, noun: str) -> SpeakerGroup | None:
        """Return the group of ``noun`` by its longest fitting end, or None where it cannot speak.

        報道担当者  →  person;  天気  →  None
        """
        for length in range(min(self._longest, len(noun)), 0, -1):
            entry = self._by_word.get(noun[-length:])
            if entry and entry.fits(noun):
                return entry.group
        return None


def load_speaker_nouns() -> SpeakerNouns:
    """Read ``speakers.toml``. Raises LexiconError where it is malformed."""
    return SpeakerNouns(read_toml("speakers.toml", "noun", SpeakerNoun))
