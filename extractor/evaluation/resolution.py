"""Finding the words of an annotation in its article: words and lines become offsets.

Offsets count code points of the article's text, end exclusive.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.errors import GoldError
from extractor.evaluation.annotation import AboutEntry, DateEntry, EntityEntry, GoldFile, SourceEntry, StatementEntry
from extractor.evaluation.document import (
    GoldAbout,
    GoldDate,
    GoldDocument,
    GoldEntity,
    GoldSource,
    GoldStatement,
)
from extractor.evaluation.spans import Span, overlaps
from extractor.records import Place


def resolve(gold_file: GoldFile, text: str) -> GoldDocument:
    """Return the annotation with offsets into ``text``, the text of its article.

    Raises GoldError where words are not found; the message names file, entry, words, and what to do.
    """
    mentions = _find_mentions(gold_file, text)
    return GoldDocument(
        doc=gold_file.doc,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        entities=tuple(
            GoldEntity(key=entity.key, type=entity.type, iso=entity.iso, mentions=mentions[entity.key])
            for entity in gold_file.entities
        ),
        statements=tuple(
            _Resolver(text, f"{gold_file.doc}.toml: statement {number} (line {statement.line})").statement(statement)
            for number, statement in enumerate(gold_file.statements, 1)
        ),
        text=text,
        topics=gold_file.topics,
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An occurrence of a name. ``context``: length of the whole pattern, the part outside [ ] included."""

    span: Span
    context: int
    key: str

    def rank(self) -> tuple[int, int, int]:
        start, end = self.span
        return (start - end, -self.context, start)


def _find_mentions(gold_file: GoldFile, text: str) -> dict[str, tuple[Span, ...]]:
    """Return the mentions of each key. Where names overlap the longest wins: 米国務省 hides 米国.

    Of two equally long ones that with more context wins: ``[米]ロ首脳会談`` over 米.
    """
    candidates: list[_Candidate] = []
    for number, entity in enumerate(gold_file.entities, 1):
        candidates += _candidates(entity, text, f"{gold_file.doc}.toml: entity {number} ({entity.key})")
    taken: dict[Span, _Candidate] = {}
    for candidate in sorted(candidates, key=_Candidate.rank):
        rival = taken.get(candidate.span)
        if rival and rival.key != candidate.key and rival.context == candidate.context:
            words = text[slice(*candidate.span)]
            raise GoldError(
                f"{gold_file.doc}.toml: {words} names both {rival.key} and {candidate.key}; "
                f"tell them apart with contexts, as in …[{words}]…"
            )
        if not any(overlaps(candidate.span, span) for span in taken):
            taken[candidate.span] = candidate
    found = {entity.key: sorted(s for s, c in taken.items() if c.key == entity.key) for entity in gold_file.entities}
    if hidden := [key for key, spans in found.items() if not spans]:
        raise GoldError(
            f"{gold_file.doc}.toml: every name of {hidden[0]} lies in not_in or in a longer name of another entity; "
            "remove the entity, or mend its names"
        )
    return {key: tuple(spans) for key, spans in found.items()}


def _candidates(entity: EntityEntry, text: str, place: str) -> Iterator[_Candidate]:
    barred = [span for context in entity.not_in for span in _all_of(context, text, place)]
    for name in entity.names:
        before, bracket, rest = name.partition("[")
        inside, _, _ = rest.partition("]")
        words = name.replace("[", "").replace("]", "")
        for start, end in _all_of(words, text, place):
            span = (start + len(before), start + len(before) + len(inside)) if bracket else (start, end)
            if not any(b <= span[0] and span[1] <= t for b, t in barred):
                yield _Candidate(span, len(words), entity.key)


def _all_of(words: str, text: str, place: str) -> list[Span]:
    spans = list(occurrences(words, text))
    if not spans:
        raise GoldError(f"{place}: {_shown(words)} is not in the article; write it exactly as it stands there")
    return spans


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Finds the words of one statement. ``place`` heads the messages of errors."""

    text: str
    place: str

    def statement(self, entry: StatementEntry) -> GoldStatement:
        content = self._content(entry)
        cue = None
        if entry.cue is not None:
            # of two equally near ones that after the content: …と述べた
            nearness = _Nearness(self.text, content, content, after=True)
            cue = self._find("cue", entry.cue, entry.cue_line, nearness)
        # of two equally near ones that before: 首相は…
        nearness = _Nearness(self.text, content if cue is None else (cue,), content, after=False)
        return GoldStatement(
            content=content,
            form=entry.form,
            cue=cue,
            source=tuple(self._source(source, nearness) for source in entry.sources),
            act=entry.act,
            optional=entry.optional,
            about={about.topic: self._about(about, entry) for about in entry.about},
            date=self._date(entry.date) if entry.date else None,
        )

    def _about(self, about: AboutEntry, entry: StatementEntry) -> GoldAbout:
        """Check the words that show it, and return it."""
        for words in (about.words, about.stance_words):
            self._stands("words of a topic", words)
        if about.words and about.where is Place.CONTENT and not any(about.words in piece for piece in entry.content):
            raise GoldError(f"{self.place}: {_shown(about.words)} is not in the content; mend where")
        return GoldAbout(where=about.where, stance=None if about.stance == "none" else about.stance)

    def _date(self, date: DateEntry) -> GoldDate:
        self._stands("date", date.words)
        return GoldDate(value=date.value, where=date.where)

    def _stands(self, what: str, words: str | None) -> None:
        if words and words not in self.text:
            raise GoldError(f"{self.place}: the {what} {_shown(words)} is not in the article; {self._hint(words)}")

    def _content(self, entry: StatementEntry) -> tuple[Span, ...]:
        """Return the pieces in order, the first beginning on the line that is named."""
        begin, end = self._line(entry.line)
        spans: list[Span] = []
        for piece in entry.content:
            start = self.text.find(piece, spans[-1][1] if spans else begin)
            if start < 0:
                where = "after the piece before it" if spans else "there or later"
                raise GoldError(f"{self.place}: the content {_shown(piece)} is not {where}; {self._hint(piece)}")
            spans.append((start, start + len(piece)))
        if spans[0][0] > end:
            line = self.text.count("\n", 0, spans[0][0]) + 1
            raise GoldError(f"{self.place}: the content {_shown(entry.content[0])} begins on line {line}; mend line")
        return tuple(spans)

    def _source(self, entry: SourceEntry, nearness: "_Nearness") -> GoldSource:
        mention = None
        if entry.mention is not None:
            mention = self._find("mention", entry.mention, entry.mention_line, nearness)
        return GoldSource(mention=mention, key=entry.key, generic=entry.generic, alt=entry.alt)

    def _find(self, what: str, words: str, line: int | None, nearness: "_Nearness") -> Span:
        """Return the first occurrence on ``line``, or without one the nearest; never one in the content."""
        spans = [span for span in occurrences(words, self.text) if not nearness.in_content(span)]
        if line is not None:
            begin, end = self._line(line)
            spans = [span for span in spans if begin <= span[0] < end][:1]
        if not spans:
            where = "outside the content" if line is None else f"outside the content on line {line}"
            raise GoldError(f"{self.place}: the {what} {_shown(words)} is not {where}; {self._hint(words)}")
        return min(spans, key=nearness.rank)

    def _line(self, number: int) -> Span:
        """Return start and end of a line, counted from 1, its line break left out."""
        lines = self.text.split("\n")
        if number > len(lines):
            raise GoldError(f"{self.place}: the article has {len(lines)} lines, so there is no line {number}")
        start = sum(len(line) + 1 for line in lines[: number - 1])
        return start, start + len(lines[number - 1])

    def _hint(self, words: str) -> str:
        lines = sorted({self.text.count("\n", 0, start) + 1 for start, _ in occurrences(words, self.text)})
        if not lines:
            return "nor anywhere in the article: write it exactly as it stands there"
        return f"it stands on line {', '.join(map(str, lines))}"


@dataclass(frozen=True, slots=True)
class _Nearness:
    """What is nearest to ``anchors``: fewest line breaks between, then fewest characters.

    The content is not counted as between: in 首相は「…」と述べた the subject is near to its cue however much is
    said. after: of two equally near ones that after the anchors is taken, otherwise that before.
    """

    text: str
    anchors: tuple[Span, ...]
    content: tuple[Span, ...]
    after: bool

    def rank(self, span: Span) -> tuple[int, int, bool]:
        between = min((self._between(span, anchor) for anchor in self.anchors), key=_size)
        side = (span[0] > self.anchors[0][0]) != self.after
        return *_size(between), side

    def in_content(self, span: Span) -> bool:
        return any(overlaps(span, piece) for piece in self.content)

    def _between(self, a: Span, b: Span) -> str:
        """Return the text between two spans without the pieces of the content that lie there."""
        start, end = min(a[1], b[1]), max(a[0], b[0])
        kept = []
        for piece_start, piece_end in self.content:
            if start <= piece_start and piece_end <= end:
                kept.append(self.text[start:piece_start])
                start = piece_end
        return "".join(kept) + self.text[start:end]


def _size(between: str) -> tuple[int, int]:
    return between.count("\n"), len(between)


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Yield every place of ``words`` in ``text``, overlapping ones too."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _shown(words: str) -> str:
    return "『" + words.replace("\n", "\\n") + "』"
