"""Who says a content, where the sentence itself names them, and to whom."""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from extractor.attribution.bare_quotations import PARENTHESES, name_before, parenthesis_speaker, transcript_colon
from extractor.attribution.choosing import Saying, best_subject, is_heard, subject_behind
from extractor.attribution.headline_quotes import RULE as HEADLINE_QUOTE
from extractor.attribution.headline_quotes import headline_behind, whose_headline
from extractor.attribution.headline_sources import RULE as HEADLINE_SOURCE
from extractor.attribution.headline_sources import headline_source
from extractor.attribution.ordered import begun_between
from extractor.attribution.owners import is_owned, is_source, owner
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.attribution.turns import RULE as TURN
from extractor.attribution.turns import Turn, find_turns
from extractor.bunsetsu import Phrase
from extractor.doc_sentences import sentence_end, sentence_start
from extractor.doc_text import text_of
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.cues import CueKind, Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form, SpeakerKind
from extractor.syntax import (
    is_adnominal,
    is_closing,
    is_conjunctive_particle,
    is_ending,
    is_finite,
    is_nominal,
    is_verbal_noun,
    token_range,
)

_WORD = load_function_words()
_AFTER_CREDIT = "-－―|｜"  # （みなと日報） - ニュース


@dataclass(frozen=True, slots=True)
class Decision:
    """Who speaks, and what decided."""

    phrase: SpeakerPhrase
    rule: str


class StatedSpeakers:
    """Finds the speakers and addressees of one Doc that stand in the sentence of what they say or are told."""

    def __init__(self, doc: Doc, phrases: SpeakerPhrases, cues: tuple[CueFound, ...]) -> None:
        """phrases: of the same doc. cues: its layer."""
        self._doc = doc
        self._phrases = phrases
        self._cues = cues
        self._turns: dict[int, Turn] | None = None  # by where what is said begins; once they are asked for

    def find(self, content: ContentFound) -> Decision | None:
        """Return the speaker that the sentence itself names, None where it leaves the speaker out."""
        if content.cue < 0:
            return self._beside_quotation(content)
        cue = self._cues[content.cue]
        if cue.kind == CueKind.SOURCE:
            return self._before_source(cue)
        first, after = token_range(self._doc, cue.start, cue.end)
        return (
            self._after_content(cue)
            or self._owner(cue, first)
            or self._owner_behind(cue, after)
            or self._in_parentheses(cue, person=True)
            or self._asker(content, after)
            or self._before_content(content)
            or self._in_parentheses(cue)
            or self._modified(after)
            or self._cleft(after)
            or self._source_in_sentence(cue, first)
            or self._asked_before(content, cue, first)
            or (None if is_heard(cue, self._phrases.grammar) else self._main_clause(content, after))
        )

    def together(self, speaker: SpeakerPhrase) -> tuple[SpeakerPhrase, ...]:
        """Return all who speak together where ``speaker`` is the last of them, in text order.

        米国と|ウクライナは;  県や|市は;  山田さんと、その息子の|健太さんは;  社長、|会長は
        """
        sentence = self._doc[speaker.phrase.start].sent
        row, between = [speaker], False  # between: whether words that modify the last of the row have been passed over
        for phrase in reversed(list(self._phrases.between(sentence.start, speaker.phrase.start))):
            partner = self._phrases.find(phrase)
            if partner is not None and self._is_partner(partner, row[-1], between=between):
                row.append(partner)
                between = False
            elif phrase.particle == _WORD.genitive or is_adnominal(self._doc[phrase.head]):
                between = True
            else:
                break
        return tuple(reversed(row))

    def _is_partner(self, partner: SpeakerPhrase, last: SpeakerPhrase, *, between: bool) -> bool:
        """Whether ``partner`` and ``last``, the phrases of one row, speak together. between: words lie between."""
        phrase = partner.phrase
        joined = phrase.particle in self._phrases.grammar.particles.joint and (between or not phrase.comma)
        listed = not phrase.particle and phrase.comma and not between
        done = any(is_ending(token) for token in self._doc[phrase.head + 1 : phrase.end])  # 訪米したと|首相は
        if done or not (joined or listed) or (partner.mention < 0) != (last.mention < 0):
            return False
        persons = partner.group is SpeakerGroup.PERSON and last.group is SpeakerGroup.PERSON
        return persons if between or listed else True

    def addressee(self, content: ContentFound) -> SpeakerPhrase | None:
        """Return whom it is said to, where the saying's own clause names them: 記者団に対し|…と述べた."""
        cue = self._cues[content.cue]
        first = token_range(self._doc, cue.start, cue.end)[0]
        grammar = self._phrases.grammar
        for phrase in self._phrases.between(sentence_start(self._doc, first), first):
            if phrase.particle not in grammar.particles.addressing:
                continue
            place = self._doc[phrase.start].idx
            if any(start <= place < end for start, end in content.pieces):
                continue
            noun = self._doc[phrase.start : phrase.head + 1].text
            stock = any(noun.endswith(word) for word in grammar.addressees)
            speaker = self._phrases.find(phrase) or (self._any_noun(phrase) if stock else None)
            if speaker and (stock or phrase.particle != _WORD.dative or self._doc[phrase.head].head.i == first):
                return speaker
        return None

    def _after_content(self, cue: CueFound) -> Decision | None:
        """Return the subject behind the content: …と|首相は|述べた, …との見方を|首相は|示した."""
        start = token_range(self._doc, cue.marker_end, cue.marker_end + 1)[0]
        subject = subject_behind(self._phrases, cue, start)
        return Decision(subject, "subject-after-content") if subject else None

    def _owner(self, cue: CueFound, first: int) -> Decision | None:
        """Return whose noun of saying it is: 味が落ちたという|客の|口コミ, 休めという|父からの|助言."""
        if cue.entry or cue.marker != Marker.TONO or cue.marker_end >= cue.start:
            return None
        start = token_range(self._doc, cue.marker_end, cue.marker_end + 1)[0]
        phrases = list(self._phrases.between(start, first))
        owning = phrases and (phrases[-1].particle == _WORD.genitive or _WORD.ablative in phrases[-1].particle)
        speaker = self._phrases.find(phrases[-1]) if owning else None
        return Decision(speaker, "owner") if speaker else None

    def _owner_behind(self, cue: CueFound, after: int) -> Decision | None:
        """Return whose noun of saying とする modifies: 対応を誤ったとする|野党の|主張."""
        grammar = self._phrases.grammar
        if cue.lemma not in grammar.light_verbs or not is_finite(self._doc[after - 1]):
            return None
        row = list(self._phrases.between(after, sentence_end(self._doc, after - 1)))[:2]
        if len(row) < 2 or row[0].start != after or row[0].particle != _WORD.genitive:
            return None
        noun = self._doc[row[1].head]
        saying = is_verbal_noun(noun) or noun.text in grammar.own_words | grammar.heard_words
        speaker = self._phrases.find(row[0]) if saying else None
        return Decision(speaker, "owner") if speaker else None

    def _before_content(self, content: ContentFound) -> Decision | None:
        """Return the subject that was found with the content: 首相は|…と述べた."""
        if content.subject_start < 0:
            return None
        speaker = self._phrases.at(content.subject_start, content.subject_end)
        if speaker is None:
            return None
        return Decision(speaker, "subject-before-content" if speaker.group else "topic-before-content")

    def topic_before(self, content: ContentFound) -> SpeakerPhrase | None:
        """Return the topic that can speak, named before ``content`` in its sentence: 会長は、組合員から|…と言われ、."""
        first = token_range(self._doc, content.start, content.start + 1)[0]
        for phrase in self._phrases.between(sentence_start(self._doc, first), first):
            speaker = self._phrases.find(phrase) if phrase.particle == _WORD.subjects[0] else None
            if speaker is not None:
                return speaker
        return None

    def _asker(self, content: ContentFound, after: int) -> Decision | None:
        """Return the person whom the cue's clause modifies, where its topic goes with a later one.

        首相は、財源をただした|議員には「…」と繰り返した: は stands in no clause that modifies
        """
        subject = self._phrases.at(content.subject_start, content.subject_end) if content.subject_start >= 0 else None
        if (
            subject is None
            or subject.phrase.particle not in _WORD.subjects
            or subject.phrase.particle == _WORD.nominative
        ):
            return None
        found = self._modified(after)
        person = found is not None and found.phrase.group is SpeakerGroup.PERSON
        told = person and found is not None and found.phrase.phrase.particle.startswith(_WORD.dative)
        return found if told else None

    def _in_parentheses(self, cue: CueFound, *, person: bool = False) -> Decision | None:
        """Return who is named between quotation and と: 「…」（|山田社長）との思いから.

        person: whether only a person will do, no party or firm that the quotation may be about.
        """
        if cue.marker_start >= cue.marker_end:
            return None
        opening = token_range(self._doc, cue.marker_start, cue.marker_end)[0]
        if self._doc[opening].text not in PARENTHESES:
            return None
        speaker = self._in_brackets(opening)
        if speaker is None or (person and speaker.group is not SpeakerGroup.PERSON):
            return None
        return Decision(speaker, "quotation-parenthesis")

    def _in_brackets(self, opening: int) -> SpeakerPhrase | None:
        """Return who is named in the brackets that open there, not the firm before a person: （証券会社の|山田氏）."""
        end = self._phrases.units.get(opening)
        last = self._last_of_row(opening + 1, end - 1) if end is not None else None
        return last or parenthesis_speaker(opening, self._phrases)

    def _modified(self, after: int) -> Decision | None:
        """Return the noun that the cue's clause modifies: …と述べた|ルビオ氏は."""
        if after >= len(self._doc):
            return None
        sentence = self._doc[after - 1].sent
        place = after
        while place < sentence.end and (is_ending(self._doc[place]) or is_conjunctive_particle(self._doc[place])):
            place += 1
        if place >= sentence.end or not is_nominal(self._doc[place]) or is_conjunctive_particle(self._doc[place - 1]):
            return None
        found = self._last_of_row(place, sentence.end)
        if found is None or (found.group is SpeakerGroup.DOCUMENT and found.phrase.particle == _WORD.accusative):
            return None  # …と訴える|声明を出した: who has put it out says it
        return Decision(found, "modified-noun")

    def _cleft(self, after: int) -> Decision | None:
        """Return who follows the cue as the predicate of its sentence: …と話すのは、店を営む|山田さん。"""
        sentence = self._doc[after - 1].sent
        place = after
        while place < sentence.end and is_ending(self._doc[place]):
            place += 1
        if (
            place + 2 >= sentence.end
            or self._doc[place].text != _WORD.genitive
            or self._doc[place + 1].text not in _WORD.subjects
        ):
            return None
        row = [p for p in self._phrases.between(place + 2, sentence.end) if not self._doc[p.start].is_space]
        last = self._phrases.find(row[-1]) if row else None
        return Decision(last, "cleft") if last else None

    def _last_of_row(self, start: int, end: int) -> SpeakerPhrase | None:
        """Return the last noun that can speak of those that の joins from the token ``start`` on: 米国の|ルビオ氏は."""
        found = None
        for phrase in self._phrases.between(start, end):
            found = self._phrases.find(phrase) or found
            if phrase.particle != _WORD.genitive:
                break
        return found

    def _source_in_sentence(self, cue: CueFound, first: int) -> Decision | None:
        """Return the source of the sentence: 専門家によると、…という."""
        sentence = self._doc[first].sent
        for other in begun_between(self._cues, sentence.start_char, cue.start):
            if other.kind == CueKind.SOURCE and is_source(other, self._cues, self._phrases):
                found = self._before_source(other)
                behind = other.start >= cue.marker_end  # …ことが、警察への取材で|分かった
                rule = "source" if behind else "source-of-sentence"
                return Decision(found.phrase, rule) if found else None
        return None

    def _asked_before(self, content: ContentFound, cue: CueFound, first: int) -> Decision | None:
        """Return who was asked before an answer that has no owner: 広報室に|問い合わせると、「…」との返事."""
        grammar = self._phrases.grammar
        if cue.lemma not in grammar.own_words | grammar.heard_words:
            return None
        opening = token_range(self._doc, content.start, content.start + 1)[0]
        row = list(self._phrases.between(sentence_start(self._doc, first), opening))
        for phrase, after in pairwise(row):
            asked = phrase.particle == _WORD.dative and self._doc[after.head].lemma_ in grammar.asking
            speaker = self._phrases.anybody(phrase) if asked else None
            if speaker is not None:
                return Decision(speaker, "asked")
        return None

    def _before_source(self, cue: CueFound) -> Decision | None:
        """Return the noun before によると: 専門家|によると."""
        if is_owned(cue, self._phrases):
            speaker = owner(cue, self._phrases)
        else:
            first = token_range(self._doc, cue.start, cue.end)[0]
            speaker = self._last_noun(list(self._phrases.between(sentence_start(self._doc, first), first)))
        return Decision(speaker, "source") if speaker else None

    def _main_clause(self, content: ContentFound, after: int) -> Decision | None:
        """Return the topic of the clause that the cue's clause leads to: …と言い、|武田さんは…と話した.

        Where ながら leads to it, an unnamed one will do: …と叫びながら、|参加者は進んだ. Where として does, also
        who has が: 不当だとして、|元教員が争った裁判で、地裁は.
        """
        sentence = self._doc[after - 1].sent
        along = after < sentence.end and self._doc[after].text in self._phrases.grammar.particles.along
        opening = token_range(self._doc, content.start, content.start + 1)[0]
        before = self._phrases.between(sentence.start, opening)
        if any(phrase.particle == _WORD.topic and self._phrases.find(phrase) for phrase in before):
            return None
        acts = self._cues[content.cue].lemma in self._phrases.grammar.light_verbs
        for phrase in self._phrases.between(after, sentence.end):
            speaker = self._phrases.find(phrase)
            is_topic = phrase.particle == _WORD.topic and speaker is not None and (along or speaker.mention >= 0)
            if speaker and (is_topic or (acts and phrase.particle == _WORD.nominative)):
                return Decision(speaker, "subject-of-clause-after")
        return None

    def _any_noun(self, phrase: Phrase) -> SpeakerPhrase | None:
        token = self._doc[phrase.head]
        start = self._doc[phrase.start].idx
        if phrase.start in self._phrases.units and phrase.start < phrase.head:  # 『朝報』|によると
            end, group = token.idx, SpeakerGroup.DOCUMENT
            named = is_closing(token) and start + 1 < end  # not 『』|によると
            return SpeakerPhrase(phrase, start + 1, end, -1, SpeakerKind.GENERIC, group) if named else None
        if not is_nominal(token):
            return None
        return SpeakerPhrase(phrase, start, token.idx + len(token), -1, SpeakerKind.GENERIC, SpeakerGroup.DOCUMENT)

    def _beside_quotation(self, content: ContentFound) -> Decision | None:
        """Return who is named beside a quotation without a cue: 同氏|「行く」, 「行く」（同氏）, 「行く」と同氏。"""
        first, after = token_range(self._doc, content.start, content.end)
        sentence = self._doc[first].sent
        speaker = None
        if content.rule == "name-quotation":
            speaker = name_before(self._doc, sentence.start, first - 1, self._phrases)
        elif content.rule == HEADLINE_SOURCE:
            speaker = headline_source(self._doc, content, self._phrases)
        elif content.rule == TURN:
            speaker = self._of_turn(content)
        elif content.rule == "transcript":
            speaker = self._before_colon(transcript_colon(self._doc, first - 1))
        elif content.rule == "quotation-parenthesis":
            opening = next(token.i for token in self._doc[after : sentence.end] if token.text in PARENTHESES)
            speaker = self._in_brackets(opening)
            if speaker and self._is_credit(speaker, self._phrases.units[opening]):
                return self._in_headline(sentence.start, first - 1)
        elif content.rule == HEADLINE_QUOTE:
            bracket = content.form == Form.DIRECT
            speaker = whose_headline(self._doc, first - bracket, self._phrases)
        elif content.rule == "headline":
            return self._in_headline(sentence.start, first - 1)
        elif content.rule == "quotation-last":
            said = begun_between(self._cues, sentence.start_char, content.start)
            saying = Saying(sentence.start, first - 1, cue=first, open=True)
            speaker = None if said else best_subject(self._phrases, saying)
        elif content.rule == "quotation-alone":
            speaker = headline_behind(self._doc, after + 1, self._phrases) or self._whose_view(sentence.end)
        elif content.rule == "quotation-name":
            speaker = self._last(after + 2, sentence.end)
        return Decision(speaker, content.rule) if speaker else None

    def _whose_view(self, start: int) -> SpeakerPhrase | None:
        """Return whose view the sentence from the token ``start`` on calls the quotation before: |山田教授の見方だ。"""
        if start >= len(self._doc):
            return None
        end = sentence_end(self._doc, start)
        row = [p for p in self._phrases.between(start, end) if not self._doc[p.start].is_space]
        if len(row) < 2 or row[-2].particle != _WORD.genitive or row[-1].particle:
            return None
        grammar = self._phrases.grammar
        view = self._doc[row[-1].start : row[-1].head + 1].text in grammar.own_words | grammar.heard_words
        alone = all(phrase.particle in (_WORD.genitive, _WORD.nominative) for phrase in row[:-1])
        return self._phrases.find(row[-2]) if view and alone else None

    def _of_turn(self, content: ContentFound) -> SpeakerPhrase | None:
        """Return whose turn it is: 丸山先生|： まず休みましょう。"""
        if self._turns is None:
            self._turns = {turn.start: turn for turn in find_turns(text_of(self._doc))}
        turn = self._turns[content.start]
        start, end = token_range(self._doc, turn.label_start, turn.label_end)
        return self._last_noun(list(self._phrases.between(start, end)))

    def _before_colon(self, colon: int) -> SpeakerPhrase | None:
        """Return the noun before the colon of a transcript, whether or not it is known to speak: 店長|：「…」."""
        row = self._phrases.between(sentence_start(self._doc, colon), colon)
        return self._last_noun([phrase for phrase in row if not self._doc[phrase.head].is_space])

    def _last_noun(self, row: list[Phrase]) -> SpeakerPhrase | None:
        """Return the last phrase of ``row`` as a speaker, whether or not its noun is known to speak."""
        return (self._phrases.find(row[-1]) or self._any_noun(row[-1])) if row else None

    def _is_credit(self, speaker: SpeakerPhrase, after: int) -> bool:
        """Whether the body in the parentheses that end before the token ``after`` has published the headline."""
        if speaker.group is SpeakerGroup.PERSON:
            return False
        words = [token for token in self._doc[after : after + 2] if not token.is_space or "\n" in token.text]
        return bool(words) and words[0].text in _AFTER_CREDIT

    def _in_headline(self, start: int, end: int) -> Decision | None:
        """Return who speaks in a headline before its quotation: a subject, else who comes first. 知事、災害で|「…」."""
        found = [speaker for phrase in self._phrases.between(start, end) if (speaker := self._phrases.find(phrase))]
        subjects = [speaker for speaker in found if speaker.phrase.particle in _WORD.subjects]
        return Decision((subjects or found)[0], "headline") if found else None

    def _last(self, start: int, end: int) -> SpeakerPhrase | None:
        phrases = list(self._phrases.between(start, end))
        return self._phrases.find(phrases[-1]) if phrases else None
