"""The library: load once, extract from one article or from a stream of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from extractor.analysis import DEFAULT_MODEL
from extractor.article import Article
from extractor.assemble import Assembler
from extractor.folding import fold
from extractor.pieces import analyse
from extractor.pipeline import build_pipeline
from extractor.records import ArticleRecord


class Extractor:
    """A loaded pipeline. Not for use from several threads at once: SudachiPy's tokenizer is not."""

    def __init__(self, nlp: Language) -> None:
        """nlp: a pipeline with our components, as ``build_pipeline`` returns it."""
        self.nlp = nlp

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL, *, topics: str | Path | None = None) -> "Extractor":
        """Load the installed spaCy model ``model`` with our components.

        topics: a TOML file of topics of your own, beside those that are built in (``extractor.lexicon.topics``).
        Raises ModelError where the model is not installed, PipelineError where it is no Japanese pipeline with a
        parser, LexiconError where the file of topics is malformed.
        """
        settings = {"extractor_topics": {"file": str(topics)}} if topics is not None else {}
        return cls(build_pipeline(model, settings))

    def extract(self, article: str | Article) -> ArticleRecord:
        """Return the record of one article. Offsets count code points of ``article.text``.

        Raises TypeError where it is neither a string nor an ``Article``.
        """
        article = Article.from_text(article) if isinstance(article, str) else article
        if not isinstance(article, Article):
            raise TypeError(f"{type(article).__name__} where a string or an Article was expected; decode bytes first")
        folded = fold(article.text)
        return Assembler(article, folded, analyse(self.nlp, folded.text)).assemble()

    def extract_many(self, articles: Iterable[str | Article]) -> Iterator[ArticleRecord]:
        """Yield the record of each article in order, reading no further ahead than the one at hand.

        Raises TypeError where it is one string, whose characters are no articles.
        """
        if isinstance(articles, str):
            raise TypeError("a string where an iterable of articles was expected; give [text], or call extract")
        for article in articles:
            with self.nlp.memory_zone():
                record = self.extract(article)
            yield record
