"""Who says each content: named in its sentence, in the clause before, or left out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from extractor.attribution.announced import Announced
from extractor.attribution.choosing import is_heard
from extractor.attribution.discourse import Discourse, Said
from extractor.attribution.echoes import RULE as ECHO
from extractor.attribution.echoes import Echoes
from extractor.attribution.stated_speakers import StatedSpeakers
from extractor.attribution.subjects import SpeakerPhrase, SpeakerPhrases
from extractor.doc_sentences import sentence_start
from extractor.layers import ContentFound, CueFound, EntityFound, SpeakerFound, read_layer
from extractor.lexicon.cues import CueKind
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Form, SpeakerKind
from extractor.syntax import is_ending, is_finite, is_past, slice_text, token_range

_WORD = load_function_words()


class SpeakerFinder:
    """Finds the speakers of one Doc's contents, in text order."""

    def __init__(self, doc: Doc, phrases: SpeakerPhrases) -> None:
        """phrases: of the same doc."""
        self._doc = doc
        self._phrases = phrases
        self._cues = read_layer(doc, CueFound)
        self._contents = read_layer(doc, ContentFound)
        self._within, self._passed_on = self._said_within()
        self._stated = StatedSpeakers(doc, phrases, self._cues)
        self._entity_of = {mention: entity.id for entity in read_layer(doc, EntityFound) for mention in entity.mentions}
        self._announced = Announced(doc, phrases, self._contents, self._entity_of)

    def find(self) -> Iterator[SpeakerFound]:
        """Yield the speakers of each content and whom they tell it; none where nobody can be named.

        首相は行くと述べた。中止はしないと強調した。  →  首相 for both, for the second left out
        """
        discourse = Discourse(self._doc, self._phrases, self._entity_of)
        joined: Said | None = None  # who spoke in the clause before
        saying: dict[int, tuple[SpeakerFound, ...]] = {}
        for index in sorted(range(len(self._contents)), key=self._order):
            content = self._contents[index]
            sentence = self._sentence(content)
            found = () if content.rule == ECHO else self._speakers(index, sentence, discourse, joined)
            if not found:
                continue
            saying[index] = found
            told = self._stated.addressee(content) if content.cue >= 0 else None
            if told is not None:
                yield replace(self._found(index, told, "told"), addressee=True)
            said = Said(sentence, found, heard=self._is_heard(index), passed_on=index in self._passed_on)
            joined = discourse.resolve(said)
            if self._goes_on(index, found):
                discourse.remember(joined)
            if self._is_told(content, found):  # 会長は、組合員から…と詰め寄られると、|「…」と答えた
                topic = self._stated.topic_before(content)
                joined = Said(sentence, (self._found(index, topic, "told"),)) if topic else None
            yield from found
        yield from self._echoed(saying)

    def _echoed(self, saying: Mapping[int, tuple[SpeakerFound, ...]]) -> Iterator[SpeakerFound]:
        """Yield who says below what nobody says above, in a headline. saying: who says each content."""
        said = {self._contents[index]: found for index, found in saying.items()}
        echoes = Echoes(self._doc, said)
        for index, content in enumerate(self._contents):
            whole = echoes.whole(content) if index not in saying and content.cue < 0 else None
            if whole is not None:
                yield from (_implied(found, index, ECHO) for found in said[whole])

    def _order(self, index: int) -> tuple[int, int]:
        """Contents in the order of their cues, so that a speaker is known before the clause that inherits it."""
        content = self._contents[index]
        return self._place(content), content.start

    def _place(self, content: ContentFound) -> int:
        """Return the character where the saying stands: the cue, or what is said without one."""
        return self._cues[content.cue].start if content.cue >= 0 else content.start

    def _sentence(self, content: ContentFound) -> int:
        place = self._place(content)
        return sentence_start(self._doc, token_range(self._doc, place, place + 1)[0])

    def _is_heard(self, index: int) -> bool:
        """Whether the content ``index`` is a voice: 客からは|…との声が上がった."""
        content = self._contents[index]
        if content.cue < 0:
            return False
        cue = self._cues[content.cue]
        return is_heard(cue, self._phrases.grammar) or self._calls_voice(cue)

    def _calls_voice(self, cue: CueFound) -> bool:
        """Whether the cue says what a voice does that is nobody's in particular: 客を|擁護する|意見もあった."""
        place = token_range(self._doc, cue.start, cue.end)[1]
        while place < len(self._doc) and is_ending(self._doc[place]):
            place += 1
        voice = place < len(self._doc) and self._doc[place].text in self._phrases.grammar.heard_words
        comes = place + 1 < len(self._doc) and self._doc[place + 1].text in (_WORD.nominative, _WORD.additive)
        return voice and comes and place > 0 and is_finite(self._doc[place - 1])

    def _is_authors(self, index: int) -> bool:
        """Whether the content ``index`` is what the article itself thinks now: …だと|思う; not …と思った."""
        content = self._contents[index]
        cue = self._cues[content.cue] if content.cue >= 0 else None
        if cue is None or cue.lemma not in self._phrases.grammar.thoughts:
            return False
        words = self._doc[slice(*token_range(self._doc, cue.start, cue.end))]
        return not any(is_past(word) or word.lemma_ in self._phrases.grammar.progressives for word in words)

    def _goes_on(self, index: int, speakers: tuple[SpeakerFound, ...]) -> bool:
        """Whether who says the content ``index`` may speak on unnamed: no crowd, and nobody who speaks to the subject.

        地元では…と言う; 娘から…と言われた: what comes next is said by others
        """
        content = self._contents[index]
        if content.form == Form.REPORTED or index in self._within:
            return False
        if self._is_heard(index) and any(self._is_reporter(found) for found in speakers):
            return False  # 記者から「…」と声が飛ぶと、笑って|「…」
        if content.cue >= 0 and self._cues[content.cue].passive and speakers[0].rule == "subject-before-content":
            return False
        return not any(self._is_crowd_or_title(found) for found in speakers)

    def _is_reporter(self, found: SpeakerFound) -> bool:
        """Whether those ask whom others answer: 報道陣."""
        return slice_text(self._doc, found.start, found.end) in self._phrases.grammar.addressees

    def _holds(self, content: ContentFound, speaker: SpeakerFound) -> bool:
        """Whether ``content`` tells that ``speaker`` says something: named there, or left out where it is hearsay."""
        if any(start <= speaker.start and speaker.end <= end for start, end in content.pieces if speaker.end):
            return True
        said = self._contents[speaker.content]
        hearsay = content.cue >= 0 and self._cues[content.cue].kind == CueKind.HEARSAY
        return hearsay and any(start <= said.start and said.end <= end for start, end in content.pieces)

    def _is_told(self, content: ContentFound, speakers: tuple[SpeakerFound, ...]) -> bool:
        """Whether ``speakers`` say ``content`` to somebody whom the sentence goes on with: 組合員から…と言われ、."""
        if content.cue < 0 or not self._cues[content.cue].passive or speakers[0].rule != "subject-before-content":
            return False
        found = self._phrases.at(speakers[0].start, speakers[0].end)
        return found is not None and found.group is SpeakerGroup.PERSON  # not 規則には…と定められており、

    def _is_crowd_or_title(self, found: SpeakerFound) -> bool:
        """Whether nobody in particular speaks: 地元|では, or a document before its title: 記事|「橋の今」."""
        if found.kind != SpeakerKind.GENERIC:
            return False
        speaker = self._phrases.at(found.start, found.end)
        if speaker is None:
            return False
        title = found.rule == "name-quotation" and speaker.group is SpeakerGroup.DOCUMENT
        return title or speaker.phrase.particle in self._phrases.grammar.particles.among

    def _said_within(self) -> tuple[frozenset[int], frozenset[int]]:
        """Return the contents that are said within another one: who speaks there does not speak on after it.

        Beside them those that only a source passes on: 通信社によると、外相は…と述べた. There the one within may.
        """
        within: set[int] = set()
        passed_on: set[int] = set()
        around: list[int] = []  # those that reach beyond the place at hand
        begun = 0
        for index in sorted(range(len(self._contents)), key=self._order):
            place = self._place(self._contents[index])
            while begun < len(self._contents) and self._contents[begun].start <= place:
                around.append(begun)
                begun += 1
            around = [other for other in around if self._contents[other].end > place]
            if any(other != index and not self._is_sourced(other) for other in around):
                within.add(index)
            elif any(other != index for other in around):
                passed_on.add(index)
        return frozenset(within), frozenset(passed_on)

    def _is_sourced(self, index: int) -> bool:
        """Whether the content ``index`` is what a source of its sentence tells: 通信社によると、…."""
        cue = self._contents[index].cue
        return cue >= 0 and self._cues[cue].kind == CueKind.SOURCE

    def _speakers(
        self, index: int, sentence: int, discourse: Discourse, joined: Said | None
    ) -> tuple[SpeakerFound, ...]:
        """Return who says the content ``index``. discourse, joined: who spoke before it."""
        decision = self._stated.find(self._contents[index])
        continues = joined is not None and joined.sentence == sentence
        if decision is not None and decision.rule == "source-of-sentence" and continues:
            decision = None  # 通信社によると、首相は…と述べ、|…と強調した
        if decision is not None:
            together = self._stated.together(decision.phrase)
            return tuple(self._found(index, phrase, decision.rule) for phrase in together)
        if self._is_heard(index) and not (joined is not None and continues and joined.heard):
            return ()  # …との見方が広がる: the view is nobody's in particular
        if self._is_authors(index):
            return ()  # …だと思います
        content = self._contents[index]
        if content.cue >= 0 and self._cues[content.cue].lemma in self._phrases.grammar.confessing and not continues:
            accused = discourse.accused(content.start)
            if accused:
                return (SpeakerFound(0, 0, index, str(SpeakerKind.IMPLICIT), accused, rule="accused"),)
        # 佐藤氏は「…」と話した|という: somebody else tells of it; 記者から…と声が飛ぶと、笑って|「…」: another answers
        answers = joined is not None and joined.heard and any(self._is_reporter(found) for found in joined.speakers)
        if (
            joined is not None
            and continues
            and not answers
            and not any(self._holds(content, found) for found in joined.speakers)
        ):
            return tuple(self._repeated(found, index, sentence) for found in joined.speakers)
        return self._from_context(index, sentence, discourse)

    def _from_context(self, index: int, sentence: int, discourse: Discourse) -> tuple[SpeakerFound, ...]:
        """Return who says the content ``index``, whose sentence names nobody, by what goes before."""
        content = self._contents[index]
        announced = self._announced.before(content)
        if announced is not None:
            return (self._found(index, announced, "announced"),)
        introduced = discourse.introduced(content) if content.cue < 0 else None
        if introduced is not None:
            return (_implied(self._found(index, introduced, ""), index, "introduced"),)
        asked = self._announced.asked(content)
        if asked is not None and discourse.can_be_asked(asked, content):
            return (_implied(self._found(index, asked, ""), index, "interviewee"),)
        hearsay = content.cue >= 0 and self._cues[content.cue].kind == CueKind.HEARSAY
        found, rule = discourse.left_out(content, sentence, hearsay=hearsay)
        return tuple(
            _implied(each if isinstance(each, SpeakerFound) else self._found(index, each, rule), index, rule)
            for each in found
        )

    def _repeated(self, found: SpeakerFound, content: int, sentence: int) -> SpeakerFound:
        """Return who spoke in the clause before as the speaker of ``content``; left out where not named in it."""
        if found.start < self._doc[sentence].idx:
            return _implied(found, content, "subject-of-clause-before")
        return replace(found, content=content, rule="subject-of-clause-before")

    def _found(self, content: int, speaker: SpeakerPhrase, rule: str) -> SpeakerFound:
        entity = self._entity_of.get(speaker.mention, "") if speaker.mention >= 0 else ""
        return SpeakerFound(
            speaker.start, speaker.end, content=content, kind=str(speaker.kind), entity=entity, rule=rule
        )


def _implied(found: SpeakerFound, content: int, rule: str) -> SpeakerFound:
    """Return ``found`` as the speaker of another content that leaves them out; only an entity needs no place."""
    start, end = (0, 0) if found.entity else (found.start, found.end)
    return SpeakerFound(start, end, content=content, kind=str(SpeakerKind.IMPLICIT), entity=found.entity, rule=rule)
