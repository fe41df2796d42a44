"""The tokens of a Doc as plain lists: spaCy makes an object of each anew, and looks its strings up, whenever asked."""

from typing import NamedTuple

from spacy.tokens import Doc

from extractor.lexicon.parts_of_speech import UNLISTED

_SAID_UNLISTED = f"{UNLISTED}="  # as it stands among a token's morphological features, written out


class Tokens(NamedTuple):
    """Tokens, blanks among them.

    starts, ends: offsets in ``doc.text``, end exclusive. tags: SudachiPy's. unlisted: whether its dictionary lacks the
    token, as our tokenizer says.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    unlisted: list[bool]

    @classmethod
    def of(cls, doc: Doc) -> "Tokens":
        """Return the tokens of ``doc``; each string is looked up once, however often it stands there."""
        if not len(doc):
            return cls([], [], [], [], [])
        strings = doc.vocab.strings
        orths, starts, tags, morphs = doc.to_array(["ORTH", "IDX", "TAG", "MORPH"]).T.tolist()
        text_of, tag_of, morph_of = ({key: strings[key] for key in set(keys)} for keys in (orths, tags, morphs))
        lacking = {key for key, morph in morph_of.items() if _SAID_UNLISTED in morph}
        texts = [text_of[orth] for orth in orths]
        ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
        return cls(texts, starts, ends, [tag_of[tag] for tag in tags], [morph in lacking for morph in morphs])
