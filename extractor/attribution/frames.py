"""What stands before a content and is no part of it: when, where, to whom and after what something is said."""

from spacy.tokens import Doc

from extractor.attribution.clauses import Clause, skip_bullets
from extractor.attribution.deeds import is_deed
from extractor.attribution.subjects import SpeakerPhrases
from extractor.bunsetsu import Phrase, in_relative
from extractor.lexicon.cues import Marker
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.lexicon.speakers import SpeakerGroup
from extractor.records import Act
from extractor.syntax import (
    is_adverbial_noun,
    is_comma,
    is_conjunction,
    is_numeral,
    is_past,
    is_verbal_noun,
    noun_start,
)

_WORD = load_function_words()
_TOLD = (Act.ASSERT, Act.PREDICT)
_LONGEST_CONNECTIVE = 6  # tokens


def skip_frame(doc: Doc, clause: Clause, speakers: SpeakerPhrases) -> int:
    """Return where the content begins: after the subject, connectives, time, occasion and addressee of the saying.

    首相は18日、記者団に対し、|増税しないと述べた
    """
    start = clause.subject.phrase.end if clause.subject else clause.start
    start = _skip_connective(doc, skip_bullets(doc, start, clause.end), clause.end, speakers.grammar.connectives)
    for phrase in list(speakers.between(start, clause.end))[:-1]:
        modified = doc[phrase.head].left_edge.i <= start  # all that stands before it belongs to it: 18日の|会見で
        if (
            phrase.start >= start
            and (modified or (clause.subject and _is_told_apart(doc, phrase, speakers.grammar)))
            and not in_relative(doc, phrase, clause.end)
            and is_frame(doc, phrase, speakers, clause)
        ):
            start = phrase.end
    return skip_bullets(doc, start, clause.end)


def _is_told_apart(doc: Doc, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether ``phrase`` is a listener behind a clause of the saying's own: 会談を終えた後、|記者団に."""
    return is_comma(doc[phrase.start - 1]) and _ends_in(_noun(doc, phrase), grammar.addressees)


def _skip_connective(doc: Doc, start: int, end: int, connectives: frozenset[str]) -> int:
    """Return the token after a connective of several words and its comma: その上で、."""
    for token in doc[start : min(end, start + _LONGEST_CONNECTIVE)]:
        if is_comma(token):
            return token.i + 1 if doc[start : token.i].text in connectives else start
    return start


def is_frame(doc: Doc, phrase: Phrase, speakers: SpeakerPhrases, clause: Clause) -> bool:
    """Whether ``phrase`` tells when, where or to whom something is said, and so stands outside the content."""
    if _is_connective(doc, phrase, speakers.grammar):
        return phrase.comma or phrase.start == clause.start
    if _is_setting(doc, phrase, speakers, clause):
        return True
    if phrase.particle in speakers.grammar.particles.recipient:
        return _is_recipient(doc, phrase, speakers, clause)
    if phrase.particle == _WORD.accusative:  # 首相を|「嘘つき」と呼んだ; not 死者を455人と|発表した
        named = clause.act not in _TOLD or not any(is_numeral(token) for token in doc[phrase.end : clause.end])
        return named and doc[phrase.head].head.i == clause.cue and clause.marker != Marker.OBJECT
    if clause.subject and phrase.comma and _is_done_before(doc, phrase, speakers.grammar, clause):
        return True
    if clause.subject_follows:
        return False  # 十日、橋が落ちたと|市は発表した: the time is the content's
    timed = not phrase.particle or phrase.particle in speakers.grammar.particles.until
    start = clause.subject.phrase.end if clause.subject else clause.start
    return timed and phrase.comma and _is_time(doc, phrase, start, speakers.grammar)


def _is_connective(doc: Doc, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether ``phrase`` joins the sentence to the one before: また、 これに対し、."""
    text = doc[phrase.start : phrase.end].text.rstrip("、, ")
    return text in grammar.connectives or is_conjunction(doc[phrase.head])


def _is_setting(doc: Doc, phrase: Phrase, speakers: SpeakerPhrases, clause: Clause) -> bool:
    """Whether ``phrase`` tells at what, toward whom or among whom it is said: 会見で, 記者団に対し, 党内では."""
    particles, noun = speakers.grammar.particles, _noun(doc, phrase)
    if (phrase.particle in particles.place or _is_copular(doc, phrase)) and _ends_in(noun, speakers.grammar.occasions):
        return True
    if phrase.particle in particles.place and phrase.comma and _ends_in(noun, speakers.grammar.matters):
        return True
    if clause.subject and phrase.comma and _is_said_in(doc, phrase, speakers.grammar):
        return True
    if phrase.particle in particles.opening and phrase.comma and _is_asked_in(phrase, speakers):
        return True
    if phrase.particle in particles.subject_matter and phrase.comma:
        return True
    if phrase.particle in particles.toward:
        stock = _ends_in(noun, speakers.grammar.addressees)
        counted = is_numeral(doc[phrase.head - 1])  # 60人に対して|検査をした
        return stock or phrase.comma or (speakers.find(phrase) is not None and not counted)  # not 制裁に対して|報復する
    if phrase.particle in particles.among and noun in speakers.grammar.group_nouns:
        return True
    return phrase.particle in particles.voice and speakers.find(phrase) is not None


def _is_copular(doc: Doc, phrase: Phrase) -> bool:
    """Whether SudachiPy takes the で of ``phrase`` before 、 for that of だ: 先週の番組|で、."""
    after = doc[phrase.head + 1] if phrase.head + 1 < phrase.end else None
    return phrase.comma and not phrase.particle and after is not None and after.text == _WORD.locative


def _is_said_in(doc: Doc, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether ``phrase``, set apart behind the subject, can be where it is said: 市長は|答辞で、…と述べた.

    Not a measure, a deed or a time: 3時間で、 増税することで、 増税する方針で、 増税した後で、 党と共同で、
    """
    noun = doc[phrase.head]
    if phrase.particle not in grammar.particles.place or noun.text in grammar.clause_nouns | grammar.unspeaking:
        return False
    joint = is_verbal_noun(noun) and doc[max(noun_start(doc, noun.i, phrase.start) - 1, 0)].text != _WORD.genitive
    written = _ends_in(noun.text, grammar.written | grammar.put_out)  # 取引所に出した|書類で、
    told = any(child.dep_ == "acl" for child in noun.children) and not written
    told = told or is_adverbial_noun(noun) or joint
    return not told and not any(is_numeral(token) for token in doc[phrase.start : phrase.head + 1])


def _is_asked_in(phrase: Phrase, speakers: SpeakerPhrases) -> bool:
    """Whether people were asked in what ``phrase`` names: 九月の調査では、|苦しくなったと答えた人は."""
    speaker = speakers.find(phrase)
    return speaker is not None and speaker.group is SpeakerGroup.DOCUMENT


def _is_recipient(doc: Doc, phrase: Phrase, speakers: SpeakerPhrases, clause: Clause) -> bool:
    """Whether ``phrase`` with に tells who is told or what it is said at: 記者団に, 取材に; 部下に|行くよう命じた."""
    noun, grammar = _noun(doc, phrase), speakers.grammar
    if any(child.dep_ == "obj" and child.text in grammar.terms for child in doc[phrase.head].children):
        return True  # 匿名を|条件に、
    if _ends_in(noun, grammar.addressees) or _ends_in(noun, grammar.occasions):
        return True
    listener = speakers.find(phrase)
    told = listener is not None and listener.group is not SpeakerGroup.DOCUMENT  # 指針に|従うよう求めた: nobody is told
    return told and (clause.marker == Marker.YOU or phrase.comma)


def _is_done_before(doc: Doc, phrase: Phrase, grammar: Grammar, clause: Clause) -> bool:
    """Whether ``phrase`` ends a clause that tells what the subject was doing: 取材に応じ、 現地を訪れた際、."""
    clauses = [child for child in doc[phrase.head].children if child.dep_ == "acl"]
    if not clauses or not is_past(doc[phrase.head - 1]):
        return is_deed(doc, phrase, grammar)
    noun, own = doc[phrase.head].text, any(child.dep_ == "nsubj" for child in clauses[0].children)
    # 会談を終えた後、増税すると述べた can be either; who is told of it by another does not say it of himself
    return not own and (noun in grammar.meantimes or (clause.subject_follows and noun in grammar.joining_nouns))


def _noun(doc: Doc, phrase: Phrase) -> str:
    return str(doc[phrase.start : phrase.head + 1].text)


def _ends_in(noun: str, words: frozenset[str]) -> bool:
    return any(noun.endswith(word) for word in words)


def _is_time(doc: Doc, phrase: Phrase, start: int, grammar: Grammar) -> bool:
    """Whether ``phrase`` is one time: 18日、; not 火曜日と水曜日、 雨のため、. start: where the content may begin."""
    tokens = doc[phrase.start : phrase.head + 1]
    before = doc[max(start, doc[phrase.head].left_edge.i) : phrase.head + 1]
    if tokens[-1].text in grammar.reasons or any(token.text == _WORD.quotative for token in before):
        return False
    if any(child.dep_ == "acl" for child in doc[phrase.head].children):  # 生きているため、 攻撃した際、
        return False
    return is_adverbial_noun(doc[phrase.head]) or any(is_numeral(token) for token in tokens)
