"""Contents that nobody says: hearsay whose source the article does not name, and the author's own thoughts."""

from extractor.layers import ContentFound, CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.grammar import Grammar
from extractor.records import Form


def is_sourceless(content: ContentFound, cue: CueFound | None, grammar: Grammar) -> bool:
    """Whether a content without a speaker is no statement: 安全だとされる, 便利だと思う.

    Who stands behind 安全だと述べた is merely not found, and a voice (安全だとの声もある) is somebody's: both stay.
    """
    if cue is None or content.form not in (Form.INDIRECT, Form.MIXED):
        return False
    thought = cue.marker == Marker.TO and cue.lemma in grammar.thoughts
    return cue.kind == CueKind.HEARSAY or thought
