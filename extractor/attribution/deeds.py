"""What somebody does around a saying: 取材に応じ、 会見を開いて、 声明を出し、."""

from spacy.tokens import Doc, Token

from extractor.bunsetsu import Phrase, head_words
from extractor.lexicon.function_words import load_function_words
from extractor.lexicon.grammar import Grammar
from extractor.syntax import is_conjunctive_particle, is_continuative

_WORD = load_function_words()
_OBJECTS = ("obj", "obl")


def is_deed(doc: Doc, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether ``phrase`` ends a clause that tells what the speaker did: 取材に応じ、 会見を開いて、 問われると、."""
    words = head_words(doc, phrase)
    if not words:
        return False
    passive = any(token.lemma_ in grammar.passives for token in words)
    asked = words[0].lemma_ in grammar.asking and passive
    before = doc[max(phrase.start - 2, 0) : phrase.start]  # …が公表されたの|を|受け、
    heard = before.text.endswith(_WORD.accusative) and before[0].text in grammar.clause_nouns
    heard = heard and words[0].lemma_ in grammar.receiving
    deed = words[0].lemma_.endswith(tuple(grammar.deeds)) or puts_out(words[0], grammar)
    own = deed and not passive  # not 時間が示され、
    if not (asked or heard or own):
        return False
    return is_continuative(words[-1]) or is_conjunctive_particle(words[-1])


def puts_out(verb: Token, grammar: Grammar) -> bool:
    """Whether the object of ``verb`` is what something is said or written in: 声明を|出し、 質問に|答え、."""
    if verb.lemma_ in grammar.put_out:
        return True  # 学会で|講演し、
    return any(child.dep_ in _OBJECTS and child.text.endswith(tuple(grammar.put_out)) for child in verb.children)
