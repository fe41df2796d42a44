"""What is done in saying something: asserted, denied, demanded, promised, predicted, evaluated or asked.

A multinomial logistic regression over what cue and content show, trained on gold (``extractor.training.acts``).
"""

from spacy.tokens import Doc

from extractor.attribution.act_features import FEATURE_SET, act_features, find_ending, show_act
from extractor.attribution.content_sentences import split_content
from extractor.attribution.turns import RULE as TURN
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.acts import ActLexicon
from extractor.records import Act
from extractor.trained import ClassWeights, load_classes

PART = "act"


def load_act() -> ClassWeights:
    """Return the trained weights. Raises ModelError where they are missing or made for other features."""
    return load_classes(PART, feature_set=FEATURE_SET)


def decide_act(
    doc: Doc, content: ContentFound, cue: CueFound | None, lexicon: ActLexicon, weights: ClassWeights | None
) -> Act:
    """Return the act that the weights find most probable.

    weights: None while they are still to be trained; then the cue decides, else the ending of the content.

    「政府は説明すべきだ」と述べた  →  demand;  増税しないと述べた  →  assert
    """
    if weights is None or content.rule == TURN:  # training has seen no turns
        sentences = list(split_content(doc, content))
        ending = find_ending(doc, sentences[-1], lexicon) if sentences else None
        shown = show_act(cue, ending)
        if weights is None or shown is Act.QUESTION:
            return shown or Act.ASSERT
    return Act(weights.likeliest(act_features(doc, content, cue, lexicon)))
