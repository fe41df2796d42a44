"""The layer of quotations."""

from collections.abc import Callable

from spacy.tokens import Doc

from extractor.components.quotes import Quotes, find_quotes
from extractor.layers import Quote, read_layer


def test_nested_quotations_carry_their_depth() -> None:
    assert list(find_quotes("「父は『行け』と」と「雨")) == [
        Quote(0, 9, depth=0, closed=True),
        Quote(3, 7, depth=1, closed=True),
        Quote(10, 12, depth=0, closed=False),
    ]


def test_the_component_writes_what_is_found(ja_doc: Callable[..., Doc]) -> None:
    doc = Quotes()(ja_doc("「 行く 」 と 述べ た 。"))
    assert read_layer(doc, Quote) == (Quote(0, 4, depth=0, closed=True),)
