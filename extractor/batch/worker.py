"""A worker process: loads the pipeline once, then takes articles and gives back what comes of them."""

import gc
import signal
from multiprocessing.connection import Connection

from extractor.analysis import Analysis
from extractor.batch.one_process import extract_one
from extractor.errors import LexiconError, PipelineError


def work(connection: Connection, analysis: Analysis) -> None:
    """Load what ``analysis`` says, say so, and answer each article with an outcome until the other end is closed.

    The first message is None when it is loaded, else the error that kept it from loading.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends Ctrl-C to all: whoever started us ends us
    from extractor.api import Extractor  # noqa: PLC0415 - it imports spaCy: whoever starts workers need not

    try:
        extractor = Extractor.load(analysis.model, topics=analysis.topics)
    except (PipelineError, LexiconError) as error:
        connection.send(error)
        return
    gc.freeze()  # what is loaded stays: the collector of garbage need not go through it again and again
    connection.send(None)
    while True:
        try:
            article = connection.recv()
        except EOFError:  # the program that started us is done, or was killed
            return
        outcome = extract_one(extractor, article)
        try:
            connection.send(outcome)
        except BrokenPipeError:
            return
