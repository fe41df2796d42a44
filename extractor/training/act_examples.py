"""Examples of acts: the statements found in gold articles that gold has too, with features and gold's act."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language

from extractor.assemble import Assembler
from extractor.attribution.act_features import act_features
from extractor.evaluation.matching import match_statements
from extractor.evaluation.predictions import Prediction
from extractor.folding import fold
from extractor.layers import ContentFound, CueFound, StatementFound, read_layer
from extractor.lexicon.acts import load_acts
from extractor.readers import read_article
from extractor.training.examples import GoldFolder


@dataclass(frozen=True, slots=True)
class ActExample:
    """A statement that gold has too. doc: its article. act: gold's. required: False where gold need not be found."""

    doc: str
    features: dict[str, float]
    act: str
    required: bool


def read_act_examples(nlp: Language, gold: GoldFolder) -> Iterator[ActExample]:
    """Yield the examples of every article of ``gold``, in its order. nlp: our pipeline, weights or none."""
    lexicon = load_acts()
    for document in gold.documents:
        article = read_article(gold.articles[document.doc])
        folded = fold(article.text)
        doc = nlp(folded.text)
        record = Assembler(article, folded, doc).assemble()
        matching = match_statements(document, Prediction.model_validate(record.model_dump(mode="json")))
        contents, cues = read_layer(doc, ContentFound), read_layer(doc, CueFound)
        for index, found in enumerate(read_layer(doc, StatementFound)):
            if index in matching.of_predicted:
                gold_statement = document.statements[matching.of_predicted[index][0]]
                content = contents[found.content]
                cue = cues[content.cue] if content.cue >= 0 else None
                features = act_features(doc, content, cue, lexicon)
                yield ActExample(document.doc, features, str(gold_statement.act), gold_statement.required)
