"""The turns of a conversation that is printed as one: each begins with who speaks, none has quotation marks.

編集部： 膝が痛みます。
丸山先生： まず休みましょう。
無理は禁物です。

――始めたきっかけは。
李さん　夫の仕事です。

What an expert has to say stands alone, on a line of its own:

北野明准教授（教育学）の話　数だけで論じるべきではない。
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import load_grammar

RULE = "turn"

_WORD = load_function_words()

_LABELLED = 2  # lines that must begin with the same label
_LABEL = (
    r"[ \u3000]*[●○◆◇■・]?[ \u3000]?"
    r"(?P<label>[^\s：:。、．，「」『』（）()！？!?]{1,16})(?:[（(][^（()）\n]{1,24}[)）])?"
)
_COLON = re.compile(_LABEL + r"[ \u3000]?[：:][ \u3000]*(?=[^\s「『/／])")
_BLANK = re.compile(_LABEL + r"[ \u3000]+(?=[^\s「『])")
_ASKED = re.compile(r"[ \u3000]*(?:[―—─–-][ \u3000]?){2,}[ \u3000]*(?=[^\s「『])")
_QUOTED = re.compile(r"[ \u3000]*[「『][^\n]*[」』][ \u3000]*\Z")  # a line that is quoted throughout
_HEADING = re.compile(r"[ \u3000]*[■◆◇▼●○◎★☆【#]")
_SENTENCE = re.compile(r"[。！？!?…][」』）)]*[ \u3000]*$")
_NUMBER = re.compile(r"[0-9０-９]+\Z|https?\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """Characters of a text, ends exclusive: who speaks (``label_start`` to ``label_end``), and what is said."""

    label_start: int
    label_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    label: re.Match[str] | None
    asked: bool


def find_turns(text: str) -> tuple[Turn, ...]:
    """Return the turns of ``text`` in order; none where no label begins two lines, or where they hold no sentences.

    What somebody has to say on a line of its own counts where nothing else does. Behind lines that ask
    (――始めたきっかけは。) a blank after the label will do.
    """
    lines = list(_lines(text))
    comments = tuple(Turn(*match.span("label"), *match.span("said")) for match in _comment().finditer(text))
    labels = Counter(line.label["label"] for line in lines if line.label)
    if not any(count >= _LABELLED for count in labels.values()):
        return comments
    turns = tuple(_turns(text, lines))
    sentences = sum(bool(_SENTENCE.search(text, turn.start, turn.end)) for turn in turns)
    return turns if 2 * sentences > len(turns) else comments


@cache
def _comment() -> re.Pattern[str]:
    """Return the pattern of a line of sentences behind who says them: 北野明准教授（教育学）の話　…。"""
    words = "|".join(load_grammar().commenting)
    said = r"[ \u3000]+(?P<said>[^\s「『][^\n]*[。！？][^\S\n]*)$"
    return re.compile(rf"(?m)^[ \u3000]*(?P<label>[^\s。、「」『』]{{2,60}}){_WORD.genitive}(?:{words}){said}")


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines of ``text``, each with its label: before a colon, else before a blank that ends it often."""
    spans = [(match.start(), match.group()) for match in re.finditer(r"[^\n]+|\n(?=\n)", text)]
    asked = [bool(_ASKED.match(line)) for _, line in spans]
    blank = {}
    if any(asked):
        found = {start: match for start, line in spans if (match := _BLANK.match(text, start, start + len(line)))}
        often = Counter(match["label"] for match in found.values())
        blank = {start: match for start, match in found.items() if often[match["label"]] >= _LABELLED}
    for (start, line), asks in zip(spans, asked, strict=True):
        label = _COLON.match(text, start, start + len(line)) or blank.get(start)
        if asks or (label and _NUMBER.match(label["label"])):
            label = None
        yield _Line(start, line, label, asks)


def _turns(text: str, lines: list[_Line]) -> Iterator[Turn]:
    """Yield the turns; each goes on to the next label, question, heading or quotation, the last to a blank line."""
    last = max(number for number, line in enumerate(lines) if line.label)
    for number, line in enumerate(lines):
        if line.label is None:
            continue
        end = line.start + len(line.text)
        for following in range(number + 1, len(lines)):
            after = lines[following]
            ends = after.label or after.asked or _HEADING.match(after.text) or _QUOTED.match(after.text)
            if ends or (number == last and not (after.text.strip() and _SENTENCE.search(after.text))):
                break
            if after.text.strip():
                end = after.start + len(after.text)
        said = text[line.label.end() : end]
        yield Turn(*line.label.span("label"), line.label.end(), line.label.end() + len(said.rstrip()))
