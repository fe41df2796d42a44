"""How a word stands to the word that it depends on, by its particles: 増税|に, 増税|は, 増税|によって."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from extractor.lexicon.grammar import load_grammar
from extractor.lexicon.stances import Role
from extractor.syntax import is_closing, is_nominal, is_opening

_CASE = ("case", "fixed")
_PASSIVE = load_grammar().passives


def role_of(token: Token, roles: Mapping[str, Role]) -> Role:
    """Return how ``token`` stands to its head; BARE where it has no particle, as a clause has none.

    Of several particles the last that are known count: 増税|だけで, 増税|については.
    """
    particles = list(_particles(token))
    while particles:
        for first in range(len(particles)):
            role = roles.get("".join(particles[first:]))
            if role is Role.THEME and first > 0:  # 増税|に|は: に tells
                break
            if role is not None:
                return role
        particles.pop()
    return Role.BARE


def is_passive(doc: Doc, after: int) -> bool:
    """Whether れる or られる stands among the three words from the token ``after``: 解除|される, 引き上げ|られる."""
    return any(token.lemma_ in _PASSIVE for token in doc[after : after + 3])


def _particles(token: Token) -> Iterator[str]:
    for following in token.doc[token.i + 1 : token.i + 8]:
        if following.dep_ in _CASE and _belongs(following, token):
            yield following.text
        elif not (is_closing(following) or is_opening(following) or _continues(following, token)):
            return


def _belongs(following: Token, token: Token) -> bool:
    return token.i in (following.head.i, following.head.head.i)


def _continues(following: Token, token: Token) -> bool:
    """Whether ``following`` is the rest of the same compound, as a bracket may have it cut."""
    return following.head.i == token.i and is_nominal(following)
