"""Closed word classes of the grammar of reporting."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import Field

from extractor.lexicon.entry import Entry, read_toml
from extractor.lexicon.particles import Particles, load_particles

GRAMMAR_FILE = "grammar.toml"


class WordClass(StrEnum):
    """What a word does around a statement; each is a field of ``Grammar``."""

    OCCASIONS = "occasions"  # 会見で, 声明で
    WRITTEN = "written"  # 9月に出た報告書は: dated by when it came out
    ADDRESSEES = "addressees"  # 記者団に
    CONNECTIVES = "connectives"  # また、
    NOT_SAYING = "not_saying"  # 「…」と名付ける: names a thing
    GROUP_NOUNS = "group_nouns"  # 党内からは
    MIDST = "midst"  # 専門家の間では: the experts say it
    JOINING_NOUNS = "joining_nouns"  # …とした上で、
    CLAUSE_NOUNS = "clause_nouns"  # 〜ことを明らかにした
    PURPORT = "purport"  # 行く旨述べた: needs no particle behind it
    BEFORE_KA = "before_ka"  # 遅れたのか, 行くかどうか
    DEMONSTRATIVES = "demonstratives"  # そう述べた
    LIKENESS = "likeness"  # 〜よう求めた
    LIGHT_VERBS = "light_verbs"  # 主張する, 〜とする
    SAYING_VERBS = "saying_verbs"  # 〜という
    ATTACHING_VERBS = "attaching_verbs"  # 〜という考え
    SOURCE_VERBS = "source_verbs"  # 〜によると
    NEGATIONS = "negations"  # 述べない
    PASSIVES = "passives"  # 批判された
    PROGRESSIVES = "progressives"  # 述べている
    COPULAS = "copulas"  # 社長である
    COUNTERS = "counters"  # 286人が
    MATTERS = "matters"  # 男が逮捕された事件で、 同紙は社説で、
    STATE_SUFFIXES = "state_suffixes"  # 調査中としている
    WORKS = "works"  # 写真展「海」
    HEARSAY_NOUNS = "hearsay_nouns"  # 帰ったということですが、
    DEEDS = "deeds"  # 首相は取材に応じ、…と述べた
    TERMS = "terms"  # 高官は匿名を条件に、…と述べた
    PUT_OUT = "put_out"  # 首相は声明を出し、…と述べた
    REASONS = "reasons"  # 雨のため、
    MEANTIMES = "meantimes"  # 首相は現地を訪れた際、…と述べた
    SUPPOSITIONS = "suppositions"  # 陽性だと分かった場合
    PERMISSIONS = "permissions"  # 言っていい
    CHARGES = "charges"  # 盗んだとして逮捕された
    REFERRING = "referring"  # 氏は…と述べた: whoever spoke before
    PRONOUNS = "pronouns"  # 彼女は…と述べた: right behind a saying, whoever said it
    INFORMANTS = "informants"  # 首相が訪米へ＝関係者
    ASKING = "asking"  # 山田氏に聞いた: who is asked speaks in what follows
    SOME = "some"  # 一部の人は: so that 人 can speak
    PEOPLE = "people"  # 一部の人は
    ADDING = "adding"  # 准将は…と語り、一人は無事だと続けた: who spoke before goes on
    AGREEING = "agreeing"  # 両国は続けることで合意した
    HARDLY = "hardly"  # 成功とは言いがたい: nobody says it
    TELLING = "telling"  # 関係者が語ったところでは
    FORMAL_NOUNS = "formal_nouns"  # 県が明らかにしたところでは
    ANSWERING = "answering"  # 県の調査では、半数が…と答えた: they say it, not the survey
    RECEIVING = "receiving"  # 住民から苦情があった: the topic hears it
    THOUGHTS = "thoughts"  # 難しいと思うと話した: the speaker's own words
    CONFIRMING = "confirming"  # 警察によると、…ことが分かった
    GESTURES = "gestures"  # 主将は「勝つ」と笑顔。
    ADVERBIALS = "adverbials"  # 増税を何度も批判した
    CAUSATIVES = "causatives"  # 住民を心配させた
    DATIVE_VERBS = "dative_verbs"  # 増税に反対した
    OWN_WORDS = "own_words"  # 急ぐべきだとの判断から: the subject's
    HEARD_WORDS = "heard_words"  # 味が落ちたという客の口コミ: another's
    DEFINING = "defining"  # 一国への攻撃を全体への攻撃とみなす規定: what the thing is
    UNSPEAKING = "unspeaking"  # 方針は「…」と伝えられた: never says anything itself
    RELAYING = "relaying"  # 総書記は…と述べたと伝えた: others' words
    HEARSAY_VERBS = "hearsay_verbs"  # 男性は酒を飲んでいたといい、: what is known of him
    CONCERNED = "concerned"  # 男性は酒を飲んでいたといい、: spoken of in reports of accidents and crimes
    JUDGING = "judging"  # 需要が増えるとみて、: why something is done, said along with it
    POINTING_BACK = "pointing_back"  # 「これは前進だ」: about what was spoken of before
    ACCUSED = "accused"  # 町田容疑者
    CONFESSING = "confessing"  # 「頼まれただけだ」と供述した: only the accused says so
    DENYING = "denying"  # 立候補は「ない」と否定した: what is denied stands before
    RESUMING = "resuming"  # 覚書は「前進だ」: the one that the article begins with
    REVEALING = "revealing"  # 船が沈んだ。国際機関が明らかにした。: the sentence before
    COMMENTING = "commenting"  # 北野明准教授の話　数だけで論じるべきではない。
    ANNOUNCING = "announcing"  # 客からはこんな声も: what comes next is what they say
    TOGETHER = "together"  # 非難するとともに、: と reports nothing


class Word(Entry):
    """One word or fixed sequence of words, as written; verbs and auxiliaries in their dictionary form."""

    word: str = Field(min_length=1)
    word_class: WordClass = Field(alias="class")
    example: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of each class, and the particles by their use."""

    particles: Particles
    occasions: frozenset[str]
    written: frozenset[str]
    addressees: frozenset[str]
    connectives: frozenset[str]
    not_saying: frozenset[str]
    group_nouns: frozenset[str]
    midst: frozenset[str]
    joining_nouns: frozenset[str]
    clause_nouns: frozenset[str]
    purport: frozenset[str]
    before_ka: frozenset[str]
    demonstratives: frozenset[str]
    likeness: frozenset[str]
    light_verbs: frozenset[str]
    saying_verbs: frozenset[str]
    attaching_verbs: frozenset[str]
    source_verbs: frozenset[str]
    negations: frozenset[str]
    passives: frozenset[str]
    progressives: frozenset[str]
    copulas: frozenset[str]
    counters: frozenset[str]
    matters: frozenset[str]
    state_suffixes: frozenset[str]
    works: frozenset[str]
    hearsay_nouns: frozenset[str]
    deeds: frozenset[str]
    terms: frozenset[str]
    put_out: frozenset[str]
    reasons: frozenset[str]
    meantimes: frozenset[str]
    suppositions: frozenset[str]
    permissions: frozenset[str]
    charges: frozenset[str]
    referring: frozenset[str]
    pronouns: frozenset[str]
    informants: frozenset[str]
    asking: frozenset[str]
    some: frozenset[str]
    people: frozenset[str]
    adding: frozenset[str]
    agreeing: frozenset[str]
    hardly: frozenset[str]
    telling: frozenset[str]
    formal_nouns: frozenset[str]
    answering: frozenset[str]
    receiving: frozenset[str]
    thoughts: frozenset[str]
    confirming: frozenset[str]
    gestures: frozenset[str]
    adverbials: frozenset[str]
    causatives: frozenset[str]
    dative_verbs: frozenset[str]
    own_words: frozenset[str]
    heard_words: frozenset[str]
    defining: frozenset[str]
    unspeaking: frozenset[str]
    relaying: frozenset[str]
    hearsay_verbs: frozenset[str]
    concerned: frozenset[str]
    judging: frozenset[str]
    pointing_back: frozenset[str]
    accused: frozenset[str]
    confessing: frozenset[str]
    denying: frozenset[str]
    resuming: frozenset[str]
    revealing: frozenset[str]
    commenting: frozenset[str]
    announcing: frozenset[str]
    together: frozenset[str]


def read_words() -> tuple[Word, ...]:
    """Return the entries of ``grammar.toml``. Raises LexiconError where it is malformed."""
    return read_toml(GRAMMAR_FILE, "word", Word)


@cache
def load_grammar() -> Grammar:
    """Read ``grammar.toml`` and ``particles.toml``. Raises LexiconError where one is malformed."""
    words = read_words()
    classes = {each.value: frozenset(word.word for word in words if word.word_class is each) for each in WordClass}
    return Grammar(particles=load_particles(), **classes)
