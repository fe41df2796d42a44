"""The layer of quotations: every 「…」 and 『…』 of the article."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractor.brackets import quote_pairs
from extractor.doc_text import text_of
from extractor.layers import Quote, write_layer


def find_quotes(text: str) -> Iterator[Quote]:
    """Yield every quotation with its brackets, nested ones too, in text order."""
    for pair in quote_pairs(text):
        yield Quote(pair.start, pair.end, depth=pair.depth, closed=pair.closed)


class Quotes:
    """Writes the layer of quotations."""

    reads: tuple[type, ...] = ()
    writes = Quote

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        write_layer(doc, Quote, find_quotes(text_of(doc)))
        return doc


@Language.factory("extractor_quotes", assigns=["doc.spans"])
def make_quotes(nlp: Language, name: str) -> Quotes:
    """Make the component."""
    return Quotes()
