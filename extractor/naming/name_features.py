"""What the trained recogniser looks at: strings for each word of an article, in training and in use the same.

A column holds one value for each word (its tag, its shape, the last word of its run of nouns); a template joins the
values of columns at some distance. The templates stand in groups, so that each group's worth can be measured.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from extractor.naming.coded import Array
from extractor.naming.name_columns import BORDER, columns
from extractor.naming.name_templates import Template, TemplateNumbers
from extractor.naming.name_vocabulary import JOINT, Vocabulary
from extractor.naming.name_words import NameWords

FEATURE_SET = 3  #: counted up with every change of the features; weights made for another one are refused

PIECE = 5_000  #: words whose features are made at once

_FORM_FEATURES = 11  # most that a word by itself has


def _at(column: str, *offsets: int) -> tuple[Template, ...]:
    return tuple(((column, offset),) for offset in offsets)


#: Group of templates by name. Columns: see ``columns``.
TEMPLATES: Mapping[str, tuple[Template, ...]] = {
    "words": (
        *_at("word", -2, -1, 1, 2),
        (("word", -1), ("word", 0)),
        (("word", 0), ("word", 1)),
        (("word", -1), ("word", 1)),
    ),
    "tags": (
        *_at("tag", -2, -1, 0, 1, 2),
        (("kind", -1), ("kind", 0)),
        (("kind", 0), ("kind", 1)),
        (("kind", -1), ("kind", 0), ("kind", 1)),
    ),
    "shapes": (
        *_at("shape", -1, 1),
        (("shape", 0), ("kind", 0)),
        (("shape", -1), ("shape", 0), ("shape", 1)),
        (("shape", -2), ("shape", -1), ("shape", 0), ("shape", 1), ("shape", 2)),
    ),
    "clusters": (
        *_at("coarse", -2, 2),
        *_at("middle", -1, 1),
        *_at("fine", -1, 1),
        (("middle", 0), ("middle", 1)),
        (("middle", -1), ("middle", 0)),
        (("coarse", 0), ("kind", 0)),
    ),
    "lexicon": (
        *_at("marks", -2, -1, 0, 1, 2),
        (("marks", -1), ("marks", 0), ("marks", 1)),
        (("shape", 0), ("marks", 1)),
    ),
    "runs": (
        *_at("last", 0),
        *_at("last char", 0),
        *_at("last middle", 0),
        *_at("last fine", 0),
        *_at("last kind", 0),
        *_at("first", 0),
        *_at("first middle", 0),
        *_at("first kind", 0),
        *_at("to last", 0),
        *_at("from first", 0),
        *_at("next", 0),
        *_at("previous", 0),
        *_at("next two", 0),
        *_at("previous two", 0),
        *_at("next middle", 0),
        *_at("previous middle", 0),
        (("next", 0), ("last", 0)),
    ),
    "article": (*_at("bracket", 0), *_at("elsewhere", 0)),
    "notion": (
        *_at("notion", 0),
        (("notion", 0), ("last char", 0)),
        (("notion", 0), ("marks", 0)),
        (("notion", 0), ("last middle", 0)),
        (("notion", 0), ("kind", 0)),
    ),
    "dictionary": (
        *_at("named", -2, -1, 0, 1, 2),
        *_at("within", -1, 0, 1),
        (("named", -1), ("named", 0)),
        (("named", 0), ("named", 1)),
        (("within", 0), ("shape", 0)),
        (("first named", 0), ("last named", 0)),
    ),
    "guesses": (
        *_at("guess", -1, 0, 1),
        *_at("likely", -2, 2),
        (("likely", -1), ("likely", 0), ("likely", 1)),
    ),
}


def features(names: NameWords, notion: str, without: frozenset[str] = frozenset()) -> list[tuple[str, ...]]:
    """Return the features of each word, as training has them.

    notion: whose notion of an organisation is asked for, a name of training data. without: groups left out.

    トランプ|大統領  →  (… tag:0=名詞-普通名詞-一般, marks:1=title-b+title-e …), …
    """
    texts = {name: column.items() for name, column in columns(names, notion).items()} if names.words else {}
    made = [
        [f"{name}={JOINT.join(values)}" for values in zip(*(_shifted(texts[c], by) for c, by in template), strict=True)]
        for name, template in _templates(without).items()
        if texts
    ]
    rows: list[tuple[str, ...]] = list(zip(*made, strict=True)) if made else [()] * len(names.words)
    if names.guesses and "guesses" not in without:
        rows = [row + more for row, more in zip(rows, names.guesses.chances(), strict=True)]
    if "forms" in without:
        return rows
    return [_form(word, *cluster) + row for word, cluster, row in zip(names.words, names.clusters, rows, strict=True)]


def feature_numbers(
    names: NameWords,
    notion: str,
    known: Vocabulary,
    without: frozenset[str] = frozenset(),
    *,
    piece: int = PIECE,
) -> Iterator[tuple[int, Array]]:
    """Yield the first word of each piece and the numbers of the features of its words: shape (features, words).

    Those of a book would fill the memory. known: the features that have numbers. piece: words of which one has at least
    so many, but for the last; it ends with its line.
    """
    if not names.words:
        return
    templates = _numbering(known, without)
    ids = templates.ids(columns(names, notion))
    forms = names.coded_words.joined(names.coded_clusters)
    of_forms = np.array([_form_numbers(known, word, *cluster) for word, cluster in forms.values], dtype=np.int32)
    start = 0
    while start < len(names.words):
        end = min(start + piece, len(names.words))
        while end < len(names.words) and "\n" not in names.words[end - 1]:
            end += 1
        parts = [templates.numbers(ids, start, end)]
        if names.guesses and "guesses" not in without:
            parts.append(names.guesses.numbers(known, start, end).T)
        if "forms" not in without:
            parts.append(of_forms[forms.codes[start:end]].T)
        yield start, np.vstack(parts)
        start = end


@lru_cache(16)
def _templates(without: frozenset[str]) -> Mapping[str, Template]:
    """Return the templates by the names that they have in features."""
    return {
        f"{group[0]}{number}": template
        for group, templates in TEMPLATES.items()
        if group not in without
        for number, template in enumerate(templates)
    }


@lru_cache(16)
def _numbering(known: Vocabulary, without: frozenset[str]) -> TemplateNumbers:
    return TemplateNumbers(known, _templates(without), BORDER)


def _shifted(column: Sequence[str], offset: int) -> Sequence[str]:
    if offset == 0:
        return column
    border = [BORDER] * min(abs(offset), len(column))
    return [*column[offset:], *border] if offset > 0 else [*border, *column[:offset]]


@lru_cache(100_000)
def _form(word: str, coarse: str, middle: str, fine: str) -> tuple[str, ...]:
    """Return the features of a word by itself: the word, its ends, its length, its clusters."""
    return tuple(_form_parts(word, coarse, middle, fine))


@lru_cache(100_000)
def _form_numbers(known: Vocabulary, word: str, coarse: str, middle: str, fine: str) -> tuple[int, ...]:
    """Return the numbers of ``_form``, filled up to the most that a word has."""
    numbers = [known.number(feature) for feature in _form_parts(word, coarse, middle, fine)]
    return (*numbers, *[known.unknown] * (_FORM_FEATURES - len(numbers)))


def _form_parts(word: str, coarse: str, middle: str, fine: str) -> Iterator[str]:
    yield f"form={word}"
    for size in range(1, min(3, len(word)) + 1):
        yield f"prefix={word[:size]}"
        yield f"suffix={word[-size:]}"
    yield f"length={min(len(word), 7)}"
    yield f"coarse={coarse}"
    yield f"middle={middle}"
    yield f"fine={fine}"
