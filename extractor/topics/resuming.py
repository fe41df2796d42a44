"""What an article is about, taken up again by the name of what its beginning tells of: 覚書, 合意, 条約.

日韓は半導体の供給網で覚書を交わした。…首相は覚書を「前進だ」と評した: of semiconductors
"""

from collections.abc import Container, Iterable

from spacy.tokens import Doc, Token

from extractor.doc_sentences import sentence_end, sentence_start
from extractor.layers import TopicFound
from extractor.lexicon.grammar import Grammar
from extractor.syntax import is_noun, token_range
from extractor.topics.themes import opening_end

_TELLING = ("nmod", "acl", "compound")


class Resuming:
    """The places of topics that the opening of an article shows in one sentence with a noun that can take them up."""

    def __init__(self, doc: Doc, topics: Iterable[TopicFound], themes: Container[str], grammar: Grammar) -> None:
        """topics: of ``doc``. themes: those that count, which the article as a whole is about."""
        self._doc = doc
        self._grammar = grammar
        self._named: dict[str, list[TopicFound]] = {}
        end = opening_end(doc)
        for topic in topics:
            if topic.start >= end or topic.topic not in themes:
                continue
            first, after = token_range(doc, topic.start, topic.end)
            for token in doc[sentence_start(doc, first) : sentence_end(doc, after - 1)]:
                noun = self._noun(token)
                if noun:
                    self._named.setdefault(noun, []).append(topic)

    def taken_up(self, first: int, after: int) -> list[TopicFound]:
        """Return the places that bare nouns among the tokens ``first`` to ``after`` take up: 覚書|は, not 融資|覚書."""
        return [
            topic
            for token in self._doc[first:after]
            if self._named and self._is_bare(token)
            for topic in self._named.get(self._noun(token), ())
        ]

    def _noun(self, token: Token) -> str:
        """Return the noun by which ``token`` takes something up, "" where it does not."""
        return token.text if token.text in self._grammar.resuming and is_noun(token) else ""

    def _is_bare(self, token: Token) -> bool:
        """Whether nothing before ``token`` tells which one it is, as in 港の|合意 and 融資|合意."""
        if token.i > 0 and is_noun(self._doc[token.i - 1]):
            return False
        return not any(child.i < token.i and child.dep_ in _TELLING for child in token.children)
