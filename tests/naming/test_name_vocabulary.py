"""Features by number."""

from extractor.naming.name_vocabulary import Vocabulary

KNOWN = Vocabulary(["w0=山", "w1=山|川", "form=山=川"])


def test_numbers_of_features() -> None:
    assert [KNOWN.number(feature) for feature in ("w0=山", "form=山=川", "w0=川")] == [0, 2, KNOWN.unknown]


def test_numbers_of_values() -> None:
    assert KNOWN.numbers("w0", ["川", "山"], 1) == [3, 0]
    assert KNOWN.numbers("w1", [("山", "川"), ("川", "山")], 2) == [1, 3]
    assert KNOWN.numbers("w7", ["山"], 1) == [3]
