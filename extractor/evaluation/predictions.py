"""Reading predictions: article records by the contract, from this program or another.

Only what the scorer needs is read, and fields it does not know are passed over: whoever keeps to the
contract can be scored, whatever else the records hold.
"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import GoldError
from extractor.evaluation.annotation import first_reason
from extractor.evaluation.spans import Span
from extractor.records import MentionKind


class Predicted(BaseModel):
    """Base of what is read: frozen, unknown fields passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class PredictedSpan(Predicted):
    """A piece of the article; offsets count code points, end exclusive."""

    start: int
    end: int
    text: str = ""

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class PredictedMention(PredictedSpan):
    """A place where an entity is named or referred to."""

    kind: str = MentionKind.NAME


class PredictedIds(Predicted):
    """Identifiers of an entity."""

    iso3166: str | None = None


class PredictedEntity(Predicted):
    """A thing in the article. Types that gold does not know (provision) are passed over in scoring."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    ids: PredictedIds | None = None
    mentions: tuple[PredictedMention, ...] = ()


class PredictedSpeaker(Predicted):
    """Who says it; without offsets where the subject is left out."""

    entity: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def span(self) -> Span | None:
        """Start and end, or None where it is not in the text."""
        return None if self.start is None or self.end is None else (self.start, self.end)


class PredictedValue(Predicted):
    """What is told of a date or of a stance."""

    value: str


class PredictedAbout(Predicted):
    """Something that a statement is about."""

    topic: str | None = None
    stance: PredictedValue | None = None


class PredictedStatement(Predicted):
    """Who said what."""

    speakers: tuple[PredictedSpeaker, ...] = ()
    cue: PredictedSpan | None = None
    content: tuple[PredictedSpan, ...]
    form: str | None = None
    act: str | None = None
    confidence: float | None = None
    about: tuple[PredictedAbout, ...] = ()
    date: PredictedValue | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Start and end of each piece of the content."""
        return tuple(piece.span for piece in self.content)


class PredictedSource(Predicted):
    """Where the article came from."""

    path: str
    sha256: str | None = None


class Prediction(Predicted):
    """What was found in one article."""

    source: PredictedSource
    text: str
    entities: tuple[PredictedEntity, ...] = ()
    statements: tuple[PredictedStatement, ...] = ()

    @property
    def doc(self) -> str:
        """Name of the document: the file name without its suffix."""
        return PurePath(self.source.path).stem


def read_predictions(path: Path) -> list[Prediction]:
    """Return the predictions of ``path``.

    path: a ``.jsonl``, a ``.json`` with one record or a list of them, or a folder of ``.json`` files.
    Raises GoldError with file, record and reason where something is malformed.
    """
    return [_parse(data, place) for data, place in _records(path)]


def _records(path: Path) -> Iterator[tuple[Any, str]]:
    """Yield each record with the place it stands at."""
    if path.is_dir():
        files = sorted(path.rglob("*.json"))
        if not files:
            raise GoldError(f"{path}: no .json file in it; name a .jsonl file or a folder of .json files")
        for file in files:
            yield from _records(file)
    elif path.suffix == ".json":
        data = _load(_read(path), str(path))
        yield from (
            ((row, f"{path}: record {n}") for n, row in enumerate(data, 1))
            if isinstance(data, list)
            else [(data, str(path))]
        )
    else:
        for number, line in enumerate(_read(path).split("\n"), 1):
            if line.strip():
                place = f"{path}: line {number}"
                yield _load(line, place), place


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); name a file or folder of predictions") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at byte {error.start}; name a .jsonl or .json file") from error


def _load(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise GoldError(f"{place}: not JSON ({error.msg} at character {error.pos}); predict the file anew") from error


def _parse(data: Any, place: str) -> Prediction:
    try:
        return Prediction.model_validate(data)
    except ValidationError as error:
        raise GoldError(f"{place}: not an article record: {first_reason(error)}") from error
