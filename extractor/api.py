"""The library: load once, extract from one article or from a stream of them."""

from collections.abc import Iterable, Iterator

from spacy.language import Language

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
    def load(cls, model: str = "ja_ginza") -> "Extractor":
        """Load the installed spaCy model ``model`` with our components.

        Raises ModelError where it is not installed, PipelineError where it is no Japanese pipeline with a parser.
        """
        return cls(build_pipeline(model))

    def extract(self, article: str | Article) -> ArticleRecord:
        """Return the record of one article. Offsets count code points of ``article.text``."""
        article = Article.from_text(article) if isinstance(article, str) else article
        folded = fold(article.text)
        return Assembler(article, folded, analyse(self.nlp, folded.text)).assemble()

    def extract_many(self, articles: Iterable[str | Article]) -> Iterator[ArticleRecord]:
        """Yield the record of each article in order, reading no further ahead than the one at hand."""
        for article in articles:
            with self.nlp.memory_zone():
                record = self.extract(article)
            yield record
