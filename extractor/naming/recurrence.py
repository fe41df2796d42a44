"""Names found surely once are found wherever they recur in the article."""

from collections.abc import Iterator, Sequence

from extractor.lexicon.forms import FormIndex
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Taken, Trust
from extractor.naming.organizations import is_product
from extractor.naming.words import KANJI, SURNAME_TAG, Words, is_kanji
from extractor.records import EntityType

_SHORTEST = 2
_SHORTEST_OF_ORGANIZATION = 3


def find_recurring(words: Words, names: Sequence[Candidate], titles: Titles) -> Iterator[Candidate]:
    """Yield further places of the names, and of the parts of persons' names; never inside other names.

    titles: tells what is named after persons.

    デベリーCEO … とデベリーは述べた  →  the second デベリー
    """
    taken = Taken((name.start, name.end) for name in names if name.trust >= Trust.SIGN)
    index = FormIndex(_forms(words, names, titles))
    start = 0
    while start < len(words.text):
        for end, name in index.at(words.text, start):
            if (
                taken.free(start, end)
                and _is_whole(words, start, end)
                and not _is_other(words, start, end, name, titles)
            ):
                trust = Trust.SIGN if name.trust >= Trust.SIGN else Trust.GUESS
                yield Candidate(start, end, name.label, "recurrence", trust, link=name.link, wide=(start, end))
                start = end - 1
                break
        start += 1


def _forms(words: Words, names: Sequence[Candidate], titles: Titles) -> Iterator[tuple[str, Candidate]]:
    for name in names:
        if name.label is EntityType.COUNTRY or name.end - name.start < _SHORTEST or name.trust < Trust.GUESS:
            continue
        yield words.text[name.start : name.end], name
    for name in names:
        if name.label is EntityType.PERSON and (name.trust >= Trust.SIGN or "・" in words.text[name.start : name.end]):
            for part in _parts(words, name):
                if len(part) >= _SHORTEST and part not in titles.refused:
                    yield part, name
        if name.label is EntityType.ORGANIZATION and "・" in words.text[name.start : name.end]:
            last = words.text[name.start : name.end].split("・")[-1]
            if len(last) >= _SHORTEST_OF_ORGANIZATION:
                yield last, name


def _parts(words: Words, name: Candidate) -> Iterator[str]:
    """Yield surname and given name: ドナルド・トランプ → トランプ, ドナルド; 佐藤領哉 → 佐藤."""
    text = words.text[name.start : name.end]
    if "・" in text:
        pieces = text.split("・")
        yield pieces[-1]
        if len(pieces) > 2:
            yield "・".join(pieces[-2:])
        yield pieces[0]
        return
    inside = words.inside(name.start, name.end)
    if len(inside) > 1 and words.tags[inside[0]] == SURNAME_TAG and is_kanji(text[0]):
        yield words.word(inside[0])
        yield text[len(words.word(inside[0])) :]


def _is_other(words: Words, start: int, end: int, name: Candidate, titles: Titles) -> bool:
    """Whether what follows makes it something else: ボーイング|737, 増田|神社."""
    if name.label is EntityType.ORGANIZATION:
        return is_product(words, end)
    if words.text[start - 1 : start] + words.text[end : end + 1] in ("『』", "「」"):
        return True  # the title of a work
    return words.text.startswith(titles.named_after_forms, end)


def _is_whole(words: Words, start: int, end: int) -> bool:
    before, after = words.same_kind_beside(start, end)
    if (before and not words.begins(start)) or (after and not words.stops(end)):
        return False
    if KANJI.match(words.text[start]) and not words.begins(start):
        return False
    return words.stops(end) or not is_kanji(words.text[end : end + 1])
