"""Files and folders to outcomes: what is read, what was kept, and who analyses the rest."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from extractor.analysis import Analysis
from extractor.batch.kept import KeptRecords
from extractor.batch.making import describe_making
from extractor.batch.one_process import extract_each
from extractor.batch.outcomes import Given, Outcome, known_outcome
from extractor.batch.workers import Workers
from extractor.readers import ReadOptions, read_articles


def extract_folder(
    paths: Iterable[str],
    *,
    analysis: Analysis | None = None,
    options: ReadOptions | None = None,
    workers: int | None = None,
    timeout: float | None = None,
    keep: Path | None = None,
    restart: bool = False,
) -> Generator[Outcome, None, None]:
    """Yield an outcome for every article in files and folders, in a fixed order, the same for any number of workers.

    paths: files, folders, or "-" for standard input. analysis: the model and the topics; None: as it comes.
    workers: processes that analyse; None: this one. Whoever asks for some from a script keeps its own work behind
    ``if __name__ == "__main__":``, for a new process imports that script.
    timeout: seconds that one article may take, with workers only; one that takes longer is a failure.
    keep: a file that keeps each record (``extractor.batch.kept``), so that the same call goes on where it was stopped;
    an article whose bytes have changed is done again, as all are where program or options have changed. restart:
    forget what it keeps.

    Raises ModelError or LexiconError before the first analysis where model or topics cannot be loaded; BatchError where
    ``keep`` cannot be used; ValueError for a ``timeout`` without workers.
    """
    if timeout is not None and workers is None:
        raise ValueError("a timeout needs workers: a process cannot be stopped from within")
    analysis, options, paths = analysis or Analysis(), options or ReadOptions(), list(paths)
    if keep is None:
        yield from _extract(read_articles(paths, options), analysis, workers, timeout)
        return
    made = describe_making(paths, analysis=analysis, options=options)
    with closing(KeptRecords(keep, made, restart=restart)) as kept:
        articles = kept.or_kept(read_articles(paths, options))
        with closing(_extract(articles, analysis, workers, timeout)) as outcomes:  # processes end before the file does
            yield from kept.keep(outcomes)


def _extract(
    articles: Iterator[Given], analysis: Analysis, workers: int | None, timeout: float | None
) -> Generator[Outcome, None, None]:
    """Yield what comes of articles; the model is loaded for the first one that is to be analysed, if there is any."""
    for given in articles:
        outcome = known_outcome(given)
        if outcome is None:
            yield from _analyse(chain((given,), articles), analysis, workers, timeout)
            return
        yield outcome


def _analyse(
    articles: Iterator[Given], analysis: Analysis, workers: int | None, timeout: float | None
) -> Iterator[Outcome]:
    if workers is None:
        from extractor.api import Extractor  # noqa: PLC0415 - it imports spaCy: importing this module must not

        yield from extract_each(Extractor.load(analysis.model, topics=analysis.topics), articles)
        return
    with Workers(analysis, number=workers, timeout=timeout) as pool:
        yield from pool.extract_each(articles)
