"""The tokens of a Doc as plain lists: spaCy makes an object of each anew, and looks its strings up, whenever asked."""

from typing import NamedTuple

from spacy.tokens import Doc


class Tokens(NamedTuple):
    """Tokens, blanks among them. starts, ends: offsets in ``doc.text``, end exclusive. tags: SudachiPy's."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]

    @classmethod
    def of(cls, doc: Doc) -> "Tokens":
        """Return the tokens of ``doc``; each string is looked up once, however often it stands there."""
        strings = doc.vocab.strings
        orths, numbers, starts = doc.to_array(["ORTH", "TAG", "IDX"]).T.tolist() if len(doc) else ([], [], [])
        text_of, tag_of = ({key: strings[key] for key in set(keys)} for keys in (orths, numbers))
        texts = [text_of[orth] for orth in orths]
        ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
        return cls(texts, starts, ends, [tag_of[number] for number in numbers])
