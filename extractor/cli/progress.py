"""How a batch gets on: a bar on a terminal, a line now and then elsewhere; always on standard error.

Failures are named as they come, one line each, and counted; so is everything that the last line sums up.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from extractor.batch import Failure
from extractor.cli.notices import notices_to
from extractor.cli.streams import complain
from extractor.records import ArticleRecord

LINE_EVERY = 10.0  # seconds


class Progress(AbstractContextManager["Progress"]):
    """Counts outcomes and says how far the batch is. total: articles to come, None where it is not known.

    clock: seconds, monotonic. This class says nothing until it is asked; its heirs show more.
    """

    def __init__(self, total: int | None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count."""
        self.total = total
        self.articles = self.statements = self.with_speaker = 0
        self.failures: list[Failure] = []
        self.clock = clock
        self.began = clock()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Nothing to put away."""

    def records(self, outcomes: Iterable[ArticleRecord | Failure]) -> Iterator[ArticleRecord]:
        """Yield the records among ``outcomes``; count and show the rest. Time counts from here: loading is over."""
        self.began = self.clock()
        with notices_to(self.say):
            yield from self._counted(outcomes)

    def _counted(self, outcomes: Iterable[ArticleRecord | Failure]) -> Iterator[ArticleRecord]:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.failures.append(outcome)
                self.say(outcome.message)
            else:
                self.articles += 1
                self.statements += len(outcome.statements)
                self.with_speaker += sum(1 for statement in outcome.statements if statement.speakers)
            self.advance()
            if isinstance(outcome, ArticleRecord):
                yield outcome

    @property
    def failed(self) -> int:
        """Failures so far."""
        return len(self.failures)

    @property
    def done(self) -> int:
        """Outcomes so far."""
        return self.articles + self.failed

    @property
    def seconds(self) -> float:
        """Time since the beginning."""
        return self.clock() - self.began

    @property
    def speed(self) -> float:
        """Outcomes a second since the beginning."""
        return self.done / max(self.seconds, 0.001)

    def say(self, message: str) -> None:
        """Show a line: the reason of a failure, or a warning."""
        complain(message)

    def advance(self) -> None:
        """Show that one more is done."""

    def summary(self, listed: Path | None = None) -> str:
        """Return what came of the batch and how fast, in one line. listed: the file that lists the failures."""
        where = f" (see {listed})" if listed else ""
        return f"{self.counts()}{where} in {self.seconds:.1f} s, {self.speed:.1f} articles/s"

    def counts(self) -> str:
        """Return how many there were of what."""
        failed = f", {self.failed} failed" if self.failed else ""
        named = f" ({self.with_speaker:,} with a speaker)" if self.statements else ""
        return f"{counted(self.articles, 'article')}, {counted(self.statements, 'statement')}{named}{failed}"


class Lines(Progress):
    """A line every ten seconds, for logs."""

    def __init__(self, total: int | None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count; the first line comes after ten seconds."""
        super().__init__(total, clock=clock)
        self.shown = 0.0  # seconds from the beginning to the last line

    def advance(self) -> None:
        """Say how far it is when ten seconds have passed."""
        if self.seconds - self.shown < LINE_EVERY:
            return
        self.shown = self.seconds
        complain(f"{self.done} of {self.total or '?'} articles, {self.speed:.1f} articles/s{self._left()}")

    def _left(self) -> str:
        if self.total is None or self.done >= self.total:
            return ""
        minutes, seconds = divmod(round((self.total - self.done) / self.speed), 60)
        return f", {minutes}:{seconds:02} left"


def choose_progress(total: int | None, *, text_on_stdout: bool) -> Progress:
    """Return a bar where standard error is a terminal that nothing else is written to, else lines."""
    busy = text_on_stdout and sys.stdout.isatty()
    if busy or not sys.stderr.isatty():
        return Lines(total)
    from extractor.cli.bar import Bar

    return Bar(total)


def counted(number: int, noun: str) -> str:
    """1 article, 2 articles, 2 entities."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
