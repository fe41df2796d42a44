"""A spaCy tokenizer over SudachiPy that takes an article of any length.

SudachiPy refuses more than 49,149 bytes at once, so lines are tokenised one by one and longer lines are cut
after 。. Attributes are those of spaCy's own ``JapaneseTokenizer`` (tag, pos, lemma, norm, inflection, reading),
which this class extends; a word that is in no dictionary says so (``is_unlisted`` in ``extractor.syntax``).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, zip_longest

import numpy as np
from spacy.lang.ja import JapaneseTokenizer, resolve_pos
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.util import registry
from spacy.vocab import Vocab
from sudachipy import Morpheme, SplitMode

from extractor.lexicon.parts_of_speech import UNLISTED, load_parts_of_speech

#: Longest piece given to SudachiPy, in characters: at most 4 bytes each, below its limit of 49,149 bytes.
PIECE = 12_000

#: SudachiPy's number for a word that it has joined from others: シェル|トナ.
_JOINED = 0xFFFFFFF

_REMEMBERED = 30_000  #: words kept with what SudachiPy says of them; some 10 MB

BLANK = load_parts_of_speech().blank  # SudachiPy's part of speech for blanks

TOKENIZER = "extractor.ArticleTokenizer.v1"  #: its name in spaCy's registry


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # untyped in spaCy
def make_tokenizer(split_mode: str = "C") -> Callable[[Language], "ArticleTokenizer"]:
    """Return what makes the tokenizer of a pipeline; spaCy finds it by its name in a pipeline's configuration."""
    return lambda nlp: ArticleTokenizer(nlp.vocab, split_mode)


def tokenizer_of(nlp: Language) -> "ArticleTokenizer":
    """Return the tokenizer of ``nlp`` where it is one of ours, else a new one: each loads SudachiPy's dictionary."""
    own = nlp.tokenizer
    return own if isinstance(own, ArticleTokenizer) else ArticleTokenizer(nlp.vocab, "C")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What SudachiPy says of a word. morph: its inflected form and reading, and whether it is in no dictionary."""

    surface: str
    tag: str
    lemma: str
    norm: str
    morph: MorphAnalysis


class ArticleTokenizer(JapaneseTokenizer):
    """spaCy's Japanese tokenizer, line by line."""

    def __init__(self, vocab: Vocab, split_mode: str | None = None) -> None:
        """split_mode: SudachiPy's, A for its shortest words to C for its longest."""
        super().__init__(vocab, split_mode)
        self._words: dict[tuple[str, int, int], Word] = {}  # seen already: asking SudachiPy for each anew takes long

    def __reduce__(self) -> tuple[type["ArticleTokenizer"], tuple[object, object]]:
        return ArticleTokenizer, (self.vocab, self.split_mode)

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose text is ``text``; blanks between words are tokens of their own or trailing spaces."""
        words: list[Word] = []
        spaces: list[bool] = []
        tokens = (word for piece in cut(text) for word in self._tokens(piece))
        for is_blank, run in groupby(tokens, key=lambda word: word.tag == BLANK):
            row = list(run)
            if is_blank:
                if words and row[0].surface == " ":
                    spaces[-1] = True
                    del row[0]
                row = self._as_one(row)
            words += row
            spaces += [False] * len(row)
        return self._to_doc(words, spaces)

    def short_words(self, word: str) -> Iterator[str]:
        """Yield the shortest words that SudachiPy makes of ``word``: 安全|保障|条約."""
        yield from (morpheme.surface() for morpheme in self.tokenizer.tokenize(word, SplitMode.A))

    def normal_forms(self, words: str) -> Iterator[tuple[str, str]]:
        """Yield each word of a short text with its normal form; blanks are left out. A Doc takes five times as long."""
        for morpheme in self.tokenizer.tokenize(words):
            surface = morpheme.surface()
            if surface.strip():
                yield surface, morpheme.normalized_form()

    def _tokens(self, piece: str) -> Iterator[Word]:
        """Yield the words and the single blanks of ``piece`` in order; together they are ``piece``."""
        if piece.isspace():
            yield from map(self._blank, piece)
            return
        for morpheme in self.tokenizer.tokenize(piece):
            surface = morpheme.surface()
            key = surface, morpheme.word_id(), morpheme.dictionary_id()
            word = self._words.get(key)
            if word is not None:
                yield word
            elif surface.isspace():
                yield from map(self._blank, surface)
            elif surface:  # the parts of some signs (…) come out empty
                yield self._new_word(key, morpheme)

    def _new_word(self, key: tuple[str, int, int], morpheme: Morpheme) -> Word:
        surface, number, _ = key
        if number == _JOINED:
            return self._word(surface, morpheme, listed=False)
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
        word = self._words[key] = self._word(surface, morpheme, listed=not morpheme.is_oov())
        return word

    def _word(self, surface: str, morpheme: Morpheme, *, listed: bool) -> Word:
        part_of_speech = morpheme.part_of_speech()
        features = {
            "Inflection": ";".join(part for part in part_of_speech[4:] if part != "*"),
            "Reading": re.sub("[=|]", "_", morpheme.reading_form()),
            UNLISTED: "" if listed else "Yes",
        }
        return Word(
            surface,
            "-".join(part for part in part_of_speech[:4] if part != "*"),
            morpheme.dictionary_form() or surface,
            morpheme.normalized_form(),
            MorphAnalysis(self.vocab, {name: value for name, value in features.items() if value}),
        )

    def _as_one(self, blanks: list[Word]) -> list[Word]:
        """Return ``blanks`` joined at once: added one to another, a million blank lines would take hours."""
        return [self._blank("".join(blank.surface for blank in blanks))] if len(blanks) > 1 else blanks

    def _blank(self, surface: str) -> Word:
        return Word(surface, BLANK, surface, surface, MorphAnalysis(self.vocab, {}))

    def _to_doc(self, words: list[Word], spaces: list[bool]) -> Doc:
        doc = Doc(self.vocab, words=[word.surface for word in words], spaces=spaces)
        if not words:
            return doc
        add, seen = self.vocab.strings.add, list(dict.fromkeys(words))
        places = {word: place for place, word in enumerate(seen)}
        numbers = np.array([(add(w.tag), add(w.lemma), add(w.norm)) for w in seen], dtype=np.uint64)
        column = np.array(_parts_of_speech(words), dtype=np.uint64)[:, np.newaxis]
        rows = np.hstack([numbers[[places[word] for word in words]], column])
        doc.from_array(["TAG", "LEMMA", "NORM", "POS"], rows)  # type: ignore[arg-type]  # spaCy names thinc's type
        for token, word in zip(doc, words, strict=True):
            token.morph = word.morph
        return doc


def _parts_of_speech(words: Sequence[Word]) -> list[int]:
    """Return the coarse part of speech of each word; some are decided together with the word before."""
    found: list[int] = []
    following: int | None = None
    for word, after in zip_longest(words, words[1:]):
        if following:
            part, following = following, None
        else:
            part, following = _resolve(word.surface, word.tag, after.tag if after else None)
        found.append(part)
    return found


@lru_cache(_REMEMBERED)
def _resolve(surface: str, tag: str, after: str | None) -> tuple[int, int | None]:
    found: tuple[int, int | None] = resolve_pos(surface, tag, after)  # type: ignore[no-untyped-call]  # untyped in spaCy
    return found


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
