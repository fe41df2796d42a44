"""Particles and auxiliaries that the grammar asks for one by one, by their names, so that none stands in the code."""

from functools import cache, cached_property

from pydantic import Field

from extractor.lexicon.entry import Entry, by_name, read_toml

FUNCTION_WORDS_FILE = "function_words.toml"


class FunctionWord(Entry):
    """A particle or an auxiliary, as written, which is its dictionary form too. The example holds it.

    name: what grammars of Japanese call it.
    """

    name: str = Field(pattern=r"^[a-z_]+$")
    word: str = Field(min_length=1)
    example: str


class FunctionWords(Entry):
    """The words by name: ``topic`` is は."""

    topic: str
    additive: str
    nominative: str
    accusative: str
    dative: str
    genitive: str
    quotative: str
    locative: str
    allative: str
    ablative: str
    terminative: str
    locative_topic: str
    locative_additive: str
    dative_topic: str
    dative_additive: str
    gerund: str
    voiced_gerund: str
    conditional: str
    interrogative: str
    past: str
    voiced_past: str
    copula: str
    polite_copula: str
    nominaliser: str
    contracted_nominaliser: str
    classical_negative: str
    exemplifying: str
    normalised_being: str
    normalised_doing: str
    within: str

    @cached_property
    def topics(self) -> tuple[str, str]:
        """What marks a topic: 首相|は, 首相|も."""
        return self.topic, self.additive

    @cached_property
    def subjects(self) -> tuple[str, str, str]:
        """What marks a subject: 首相|は, 首相|が, 首相|も."""
        return self.topic, self.nominative, self.additive

    @cached_property
    def gerunds(self) -> tuple[str, str]:
        """What makes the form that joins clauses: 述べ|て, 急い|で."""
        return self.gerund, self.voiced_gerund

    @cached_property
    def nominalisers(self) -> tuple[str, str]:
        """What makes a noun of a clause: 行く|の, 行く|ん."""
        return self.nominaliser, self.contracted_nominaliser

    @cached_property
    def copulas(self) -> tuple[str, str]:
        """The plain copula and the polite one: だ, です."""
        return self.copula, self.polite_copula

    @cached_property
    def past_endings(self) -> tuple[str, str]:
        """What ends a predicate in the past: 述べ|た, 急い|だ."""
        return self.past, self.voiced_past


@cache
def load_function_words() -> FunctionWords:
    """Return the words of ``function_words.toml``. Raises LexiconError where one is missing or unknown."""
    words = read_toml(FUNCTION_WORDS_FILE, "word", FunctionWord)
    return by_name(FUNCTION_WORDS_FILE, [(entry.name, entry.word) for entry in words], FunctionWords)
