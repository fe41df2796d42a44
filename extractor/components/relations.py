"""The component ``extractor_relations``: the parser's relations by their plain names."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

#: GiNZA's parser says with the relation whether the word is the head of its bunsetsu: nsubj_bunsetu.
_HEAD_OF_BUNSETSU = "_bunsetu"


class Relations:
    """Names each relation as Universal Dependencies does, as GiNZA's own ``bunsetu_recognizer`` would.

    That one also finds bunsetsu and clauses, which nothing of ours reads, and takes forty times as long.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Rewrite ``token.dep``; nsubj_bunsetu → nsubj."""
        strings = doc.vocab.strings
        numbers, place = np.unique(doc.to_array("DEP"), return_inverse=True)
        names = [strings[int(number)] for number in numbers]
        plain = np.array([strings.add(name.removesuffix(_HEAD_OF_BUNSETSU)) for name in names], dtype=np.uint64)
        return doc.from_array(["DEP"], plain[place])  # type: ignore[arg-type]  # spaCy names thinc's type, not NumPy's


@Language.factory("extractor_relations", requires=["token.dep"], assigns=["token.dep"])
def make_relations(nlp: Language, name: str) -> Relations:
    """Make the component."""
    return Relations()
