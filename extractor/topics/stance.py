"""What a speaker thinks of a thing they speak about, by the words that the thing depends on.

対ロ制裁の解除に反対した: 制裁 depends on 解除, which turns around what is thought of it, and 解除 on 反対, which says
what is thought: the speaker is for 制裁. A negation turns it around once more. Where a word on the way asks for another
role than the thing has (制裁|が反対を招く), or the attitude is another's (反対する国), nothing is said.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extractor.doc_text import text_of
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.stances import Role, StanceKind
from extractor.records import Form
from extractor.syntax import is_nominal, is_noun, token_range
from extractor.topics.saying import RELATIVE, SIDE_CLAUSE, Saying
from extractor.topics.stance_reading import DEEDS, SIGNS, VALUES, Reading, Stance
from extractor.topics.stance_words import StanceWord, StanceWords, is_acting

_ARGUMENTS = ("obj", "obl", "nsubj", "dislocated", "nmod")

Links = Sequence[tuple[Token, Token]]


class StanceFinder:
    """Finds stances within one statement."""

    def __init__(self, doc: Doc, content: ContentFound, cue: CueFound | None, act: str, words: StanceWords) -> None:
        """content, cue, act: of the statement."""
        self._saying = Saying(doc, content, cue, act, words)

    def find(self, start: int, end: int) -> Stance | None:
        """Return the stance towards what the characters ``start`` to ``end`` name, None where nothing shows it."""
        saying = self._saying
        first, after = token_range(saying.doc, start, end)
        last = saying.doc[after - 1]
        if last.text[end - last.idx :] in saying.words.aside or saying.words.ends_aside(text_of(saying.doc)[start:end]):
            return None
        if saying.words.is_offer(saying.sentence(after - 1)):
            return None
        links = list(saying.path(first, after))
        reading = Reading(saying)
        reading.begin(start, end, after)
        if not all(reading.read(child, head) for child, head in links):
            return None
        if links and links[-1][1].dep_ == RELATIVE and saying.ends(links[-1][1]):
            reading.wanted = reading.certain
        stance = reading.stance() or self._by_cue(reading, links)
        return stance if stance and self._is_own(stance) else None

    def find_unnamed(self) -> Stance | None:
        """Return the stance towards what stands outside of the content: 関税について「極めて遺憾だ」と述べた."""
        saying = self._saying
        if saying.content.form == Form.REPORTED:
            return None
        for predicate in saying.predicates:
            reading = Reading(saying)
            if self._read_unnamed(reading, predicate):
                stance = reading.stance()
                if stance is not None:
                    return stance
            if saying.has_subject(predicate):
                return None
        return _stance_of(saying.cue, 1) if saying.cue else None

    def _by_cue(self, reading: Reading, links: Links) -> Stance | None:
        """Return the stance that the cue shows towards what the content says of the thing: 「関税は…」と|批判した."""
        saying = self._saying
        if saying.cue is None or reading.thought or reading.asked or reading.neutral or self._stands_aside(links):
            return None
        roles = [saying.role(child) for child, head in links if is_acting(head) or not is_nominal(head)]
        named = roles[0] if roles else Role.THEME
        if named in (Role.SUBJECT, Role.THEME, Role.MEANS) or (reading.shown and named is Role.OBJECT):
            return _stance_of(saying.cue, reading.sign)
        return None

    def _stands_aside(self, links: Links) -> bool:
        """Whether the thing is in a side clause, or before a content that has a subject of its own."""
        saying = self._saying
        predicates = {predicate.i for predicate in saying.predicates}
        if any(head.dep_ == SIDE_CLAUSE and saying.ends(head) and head.i not in predicates for _, head in links):
            return True
        return bool(links) and links[0][0].idx < saying.content.start and saying.has_subject(links[-1][1])

    def _read_unnamed(self, reading: Reading, predicate: Token) -> bool:
        """Add what ``predicate`` says of a thing that its sentence does not name; return False where none is told."""
        saying = self._saying
        word = saying.by_token.get(predicate.i)
        if word is None and predicate.norm_ in saying.words.holding:
            word = reading.held(saying.doc[predicate.left_edge.i], predicate)
        if word is None or (saying.wants and word.meanings[0].kind is not StanceKind.ATTITUDE):
            return False
        about = [each for each in saying.doc[word.first].lefts if each.dep_ in _ARGUMENTS and is_noun(each)]
        if len(about) == 1 and not any(each.dep_ in _ARGUMENTS for each in about[0].children):
            deed = saying.by_token.get(about[0].i)  # 採択には|応じない
            if deed is not None and deed.meanings[-1].kind in DEEDS:
                reading.sign *= SIGNS[deed.meanings[-1].value]
                about = []
        return not about and reading.add(word.meanings[0], word, predicate, max(predicate.i + 1, word.after))

    def _is_own(self, stance: Stance) -> bool:
        """Whether the words are the statement's; before them others speak: 「反対」の声が多く、首相は「…」と述べた."""
        content, cue = self._saying.content, self._saying.cue
        by_cue = cue is not None and stance.start == cue.start
        return content.form == Form.REPORTED or stance.start >= content.start or by_cue


def _stance_of(cue: StanceWord, sign: int) -> Stance:
    """Return what ``cue`` shows, turned around where ``sign`` is -1."""
    value = next(meaning.value for meaning in cue.meanings if meaning.cue)
    return Stance(VALUES[sign * SIGNS[value]], cue.start, cue.end)
