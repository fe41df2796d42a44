"""Particles around a saying, also compound ones (に対し), and what each does there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import Field

from extractor.errors import LexiconError
from extractor.lexicon.entry import Entry, read_toml

PARTICLES_FILE = "particles.toml"


class ParticleUse(StrEnum):
    """What a particle does around a saying; each is a field of ``Particles``."""

    QUOTING = "quoting"  # 行く|と述べた
    LOOSELY_QUOTING = "loosely_quoting"  # 「行く」|など語った
    LIMITING = "limiting"  # 休んだ|だけとのことだ: ends a clause as a noun does
    CORE = "core"  # 考え|も示した, 〜こと|を認めた: stands for another of its kind
    OBJECTS = "objects"  # 攻撃|を非難した
    ADDRESSING = "addressing"  # 記者団|に…と述べた: who is told
    RECIPIENT = "recipient"  # 記者|にも: who is told, or what it is said at
    DATIVE = "dative"  # 質問|には「…」と答えた
    TOWARD = "toward"  # 記者団|に対しては
    SUBJECT_MATTER = "subject_matter"  # 増税|については、…と述べた: what the saying is about
    CONCERNING = "concerning"  # 事故|について…と述べた: what it is said about
    OPENING = "opening"  # 番頭|は昨日、…と述べた: opens the clause with who says it
    AMONG = "among"  # 党内|では: a group speaks
    ORIGIN = "origin"  # 大臣|から、…と述べた: who says it
    VOICE = "voice"  # 議員|からは: from whom a voice is heard
    PLACE = "place"  # 会見|で
    UNTIL = "until"  # 三日|までに
    CIRCUMSTANCE = "circumstance"  # 東京|で、「…」と述べた: apart from a quotation only with a comma
    SAYING_TIME = "saying_time"  # 18日|に…と述べた
    JOINT = "joint"  # 米国|とウクライナは…と述べた: they say it together
    ALONG = "along"  # 笑い|ながら「…」と述べた: along with a saying
    OCCASION = "occasion"  # 18日の会見|で…と述べた


class Particle(Entry):
    """One particle or fixed sequence, as written.

    subject: how strongly it marks who says something, 0 where it does not; agent: the same with a passive cue; written:
    the same of a document with a passive cue (規則|に…と書かれている).
    """

    particle: str = Field(min_length=1)
    uses: tuple[ParticleUse, ...]
    subject: float = Field(0.0, ge=0.0)
    agent: float = Field(0.0, ge=0.0)
    written: float = Field(0.0, ge=0.0)
    example: str


@dataclass(frozen=True, slots=True)
class Particles:
    """The particles of each use, and the weights of those that mark who says something."""

    quoting: frozenset[str]
    loosely_quoting: frozenset[str]
    limiting: frozenset[str]
    core: frozenset[str]
    objects: frozenset[str]
    addressing: frozenset[str]
    recipient: frozenset[str]
    dative: frozenset[str]
    toward: frozenset[str]
    subject_matter: frozenset[str]
    concerning: frozenset[str]
    opening: frozenset[str]
    among: frozenset[str]
    origin: frozenset[str]
    voice: frozenset[str]
    place: frozenset[str]
    until: frozenset[str]
    circumstance: frozenset[str]
    saying_time: frozenset[str]
    joint: frozenset[str]
    along: frozenset[str]
    occasion: frozenset[str]
    subject_weights: Mapping[str, float]
    agent_weights: Mapping[str, float]
    written_weights: Mapping[str, float]


@cache
def read_particles() -> tuple[Particle, ...]:
    """Return the entries of ``particles.toml``. Raises LexiconError where it is malformed or names one twice."""
    found = read_toml(PARTICLES_FILE, "particle", Particle)
    seen: set[str] = set()
    for entry in found:
        if entry.particle in seen:
            raise LexiconError(f"{PARTICLES_FILE}: {entry.particle} is given twice")
        seen.add(entry.particle)
    return found


def load_particles() -> Particles:
    """Read ``particles.toml`` by use. Raises LexiconError where it is malformed."""
    entries = read_particles()
    uses = {use.value: frozenset(each.particle for each in entries if use in each.uses) for use in ParticleUse}
    return Particles(
        **uses,
        subject_weights={each.particle: each.subject for each in entries if each.subject},
        agent_weights={each.particle: each.agent for each in entries if each.agent},
        written_weights={each.particle: each.written for each in entries if each.written},
    )
