"""The columns that the recogniser's features are made of: one value for each word of an article."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from extractor.naming.coded import Array, Coded
from extractor.naming.name_marks import TITLE
from extractor.naming.name_runs import bracketed, chained, titled
from extractor.naming.name_words import UNKNOWN, NameWords, kind_of, shape

BORDER = "<>"  #: stands where there is no word
_GUESSED = "?"  # behind the tag of a word that the dictionary lacks
_FARTHEST = 5  # distances in a run are told apart up to this one
_REACH = 3  # words behind the last one that columns ask for

Column = Coded[str]


def columns(names: NameWords, notion: str) -> Mapping[str, Column]:
    """Return the columns by their names; ``names`` has at least one word."""
    tags, clusters = names.coded_tags, names.coded_clusters
    kinds = tags.each(lambda tag: kind_of(tag[0]) + _guess(tag[1]))
    marks = names.coded_marks.each(lambda marks: "+".join(dict.fromkeys(marks)))
    own = {
        "word": names.coded_words,
        "tag": tags.each(lambda tag: tag[0] + _guess(tag[1])),
        "kind": kinds,
        "shape": names.coded_words.each(shape),
        "coarse": clusters.each(lambda cluster: cluster[0]),
        "middle": clusters.each(lambda cluster: cluster[1]),
        "fine": clusters.each(lambda cluster: cluster[2]),
        "marks": marks,
        "kind and marks": kinds.joined(marks).each("|".join),
        "notion": Coded([notion], np.zeros(len(names.words), dtype=np.intp)),
        "named": names.coded_named.each(lambda kinds: str(kinds) if kinds else ""),
        "within": names.coded_within.each(lambda within: f"{within[0]}{within[1]}" if within[0] else ""),
        "bracket": Coded.of(bracketed(names.words)),
        "elsewhere": _elsewhere(names),
    }
    return {**own, **_guess_columns(names), **_run_columns(names, own)}


def _guess(unlisted: bool) -> str:
    return _GUESSED if unlisted else ""


def _guess_columns(names: NameWords) -> dict[str, Column]:
    if names.guesses is None:
        nothing = Coded([""], np.zeros(len(names.words), dtype=np.intp))
        return {"likely": nothing, "guess": nothing}
    likely, sure = names.guesses.likely(), names.guesses.sureness()
    both = [label + step for label in likely.values for step in sure.values]
    return {"likely": likely, "guess": Coded(both, likely.codes * len(sure.values) + sure.codes)}


def _run_columns(names: NameWords, own: Mapping[str, Column]) -> dict[str, Column]:
    """Return what is known of the run of nouns around each word: 国務 in 米|国務|省 has the last word 省."""
    words, middle, kinds = own["word"], own["middle"], own["kind and marks"]
    (first, last), here = names.runs, np.arange(len(names.words))
    at_first, at_last = here == first, here == last
    outer, outer_middle = words.bordered(BORDER, _REACH), middle.bordered(BORDER, _REACH)
    characters = Coded.of(word[-1] for word in words.values)
    named = names.coded_named.each(str)
    return {
        "last": words.at(last),
        "last char": _marked(Coded(characters.values, characters.codes[words.codes]).at(last), "$", at_last),
        "last middle": _marked(middle.at(last), "$", at_last),
        "last fine": own["fine"].at(last),
        "last kind": kinds.at(last),
        "first": _marked(words.at(first), "^", at_first),
        "first middle": middle.at(first),
        "first kind": kinds.at(first),
        "last named": named.at(last),
        "first named": named.at(first),
        "to last": _distance(last - here),
        "from first": _distance(here - first),
        "next": outer.at(last + 1),
        "next two": outer.at(last + 1).joined(outer.at(last + 2)).each("".join),
        "next middle": outer_middle.at(last + 2),
        "previous": outer.at(first - 1),
        "previous two": outer.at(first - 2).joined(outer.at(first - 1)).each("".join),
        "previous middle": outer_middle.at(first - 2),
    }


def _marked(column: Column, mark: str, where: Array) -> Column:
    """Return ``column`` with ``mark`` behind the values of those words for which ``where`` is true."""
    values = column.values
    return Coded([*values, *(value + mark for value in values)], column.codes + len(values) * where)


def _distance(distances: Array) -> Column:
    return Coded([str(distance) for distance in range(_FARTHEST + 1)], np.minimum(distances, _FARTHEST))


def _elsewhere(names: NameWords) -> Column:
    """Return what the article shows of a word in any place.

    t before a title (T several times), c beside ・, r three times or more while no vector was trained for it.
    """
    titles = names.coded_marks.where(lambda marks: TITLE in marks)
    with_title = titled(names.words, names.tags, titles.tolist())
    in_chain = chained(names.words)
    unknown = names.coded_clusters.where(lambda cluster: cluster[0] == UNKNOWN)
    often = Counter(names.coded_words.at(unknown).items())
    shown = {
        word: ("T" if with_title[word] > 1 else "t" if word in with_title else "")
        + ("c" if word in in_chain else "")
        + ("r" if often[word] > 2 else "")
        for word in {*with_title, *in_chain, *often}
    }
    return Coded([shown.get(word, "") for word in names.coded_words.values], names.coded_words.codes)
