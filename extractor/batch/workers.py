"""Articles through several processes: outcomes in the order of the articles, whatever becomes of a process.

Each worker has a pipe of its own and one article at a time, so that it is known whose article was at hand when a
process ends or takes too long, and no lock is shared that a killed process could hold. (Pools of the libraries looked
at lose the whole batch with one process, or share a pipe behind a lock.)
"""

import math
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from extractor.analysis import Analysis
from extractor.article import Article
from extractor.batch.one_process import name_of
from extractor.batch.outcomes import Failure, Given, Outcome, known_outcome
from extractor.batch.worker import work
from extractor.errors import ExtractorError, PipelineError

#: Outcomes that may wait for the one before them, so that a long article does not hold up the others at once.
WINDOW = 64

#: One thread of the linear algebra to a worker: threads would fight for the cores that the workers have, and the
#: number of threads must not change the last digits of what comes out.
ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)

_START = get_context("spawn")  # a fork of a process with threads may hang, and not every system has it


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass
class _Place:
    """A place in the order of the articles. outcome: None until it is there."""

    article: Article | None
    outcome: Outcome | None = None


class _Worker:
    """One process and the article that it has."""

    def __init__(self, analysis: Analysis) -> None:
        self.connection, theirs = _START.Pipe()
        self.process = _START.Process(target=work, args=(theirs, analysis), name="hatsugen-worker", daemon=True)
        with _one_thread(), _no_interrupts():
            self.process.start()
        theirs.close()  # now an end of the process ends the pipe
        self.loaded = False
        self.place: _Place | None = None
        self.deadline = math.inf  # of the article at hand, by the monotonic clock

    @property
    def is_free(self) -> bool:
        return self.loaded and self.place is None

    def give(self, place: _Place, *, timeout: float | None) -> None:
        self.place, self.deadline = place, time.monotonic() + (math.inf if timeout is None else timeout)
        with suppress(BrokenPipeError):  # it has ended: seen, and said, when its answer is waited for
            self.connection.send(place.article)

    def take(self) -> bool:
        """Take what the process has to say; whether it said it was loaded, or answered. False where it has ended.

        Raises the ExtractorError for which it could not load.
        """
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):  # in the middle of an answer, too
            return False
        if not self.loaded:
            if isinstance(answer, ExtractorError):
                raise answer
            self.loaded = True
        elif self.place is not None:
            self.place.outcome, self.place = answer, None
        return True

    def fail(self, kind: str, reason: str) -> None:
        """Put a failure in the place of the article at hand."""
        if self.place is not None and self.place.article is not None:
            self.place.outcome = Failure.of_analysis(name_of(self.place.article), kind, reason)
        self.place = None

    def end(self) -> int | None:
        """End the process and return its exit code, a signal's number below zero."""
        self.process.join(0.2)  # one that is ending by itself has a code to tell
        self.process.kill()
        self.process.join()
        self.connection.close()
        return self.process.exitcode


class Workers:
    """Processes that analyse articles. Use it in ``with``: the processes end with the block.

    number: processes, at least one. timeout: seconds that an article may take; None: any.
    Raises PipelineError (ModelError) or LexiconError on entering, where model or topics cannot be loaded.
    """

    def __init__(self, analysis: Analysis, *, number: int, timeout: float | None = None) -> None:
        """Remember what is asked for; nothing is started yet."""
        if number < 1:
            raise ValueError(f"{number} workers; at least one is needed")
        self.analysis, self.number, self.timeout = analysis, number, timeout
        self.workers: list[_Worker] = []

    def __enter__(self) -> Self:
        """Start the processes and wait until the first has loaded."""
        try:
            for _ in range(self.number):
                self.workers.append(_Worker(self.analysis))
            while not any(worker.loaded for worker in self.workers):
                self._hear(None)
        except BaseException:
            self._end_all()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """End the processes, with whatever they have at hand."""
        self._end_all()

    def extract_each(self, articles: Iterable[Given]) -> Iterator[Outcome]:
        """Yield an outcome for each article in order; what is an outcome already goes through as it is.

        A process that ends by itself, or that is ended after ``timeout``, costs the article that it had.
        """
        places: deque[_Place] = deque()
        ahead: deque[_Place] = deque()  # read, and waiting for a worker: one for each at most
        coming = iter(articles)
        more = True
        while True:
            self._give(ahead)  # before what is done is given back: whoever takes it may be long in writing it
            if more and len(ahead) < self.number and len(places) < WINDOW:
                more = _read_one(coming, places, ahead)
            elif places and (outcome := places[0].outcome) is not None:
                places.popleft()
                yield outcome
            elif places:
                self._hear(self._patience())
            elif not more:
                return

    def _give(self, ahead: deque[_Place]) -> None:
        for worker in self.workers:
            if ahead and worker.is_free:
                worker.give(ahead.popleft(), timeout=self.timeout)

    def _patience(self) -> float | None:
        """Return the seconds until the next article has had its time; None where there is no such limit."""
        nearest = min((worker.deadline for worker in self.workers if worker.place is not None), default=math.inf)
        return None if nearest == math.inf else max(0.0, nearest - time.monotonic())

    def _hear(self, patience: float | None) -> None:
        """Wait for what the workers have to say, ``patience`` seconds at most; replace those that have ended."""
        ready = wait([worker.connection for worker in self.workers], patience)
        for number, worker in enumerate(self.workers):
            if worker.connection in ready:
                if not worker.take():
                    self.workers[number] = self._replaced(worker)
            elif worker.place is not None and time.monotonic() >= worker.deadline:
                worker.fail(
                    "timeout",
                    f"not analysed within {self.timeout:g} s; give it more time with --timeout, or leave it out",
                )
                worker.end()
                self.workers[number] = _Worker(self.analysis)

    def _replaced(self, worker: _Worker) -> _Worker:
        code = worker.end()
        how = _ending(code)
        if not worker.loaded:
            raise PipelineError(f"a worker ended while it loaded {self.analysis.model} ({how}); try fewer --workers")
        worker.fail("crash", f"the process that analysed it ended ({how}); please report it with the article")
        return _Worker(self.analysis)

    def _end_all(self) -> None:
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.end()
        self.workers.clear()


def _read_one(coming: Iterator[Given], places: deque[_Place], ahead: deque[_Place]) -> bool:
    """Give what comes next its place; whether there was any."""
    for given in coming:
        place = _Place(given if isinstance(given, Article) else None, known_outcome(given))
        if place.outcome is None:
            ahead.append(place)
        places.append(place)
        return True
    return False


def _ending(code: int | None) -> str:
    """Return what an exit code says: ended by SIGKILL; exit code 3."""
    if code is None or code >= 0:
        return f"exit code {code}"
    with suppress(ValueError):
        name = signal.Signals(-code).name
        return f"ended by {name}, out of memory perhaps" if name == "SIGKILL" else f"ended by {name}"
    return f"ended by signal {-code}"


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let a process that starts inside the block use one thread; what the user has set stays."""
    added = [name for name in ONE_THREAD if name not in os.environ]
    os.environ.update({name: ONE_THREAD[name] for name in added})
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let a process that starts inside the block know nothing of Ctrl-C, which a terminal sends to all: we end it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would let interrupts through again if it were started inside the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
