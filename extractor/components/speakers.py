"""The layer of speakers: who says each content, stated or left out."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.attribution.speaking import SpeakerFinder
from extractor.attribution.subjects import SpeakerPhrases
from extractor.layers import ContentFound, CueFound, EntityFound, MentionFound, Quote, SpeakerFound, write_layer
from extractor.lexicon.grammar import Grammar, load_grammar
from extractor.lexicon.speakers import SpeakerNouns, load_speaker_nouns


class Speakers:
    """Writes the layer of speakers."""

    reads = (Quote, MentionFound, EntityFound, CueFound, ContentFound)
    writes = SpeakerFound

    def __init__(self, nouns: SpeakerNouns, grammar: Grammar) -> None:
        """nouns, grammar: the lexicon's speaker nouns and word classes."""
        self._nouns = nouns
        self._grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer."""
        finder = SpeakerFinder(doc, SpeakerPhrases(doc, self._nouns, self._grammar))
        write_layer(doc, SpeakerFound, finder.find())
        return doc


@Language.factory("extractor_speakers", requires=["token.head"], assigns=["doc.spans"])
def make_speakers(nlp: Language, name: str) -> Speakers:
    """Make the component with the package's lexicon."""
    return Speakers(load_speaker_nouns(), load_grammar())
