"""Names found surely once are found wherever they recur in the article."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.lexicon.forms import FormIndex
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.lexicon.titles import Titles
from extractor.naming.candidate import Candidate, Taken, Trust
from extractor.naming.model import RULE_OF_PLACE
from extractor.naming.organizations import is_product
from extractor.naming.vetoes import fills_brackets
from extractor.naming.words import GIVEN_TAG, KANJI, PLACE_TAG, SURNAME_TAG, Words, is_kanji
from extractor.records import EntityType

_PART = load_parts_of_speech()
_TEAM = "team"
_NICKNAME = re.compile(r"(?<=[^ァ-ヺー])[ァ-ヺー]{4,}$")
_SHORTEST = 2
_SHORTEST_OF_ORGANIZATION = 3
_LONGEST_WHOLE = 4  # characters of a name that the tokeniser leaves whole: surname and given name of two each
_WORD = load_function_words()
_SIGN = load_name_signs()
_AFTER_PLACE = (_WORD.locative, _WORD.ablative, _WORD.allative, _WORD.terminative)  # 佐賀で
_AFTER_TEAM = (*_SIGN.match, *_SIGN.side)  # 佐賀戦
_AFTER_PART = (*_WORD.subjects, _WORD.accusative, _WORD.dative, _WORD.quotative, "「")


class Form(NamedTuple):
    """What may recur. name: whose it is. sure: whether it can be hardly anything else: トランプ, not 峰 or 福島."""

    name: Candidate
    sure: bool = True


def find_recurring(
    words: Words, names: Sequence[Candidate], titles: Titles, legal: tuple[str, ...] = ()
) -> Iterator[Candidate]:
    """Yield further places of the names, and of the parts of persons' names; never inside other names.

    titles: tells what is named after persons. legal: legal forms, which a name may lack when it recurs.

    デベリーCEO … とデベリーは述べた  →  the second デベリー;  峰竜太 … 峰は  →  峰
    """
    taken = Taken((name.start, name.end) for name in names if name.trust >= Trust.SIGN)
    index = FormIndex(_forms(words, names, titles, legal))

    def recurs(start: int, end: int, form: Form) -> bool:
        return (
            taken.free(start, end)
            and _is_whole(words, start, end)
            and not _is_other(words, start, end, form.name, titles)
            and (form.sure or _is_word_before_particle(words, start, end))
        )

    for start, end, (name, _) in index.find(words.text, recurs):
        trust = Trust.SIGN if name.trust >= Trust.SIGN else Trust.GUESS
        yield Candidate(start, end, name.label, "recurrence", trust, link=name.link, wide=(start, end))


def _forms(
    words: Words, names: Sequence[Candidate], titles: Titles, legal: tuple[str, ...]
) -> Iterator[tuple[str, Form]]:
    whole = [name for name in names if name.label is not EntityType.COUNTRY and name.end - name.start >= _SHORTEST]
    places = [name for name in whole if name.rule == RULE_OF_PLACE]
    yield from ((words.text[name.start : name.end], Form(name)) for name in whole if name.rule != RULE_OF_PLACE)
    for name in names:
        text = words.text[name.start : name.end]
        if name.label is EntityType.PERSON:
            trusted = name.trust >= Trust.SIGN or "・" in text
            for part, sure in _parts(words, name, titles):
                if part not in titles.refused:
                    yield part, Form(name, sure=sure and trusted)
        if name.label is EntityType.ORGANIZATION:
            yield from ((part, Form(name)) for part in _without_legal_form(text, legal))
        if name.label is EntityType.ORGANIZATION and "・" in text:
            last = text.split("・")[-1]
            if len(last) >= _SHORTEST_OF_ORGANIZATION:
                yield last, Form(name)
        if name.rule == _TEAM and (nickname := _NICKNAME.search(text)):
            yield nickname.group(), Form(name)
    for name in places:
        if name.label is EntityType.PERSON:  # a team that is called by its town stands beside the town itself
            yield words.text[name.start : name.end], Form(name, sure=False)


def _without_legal_form(text: str, legal: tuple[str, ...]) -> Iterator[str]:
    """Yield the name without its legal form, and body and house where it names both.

    医療法人青波会みどり病院 → 青波会みどり病院, 青波会, みどり病院
    """
    form = next((form for form in legal if text.startswith(form)), None)
    if form is None or len(text) - len(form) < _SHORTEST_OF_ORGANIZATION:
        return
    name = text.removeprefix(form)
    yield name
    for mark in _SIGN.association:
        body, _, house = name.partition(mark)
        if body and len(house) >= _SHORTEST_OF_ORGANIZATION:
            yield body + mark
            yield house


def _parts(words: Words, name: Candidate, titles: Titles) -> Iterator[tuple[str, bool]]:
    """Yield surname and given name, and whether each can be hardly anything else.

    ドナルド・トランプ → トランプ, ドナルド; ケネス・マレー・ジュニア → マレー, ケネス; 佐藤領哉 → 佐藤, 領哉
    """
    text = words.text[name.start : name.end]
    if "・" in text:
        pieces = text.split("・")
        if len(pieces) > 2 and pieces[-1] in titles.generation_forms:
            pieces.pop()
        if len(pieces) > 2:
            yield "・".join(pieces[-2:]), True
        yield from ((piece, True) for piece in (pieces[-1], pieces[0]) if len(piece) >= _SHORTEST)
        return
    for size in _surname_sizes(words, name, text):
        surname, given = text[:size], text[size:]
        yield surname, words.tags[words.by_start[name.start]] == SURNAME_TAG and size >= _SHORTEST
        if len(given) >= _SHORTEST:
            yield given, True


def _surname_sizes(words: Words, name: Candidate, text: str) -> Iterator[int]:
    """Yield how many characters the surname has, nothing where that cannot be told."""
    inside = words.inside(name.start, name.end)
    first, last = inside[0], inside[-1]
    if not is_kanji(text[0]) or words.starts[first] != name.start:
        return
    if len(inside) > 1 and (words.tags[first] == SURNAME_TAG or words.tags[last] == GIVEN_TAG):
        yield words.ends[first] - words.starts[first]
    elif len(inside) == 1 and words.tags[first] == _PART.whole_name and is_kanji(text) and len(text) == _LONGEST_WHOLE:
        yield _LONGEST_WHOLE // 2


def _is_word_before_particle(words: Words, start: int, end: int) -> bool:
    """Whether it is one word of its own with a particle behind it: 峰|が, not 峰|々 or 福島|県."""
    index = words.by_start.get(start)
    if index is None or words.ends[index] != end or (words.joined(index - 1, index) and _is_noun(words, index - 1)):
        return False
    return words.text.startswith(_AFTER_PART, end) and words.stops(end)


def _is_noun(words: Words, index: int) -> bool:
    return words.tags[index].startswith(_PART.noun)


def _is_other(words: Words, start: int, end: int, name: Candidate, titles: Titles) -> bool:
    """Whether what follows makes it something else: ボーイング|737, 増田|神社."""
    if name.label is EntityType.ORGANIZATION:
        return is_product(words, end) or (_is_place(words, start, end) and _speaks_of_place(words, start, end))
    return fills_brackets(words, start, end) or words.text.startswith(titles.named_after_forms, end)


def _is_place(words: Words, start: int, end: int) -> bool:
    return all(tag.startswith(PLACE_TAG) for tag in words.tags_in(start, end))


def _speaks_of_place(words: Words, start: int, end: int) -> bool:
    """Whether a team called by its town is the town there: 佐賀|で, アリーナ|佐賀, 佐賀|出身."""
    before, after = words.by_end.get(start), words.by_start.get(end)
    if before is not None and _is_noun(words, before):
        return True
    if after is not None and _is_noun(words, after) and words.word(after) not in _AFTER_TEAM:
        return True
    return words.text.startswith(_AFTER_PLACE, end)


def _is_whole(words: Words, start: int, end: int) -> bool:
    before, after = words.same_kind_beside(start, end)
    if (before and not words.begins(start)) or (after and not words.stops(end)):
        return False
    if KANJI.match(words.text[start]) and not words.begins(start):
        return False
    return words.stops(end) or not is_kanji(words.text[end : end + 1])
