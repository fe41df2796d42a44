"""The component ``extractor_mentions``: all places that name or refer to a person, country, organisation, provision."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor.layers import MentionFound, write_layer
from extractor.lexicon.anaphors import Anaphors, load_anaphors
from extractor.lexicon.countries import Countries, load_countries
from extractor.lexicon.organizations import Organizations, load_organizations
from extractor.lexicon.provisions import Laws, load_laws
from extractor.lexicon.refused_endings import RefusedEndings, load_refused_endings
from extractor.lexicon.titles import Titles, load_titles
from extractor.naming.affiliations import Affiliations
from extractor.naming.anaphors import find_anaphors
from extractor.naming.bracket_signs import BracketFinder
from extractor.naming.built_names import NameBuilder
from extractor.naming.candidate import NOWHERE, Candidate, Taken, choose
from extractor.naming.countries import find_countries
from extractor.naming.doc_words import DocWords
from extractor.naming.model import Doubts, complete, find_recognised, lengthen, uncontradicted, widened
from extractor.naming.one_character import find_one_character
from extractor.naming.organization_signs import SignFinder
from extractor.naming.organizations import find_known
from extractor.naming.persons import find_persons
from extractor.naming.provisions import find_provisions
from extractor.naming.recogniser import NameFound, Recogniser, load_recogniser
from extractor.naming.recurrence import find_recurring
from extractor.naming.ring_names import find_ring_names
from extractor.naming.schools import find_schools
from extractor.naming.team_places import find_teams_by_place
from extractor.naming.vetoes import Vetoes
from extractor.naming.words import Words
from extractor.records import EntityType


@dataclass(frozen=True)
class Lexicon:
    """What the finders know."""

    countries: Countries
    organizations: Organizations
    titles: Titles
    anaphors: Anaphors
    laws: Laws
    refused_endings: RefusedEndings


def load_lexicon() -> Lexicon:
    """Read and check all data files. Raises LexiconError with file, entry and reason."""
    return Lexicon(
        load_countries(), load_organizations(), load_titles(), load_anaphors(), load_laws(), load_refused_endings()
    )


def find_names(words: Words, recognised: Sequence[NameFound], lexicon: Lexicon) -> list[Candidate]:
    """Return the names of an article in text order, of which no two overlap.

    ルビオ米国務長官は米国務省で  →  ルビオ (person, for 米), 米 (country), 米国務省 (organisation)
    """
    countries = list(find_countries(words, lexicon.countries))
    countries += find_one_character(words, lexicon.countries, countries)
    countries = choose(countries)
    organizations = list(find_known(words, lexicon.organizations, countries))
    builder = NameBuilder(words, lexicon.organizations, lexicon.titles, countries, organizations)
    organizations += builder.find()
    named = [*countries, *organizations]
    organizations += SignFinder(words, lexicon.organizations, lexicon.titles, named).find()
    organizations += BracketFinder(words, lexicon.organizations, lexicon.titles, named).find()
    organizations += find_teams_by_place(words, lexicon.organizations, lexicon.titles, named)
    organizations += find_schools(words, lexicon.organizations, lexicon.titles)
    known = choose([*countries, *organizations])
    doubts = Doubts(words, lexicon.titles, lexicon.organizations, lexicon.refused_endings)
    trained = uncontradicted(find_recognised(recognised, doubts), organizations, words.text)
    trained = list(widened(trained, known, doubts))
    people = [
        *find_persons(words, lexicon.titles, known),
        *find_ring_names(words, lexicon.titles, lexicon.organizations, known),
    ]
    persons = complete(people, trained)
    names = choose([*countries, *lengthen(organizations, trained), *persons, *trained])
    names = choose([*names, *find_recurring(words, names, lexicon.titles, lexicon.organizations.legal_forms)])
    return Vetoes(words, lexicon.titles, lexicon.organizations, names).remaining()


def find_mentions(words: Words, recognised: Sequence[NameFound], lexicon: Lexicon) -> list[Candidate]:
    """Return names, provisions and words that refer back."""
    names = find_names(words, recognised, lexicon)
    provisions = list(find_provisions(words.text, lexicon.laws))
    numbered = sorted(provisions, key=lambda provision: provision.start)
    names = [name for name in names if not takes_in(name, numbered)]
    back = list(find_anaphors(words, lexicon.anaphors, names))
    names = Affiliations(words, lexicon.titles, names, back).complete()
    taken = Taken(span for name in names for span in ((name.start, name.end), name.wide, name.role))
    return [*names, *provisions, *(anaphor for anaphor in back if taken.free(anaphor.start, anaphor.end))]


def takes_in(name: Candidate, provisions: Sequence[Candidate]) -> bool:
    """Whether a supposed name takes in the number of an article: 北大西洋条約第五条 as a whole.

    provisions: of the article, in the order of their starts.
    """
    first, after = (bisect_left(provisions, place, key=lambda each: each.start) for place in (name.start, name.end))
    return any(provision.start < provision.end <= name.end for provision in provisions[first:after])


def to_layer(candidates: Sequence[Candidate]) -> list[MentionFound]:
    """Return the candidates in the order of the layer, affiliations as indexes in it."""
    ordered = sorted(candidates, key=lambda c: (c.start, -c.end))
    index = {(c.start, c.end): i for i, c in enumerate(ordered) if c.label is not EntityType.PROVISION}
    return [
        MentionFound(
            start=c.start,
            end=c.end,
            label=c.label.value,
            kind=c.kind.value,
            rule=c.rule,
            link=c.link,
            role_start=c.role[0],
            role_end=c.role[1],
            wide_start=c.wide[0] if c.wide != NOWHERE else c.start,
            wide_end=c.wide[1] if c.wide != NOWHERE else c.end,
            affiliation=index.get(c.acts_for, -1),
        )
        for c in ordered
    ]


class Mentions:
    """Writes the layer ``mentions``. Reads tags and word vectors."""

    reads: tuple[type, ...] = ()
    writes = MentionFound

    def __init__(self, lexicon: Lexicon, recogniser: Recogniser) -> None:
        """lexicon: what the finders know. recogniser: the trained one."""
        self.lexicon = lexicon
        self.recogniser = recogniser

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        words = DocWords.of(doc)
        recognised = self.recogniser.find(words)
        write_layer(doc, MentionFound, to_layer(find_mentions(Words.of(words), recognised, self.lexicon)))
        return doc


@Language.factory("extractor_mentions")
def make_mentions(nlp: Language, name: str) -> Mentions:
    """Make the component; spaCy calls this for ``nlp.add_pipe``. Raises ModelError where the recogniser is missing."""
    return Mentions(load_lexicon(), load_recogniser())
