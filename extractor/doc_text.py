"""The text of a ``Doc`` and of its words, kept with it: spaCy makes each string anew whenever it is asked for one."""

from spacy.tokens import Doc

_KEY = "extractor_text"
_STARTS_KEY = "extractor_starts"
_WORDS_KEY, _LEMMAS_KEY, _NORMS_KEY = "extractor_words", "extractor_lemmas", "extractor_norms"


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, joined once and then kept with the Doc."""
    text = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return str(text)


def starts_of(doc: Doc) -> list[int]:
    """Return ``token.idx`` of each token of ``doc``."""
    found: list[int] | None = doc.user_data.get(_STARTS_KEY)
    if found is None:
        found = doc.user_data[_STARTS_KEY] = doc.to_array("IDX").tolist()
    return found


def words_of(doc: Doc) -> list[str]:
    """Return ``token.text`` of each token of ``doc``."""
    return _strings(doc, _WORDS_KEY, "ORTH")


def lemmas_of(doc: Doc) -> list[str]:
    """Return ``token.lemma_`` of each token of ``doc``."""
    return _strings(doc, _LEMMAS_KEY, "LEMMA")


def norms_of(doc: Doc) -> list[str]:
    """Return ``token.norm_`` of each token of ``doc``."""
    return _strings(doc, _NORMS_KEY, "NORM")


def _strings(doc: Doc, key: str, attribute: str) -> list[str]:
    found: list[str] | None = doc.user_data.get(key)
    if found is None:
        numbers, strings = doc.to_array(attribute).tolist(), doc.vocab.strings
        known = {number: strings[number] for number in set(numbers)}
        found = doc.user_data[key] = [known[number] for number in numbers]
    return found
