"""The layer of expressions of time."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.attribution.times import find_times
from extractor.layers import ContentFound, CueFound, Quote, TimeFound, read_layer, write_layer
from extractor.lexicon.times import Times, load_times


class TimeExpressions:
    """Writes the layer ``times``."""

    reads = (Quote, CueFound, ContentFound)
    writes = TimeFound

    def __init__(self, times: Times) -> None:
        """times: as ``load_times`` reads them."""
        self._times = times

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        contents, cues = read_layer(doc, ContentFound), read_layer(doc, CueFound)
        write_layer(doc, TimeFound, find_times(doc, self._times, read_layer(doc, Quote), contents, cues))
        return doc


@Language.factory("extractor_times", assigns=["doc.spans"])
def make_times(nlp: Language, name: str) -> TimeExpressions:
    """Make the component with the package's lexicon."""
    return TimeExpressions(load_times())
