"""The text of a ``Doc``, which ``doc.text`` joins from all its tokens anew each time that it is asked."""

from spacy.tokens import Doc

_KEY = "extractor_text"


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, joined once and then kept with the Doc."""
    text = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return str(text)
