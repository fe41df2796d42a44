"""What speaks for an act: the features of a content and its cue, the same in training and in use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from extractor.attribution.content_sentences import ContentSentence, split_content
from extractor.doc_text import lemmas_of
from extractor.layers import ContentFound, CueFound
from extractor.lexicon.acts import DOING, JUDGING, LONGEST, NEGATED, TENSES, ActEnding, ActLexicon
from extractor.lexicon.cues import Marker
from extractor.records import Act
from extractor.syntax import (
    has_own_meaning,
    inflection,
    is_adjectival_noun,
    is_adjectival_suffix,
    is_adjective,
    is_imperative,
    is_name,
    is_nominal,
    is_numeral,
    is_particle,
    is_verb,
    is_verbal_noun,
    is_volitional,
    kept_by_tag,
    slice_text,
)

FEATURE_SET = 1  #: counted up with every change of ``act_features``; weights made for another one are refused

_ASKING = "？?"
_EDGE = "。 　」』、！!…\n"
_LENGTHS = (8, 20, 40, 80)  # characters of the content
_NEAR = 3  # words before the last predicate that belong to it
_MOST_JUDGING = 2  # words of judgement that are counted
_RULE, _EARLIER, _VECTOR = 2.0, 0.5, 3.0  # the larger the value, the weaker the penalty on its weight
_VECTOR_PLACES = 3  # decimals of a mean of word vectors: more would differ between machines
_KINDS = (
    ("verb", is_verb),
    ("adjective", is_adjective),
    ("adjectival-noun", is_adjectival_noun),
    ("adjectival-noun", is_adjectival_suffix),
    ("verbal-noun", is_verbal_noun),
    ("numeral", is_numeral),
)
_OTHER = "other"
_ANYWHERE = ("adjective", "adjectival-noun", "name", "numeral")


def show_act(cue: CueFound | None, ending: ActEnding | None) -> Act | None:
    """Return the act that the cue names, else that of the content's ending, None where neither tells.

    求めた  →  demand;  「政府は説明すべきだ」と述べた  →  demand;  雨が降ったと述べた  →  None
    """
    if cue is not None and cue.act != Act.ASSERT:
        return Act(cue.act)
    if cue is not None and cue.marker == Marker.YOU:
        return Act.DEMAND
    return ending.act if ending else None


def act_features(doc: Doc, content: ContentFound, cue: CueFound | None, lexicon: ActLexicon) -> dict[str, float]:
    """Return the features by name, those that are 0 left out; training and use call this one function.

    「説明は不十分だ」と述べた  →  cue=assert, marker=to, predicate=adjectival-noun, word=blame, rule=open …
    """
    found = dict.fromkeys(_of_cue(content, cue), 1.0)
    sentences = list(split_content(doc, content))
    if not sentences:
        return found
    last = sentences[-1]
    ending = find_ending(doc, last, lexicon)
    shown = show_act(cue, ending)
    found |= dict.fromkeys(_of_ending(ending, cue), 1.0)
    predicate = _Predicate.of(doc, last, lexicon)
    found |= dict.fromkeys(_of_predicate(doc, last, predicate), 1.0)
    if shown is None:
        found |= dict.fromkeys(_of_the_open(predicate, cue), 1.0)
    words = list(doc[sentences[0].start : last.end])
    found |= dict.fromkeys(_of_words(doc, words, last.predicate - _NEAR, lexicon), 1.0)
    found |= _of_earlier(doc, sentences[:-1], lexicon)
    found[f"rule={shown or 'open'}"] = _RULE
    return found | _of_vectors(doc.vocab, words)


def find_ending(doc: Doc, sentence: ContentSentence, lexicon: ActLexicon) -> ActEnding | None:
    """Return the ending of ``sentence``, with ？ behind it where it stands there; None where the lexicon has none."""
    words = doc[sentence.start : sentence.end]
    asking = sentence.end < len(doc) and doc[sentence.end].text in _ASKING
    text = slice_text(doc, words.start_char, words.end_char).rstrip(_EDGE)
    return lexicon.find_ending(text + (_ASKING[0] if asking else ""))


def _of_cue(content: ContentFound, cue: CueFound | None) -> Iterator[str]:
    yield f"form={content.form}"
    yield from (f"length>={step}" for step in _LENGTHS if content.end - content.start >= step)
    if cue is None:
        yield "cue=none"
        return
    yield f"cue={cue.act}"
    yield f"cue-kind={cue.kind}"
    yield f"marker={cue.marker}"
    yield f"cue={cue.act}, marker={cue.marker}"


def _of_ending(ending: ActEnding | None, cue: CueFound | None) -> Iterator[str]:
    yield f"ending={ending.name if ending else 'none'}"
    if ending is not None:
        yield f"ending-act={ending.act}"
        if cue is not None and cue.act != Act.ASSERT:
            yield f"cue={cue.act}, ending-act={ending.act}"


@dataclass(frozen=True, slots=True)
class _Predicate:
    """The last predicate. kind: what it is; bare-… where nothing stands behind a noun, as in headlines."""

    kind: str
    tense: str
    auxiliaries: list[str]

    @classmethod
    def of(cls, doc: Doc, sentence: ContentSentence, lexicon: ActLexicon) -> Self:
        """Return the one of ``sentence``."""
        behind = lemmas_of(doc)[sentence.predicate + 1 : sentence.end]
        auxiliaries = sorted({name for lemma in behind for name in lexicon.auxiliaries.get(lemma, ())})
        tense = next((name for name in TENSES if name in auxiliaries), "now")
        kind = _kind(doc[sentence.predicate])
        if kind == "verbal-noun" and DOING in auxiliaries:
            return cls("done-noun", tense, auxiliaries)
        bare = not behind and kind not in {"verb", "adjective", _OTHER}
        return cls(f"bare-{kind}" if bare else kind, tense, auxiliaries)


def _of_predicate(doc: Doc, sentence: ContentSentence, found: _Predicate) -> Iterator[str]:
    """Yield what the last predicate is, its tense and polarity, and the particle of its subject."""
    predicate, tense = f"predicate={found.kind}", f"tense={found.tense}"
    subject = f"subject={_subject(doc, sentence)}"
    yield from (predicate, tense, subject, f"{subject}, {predicate}, {tense}")
    yield f"{predicate}, {tense}" + (f", {NEGATED}" if NEGATED in found.auxiliaries else "")
    yield from (f"auxiliary={name}" for name in found.auxiliaries)
    last = doc[sentence.end - 1]
    if is_imperative(last) or is_volitional(last):
        yield f"inflection={inflection(last).partition('-')[0]}"


def _of_the_open(predicate: _Predicate, cue: CueFound | None) -> Iterator[str]:
    """Yield what counts where neither cue nor ending shows the act."""
    yield f"open, predicate={predicate.kind}, tense={predicate.tense}"
    yield f"open, marker={cue.marker if cue else 'none'}"


def _kind(token: Token) -> str:
    kind = _kind_of_tag(token)
    if kind != _OTHER or not is_nominal(token):
        return kind
    return "name" if is_name(token) else "noun"


@kept_by_tag
def _kind_of_tag(token: Token) -> str:
    return next((kind for kind, is_kind in _KINDS if is_kind(token)), _OTHER)


def _subject(doc: Doc, sentence: ContentSentence) -> str:
    """Return the particle of the predicate's subject (は, が, も), none where the sentence has no subject."""
    subjects = (
        token
        for token in doc[sentence.start : sentence.end]
        if token.dep_.startswith("nsubj") and token.head.i == sentence.predicate
    )
    subject = next(subjects, None)
    if subject is None:
        return "none"
    return next((token.text for token in subject.rights if is_particle(token)), "bare")


def _of_words(doc: Doc, words: list[Token], near: int, lexicon: ActLexicon) -> Iterator[str]:
    """Yield the groups of words that occur, those from the token ``near`` on apart, and the kinds of words that do."""
    found = list(_listed(doc, words[0].i, words[-1].i + 1, lexicon))
    yield from (f"word={name}" for _, name in found)
    yield from (f"last-word={name}" for index, name in found if index >= near)
    judging = sum(name in JUDGING for _, name in found)
    yield from (f"judging>={number}" for number in range(1, _MOST_JUDGING + 1) if judging >= number)
    kinds = {_kind(token) for token in words}
    yield from (f"has={kind}" for kind in _ANYWHERE if kind in kinds)


def _listed(doc: Doc, start: int, end: int, lexicon: ActLexicon) -> Iterator[tuple[int, str]]:
    """Yield token and group of each word of the lexicon between the tokens ``start`` and ``end``."""
    lemmas = lemmas_of(doc)
    for index in range(start, end):
        word = ""
        for lemma in lemmas[index : min(index + LONGEST, end)]:
            word += lemma
            for name in lexicon.groups.get(word, ()):
                yield index, name


def _of_earlier(doc: Doc, sentences: list[ContentSentence], lexicon: ActLexicon) -> dict[str, float]:
    endings = (find_ending(doc, sentence, lexicon) for sentence in sentences)
    found = {f"earlier-ending={ending.name}": _EARLIER for ending in endings if ending}
    return found | ({"several-sentences": 1.0} if sentences else {})


def _of_vectors(vocab: Vocab, words: list[Token]) -> dict[str, float]:
    """Return the mean vector of the words with a meaning, nothing where the pipeline knows none of them."""
    table = vocab.vectors
    keys = [token.orth for token in words if has_own_meaning(token)] if table.shape[0] else []
    rows = np.array(table.find(keys=keys), dtype=np.intp) if keys else np.zeros(0, dtype=np.intp)
    vectors = table.data[rows[rows >= 0]]
    norms = np.sqrt((vectors * vectors).sum(axis=1), dtype=np.float64)  # of single words, spaCy is slow at them
    known = norms > 0
    if not known.any():
        return {}
    mean = np.mean(vectors[known] / norms[known, np.newaxis].astype(np.float32), axis=0) * _VECTOR
    rounded = mean.astype(np.float64).round(_VECTOR_PLACES)  # exactly: a thousandfold of float32 is whole in float64
    return dict(zip(_vector_names(len(mean)), rounded.tolist(), strict=True))


@cache
def _vector_names(width: int) -> tuple[str, ...]:
    return tuple(f"vector-{place:03}" for place in range(width))
