"""Reporting expressions: what kind of expression, how its content is attached, what is done in saying it."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from extractor.errors import LexiconError
from extractor.lexicon.entry import Entry, read_toml
from extractor.records import Act

CUES_FILE = "cues.toml"


class CueKind(StrEnum):
    """Grammar of a reporting expression."""

    VERB = "verb"  # 述べる
    SAHEN = "sahen"  # a noun that takes する and can end a sentence: 強調。
    PHRASE = "phrase"  # noun, particle, verb: 考えを示す, 声を上げる; or a stance noun as predicate: 〜する方針だ
    SOURCE = "source"  # names its source, the content follows: によると
    HEARSAY = "hearsay"  # ends a sentence: という, とのこと


class Marker(StrEnum):
    """What stands between content and cue."""

    TO = "to"  # と, とも, とは: 〜と述べる
    YOU = "you"  # よう, ように: 〜よう求める
    KOTO = "koto"  # ことを, ことも, 旨を: 〜ことを明らかにする
    TONO = "tono"  # との, という: 〜との見方を示す
    PLAIN = "plain"  # the clause modifies the noun itself: 〜する方針を示す
    TOSHITE = "toshite"  # として: 〜だとして批判する
    OBJECT = "object"  # を, に: 支持を表明する (form "reported")
    NONE = "none"  # by itself: によると, という at the end
    FOLLOWING = "following"  # the quotation comes after: 次のように述べた。「…」 (never in the lexicon)
    PRECEDING = "preceding"  # it stands alone before: 「…」。首相はこう述べた。 (never in the lexicon)
    SENTENCE = "sentence"  # it is the sentence before: 船が沈んだ。機関が明らかにした。 (never in the lexicon)

    @property
    def is_found(self) -> bool:
        """Whether it is found in a text, never listed in the lexicon."""
        return self in {Marker.FOLLOWING, Marker.PRECEDING, Marker.SENTENCE}


class CueEntry(Entry):
    """One reporting expression.

    lemmas: dictionary forms of its tokens in order, as SudachiPy's mode C cuts them; a サ変 noun without する.
    markers: every way in which its content is attached.
    example: a sentence in which it reports. counter: one in which the same words report nothing.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    lemmas: tuple[str, ...] = Field(min_length=1)
    kind: CueKind
    markers: tuple[Marker, ...] = Field(min_length=1)
    act: Act = Act.ASSERT
    example: str = Field(min_length=2)
    counter: str | None = None

    @model_validator(mode="after")
    def _markers_fit_kind(self) -> Self:
        for marker in (marker for marker in self.markers if marker.is_found):
            raise ValueError(f"marker {marker} is found in a text, never listed in the lexicon")
        by_itself = self.kind in {CueKind.SOURCE, CueKind.HEARSAY}
        if (Marker.NONE in self.markers) != by_itself or (by_itself and len(self.markers) > 1):
            raise ValueError("marker none, and only it, goes with the kinds source and hearsay")
        return self


@cache
def load_cues() -> tuple[CueEntry, ...]:
    """Return the reporting expressions of ``cues.toml`` in the file's order: 述べる, 強調, 考えを示す, によると …

    Raises LexiconError where the file is malformed, or where two entries share an id or describe the same words.
    """
    cues = read_toml(CUES_FILE, "cue", CueEntry)
    check_distinct(cues)
    return cues


def check_distinct(cues: Iterable[CueEntry]) -> None:
    """Raise LexiconError where two of ``cues`` have the same id, or the same lemmas and kind (述べる twice)."""
    ids: set[str] = set()
    words: dict[tuple[tuple[str, ...], CueKind], str] = {}
    for cue in cues:
        if cue.id in ids:
            raise LexiconError(f"{CUES_FILE}: cue {cue.id}: the id is given twice")
        ids.add(cue.id)
        other = words.setdefault((cue.lemmas, cue.kind), cue.id)
        if other != cue.id:
            raise LexiconError(f"{CUES_FILE}: cue {cue.id}: same lemmas and kind as {other} ({' '.join(cue.lemmas)})")
