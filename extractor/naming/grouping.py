"""Grouping: which mentions of an article name the same thing."""

from collections.abc import Sequence

from extractor.brackets import OPENING_PARENTHESES
from extractor.layers import EntityFound, MentionFound
from extractor.lexicon.anaphors import SAME, Anaphor, Anaphors
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.name_signs import load_name_signs
from extractor.naming.groups import Group, Groups, Seen
from extractor.naming.roles import is_other_holder
from extractor.naming.same_name import is_same_organization, is_same_person
from extractor.records import EntityType, MentionKind

#: How far back, in characters, a title by itself (首相) may refer.
_REACH_ALONE = 400
#: How far back any other word may refer.
_REACH = 1500
#: How far back whoever was the topic comes before whoever was named last.
_REACH_OF_TOPIC = 200
_WORD = load_function_words()
#: How many mentions before one may stand in its sentence, and what ends a sentence.
_MOST_IN_SENTENCE = 5
_SENTENCE_END = frozenset("。\n")
_RING = "ring"
_SIGN = load_name_signs()
_CREDIT_RULES = ("credit", "dateline")
_BEFORE_CREDIT = ("|", "｜", "-", "－", "―", "–", "：", ":")


class Grouper:
    """Groups the mentions of one article."""

    def __init__(self, mentions: Sequence[MentionFound], text: str, usual: dict[str, str], anaphors: Anaphors) -> None:
        """usual: from country code to usual name. mentions: in text order."""
        self.mentions = mentions
        self.text = text
        self.usual = usual
        self.anaphors = anaphors
        self.groups = Groups()

    def group(self) -> list[EntityFound]:
        """Return the entities in the order of their first mention, with ids e1, e2, …"""
        for index, mention in enumerate(self.mentions):
            if mention.kind == MentionKind.NAME:
                self._place(index, mention)
        for group in self.groups.all:
            group.last = 0
        self._refer_back()
        return self._entities(sorted(self.groups.all, key=lambda group: group.mentions[0]))

    def _place(self, index: int, mention: MentionFound) -> None:
        group = self._find(index, mention) or self.groups.make(EntityType(mention.label), mention.link)
        self.groups.add(group, index, mention, self.text)

    def _find(self, index: int, mention: MentionFound) -> Group | None:
        label, name = EntityType(mention.label), self.text[mention.start : mention.end]
        if mention.link:
            linked = self.groups.linked(label, mention.link)
            if linked or label in (EntityType.COUNTRY, EntityType.PROVISION):
                return linked
        paired = self._before_bracket(index, mention)
        if paired is not None and paired.label == label and not (paired.link and mention.link):
            return paired
        same = self.groups.named(label, name)
        if same is not None:
            return same
        is_same = is_same_person if label is EntityType.PERSON else is_same_organization
        role = self.text[mention.role_start : mention.role_end] if mention.role_start >= 0 else ""
        other = self._referred_to_before(index)
        return next(
            (
                g
                for g in self.groups.alike(label, name)
                if not (g.link and mention.link)
                and g is not other
                and is_same(name, g.forms)
                and not is_other_holder(role, g.roles)
            ),
            None,
        )

    def _referred_to_before(self, index: int) -> Group | None:
        """Return whom a word in the same sentence refers back to, so that no name there does: 同社は青波電機とは."""
        mention = self.mentions[index]
        if mention.label != EntityType.ORGANIZATION:
            return None
        for before in reversed(self.mentions[max(0, index - _MOST_IN_SENTENCE) : index]):
            if not _SENTENCE_END.isdisjoint(self.text[before.end : mention.start]):
                return None
            if before.label == mention.label and before.kind == MentionKind.NOMINAL:
                named = self.groups.lately(EntityType.ORGANIZATION)
                return next((group for group in named if group.last <= before.start), None)
        return None

    def _before_bracket(self, index: int, mention: MentionFound) -> Group | None:
        """Return the group of the name before the bracket that ``mention`` fills: 北大西洋条約機構（NATO）.

        An elder of sumo has two names: 白松山親方（元小結・東海）.
        """
        is_ring_name = mention.rule == _RING and mention.role_start >= 0
        inner = mention.role_start - len(_SIGN.former[0]) if is_ring_name else mention.start
        if index == 0 or self.text[inner - 1 : inner] not in OPENING_PARENTHESES:
            return None
        before = self.mentions[index - 1]
        ended = (before.wide_end if is_ring_name else before.end) == inner - 1
        return self.groups.of_mention.get(index - 1) if ended else None

    # --- words that refer back -------------------------------------------------------------------

    def _refer_back(self) -> None:
        """Give each word that refers back to the most recent group that fits; drop those that none fits."""
        named = dict(self.groups.of_mention)
        seen = Seen(self.groups.all, self._tails(), longest=max((m.end - m.start for m in self.mentions), default=0))
        for index, mention in enumerate(self.mentions):
            group = named.get(index)
            if group is None and mention.kind != MentionKind.NAME:
                group = self._referent(mention, seen)
                if group is not None:
                    group.mentions.append(index)
            if group is not None:
                group.last = mention.end
                group.is_topic = self.text.startswith(_WORD.subjects, max(mention.wide_end, mention.end))
                group.is_in_story = group.is_in_story or not self._is_credit(mention)
                seen.add(group)
        for group in self.groups.all:
            group.mentions.sort()

    def _tails(self) -> set[str]:
        """Return what the words that refer back to the end of a name have behind 同: 振興会."""
        back = (mention for mention in self.mentions if mention.kind != MentionKind.NAME)
        forms = {self.text[mention.start : mention.end] for mention in back}
        return {form.removeprefix(SAME) for form in forms if form not in self.anaphors.index}

    def _is_credit(self, mention: MentionFound) -> bool:
        """Whether it is said there only whose article this is: （共同）, 首相が会見｜静岡新聞."""
        before = self.text[max(0, mention.start - 3) : mention.start]
        return mention.rule in _CREDIT_RULES or before.rstrip(" \u3000").endswith(_BEFORE_CREDIT)

    def _referent(self, mention: MentionFound, seen: Seen) -> Group | None:
        form = self.text[mention.start : mention.end]
        anaphor = self.anaphors.index.get(form)
        if anaphor is None:
            return seen.ending(form.removeprefix(SAME))
        reach = _REACH_ALONE if anaphor.alone and anaphor.role else _REACH
        fitting = [group for group in seen.near(anaphor.type, mention.start - reach) if _fits(group, anaphor, form)]
        if anaphor.topical:
            topics = (g for g in fitting if g.is_topic and mention.start - g.last <= _REACH_OF_TOPIC)
            return next(topics, next(iter(fitting), None))
        if anaphor.bearers:
            fitting.sort(key=lambda group: _distance(group, anaphor.bearers))
        return next(iter(fitting), None)

    # --- entities -----------------------------------------------------------------------------------

    def _entities(self, groups: Sequence[Group]) -> list[EntityFound]:
        ids = {index: f"e{number}" for number, group in enumerate(groups, 1) for index in group.mentions}
        return [self._entity(group, ids) for group in groups]

    def _entity(self, group: Group, ids: dict[int, str]) -> EntityFound:
        first = self.mentions[group.mentions[0]]
        acts_for = [self.mentions[index].affiliation for index in group.mentions]
        own = ids[group.mentions[0]]
        name = self.usual[group.link.removeprefix("iso:")] if group.label is EntityType.COUNTRY else group.fullest
        return EntityFound(
            start=first.start,
            end=first.end,
            id=own,
            label=group.label.value,
            name=name,
            link=group.link,
            role=next(iter(group.roles), ""),
            affiliation=next((ids[index] for index in acts_for if index in ids and ids[index] != own), ""),
            mentions=tuple(group.mentions),
        )


def _fits(group: Group, anaphor: Anaphor, form: str) -> bool:
    if anaphor.role:
        title = form.removeprefix(SAME)
        return any(role.endswith(title) for role in group.roles)
    return group.is_in_story and anaphor.fits(group.forms, form)


def _distance(group: Group, bearers: tuple[str, ...]) -> int:
    """Return 0 for somebody with one of the titles ``bearers``, 1 for whoever has no title, 2 for anybody else.

    同選手: 0 for MFのオソリオ, 1 for オソリオ, 2 for 代理人のメンデス氏
    """
    if any(title.endswith(bearers) for title in (*group.roles, *group.honorifics)):
        return 0
    return 2 if group.roles else 1
