"""The layer of contents: what each cue reports, and quotations that stand without a cue."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.attribution.reported import find_contents
from extractor.attribution.subjects import SpeakerPhrases
from extractor.layers import ContentFound, CueFound, MentionFound, Quote, read_layer, write_layer
from extractor.lexicon.grammar import Grammar, load_grammar
from extractor.lexicon.speakers import SpeakerNouns, load_speaker_nouns


class Contents:
    """Writes the layer of contents."""

    reads = (Quote, MentionFound, CueFound)
    writes = ContentFound

    def __init__(self, nouns: SpeakerNouns, grammar: Grammar) -> None:
        """nouns, grammar: the lexicon's speaker nouns and word classes."""
        self._nouns = nouns
        self._grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        speakers = SpeakerPhrases(doc, self._nouns, self._grammar)
        cues, quotes = read_layer(doc, CueFound), read_layer(doc, Quote)
        write_layer(doc, ContentFound, find_contents(doc, cues, quotes, speakers))
        return doc


@Language.factory("extractor_contents", requires=["token.head"], assigns=["doc.spans"])
def make_contents(nlp: Language, name: str) -> Contents:
    """Make the component with the package's lexicon."""
    return Contents(load_speaker_nouns(), load_grammar())
