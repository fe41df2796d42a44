"""What a personal name looks like: where one that ends or begins at a place has its other end.

Katakana names are runs of katakana joined by ・ ＝ = or -, with initials (デニス・M・ケレハー); Japanese, Chinese and
Korean names in characters go by SudachiPy's parts of speech.
"""

import re
from dataclasses import dataclass

from extractor.lexicon.parts_of_speech import load_parts_of_speech
from extractor.naming.candidate import Span
from extractor.naming.words import (
    GIVEN_TAG,
    KATAKANA,
    PERSON_TAG,
    PLACE_TAG,
    PROPER_TAG,
    SURNAME_TAG,
    Words,
    is_kanji,
    is_katakana,
    is_latin,
)

_SPEECH = load_parts_of_speech()
_NO_NAME = (_SPEECH.particle, _SPEECH.mark, _SPEECH.blank, _SPEECH.numeral)

#: Katakana, and the two letters that look alike in hiragana and are mistyped for it: ぺロシ.
_PART = r"(?:[ァ-ヺー]|(?<![ぁ-ゖ\u4e00-\u9fff])[べぺ](?=[ァ-ヺー]))+"
_INITIAL = r"(?:[A-Z]\.?|[A-Z]\.[A-Z]\.)"
_NICKNAME = f"「{KATAKANA.pattern}+」"
#: トランプ, ドナルド・トランプ, サイフ・アル＝イスラム, O.J.シンプソン, ポール・「ペン」・ファージング
CHAIN = re.compile(
    rf"(?:(?:[A-Z]\.)+|(?:(?<![A-Za-z])[A-Z]・){{1,3}})?{_PART}(?:[・＝=-](?:{_PART}|{_INITIAL}|{_NICKNAME})){{0,7}}"
)
#: nappo, Henry Samueli
LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,4}")
#: The longest name in characters, 姓 and 名 together: 勅使河原三郎太.
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Shape:
    """A place that looks like a name. sure: the tokeniser, or its inner form, says that it names a person."""

    start: int
    end: int
    sure: bool

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


def looks_personal(words: Words, start: int, end: int) -> bool:
    """Whether a word of ``text[start:end]`` is tagged as a person's name."""
    return any(tag.startswith(PERSON_TAG) for tag in words.tags_in(start, end))


def kanji_name_before(words: Words, end: int, surnames: frozenset[str], *, lenient: bool) -> Shape | None:
    """Return the name in characters that ends at ``end``.

    surnames: surnames of one character, by which Chinese and Korean names are known. lenient: an honorific follows,
    so that words not tagged as names will do.

    福井県の佐藤領哉(巡査)  →  佐藤領哉
    """
    last = words.by_end.get(end)
    if last is None or not _may_be_in_name(words, last):
        return None
    foreign = _chinese_or_korean(words, end, surnames)
    if foreign is not None:
        return foreign
    if words.tags[last] == SURNAME_TAG and not _has_surname_before(words, last):
        return Shape(words.starts[last], end, sure=True)
    whole = _from_surname(words, last)
    if whole is not None:
        return whole
    if words.tags[last].startswith(PERSON_TAG):
        return Shape(words.starts[last], end, sure=True)
    width = end - words.starts[last]
    if lenient and 1 <= width <= 5 and (is_kanji(words.word(last)) or words.tags[last].startswith(PROPER_TAG)):
        return Shape(words.starts[last], end, sure=False)
    return None


def _chinese_or_korean(words: Words, end: int, surnames: frozenset[str]) -> Shape | None:
    """Return a surname of one character and two more that the tokeniser cut: 金|与|正, 文|在|寅, (中国の)林|建国."""
    start = end - 3
    if (
        start < 0
        or words.text[start] not in surnames
        or not is_kanji(words.text[start:end])
        or start not in words.by_start
    ):
        return None
    inside = words.inside(start, end)
    if len(inside) < 2:
        return None
    named = all(len(words.word(index)) == 1 or words.tags[index].startswith(PERSON_TAG) for index in inside)
    first = inside[0]
    opens = first == 0 or not words.joined(first - 1, first) or words.tags[first - 1].startswith(_NO_NAME)
    return Shape(start, end, sure=True) if named or opens else None


def _has_surname_before(words: Words, last: int) -> bool:
    return last > 0 and words.joined(last - 1, last) and words.tags[last - 1] == SURNAME_TAG


def is_pair_apart(words: Words, index: int, short: frozenset[str]) -> bool:
    """Whether surname and given name stand there with one blank between them: 山口 剛, 峰 竜太.

    short: surnames of one character, which the tokeniser may take for something else.
    """
    if index + 1 >= len(words) or words.tags[index + 1] != GIVEN_TAG:
        return False
    gap = words.text[words.ends[index] : words.starts[index + 1]]
    word = words.word(index)
    is_surname = words.tags[index] == SURNAME_TAG or word in short
    return is_surname and gap in (" ", "\u3000") and is_kanji(word + words.word(index + 1))


def _may_be_in_name(words: Words, index: int) -> bool:
    word = words.word(index)
    if len(word) == 1 and is_kanji(word) and words.tags[index].startswith(_SPEECH.numeral):
        return True  # 一 in 飯沼一丈
    if len(word) > 5 or words.tags[index].startswith(_NO_NAME):
        return False
    return all(is_kanji(char) or "ぁ" <= char <= "ゖ" or is_katakana(char) for char in word)


def _from_surname(words: Words, last: int) -> Shape | None:
    """Return a surname and what follows it up to ``last``; an unknown word or a place may be the surname."""
    first = last
    while first > 0 and words.joined(first - 1, first) and _may_be_in_name(words, first - 1):
        if words.ends[last] - words.starts[first - 1] > _LONGEST:
            break
        first -= 1
        if words.tags[first] == SURNAME_TAG:
            break
    for index in range(first, last):
        if words.tags[index] == SURNAME_TAG:
            is_name = all(is_given_part(words, following) for following in range(index + 1, last + 1))
            return Shape(words.starts[index], words.ends[last], sure=True) if is_name else None
    if last > first and words.tags[last] == GIVEN_TAG and _surname_like(words, last - 1):
        return Shape(words.starts[last - 1], words.ends[last], sure=True)
    return None


def is_given_part(words: Words, index: int) -> bool:
    """Whether the word can be a given name or a piece of one: 領, 哉; not 眼科."""
    word = words.word(index)
    return words.tags[index].startswith(PERSON_TAG) or len(word) == 1 or words.unknown[index] or not is_kanji(word)


def _surname_like(words: Words, index: int) -> bool:
    """Whether a word may be a surname that the dictionary lacks: 髙嶺, or a place that is one too: 唐山."""
    word = words.word(index)
    if not is_kanji(word) or len(word) > 3:
        return False
    return words.unknown[index] or words.tags[index].startswith(PLACE_TAG)


def latin_name_before(text: str, end: int) -> Span | None:
    """Return the name in Latin letters that ends at ``end``: シンガー・ソングライターMANAMI(さん) → MANAMI."""
    start = end
    while start > 0 and end - start < 60 and (is_latin(text[start - 1]) or text[start - 1] in " .'’-"):
        start -= 1
    match = LATIN_NAME.search(text, start, end)
    while match and match.end() != end:
        match = LATIN_NAME.search(text, match.end(), end)
    return match.span() if match else None


def kanji_name_after(words: Words, start: int, followers: frozenset[str]) -> Shape | None:
    """Return the name in characters that begins at ``start`` with a surname, its given name with it.

    followers: what is no part of a name, though it may look like the end of one (像).

    (会長の)田中太郎  →  田中太郎
    """
    first = words.by_start.get(start)
    if first is None or not (
        words.tags[first] == SURNAME_TAG or _is_whole_name(words, first) or _is_new_surname(words, first)
    ):
        return None
    end, last = words.ends[first], first
    while last + 1 < len(words) and words.joined(last, last + 1) and words.ends[last + 1] - start <= _LONGEST:
        following = last + 1
        if words.tags[following] != GIVEN_TAG and (
            words.word(following) in followers or not _is_given_end(words, first, following)
        ):
            break
        last, end = following, words.ends[following]
    return Shape(start, end, sure=True)


def _is_new_surname(words: Words, index: int) -> bool:
    """Whether an unknown word before a given name is a surname: 髙嶺|史弥."""
    if not words.joined(index, index + 1) or words.tags[index + 1] != GIVEN_TAG:
        return False
    if is_katakana(words.word(index + 1)):
        return False
    return words.unknown[index] and is_kanji(words.word(index)) and len(words.word(index)) <= 3


def _is_whole_name(words: Words, index: int) -> bool:
    """Whether the word is a name in full: 徳川家康, 習近平."""
    return words.tags[index].startswith(_SPEECH.whole_name) and 2 <= len(words.word(index)) <= _LONGEST


def _is_given_end(words: Words, first: int, index: int) -> bool:
    """Whether the word goes on a given name that was cut: 哉 in 佐藤|領|哉."""
    return index > first + 1 and len(words.word(index)) == 1 and is_kanji(words.word(index))
