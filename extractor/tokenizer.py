"""A spaCy tokenizer over SudachiPy that takes an article of any length.

SudachiPy refuses more than 49,149 bytes at once, so lines are tokenised one by one and longer lines are cut
after 。. Attributes are those of spaCy's own ``JapaneseTokenizer`` (tag, pos, lemma, norm, inflection, reading),
which this class extends; a word that is in no dictionary says so (``is_unlisted`` in ``extractor.syntax``).
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.lang.ja import JapaneseTokenizer, resolve_pos
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.util import registry
from sudachipy import Morpheme

from extractor.lexicon.parts_of_speech import UNLISTED, load_parts_of_speech

#: Longest piece given to SudachiPy, in characters: at most 4 bytes each, below its limit of 49,149 bytes.
PIECE = 12_000

#: SudachiPy's number for a word that it has joined from others: シェル|トナ.
_JOINED = 0xFFFFFFF

BLANK = load_parts_of_speech().blank  # SudachiPy's part of speech for blanks

TOKENIZER = "extractor.ArticleTokenizer.v1"  #: its name in spaCy's registry


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # untyped in spaCy
def make_tokenizer(split_mode: str = "C") -> Callable[[Language], "ArticleTokenizer"]:
    """Return what makes the tokenizer of a pipeline; spaCy finds it by its name in a pipeline's configuration."""
    return lambda nlp: ArticleTokenizer(nlp.vocab, split_mode)


class Word(NamedTuple):
    """What SudachiPy says of a word. inflection: type and form. listed: whether a dictionary has it."""

    surface: str
    tag: str
    inflection: str
    lemma: str
    norm: str
    reading: str
    listed: bool


class ArticleTokenizer(JapaneseTokenizer):
    """spaCy's Japanese tokenizer, line by line."""

    def __reduce__(self) -> tuple[type["ArticleTokenizer"], tuple[object, object]]:
        return ArticleTokenizer, (self.vocab, self.split_mode)

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose text is ``text``; blanks between words are tokens of their own or trailing spaces."""
        tokens: list[Word] = []
        spaces: list[bool] = []
        for piece in cut(text):
            for token in self._tokens(piece):
                if token.surface == " " and tokens and not (tokens[-1].tag == BLANK or spaces[-1]):
                    spaces[-1] = True
                elif token.tag == BLANK and tokens and tokens[-1].tag == BLANK:
                    tokens[-1] = _blank(tokens[-1].surface + token.surface)
                else:
                    tokens.append(token)
                    spaces.append(False)
        return self._to_doc(tokens, spaces)

    def _tokens(self, piece: str) -> Iterator[Word]:
        """Yield the words and the single blanks of ``piece`` in order; together they are ``piece``."""
        if piece.isspace():
            yield from map(_blank, piece)
            return
        for morpheme in self.tokenizer.tokenize(piece):
            surface = morpheme.surface()
            if surface.isspace():
                yield from map(_blank, surface)
            elif surface:  # the parts of some signs (…) come out empty
                yield _word(morpheme)

    def _to_doc(self, tokens: list[Word], spaces: list[bool]) -> Doc:
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


def _word(morpheme: Morpheme) -> Word:
    part_of_speech = morpheme.part_of_speech()
    return Word(
        morpheme.surface(),
        "-".join(part for part in part_of_speech[:4] if part != "*"),
        ";".join(part for part in part_of_speech[4:] if part != "*"),
        morpheme.dictionary_form(),
        morpheme.normalized_form(),
        morpheme.reading_form(),
        not morpheme.is_oov() and morpheme.word_id() != _JOINED,
    )


def _morph(detail: Word) -> dict[str, str]:
    morph = {}
    if detail.inflection:
        morph["Inflection"] = detail.inflection
    if detail.reading:
        morph["Reading"] = re.sub("[=|]", "_", detail.reading)
    if not detail.listed:
        morph[UNLISTED] = "Yes"
    return morph


def _blank(surface: str) -> Word:
    return Word(surface, BLANK, "", surface, surface, "", listed=True)


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
