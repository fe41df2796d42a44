"""Grammar on tokens: what kind of word a token is, where a bunsetsu ends, what particle it carries.

Read from SudachiPy's part of speech (``token.tag_``) and GiNZA's dependencies. All ranges are token indexes, end
exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from extractor.doc_text import starts_of, text_of, words_of
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.parts_of_speech import UNLISTED, load_inflected_forms, load_parts_of_speech

_PART = load_parts_of_speech()
_FORM = load_inflected_forms()
_WORD = load_function_words()

NOMINAL = (
    _PART.noun,
    _PART.pronoun,
    _PART.nominal_suffix,
    _PART.adjectival_noun_suffix,
    _PART.prefix,
    _PART.plain_adjectival_noun,
    _PART.tari_adjectival_noun,
)
_PREDICATE = (
    _PART.verb,
    _PART.adjective,
    _PART.auxiliary,
    _PART.adjectival_noun,
    _PART.verbal_suffix,
    _PART.adjectival_suffix,
)
_ADVERBIAL = (_PART.adverb, _PART.adjective, _PART.adjectival_noun, _PART.auxiliary)
_MEANING = (_PART.common_noun, _PART.full_verb, _PART.adjective, _PART.adjectival_noun, _PART.adverb)
_BULLET = (_PART.plain_mark, _PART.symbol, _PART.blank, _PART.comma)
_PLAIN_NOUN = (_PART.plain_common_noun, _PART.nominal_suffix)
JOINERS = frozenset("・＝=-‐&＆")
_JOINER_NUMBERS = frozenset(get_string_id(joiner) for joiner in JOINERS)  # by which spaCy keeps their texts
_SAID_UNLISTED = f"{UNLISTED}="  # as it stands among a token's morphological features, written out
_FINITE = (_FORM.final, _FORM.attributive)
_MOST_KEPT = 30_000  # features, readings among them, of which something is kept

T = TypeVar("T", bool, str)


def kept_by_tag(find: Callable[[Token], T]) -> Callable[[Token], T]:
    """Keep what ``find`` reads from a token's tag by the number of the tag: as a string it takes long to look up."""
    known: dict[int, T] = {}

    @wraps(find)
    def kept(token: Token) -> T:
        found = known.get(token.tag)
        if found is None:
            found = known[token.tag] = find(token)
        return found

    return kept


def kept_by_features(find: Callable[[Token], T]) -> Callable[[Token], T]:
    """Keep what ``find`` reads from a token's morphological features by their number, as ``kept_by_tag`` does."""
    known: dict[int, T] = {}

    @wraps(find)
    def kept(token: Token) -> T:
        number = token.morph.key  # type: ignore[attr-defined]  # left out of spaCy's types
        found = known.get(number)
        if found is None:
            if len(known) >= _MOST_KEPT:
                known.clear()
            found = known[number] = find(token)
        return found

    return kept


def is_nominal(token: Token) -> bool:
    """Whether ``token`` is a noun or a part of a compound noun (関係, 者, 同, ・)."""
    return _is_nominal_word(token) or token.orth in _JOINER_NUMBERS


@kept_by_tag
def _is_nominal_word(token: Token) -> bool:
    return token.tag_.startswith(NOMINAL)


@kept_by_tag
def is_noun(token: Token) -> bool:
    """Whether ``token`` is a noun by itself: 首相, no suffix and no pronoun."""
    return token.tag_.startswith(_PART.noun)


@kept_by_tag
def is_numeral(token: Token) -> bool:
    """Whether ``token`` is a number: 三, 286."""
    return token.tag_.startswith(_PART.numeral)


@kept_by_tag
def is_adverbial_noun(token: Token) -> bool:
    """Whether ``token`` is a noun that can stand as an adverb, as most words of time do: 昨日, 以前."""
    return token.tag_.startswith(_PART.adverbial_noun)


def is_plain_noun(token: Token) -> bool:
    """Whether ``token`` is a noun that names a thing or somebody: 旦那; not 発表, 昨日, 重要 or 三."""
    return token.tag_.startswith(_PLAIN_NOUN) or is_name(token)


def is_name(token: Token) -> bool:
    """Whether ``token`` is a proper noun, or in no dictionary as names often are: 名古屋, アルヴェンタ."""
    return token.tag_.startswith(_PART.proper_noun) or (is_noun(token) and not is_numeral(token) and is_unlisted(token))


@kept_by_features
def is_unlisted(token: Token) -> bool:
    """Whether SudachiPy's dictionary lacks ``token``, as our tokenizer says: キアンザド."""
    return bool(token.morph.get(UNLISTED, []))


def unlisted(doc: Doc) -> list[bool]:
    """Return for each token of ``doc`` whether SudachiPy's dictionary lacks it; quicker than asking one by one."""
    keys, strings = doc.to_array("MORPH").tolist(), doc.vocab.strings
    said = {key: _SAID_UNLISTED in strings[key] for key in set(keys)}
    return [said[key] for key in keys]


@kept_by_tag
def is_place_name(token: Token) -> bool:
    """Whether ``token`` is the name of a place: 名古屋."""
    return token.tag_.startswith(_PART.place_name)


@kept_by_tag
def is_particle(token: Token) -> bool:
    """Whether ``token`` is a particle (助詞)."""
    return token.tag_.startswith(_PART.particle)


@kept_by_tag
def is_conjunctive_particle(token: Token) -> bool:
    """Whether ``token`` joins a clause to the next: 述べた|が、 述べ|て."""
    return token.tag_.startswith(_PART.conjunctive_particle)


@kept_by_tag
def is_sentence_final_particle(token: Token) -> bool:
    """Whether ``token`` can end a sentence: ね, か."""
    return token.tag_.startswith(_PART.sentence_final_particle)


@kept_by_tag
def is_verb(token: Token) -> bool:
    """Whether ``token`` is a verb, a helping one or not: 述べる, いる."""
    return token.tag_.startswith(_PART.verb)


@kept_by_tag
def is_full_verb(token: Token) -> bool:
    """Whether ``token`` is a verb that never helps another: 述べる, not いる."""
    return token.tag_.startswith(_PART.full_verb)


@kept_by_tag
def is_helping_verb(token: Token) -> bool:
    """Whether ``token`` is a verb that can help another: 述べて|いる."""
    return token.tag_.startswith(_PART.helping_verb)


@kept_by_tag
def is_adjective(token: Token) -> bool:
    """Whether ``token`` is an adjective: 高い."""
    return token.tag_.startswith(_PART.adjective)


@kept_by_tag
def is_adjectival_noun(token: Token) -> bool:
    """Whether ``token`` is a noun that だ makes a predicate of: 有力, 不明; not 悶々."""
    return token.tag_.startswith((_PART.plain_adjectival_noun, _PART.possible_adjectival_noun))


@kept_by_tag
def is_manner(token: Token) -> bool:
    """Whether ``token`` tells with と how something is done: 淡々, 黙々."""
    return token.tag_.startswith(_PART.tari_adjectival_noun)


@kept_by_tag
def is_adjectival_suffix(token: Token) -> bool:
    """Whether ``token`` makes a noun that だ makes a predicate of: 的 in 一方|的."""
    return token.tag_.startswith(_PART.adjectival_noun_suffix)


@kept_by_tag
def is_verbal_noun(token: Token) -> bool:
    """Whether ``token`` is a noun that する makes a verb of: 支持, 開始."""
    return token.tag_.startswith(_PART.verbal_noun)


@kept_by_tag
def has_own_meaning(token: Token) -> bool:
    """Whether ``token`` is a word with a meaning of its own and no name: 値段, 下がる, 高い, すぐ; not は, いる."""
    return token.tag_.startswith(_MEANING)


@kept_by_tag
def is_auxiliary(token: Token) -> bool:
    """Whether ``token`` is an auxiliary: た, だ, れる."""
    return token.tag_.startswith(_PART.auxiliary)


@kept_by_tag
def is_auxiliary_stem(token: Token) -> bool:
    """Whether ``token`` is よう or みたい after a clause, or the そう of 行きそう: 行く|よう求めた."""
    return token.tag_.startswith(_PART.auxiliary_stem)


@kept_by_tag
def is_hearsay_stem(token: Token) -> bool:
    """Whether ``token`` is the そう of hearsay: 行った|そうだ."""
    return token.tag_.startswith(_PART.hearsay_stem)


@kept_by_tag
def is_ending(token: Token) -> bool:
    """Whether ``token`` can stand behind a predicate as its ending, or be the する of a noun: た, いる."""
    return is_auxiliary(token) or is_helping_verb(token)


@kept_by_tag
def is_predicate(token: Token) -> bool:
    """Whether ``token`` is a verb, an adjective or an auxiliary, which a clause can end in."""
    return token.tag_.startswith(_PREDICATE)


@kept_by_tag
def is_adverbial(token: Token) -> bool:
    """Whether ``token`` can stand as an adverb, or as its ending: 強く, 完全|に."""
    return token.tag_.startswith(_ADVERBIAL)


@kept_by_tag
def is_adnominal(token: Token) -> bool:
    """Whether ``token`` modifies nouns and nothing else: 大きな."""
    return token.tag_.startswith(_PART.adnominal)


@kept_by_tag
def is_conjunction(token: Token) -> bool:
    """Whether ``token`` joins sentences: しかし."""
    return token.tag_.startswith(_PART.conjunction)


@kept_by_tag
def is_mark(token: Token) -> bool:
    """Whether ``token`` is a mark of punctuation or a bracket."""
    return token.tag_.startswith(_PART.mark)


@kept_by_tag
def is_bullet(token: Token) -> bool:
    """Whether ``token`` is a mark or a blank that may stand before a sentence: ・, ◆, 、."""
    return token.tag_.startswith(_BULLET)


@kept_by_tag
def is_full_stop(token: Token) -> bool:
    """Whether ``token`` is 。 or another mark that ends a sentence."""
    return token.tag_.startswith(_PART.full_stop)


@kept_by_tag
def is_comma(token: Token) -> bool:
    """Whether ``token`` is 、 or another mark of its kind."""
    return token.tag_.startswith(_PART.comma)


@kept_by_tag
def is_opening(token: Token) -> bool:
    """Whether ``token`` is an opening bracket."""
    return token.tag_.startswith(_PART.opening_bracket)


@kept_by_tag
def is_closing(token: Token) -> bool:
    """Whether ``token`` is a closing bracket."""
    return token.tag_.startswith(_PART.closing_bracket)


@kept_by_features
def inflection(token: Token) -> str:
    """Return the inflected form (連用形-一般) of ``token``, "" where it does not inflect."""
    forms = token.morph.get("Inflection", [])
    return forms[0].rpartition(";")[2] if forms else ""


@kept_by_features
def is_continuative(token: Token) -> bool:
    """Whether ``token`` stands in the form that joins clauses (述べ、)."""
    return inflection(token).startswith(_FORM.continuative)


@kept_by_features
def is_attributive(token: Token) -> bool:
    """Whether ``token`` stands in the form that modifies a noun (新たな|見解)."""
    return inflection(token).startswith(_FORM.attributive)


@kept_by_features
def is_finite(token: Token) -> bool:
    """Whether ``token`` stands in a form that ends a plain clause or modifies a noun (行く)."""
    return inflection(token).startswith(_FINITE)


@kept_by_features
def is_conditional(token: Token) -> bool:
    """Whether ``token`` stands in the form of a condition (述べれ|ば)."""
    return inflection(token).startswith(_FORM.conditional)


@kept_by_features
def is_volitional(token: Token) -> bool:
    """Whether ``token`` stands in the form of a will or a guess (行こう)."""
    return inflection(token).startswith(_FORM.volitional)


def is_past(token: Token) -> bool:
    """Whether ``token`` is the ending of what was (行っ|た)."""
    return bool(token.lemma_ == _WORD.past)


def is_headline(words: Iterable[Token]) -> bool:
    """Whether no full stop ends or parts ``words``: 首相、解散を否定."""
    return not any(is_full_stop(token) for token in words)


@kept_by_features
def is_imperative(token: Token) -> bool:
    """Whether ``token`` stands in the form of a command (行け)."""
    return inflection(token).startswith(_FORM.imperative)


def can_end_clause(token: Token) -> bool:
    """Whether a clause can end with the word ``token`` as it is inflected: 行く, 高い, 行け, だ; not 行き, なかっ."""
    if is_auxiliary(token) or is_auxiliary_stem(token):
        return not inflection(token).startswith((_FORM.continuative, _FORM.irrealis))
    return is_predicate(token) and inflection(token).startswith((*_FINITE, _FORM.volitional, _FORM.imperative))


def token_range(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that the characters ``start`` to ``end`` touch, first and one after the last.

    Raises IndexError where the characters lie outside the text.
    """
    length = len(text_of(doc))
    if not (0 <= start < length and 0 < end <= length):
        raise IndexError(f"characters {start} to {end} are not in a text of {length}")
    starts = starts_of(doc)
    first = bisect_right(starts, start) - 1
    blank = start == starts[first] + len(words_of(doc)[first])  # behind a word, which it is no part of
    return first + blank, bisect_left(starts, end)


def slice_text(doc: Doc, start: int, end: int) -> str:
    """Return ``doc.text[start:end]``, for which ``doc.text`` would join all tokens every time."""
    return text_of(doc)[start:end]


def noun_start(doc: Doc, head: int, limit: int) -> int:
    """Return where the compound noun that ends with the token ``head`` begins, not before ``limit``.

    元労働党関係者 is one compound; の, particles and verbs end it.
    """
    start = head
    while start > limit and is_nominal(doc[start - 1]) and not doc[start - 1].is_space:
        start -= 1
    while start < head and doc[start].text in JOINERS:  # the bullet in ・首相
        start += 1
    return start


def bracket_units(doc: Doc, spans: list[tuple[int, int]]) -> dict[int, int]:
    """Return first token → token after for each bracketed passage ``spans`` (characters) ."""
    units = {}
    for start, end in spans:
        first, after = token_range(doc, start, end)
        units[first] = after
    return units
