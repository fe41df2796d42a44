"""A spaCy tokenizer over SudachiPy that takes an article of any length.

SudachiPy refuses more than 49,149 bytes at once, so lines are tokenised one by one and longer lines are cut
after 。. Attributes are those of spaCy's own ``JapaneseTokenizer`` (tag, pos, lemma, norm, inflection, reading),
which this class extends; which words the dictionary lacks is kept beside them.
"""

import re
from collections.abc import Callable, Iterator

from spacy.lang.ja import DetailedToken, JapaneseTokenizer, resolve_pos
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.util import registry
from sudachipy import Morpheme

from extractor.lexicon.parts_of_speech import load_parts_of_speech

#: Longest piece given to SudachiPy, in characters: at most 4 bytes each, below its limit of 49,149 bytes.
PIECE = 12_000

BLANK = load_parts_of_speech().blank  # SudachiPy's part of speech for blanks

TOKENIZER = "extractor.ArticleTokenizer.v1"  #: its name in spaCy's registry

_UNLISTED = "extractor_unlisted"  # key of ``doc.user_data``: indexes of the tokens that the dictionary lacks


def unlisted_tokens(doc: Doc) -> frozenset[int]:
    """Return the indexes of the tokens that SudachiPy's dictionary lacks; none after another tokenizer than ours.

    キアンザドは勝った。  →  {0}
    """
    return frozenset(doc.user_data.get(_UNLISTED, ()))


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # untyped in spaCy
def make_tokenizer(split_mode: str = "C") -> Callable[[Language], "ArticleTokenizer"]:
    """Return what makes the tokenizer of a pipeline; spaCy finds it by its name in a pipeline's configuration."""
    return lambda nlp: ArticleTokenizer(nlp.vocab, split_mode)


class ArticleTokenizer(JapaneseTokenizer):
    """spaCy's Japanese tokenizer, line by line."""

    def __reduce__(self) -> tuple[type["ArticleTokenizer"], tuple[object, object]]:
        return ArticleTokenizer, (self.vocab, self.split_mode)

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose text is ``text``; blanks between words are tokens of their own or trailing spaces."""
        tokens: list[DetailedToken] = []
        spaces: list[bool] = []
        unlisted: list[int] = []
        for piece in cut(text):
            for token, is_listed in self._tokens(piece):
                if token.surface == " " and tokens and not (tokens[-1].tag == BLANK or spaces[-1]):
                    spaces[-1] = True
                elif token.tag == BLANK and tokens and tokens[-1].tag == BLANK:
                    tokens[-1] = _blank(tokens[-1].surface + token.surface)
                else:
                    if not is_listed:
                        unlisted.append(len(tokens))
                    tokens.append(token)
                    spaces.append(False)
        doc = self._to_doc(tokens, spaces)
        doc.user_data[_UNLISTED] = unlisted
        return doc

    def _tokens(self, piece: str) -> Iterator[tuple[DetailedToken, bool]]:
        """Yield the words and the single blanks of ``piece`` in order, and whether the dictionary has each.

        Together they are ``piece``.
        """
        if piece.isspace():
            yield from ((_blank(blank), True) for blank in piece)
            return
        for morpheme in self.tokenizer.tokenize(piece):
            surface = morpheme.surface()
            if surface.isspace():
                yield from ((_blank(blank), True) for blank in surface)
            elif surface:  # the parts of some signs (…) come out empty
                yield _detailed(morpheme), not morpheme.is_oov()

    def _to_doc(self, tokens: list[DetailedToken], spaces: list[bool]) -> Doc:
        doc = Doc(self.vocab, words=[token.surface for token in tokens], spaces=spaces)
        next_pos = None  # some parts of speech are decided together with the token before
        for index, (token, detail) in enumerate(zip(doc, tokens, strict=True)):
            token.tag_ = detail.tag
            if next_pos:
                token.pos, next_pos = next_pos, None
            else:
                after = tokens[index + 1].tag if index + 1 < len(tokens) else None
                token.pos, next_pos = resolve_pos(  # type: ignore[no-untyped-call]  # untyped in spaCy
                    detail.surface, detail.tag, after
                )
            token.lemma_ = detail.lemma or detail.surface
            token.norm_ = detail.norm
            token.morph = MorphAnalysis(self.vocab, _morph(detail))
        return doc


def _detailed(morpheme: Morpheme) -> DetailedToken:
    part_of_speech = morpheme.part_of_speech()
    return DetailedToken(
        morpheme.surface(),
        "-".join(part for part in part_of_speech[:4] if part != "*"),
        ";".join(part for part in part_of_speech[4:] if part != "*"),
        morpheme.dictionary_form(),
        morpheme.normalized_form(),
        morpheme.reading_form(),
        None,
    )


def _morph(detail: DetailedToken) -> dict[str, str]:
    morph = {}
    if detail.inf:
        morph["Inflection"] = detail.inf
    if detail.reading:
        morph["Reading"] = re.sub("[=|]", "_", detail.reading)
    return morph


def _blank(surface: str) -> DetailedToken:
    return DetailedToken(surface, BLANK, "", surface, surface, None, None)


def cut(text: str) -> Iterator[str]:
    """Yield ``text`` in order as pieces that SudachiPy takes: lines, and the blanks around each."""
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if not body:
            yield line
            continue
        start = line.index(body)
        yield from filter(None, (line[:start], *_cut_long(body), line[start + len(body) :]))


def _cut_long(piece: str) -> Iterator[str]:
    start = 0
    while len(piece) - start > PIECE:
        end = piece.rfind("。", start, start + PIECE) + 1
        if end <= start:
            end = start + PIECE
        yield piece[start:end]
        start = end
    yield piece[start:]
