"""Features by number."""

from extractor.naming.name_vocabulary import Vocabulary

KNOWN = Vocabulary(["w0=山", "w1=山|川", "form=山=川"])


def test_numbers_of_features() -> None:
    assert [KNOWN.number(feature) for feature in ("w0=山", "form=山=川", "w0=川")] == [0, 2, KNOWN.unknown]


def test_values_of_a_template() -> None:
    assert KNOWN.values("w1") == [("山|川", 1)]
    assert KNOWN.values("form") == [("山=川", 2)]
    assert not KNOWN.values("w7")
