"""The layer of cues: reporting expressions that have something to report."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.attribution.cue_index import CuesByLemma, index_cues
from extractor.attribution.cue_matching import CueFinder
from extractor.attribution.doubled_cues import drop_doubled
from extractor.attribution.noun_cues import find_noun_cues
from extractor.attribution.open_cues import find_open_cues
from extractor.layers import CueFound, Quote, read_layer, write_layer
from extractor.lexicon.grammar import Grammar, load_grammar
from extractor.lexicon.stance_phrases import load_all_cues


class Cues:
    """Writes the layer of cues."""

    reads = (Quote,)
    writes = CueFound

    def __init__(self, cues: CuesByLemma, grammar: Grammar) -> None:
        """cues: as ``index_cues`` returns them. grammar: the lexicon's word classes."""
        self._cues = cues
        self._grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        quotes = read_layer(doc, Quote)
        cues = list(drop_doubled(doc, list(CueFinder(doc, self._grammar).find(quotes, self._cues)), self._grammar))
        cues += find_open_cues(doc, quotes, cues, self._grammar)
        cues += find_noun_cues(doc, quotes, cues, self._grammar)
        write_layer(doc, CueFound, cues)
        return doc


@Language.factory("extractor_cues", requires=["token.lemma"], assigns=["doc.spans"])
def make_cues(nlp: Language, name: str) -> Cues:
    """Make the component with the package's lexicon."""
    return Cues(index_cues(load_all_cues()), load_grammar())
