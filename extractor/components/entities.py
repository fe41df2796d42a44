"""The component ``extractor_entities``: the mentions of an article grouped into the things they name."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.doc_text import text_of
from extractor.layers import EntityFound, MentionFound, read_layer, write_layer
from extractor.lexicon.anaphors import Anaphors, load_anaphors
from extractor.lexicon.countries import load_countries
from extractor.naming.grouping import Grouper


class Entities:
    """Writes the layer ``entities``, ids e1, e2, … in the order of first mentions."""

    reads = (MentionFound,)
    writes = EntityFound

    def __init__(self, usual: dict[str, str], anaphors: Anaphors) -> None:
        """usual: from country code to the name that its entity gets."""
        self.usual = usual
        self.anaphors = anaphors

    def __call__(self, doc: Doc) -> Doc:
        """Group and write."""
        grouper = Grouper(read_layer(doc, MentionFound), text_of(doc), self.usual, self.anaphors)
        write_layer(doc, EntityFound, grouper.group())
        return doc


@Language.factory("extractor_entities")
def make_entities(nlp: Language, name: str) -> Entities:
    """Make the component; spaCy calls this for ``nlp.add_pipe``."""
    return Entities(load_countries().usual, load_anaphors())
