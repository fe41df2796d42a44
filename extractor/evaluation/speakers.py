"""Whether a predicted statement has the right speakers."""

from extractor.evaluation.document import GoldDocument, GoldSource
from extractor.evaluation.predictions import PredictedEntity, PredictedSpeaker, PredictedStatement, Prediction
from extractor.evaluation.spans import overlaps

ENOUGH = 0.5  # least share of the larger set of speakers that must be paired


class SpeakerJudge:
    """Compares speakers of one document: by place in the text, by entity, by name, or by unnamed noun."""

    def __init__(self, gold: GoldDocument, prediction: Prediction) -> None:
        """Keep the entities of both sides."""
        self._gold_entities = {entity.key: entity for entity in gold.entities}
        self._entities = {entity.id: entity for entity in prediction.entities}
        self._text = prediction.text

    def right(self, statement: PredictedStatement, sources: tuple[GoldSource, ...]) -> bool:
        """Whether at least half of the larger set of speakers is paired; never where both are empty."""
        left, paired = list(sources), 0
        for speaker in statement.speakers:
            for source in left:
                if self._same(speaker, source):
                    left.remove(source)
                    paired += 1
                    break
        size = max(len(sources), len(statement.speakers))
        return size > 0 and paired / size >= ENOUGH

    def _same(self, speaker: PredictedSpeaker, source: GoldSource) -> bool:
        if speaker.span and source.mention and overlaps(speaker.span, source.mention):
            return True
        keys = [key for key in (source.key, *source.alt) if key]
        nouns = [noun for noun in (source.generic, *source.alt) if noun]
        return any(self._is_entity(speaker, key) for key in keys) or _is_noun(speaker.text or "", nouns)

    def _is_entity(self, speaker: PredictedSpeaker, key: str) -> bool:
        entity = self._entities.get(speaker.entity or "")
        if entity and self._shares_mention(entity, key):
            return True
        names = self._names(key)
        return (speaker.text or "") in names or bool(entity and names & {entity.name, *entity.aliases})

    def _shares_mention(self, entity: PredictedEntity, key: str) -> bool:
        gold = self._gold_entities.get(key)
        spans = gold.mentions if gold else ()
        return any(overlaps(mention.span, span) for mention in entity.mentions for span in spans)

    def _names(self, key: str) -> set[str]:
        """Return the key and every form in which the text names it; the key alone where it is no entity."""
        gold = self._gold_entities.get(key)
        return {key} | ({self._text[start:end] for start, end in gold.mentions} if gold else set())


def _is_noun(text: str, nouns: list[str]) -> bool:
    """Whether one of ``nouns`` is part of ``text`` (関係者 of 政府関係者), or the reverse but for one character."""
    return bool(text) and any(noun in text or (len(text) > 1 and text in noun) for noun in nouns)
