"""Examples to learn from: the statements found in gold articles, each with its features and whether it is right."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from extractor.assemble import Assembler
from extractor.attribution.confidence import features
from extractor.attribution.evidence import EvidenceFinder
from extractor.errors import GoldError
from extractor.evaluation import GoldDocument, read_gold
from extractor.evaluation.matching import match_statements
from extractor.evaluation.predictions import Prediction
from extractor.evaluation.speakers import SpeakerJudge
from extractor.folding import fold
from extractor.layers import SpeakerFound, StatementFound, read_layer
from extractor.readers import read_article
from extractor.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Example:
    """A statement that the program found. doc: its article. right: whether content and speakers are those of gold."""

    doc: str
    features: dict[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """Annotated articles: the annotation and the articles by name.

    Either ``gold.jsonl`` and ``texts/``, or ``gold/`` and ``articles/``.
    """

    documents: tuple[GoldDocument, ...]
    articles: dict[str, Path]

    @classmethod
    def read(cls, folder: Path) -> "GoldFolder":
        """Read the annotation. Raises GoldError where it is malformed, or an article of it is missing."""
        resolved = (folder / "gold.jsonl").is_file()
        if not resolved and not (folder / "gold").is_dir():
            raise GoldError(f"{folder}: neither gold.jsonl nor gold/ in it; name a folder of annotated articles")
        documents = read_gold(folder / ("gold.jsonl" if resolved else "gold"))
        texts = folder / ("texts" if resolved else "articles")
        articles = {path.stem: path for path in sorted(texts.glob("*"))}
        if missing := sorted(document.doc for document in documents if document.doc not in articles):
            raise GoldError(f"{texts}: the article {missing[0]} is missing; put it there, or take it out of the gold")
        return cls(tuple(documents), articles)


def read_examples(nlp: Language, gold: GoldFolder) -> Iterator[Example]:
    """Yield the examples of every article of ``gold``, in its order. nlp: our pipeline, weights or none."""
    for document in gold.documents:
        article = read_article(gold.articles[document.doc])
        folded = fold(article.text)
        doc = nlp(folded.text)
        outcomes = judge_record(document, Assembler(article, folded, doc).assemble())
        evidence, speakers = EvidenceFinder(doc), read_layer(doc, SpeakerFound)
        for found, right in zip(read_layer(doc, StatementFound), outcomes, strict=True):
            own = [speaker for speaker in speakers if speaker.content == found.content and not speaker.addressee]
            if right is not None:
                yield Example(document.doc, features(evidence.gather(found.content, own)), right)


def judge_record(gold: GoldDocument, record: ArticleRecord) -> list[bool | None]:
    """Return for each statement of ``record`` whether it is right, as the joint figure counts it.

    One that matches optional gold is right or wrong too. None where neither it nor its gold names a speaker:
    then there is nothing to be right about.
    """
    prediction = Prediction.model_validate(record.model_dump(mode="json"))
    matching, judge = match_statements(gold, prediction), SpeakerJudge(gold, prediction)
    outcomes: list[bool | None] = []
    for index, statement in enumerate(prediction.statements):
        pair = matching.of_predicted.get(index)
        sources = gold.statements[pair[0]].source if pair else ()
        nobody = pair is not None and not sources and not statement.speakers
        outcomes.append(None if nobody else pair is not None and judge.right(statement, sources))
    return outcomes
