"""Which noun phrase of a clause is the subject of a cue: each is scored by what speaks for it and against it."""

from dataclasses import dataclass

from extractor.attribution.deeds import puts_out
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.bunsetsu import Phrase, head_words
from extractor.layers import CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import SpeakerKind
from extractor.syntax import (
    is_adverbial_noun,
    is_bullet,
    is_closing,
    is_conjunctive_particle,
    is_continuative,
    is_finite,
    is_full_verb,
    is_headline,
    is_name,
    is_nominal,
    is_numeral,
    is_place_name,
    is_predicate,
    slice_text,
    token_range,
)

_WORD = load_function_words()
_TO = (_WORD.dative, _WORD.dative_additive, _WORD.dative_topic)
_WITHIN = 2.0  # how strongly those speak among whom a voice is heard
#: How much better some speakers fit than others, beside the weights of their particles.
_KIND_WEIGHT = {SpeakerKind.NAMED: 3.0, SpeakerKind.ANAPHOR: 3.0, SpeakerKind.GENERIC: 2.5}
_DOCUMENT_WEIGHT = 1.5
_FROM_PERSON = 1.5  # 大臣|から、…と述べた
_HEADLINE = 1.0  # X氏|、増税を否定
_OPENS_HEADLINE = 2.0  # 首相|、解散を否定
_ON_CUE, _ON_CONTENT = 2.0, -1.5
_SECOND_TOPIC = -1.5
_THRESHOLD = 4.0
#: The same for a noun of which nothing is known but that it is the first topic of the clause.
_UNKNOWN_NAME = 2.0  # アルヴェンタ|は…と述べた
_UNKNOWN_IN_BRACKETS = 1.0  # 「あおば屋」|は25日、…と発表した
_IN_BRACKETS_ALONE = -1.0  # 「あおば屋」|は…: rather what is spoken of
_UNKNOWN_OPENS_FRAME = 1.0  # 番頭は|25日、…と述べた
_UNKNOWN_OPENS_OCCASION = 2.0  # 番頭は|取材に、…と述べた
_UNKNOWN_SET_APART = 1.0  # アルヴェンタでは|、…と述べた
_UNKNOWN_BEFORE_QUOTATION = 2.0  # 番頭は|「残る」と述べた
_UNKNOWN_ON_CUE, _UNKNOWN_ON_CONTENT = 0.5, -0.5


@dataclass(frozen=True, slots=True)
class Saying:
    """The cue whose subject is sought.

    start, end: tokens between which it stands. cue: its first token. content_head: last predicate of the content;
    what hangs there is rather the content's own subject. passive: so that its agent speaks (警察官から「…」と言われた).
    quotation: the token that opens the quotation it reports, -1 where it reports none. open: whether also a noun of
    which nothing is known may speak. continued: whether a clause with a topic of its own leads here, so that what has
    が is no new speaker (首相は…と述べ、|外相が行くと話した). directive: whether somebody is told what to do, so that
    what has が before them tells it (警察が|住民に逃げるよう求めた). heard: whether the cue tells that a voice came
    from somebody (住民から|苦情があった), so that the topic of its clause is rather who heard it.
    """

    start: int
    end: int
    cue: int
    content_head: int = -1
    passive: bool = False
    quotation: int = -1
    open: bool = False
    continued: bool = False
    directive: bool = False
    heard: bool = False


def is_heard(cue: CueFound, grammar: Grammar) -> bool:
    """Whether ``cue`` tells that a voice came from somebody: 苦情があった, 指摘を受けた; 見方が広がった."""
    alone = not cue.entry and cue.marker == Marker.TONO and cue.marker_end == cue.start
    noun = alone and cue.lemma in grammar.heard_words  # 客から「…」との|感想
    voice = _WORD.nominative in cue.lemma or cue.lemma.endswith(tuple(grammar.receiving))
    heard = cue.lemma.partition(_WORD.nominative)[0] in grammar.heard_words  # やじ|が飛ぶ
    return noun or (voice and (heard or cue.kind == CueKind.PHRASE))


def best_subject(speakers: SpeakerPhrases, saying: Saying) -> SpeakerPhrase | None:
    """Return the phrase that is the subject of ``saying``, None where none is.

    首相は18日、党首が反対していると述べた  →  首相
    """
    return _Choice(speakers, saying).find()


def subject_behind(speakers: SpeakerPhrases, cue: CueFound, marker_end: int) -> SpeakerPhrase | None:
    """Return the subject between the token ``marker_end``, which follows the content's marker, and the verb of ``cue``.

    …と|首相は|述べた;  …との見方を|首相は|示した
    """
    first, after = token_range(speakers.doc, cue.start, cue.end)
    heard = is_heard(cue, speakers.grammar)
    if first > marker_end:
        return best_subject(speakers, Saying(marker_end, first, cue=first, passive=cue.passive, heard=heard))
    if cue.kind != CueKind.PHRASE or heard:
        return None
    verbs = (index for index in reversed(range(first, after)) if is_full_verb(speakers.doc[index]))
    return best_subject(speakers, Saying(first + 1, after, cue=next(verbs, first), passive=cue.passive))


class _Choice:
    """The choice of one saying's subject."""

    def __init__(self, speakers: SpeakerPhrases, saying: Saying) -> None:
        self._speakers = speakers
        self._doc = speakers.doc
        self._saying = saying
        self._grammar = speakers.grammar
        self._row = list(speakers.between(saying.start, saying.end))

    def find(self) -> SpeakerPhrase | None:
        best, best_score, topics = None, _THRESHOLD, 0
        # ended: a clause ends right before the phrase. turned: one with a subject of its own ends behind the best.
        ended = turned = False
        for number, phrase in enumerate(self._row):
            speaker, score = self._candidate(number, first=not topics)
            is_topic = phrase.particle in _WORD.topics
            weaker = best and speaker and best.mention >= 0 > speaker.mention
            told_of = best is not None and speaker is not None and self._is_told_of(speaker)
            turns = (ended and not told_of) or (turned and not weaker)
            gives_way = best is not None and _gives_way(best.phrase, ended=turns)
            put_out = number > 0 and self._row[number - 1].comma and self._is_put_out(self._row[number - 1])
            if best and is_topic and (put_out or self._leads(best.phrase, number)):
                score = 0.0  # the topic of what is said
            if is_topic and score >= _THRESHOLD and gives_way:
                best_score = 0.0
            elif topics:
                score += _SECOND_TOPIC
            if speaker and score >= _THRESHOLD and score > best_score - (best is None):
                best, best_score, turned = speaker, score, False
            topics += is_topic
            ended = phrase.comma and self._ends_clause(phrase)
            turned = turned or (ended and not self._shares_subject(phrase))
        return best

    def _candidate(self, number: int, *, first: bool) -> tuple[SpeakerPhrase | None, float]:
        """Return the phrase ``number`` as a speaker with its score. first: whether no topic stands before it."""
        phrase = self._row[number]
        before = self._row[number - 1] if number else None
        if before and before.particle == _WORD.genitive and self._doc[phrase.head].text in self._grammar.midst:
            speaker = self._speakers.find(before)
        else:
            speaker = self._speakers.find(phrase)
        if speaker is not None:
            score = self._score(phrase, speaker)
            tells = phrase.particle == _WORD.nominative and (self._tells(number) or self._before_topic(number))
            return speaker, score - _ON_CONTENT if score and tells else score
        if self._saying.heard and phrase.particle in (*self._grammar.particles.origin, *self._grammar.particles.voice):
            return self._from(phrase)
        if self._saying.open and not self._saying.passive and not self._saying.heard and first:
            speaker = self._speakers.anybody(phrase, deeds=self._opens_occasion(number))
        return speaker, self._score_unknown(number, speaker) if speaker else 0.0

    def _from(self, phrase: Phrase) -> tuple[SpeakerPhrase | None, float]:
        """Return the noun from which a voice comes, known or not, with its score: 問屋から|返答があった."""
        heard_from = None if is_adverbial_noun(self._doc[phrase.head]) else self._speakers.anybody(phrase)
        weight = self._grammar.particles.agent_weights.get(phrase.particle, 0.0)
        return heard_from, weight + _KIND_WEIGHT[SpeakerKind.GENERIC] if heard_from else 0.0

    def _before_topic(self, number: int) -> bool:
        """Whether what is said begins with a topic of its own behind the phrase: 山田氏が|税は重いと述べた."""
        place = number + 1
        while place < len(self._row) and self._row[place].particle == _WORD.genitive and not self._row[place].comma:
            place += 1
        return place < len(self._row) and self._row[place].particle == _WORD.topic

    def _leads(self, subject: Phrase, topic: int) -> bool:
        """Whether nothing but what modifies the topic stands between ``subject`` and the phrase ``topic``."""
        place = topic - 1
        while place > 0 and self._row[place].particle == _WORD.genitive and self._row[place] is not subject:
            place -= 1
        listed = subject.comma and subject.particle != _WORD.nominative  # 相馬、ホルト両氏は
        return place >= 0 and self._row[place] is subject and not listed

    def _tells(self, number: int) -> bool:
        """Whether the phrase ``number`` stands before who is told what to do: 警察が|住民に逃げるよう求めた."""
        after = self._row[number + 1] if number + 1 < len(self._row) else None
        return (
            self._saying.directive
            and after is not None
            and after.particle == _WORD.dative
            and (bool(self._speakers.find(after)) or self._doc[after.head].head.i == self._saying.cue)
        )

    def _score(self, phrase: Phrase, speaker: SpeakerPhrase) -> float:
        weight = self._weight(phrase, speaker)
        if not weight:
            return 0.0
        document = speaker.group is SpeakerGroup.DOCUMENT
        weight += _DOCUMENT_WEIGHT if document else _KIND_WEIGHT[speaker.kind]
        if document and self._saying.continued and phrase.end != self._saying.quotation:
            weight += _SECOND_TOPIC  # 社長は…と謝り、この|データは役に立つと述べた
        head = self._doc[phrase.head].head.i
        if head == self._saying.cue:
            return weight + _ON_CUE
        apart = phrase.end <= self._saying.quotation and speaker.kind is SpeakerKind.NAMED
        inside = (head == self._saying.content_head and not apart) or speaker.kind is SpeakerKind.GENERIC
        inside = inside or self._saying.continued or self._modifies(phrase, head)
        return weight + _ON_CONTENT if phrase.particle == _WORD.nominative and inside else weight

    def _modifies(self, subject: Phrase, predicate: int) -> bool:
        """Whether ``subject`` and its predicate only modify a noun of what is said: EUが|出す|金は少ないと述べた."""
        noun = self._doc[predicate].head
        beside = any(phrase.start == subject.end and phrase.head == predicate for phrase in self._row)
        finite = any(is_finite(token) for token in self._doc[predicate : noun.i])
        return beside and finite and predicate < noun.i < self._saying.end and is_nominal(noun)

    def _weight(self, phrase: Phrase, speaker: SpeakerPhrase) -> float:
        """Return how strongly the particle of ``phrase`` marks who says it, 0 where it does not."""
        particles = self._grammar.particles
        if self._saying.heard and phrase.particle in (*_WORD.subjects, *particles.origin, *particles.among):
            within = phrase.particle in particles.among and speaker.group is not SpeakerGroup.DOCUMENT
            return particles.agent_weights.get(phrase.particle, _WITHIN if within else 0.0)  # 与党内でも|…との見方
        if self._opens_headline(phrase, speaker):
            return _OPENS_HEADLINE
        if not self._saying.passive:
            if (
                speaker.mention < 0
                and phrase.particle == _WORD.locative_topic
                and is_place_name(self._doc[phrase.head])
            ):
                return 0.0  # 福岡町では
            if phrase.particle == _WORD.locative_topic and self._doc[self._saying.cue].lemma_ in self._grammar.thoughts:
                return 0.0  # 日本では…と思うが
            return particles.subject_weights.get(phrase.particle) or self._weight_of_comma(phrase, speaker)
        if speaker.group is SpeakerGroup.DOCUMENT and phrase.particle in particles.written_weights:
            return particles.written_weights[phrase.particle]
        if phrase.particle in _TO and speaker.group is not SpeakerGroup.PERSON:
            return 0.0  # 福岡町に…と言われる
        held = self._doc[self._saying.cue].lemma_ in self._grammar.light_verbs and phrase.particle in particles.origin
        weight = 0.0 if held else particles.agent_weights.get(phrase.particle)  # 市長から|侮辱を受けたとされる問題
        return weight or self._weight_of_comma(phrase, speaker)

    def _weight_of_comma(self, phrase: Phrase, speaker: SpeakerPhrase) -> float:
        """Return the weight of a phrase that only 、 sets apart, else 0: 大臣から、…と述べた; X氏、増税を否定.

        Behind the content it is one of several that are told: …と|X氏、Y氏に語った.
        """
        if not phrase.comma or self._saying.content_head < 0:
            return 0.0
        if phrase.particle in self._grammar.particles.origin and speaker.group is SpeakerGroup.PERSON:
            return _FROM_PERSON
        return _HEADLINE if not phrase.particle and speaker.kind is SpeakerKind.NAMED else 0.0

    def _opens_headline(self, phrase: Phrase, speaker: SpeakerPhrase) -> bool:
        """Whether a line without 。 begins with ``phrase`` and a comma: 首相、|解散を否定."""
        if phrase.particle or not phrase.comma or speaker.group is SpeakerGroup.DOCUMENT:
            return False
        line = self._doc[phrase.start].sent
        if any(not is_bullet(token) for token in self._doc[line.start : phrase.start]):
            return False
        return is_headline(line)

    def _score_unknown(self, number: int, speaker: SpeakerPhrase) -> float:
        """Return the score of a noun of which nothing is known, 0 where it is no topic."""
        phrase, particles = speaker.phrase, self._grammar.particles
        words = self._doc[token_range(self._doc, speaker.start, speaker.end)[0] : phrase.head + 1]
        if phrase.particle not in particles.opening or words[-1].text in self._grammar.unspeaking:
            return 0.0
        if phrase.particle == _WORD.locative_topic and (
            is_place_name(words[-1]) or words.text.endswith(tuple(self._grammar.occasions))
        ):
            return 0.0  # 後援会の集まりでは
        score = particles.subject_weights.get(phrase.particle, 0.0)
        framed = number + 1 < len(self._row) and self._is_frame(self._row[number + 1])
        if is_closing(self._doc[phrase.head]):
            score += _UNKNOWN_IN_BRACKETS if framed else _IN_BRACKETS_ALONE
        elif any(is_name(token) for token in words):
            score += _UNKNOWN_NAME
        if phrase.particle == _WORD.locative_topic and phrase.comma:
            score += _UNKNOWN_SET_APART
        if framed:
            score += _UNKNOWN_OPENS_FRAME
        elif self._opens_occasion(number):
            score += _UNKNOWN_OPENS_OCCASION
        if phrase.end == self._saying.quotation:  # 番頭は「残る」と述べた; not 立候補は「ない」と否定した
            denied = self._doc[self._saying.cue].lemma_ in self._grammar.denying
            score += 0.0 if denied else _UNKNOWN_BEFORE_QUOTATION
        head = self._doc[phrase.head].head.i
        inside = self._saying.start <= head < self._saying.end
        return score + (_UNKNOWN_ON_CONTENT if inside else _UNKNOWN_ON_CUE)

    def _is_frame(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` tells when or about what something is said: 25日、 条例について、 記者団に対し."""
        particles = self._grammar.particles
        if phrase.particle in particles.toward or phrase.particle in particles.concerning:
            return True
        words = self._doc[phrase.start : phrase.head + 1]
        dated = not phrase.particle and phrase.comma and any(is_numeral(token) for token in words)
        timed = is_adverbial_noun(words[-1]) and (phrase.comma or phrase.particle in particles.saying_time)
        return (dated or timed) and not self._ends_clause(phrase)

    def _opens_occasion(self, number: int) -> bool:
        """Whether what is set apart behind the phrase ``number`` tells at what something is said: 番頭は|取材に、."""
        if number + 1 == len(self._row) or not self._row[number + 1].comma:
            return False
        phrase, particles = self._row[number + 1], self._grammar.particles
        noun = self._doc[phrase.start : phrase.head + 1].text
        media, listeners = tuple(self._grammar.occasions), tuple(self._grammar.addressees)
        said_in = phrase.particle in particles.place and noun.endswith(media)
        return said_in or (phrase.particle in particles.recipient and noun.endswith(listeners))

    def _ends_clause(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` is a predicate that ends a clause: 行使したが、 深い知識があり、."""
        words = head_words(self._doc, phrase)
        if not any(is_predicate(token) for token in words):
            return False
        return is_continuative(words[-1]) or is_conjunctive_particle(words[-1]) or words[-1].text == _WORD.nominative

    def _is_told_of(self, speaker: SpeakerPhrase) -> bool:
        """Whether ``speaker`` is rather spoken of where another may speak: 死者は, 二人は, この記事は."""
        words = self._doc[speaker.phrase.start : speaker.phrase.head + 1]
        counted = speaker.mention < 0 and any(is_numeral(token) for token in words)
        concerned = slice_text(self._doc, speaker.start, speaker.end) in self._grammar.concerned
        return counted or concerned or speaker.group is SpeakerGroup.DOCUMENT

    def _is_put_out(self, phrase: Phrase) -> bool:
        """Whether who does what ``phrase`` tells says what follows: 同社は質問に|答え、乗組員は無事だと述べた."""
        words = head_words(self._doc, phrase)
        return bool(words) and puts_out(words[0], self._grammar)

    def _shares_subject(self, phrase: Phrase) -> bool:
        """Whether the clause that ``phrase`` ends mostly shares the next subject: 行き、 行って、 not 行ったが、."""
        last = head_words(self._doc, phrase)[-1]
        return is_continuative(last) or last.text in _WORD.gerunds


def _gives_way(subject: Phrase, *, ended: bool) -> bool:
    """Whether a topic behind ``subject`` speaks in its place: Aは…したが、Bは…と述べた; Aが…する中、Bは…と述べた.

    ended: whether a clause ends right before the topic.
    """
    return (ended and not subject.comma) or subject.particle == _WORD.nominative
