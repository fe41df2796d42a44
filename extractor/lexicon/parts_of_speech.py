"""SudachiPy's parts of speech and inflected forms by names of ours, so that no tag stands in the code."""

from functools import cache

from pydantic import ConfigDict, Field

from extractor.lexicon.entry import Entry, by_name, read_toml

PARTS_FILE = "parts_of_speech.toml"
#: Feature that the tokenizer gives to a word that is in no dictionary: アルヴェンタ.
UNLISTED = "Unlisted"


class Label(Entry):
    """A part of speech or an inflected form. ``word`` stands in ``example`` and is labelled so.

    tag: how the labels begin that SudachiPy gives; 名詞 is also 名詞-普通名詞-一般.
    """

    model_config = ConfigDict(str_strip_whitespace=False)  # a blank is a word too

    name: str = Field(pattern=r"^[a-z_]+$")
    tag: str = Field(min_length=1)
    word: str
    example: str


class PartsOfSpeech(Entry):
    """How the tags of each part of speech begin: ``noun`` is 名詞."""

    noun: str
    common_noun: str
    verbal_noun: str
    plain_common_noun: str
    adverbial_noun: str
    numeral: str
    proper_noun: str
    plain_proper_noun: str
    person_name: str
    surname: str
    given_name: str
    whole_name: str
    place_name: str
    state_name: str
    pronoun: str
    nominal_suffix: str
    adjectival_noun_suffix: str
    verbal_suffix: str
    adjectival_suffix: str
    suffix: str
    prefix: str
    adjectival_noun: str
    plain_adjectival_noun: str
    possible_adjectival_noun: str
    tari_adjectival_noun: str
    auxiliary_stem: str
    hearsay_stem: str
    verb: str
    full_verb: str
    helping_verb: str
    adjective: str
    auxiliary: str
    adverb: str
    adnominal: str
    conjunction: str
    interjection: str
    particle: str
    conjunctive_particle: str
    sentence_final_particle: str
    mark: str
    bracket: str
    opening_bracket: str
    closing_bracket: str
    comma: str
    full_stop: str
    plain_mark: str
    symbol: str
    letter: str
    blank: str


class InflectedForms(Entry):
    """How the names of inflected forms begin: ``continuative`` is 連用形, also 連用形-促音便."""

    irrealis: str
    continuative: str
    final: str
    attributive: str
    conditional: str
    imperative: str
    volitional: str


@cache
def load_parts_of_speech() -> PartsOfSpeech:
    """Return the parts of speech of ``parts_of_speech.toml``. Raises LexiconError where one is missing or unknown."""
    return by_name(PARTS_FILE, _tags("part"), PartsOfSpeech)


@cache
def load_inflected_forms() -> InflectedForms:
    """Return the forms of ``parts_of_speech.toml``. Raises LexiconError where one is missing or unknown."""
    return by_name(PARTS_FILE, _tags("form"), InflectedForms)


def _tags(table: str) -> list[tuple[str, str]]:
    return [(label.name, label.tag) for label in read_toml(PARTS_FILE, table, Label)]
