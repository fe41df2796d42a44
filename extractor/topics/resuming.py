"""What an article is about, taken up again by the name of what its beginning tells of: 覚書, 合意, 条約.

日韓は半導体の供給網で覚書を交わした。…首相は覚書を「前進だ」と評した: of semiconductors
"""

from collections.abc import Container, Iterable, Mapping, Sequence

from spacy.tokens import Doc

from extractor.doc_sentences import sentence_end, sentence_start
from extractor.layers import TopicFound
from extractor.syntax import is_noun, token_range
from extractor.topics.themes import opening_end

#: Places of topics by the nouns that stand in their sentences.
Named = Mapping[str, Sequence[TopicFound]]


def named_in_opening(
    doc: Doc, topics: Iterable[TopicFound], themes: Container[str], nouns: Container[str]
) -> Named:
    """Return which of ``topics`` the opening of ``doc`` shows in one sentence with one of ``nouns``.

    themes: the topics that count, those that the article as a whole is about.
    """
    named: dict[str, list[TopicFound]] = {}
    end = opening_end(doc)
    for topic in topics:
        if topic.start >= end or topic.topic not in themes:
            continue
        first, after = token_range(doc, topic.start, topic.end)
        for token in doc[sentence_start(doc, first) : sentence_end(doc, after - 1)]:
            if token.text in nouns and is_noun(token):
                named.setdefault(token.text, []).append(topic)
    return named


def resumed(doc: Doc, named: Named, first: int, after: int) -> list[TopicFound]:
    """Return the places that bare nouns among the tokens ``first`` to ``after`` take up: 覚書|は, not 融資|覚書."""
    return [
        topic
        for token in doc[first:after]
        if token.text in named and not (token.i > 0 and is_noun(doc[token.i - 1])) and not _is_told(doc, token.i)
        for topic in named[token.text]
    ]


def _is_told(doc: Doc, place: int) -> bool:
    """Whether words before the noun tell which one it is: 港の|合意."""
    return any(child.i < place and child.dep_ in ("nmod", "acl", "compound") for child in doc[place].children)
