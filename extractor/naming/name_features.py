"""What the trained recogniser looks at: strings for each word of an article, in training and in use the same.

A column holds one value for each word (its tag, its shape, the last word of its run of nouns); a template joins the
values of columns at some distance. The templates stand in groups, so that each group's worth can be measured.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from extractor.naming.name_marks import TITLE
from extractor.naming.name_runs import bracketed, chained, titled
from extractor.naming.name_vocabulary import JOINT, Vocabulary
from extractor.naming.name_words import UNKNOWN, Array, NameWords, kind_of, shape

FEATURE_SET = 3  #: counted up with every change of the features; weights made for another one are refused

PIECE = 5_000  #: words whose features are made at once

_FORM_FEATURES = 11  # most that a word by itself has
_BORDER = "<>"  # stands where there is no word
_GUESSED = "?"  # behind the tag of a word that the dictionary lacks
Column = Sequence[str]
Template = tuple[tuple[str, int], ...]


def _at(column: str, *offsets: int) -> tuple[Template, ...]:
    return tuple(((column, offset),) for offset in offsets)


#: Group of templates by name. Columns: see ``_columns``.
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
    columns = _columns(names, notion) if names.words else {}
    made = [
        [f"{name}={value if joined == 1 else JOINT.join(value)}" for value in values]
        for name, joined, values in _made(columns, without)
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
    columns = _columns(names, notion) if names.words else {}
    start = 0
    while start < len(names.words):
        end = min(start + piece, len(names.words))
        while end < len(names.words) and "\n" not in names.words[end - 1]:
            end += 1
        here = {name: column[start:end] for name, column in columns.items()}
        numbers = [known.numbers(name, values, joined) for name, joined, values in _made(here, without)]
        parts = [np.array(numbers, dtype=np.int32).reshape(-1, end - start)]
        if names.guesses and "guesses" not in without:
            parts.append(names.guesses.numbers(known, start, end).T)
        if "forms" not in without:
            words = zip(names.words[start:end], names.clusters[start:end], strict=True)
            parts.append(np.array([_form_numbers(known, word, *cluster) for word, cluster in words], dtype=np.int32).T)
        yield start, np.vstack(parts)
        start = end


def _made(
    columns: Mapping[str, Column], without: frozenset[str]
) -> Iterator[tuple[str, int, Sequence[str] | Iterator[tuple[str, ...]]]]:
    """Yield for each template its name, how many values its features have, and these: tuples, where several."""
    for group, templates in TEMPLATES.items():
        for number, template in enumerate(templates if group not in without else ()):
            shifted = [_shifted(columns[column], offset) for column, offset in template] if columns else [()]
            values = shifted[0] if len(template) == 1 else zip(*shifted, strict=True)
            yield f"{group[0]}{number}", len(template), values


def _shifted(column: Column, offset: int) -> Column:
    if offset == 0:
        return column
    border = [_BORDER] * min(abs(offset), len(column))
    return [*column[offset:], *border] if offset > 0 else [*border, *column[:offset]]


def _columns(names: NameWords, notion: str) -> dict[str, Column]:
    coarse, middle, fine = (list(column) for column in zip(*names.clusters, strict=True))
    marks = ["+".join(dict.fromkeys(marks)) for marks in names.marks]
    guessed = [_GUESSED if unlisted else "" for unlisted in names.unlisted]
    kinds = [kind_of(tag) + guess for tag, guess in zip(names.tags, guessed, strict=True)]
    return {
        "word": names.words,
        "tag": [tag + guess for tag, guess in zip(names.tags, guessed, strict=True)],
        "kind": kinds,
        "shape": [shape(word) for word in names.words],
        "coarse": coarse,
        "middle": middle,
        "fine": fine,
        "marks": marks,
        "notion": [notion] * len(names.words),
        "named": [str(kinds) if kinds else "" for kinds in names.named],
        "within": [f"{mark}{kinds}" if mark else "" for mark, kinds in names.within],
        **_guess_columns(names),
        **_run_columns(names, {"middle": middle, "fine": fine, "kind": kinds, "marks": marks}),
        "bracket": bracketed(names.words),
        "elsewhere": _elsewhere(names),
    }


def _guess_columns(names: NameWords) -> dict[str, Column]:
    if names.guesses is None:
        return {"likely": [""] * len(names.words), "guess": [""] * len(names.words)}
    likely = names.guesses.likely()
    sure = names.guesses.sureness()
    return {"likely": likely, "guess": [label + step for label, step in zip(likely, sure, strict=True)]}


def _run_columns(names: NameWords, columns: Mapping[str, Column]) -> dict[str, Column]:
    """Return what is known of the run of nouns around each word: 国務 in 米|国務|省 has the last word 省."""
    words, middle, kinds, marks = names.words, columns["middle"], columns["kind"], columns["marks"]
    first, last = names.runs
    outer, outer_middle = [*words, _BORDER, _BORDER, _BORDER], [*middle, _BORDER, _BORDER, _BORDER]
    ends = ["$" if i == j else "" for i, j in enumerate(last)]
    begins = ["^" if i == j else "" for i, j in enumerate(first)]
    return {
        "last": [words[j] for j in last],
        "last char": [words[j][-1] + end for j, end in zip(last, ends, strict=True)],
        "last middle": [middle[j] + end for j, end in zip(last, ends, strict=True)],
        "last fine": [columns["fine"][j] for j in last],
        "last kind": [f"{kinds[j]}|{marks[j]}" for j in last],
        "first": [words[j] + begin for j, begin in zip(first, begins, strict=True)],
        "first middle": [middle[j] for j in first],
        "first kind": [f"{kinds[j]}|{marks[j]}" for j in first],
        "last named": [str(names.named[j]) for j in last],
        "first named": [str(names.named[j]) for j in first],
        "to last": [str(min(j - i, 5)) for i, j in enumerate(last)],
        "from first": [str(min(i - j, 5)) for i, j in enumerate(first)],
        "next": [outer[j + 1] for j in last],
        "next two": [outer[j + 1] + outer[j + 2] for j in last],
        "next middle": [outer_middle[j + 2] for j in last],
        "previous": [outer[j - 1] for j in first],
        "previous two": [outer[j - 2] + outer[j - 1] for j in first],
        "previous middle": [outer_middle[j - 2] for j in first],
    }


def _elsewhere(names: NameWords) -> list[str]:
    """Return what the article shows of a word in any place.

    t before a title (T several times), c beside ・, r three times or more while no vector was trained for it.
    """
    with_title = titled(names.words, names.tags, [TITLE in marks for marks in names.marks])
    in_chain = chained(names.words)
    often = Counter(word for word, cluster in zip(names.words, names.clusters, strict=True) if cluster[0] == UNKNOWN)
    return [
        ("T" if with_title[word] > 1 else "t" if word in with_title else "")
        + ("c" if word in in_chain else "")
        + ("r" if often[word] > 2 else "")
        for word in names.words
    ]


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
