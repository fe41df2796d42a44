"""Train the recogniser of names: ``python -m extractor.training.recogniser DATA``.

DATA has ``ner/`` with the three public data sets, and ``eval/train`` and ``eval/dev`` with annotated news. Writes the
weights, the clusters and the passport. The same data, lexicon and program give the same bytes.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite
import spacy
from sklearn.cluster import MiniBatchKMeans
from spacy.language import Language

from extractor import __version__
from extractor.errors import ExtractorError, ModelError
from extractor.lexicon.countries import load_countries
from extractor.naming.name_features import FEATURE_SET, TEMPLATES, NameWords, features
from extractor.naming.name_marks import Marker
from extractor.naming.recogniser import CLUSTERS, FIELD, NEWS, PART, Recogniser, VectorClusters, digest
from extractor.tokenizer import ArticleTokenizer
from extractor.trained import PASSPORT, Passport, TrainingData, models_folder, release_of
from extractor.training.name_augmentation import Augmenter, persons_of
from extractor.training.name_data import NameDocument, NameReader, documents_digest, load_labels
from extractor.training.name_scores import score
from extractor.training.name_settings import Settings

MADE_FOR = ("spacy", "ginza", "ja-ginza", "sudachidict-core")
MADE_WITH = ("python-crfsuite", "scikit-learn", "sudachipy")
SIZES = (64, 256, 1024)  # clusters of the word vectors, the coarsest first
LICENCES = {
    NEWS: "articles: WMT news test sets 2021, 2022, 2024, for research; annotation: the authors",
    "stockmark": "Wikipedia-based Japanese NER dataset 2.0, Stockmark, CC BY-SA 3.0",
    "gsd": "UD Japanese GSD r2.8-NE, Megagon Labs, CC BY-SA 4.0",
    "wikipedia": "Wikipedia Annotated Corpus, Kyoto University, CC BY-SA 4.0",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the part; return 0, or 2 where something cannot be read or written."""
    options = _parser().parse_args(arguments)
    settings = Settings(
        sources=tuple(options.sources.split(",")),
        iterations=options.iterations,
        share=options.share,
        without=frozenset(filter(None, options.without.split(","))),
        augment=not options.plain,
    )
    try:
        passport = train(options.data, settings, out=options.out, tests=options.tests)
    except (ExtractorError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(passport.scores, ensure_ascii=False) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    usual = Settings()
    parser = argparse.ArgumentParser(
        prog="python -m extractor.training.recogniser",
        description="Train the recogniser of names on DATA/ner and DATA/eval/train; score it on the dev parts.",
    )
    parser.add_argument("data", type=Path, help="folder with ner/ and eval/")
    parser.add_argument("--out", type=Path, help="folder to write to; the program's own where it is not given")
    parser.add_argument("--sources", default=",".join(usual.sources), help="data sets, separated by commas")
    parser.add_argument("--iterations", type=int, default=usual.iterations)
    parser.add_argument("--share", type=float, default=1.0, help="of the documents, for a learning curve")
    parser.add_argument("--without", default="", help=f"groups of features left out: forms, {', '.join(TEMPLATES)}")
    parser.add_argument("--plain", action="store_true", help="leave texts as they are: no titles, no other names")
    parser.add_argument("--tests", action="store_true", help="score the test parts too")
    return parser


def train(data: Path, settings: Settings, *, out: Path | None = None, tests: bool = False) -> Passport:
    """Train on the folder ``data``, write the part to ``out``, and return its passport.

    Raises GoldError where data cannot be read, ModelError where ``out`` is no folder to write to.
    """
    folder = out or _own_folder()
    nlp = _bare_pipeline()
    reader = NameReader(load_labels(), load_countries())
    table = cluster(nlp.vocab.vectors.data)
    clusters, marker = VectorClusters(table), Marker.load()
    learned = {notion: _part(reader, data, notion, "train") for notion in settings.sources}
    kept = {notion: settings.cut(documents) for notion, documents in learned.items()}
    field = fit(nlp, clusters, marker, _rewritten(kept, marker, settings), settings)
    recogniser = Recogniser(field, clusters, marker, settings.without)
    scored = [(NEWS, "dev"), *((notion, part) for notion in ("stockmark",) for part in ("dev", *("test",) * tests))]
    scores = {f"{notion} {part}": score(recogniser, nlp, _part(reader, data, notion, part)) for notion, part in scored}
    files = {FIELD: field, CLUSTERS: _npy(table)}
    passport = Passport(
        part=PART,
        version=__version__,
        feature_set=FEATURE_SET,
        reads=("words", "tags", "vectors", "lexicon"),
        writes="mentions",
        made_for={package: release_of(package) for package in MADE_FOR},
        made_with={package: version(package) for package in MADE_WITH},
        command="make train",
        data=tuple(_data(notion, documents) for notion, documents in kept.items()),
        settings=settings.as_json(),
        scores=scores,
        files={name: digest(content) for name, content in files.items()},
    )
    _write(folder, files, passport)
    return passport


def _rewritten(kept: Mapping[str, Sequence[NameDocument]], marker: Marker, settings: Settings) -> list[NameDocument]:
    """Return all documents; those that are no news augmented, if the settings say so."""
    augmenter = Augmenter(marker.titles, persons_of([d for documents in kept.values() for d in documents]))
    return [
        augmenter.rewrite(document) if settings.augment and notion != NEWS else document
        for notion, documents in kept.items()
        for document in documents
    ]


def _own_folder() -> Path:
    folder = models_folder()
    if not isinstance(folder, Path):
        raise ModelError(f"{folder}: cannot be written to; name a folder with --out")
    return folder / PART


def _bare_pipeline() -> Language:
    """Return ja_ginza without its components: our words and its vectors are all that is used."""
    nlp = spacy.load(
        "ja_ginza", exclude=["tok2vec", "parser", "ner", "morphologizer", "compound_splitter", "bunsetu_recognizer"]
    )
    nlp.tokenizer = ArticleTokenizer(nlp.vocab, "C")
    return nlp


def _part(reader: NameReader, data: Path, notion: str, part: str) -> list[NameDocument]:
    if notion == NEWS:
        return list(reader.news(data / "eval" / part))
    return list(reader.sentences(data / "ner" / f"{notion}-{part}.jsonl", notion))


def cluster(
    vectors: "np.ndarray[tuple[int, int], np.dtype[np.float32]]",
) -> "np.ndarray[tuple[int, int], np.dtype[np.int16]]":
    """Return for each vector its cluster in each of ``SIZES``; vectors are compared by their direction."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    directions = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    columns = [
        MiniBatchKMeans(size, random_state=0, batch_size=4096, n_init=1, max_iter=30).fit(directions).labels_
        for size in SIZES
    ]
    return np.stack(columns, axis=1).astype(np.int16)


def fit(
    nlp: Language, clusters: VectorClusters, marker: Marker, documents: Sequence[NameDocument], settings: Settings
) -> bytes:
    """Return the weights learned from ``documents``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for document in documents:
        doc = nlp.make_doc(document.text)
        names = NameWords.of(doc, clusters.of(doc), marker)
        items = pycrfsuite.ItemSequence(features(names, document.notion, settings.without))
        labels = list(word_labels(names, document))
        for _ in range(settings.news_weight if document.notion == NEWS else 1):
            trainer.append(items, labels)
    trainer.set_params(settings.crf_parameters())
    with TemporaryDirectory() as folder:
        path = Path(folder) / FIELD
        trainer.train(str(path))
        return path.read_bytes()


def word_labels(names: NameWords, document: NameDocument) -> Iterator[str]:
    """Yield B-, I- or O for each word; a name that does not begin and end with words is passed over."""
    starting = {name[0]: name for name in document.names if name[0] in set(names.starts) and name[1] in set(names.ends)}
    inside: tuple[int, str] = (0, "")
    for start, end in zip(names.starts, names.ends, strict=True):
        if start < inside[0]:
            yield f"I-{inside[1]}"
        elif start in starting:
            _, stop, label = starting[start]
            inside = (stop, label)
            yield f"B-{label}"
        else:
            yield "O"
        if end > inside[0]:
            inside = (0, "")


def _npy(table: "np.ndarray[tuple[int, int], np.dtype[np.int16]]") -> bytes:
    buffer = BytesIO()
    np.save(buffer, table, allow_pickle=False)
    return buffer.getvalue()


def _data(notion: str, documents: Sequence[NameDocument]) -> TrainingData:
    return TrainingData(
        name=notion,
        documents=len(documents),
        names=sum(len(document.names) for document in documents),
        sha256=documents_digest(documents),
        licence=LICENCES[notion],
    )


def _write(folder: Path, files: dict[str, bytes], passport: Passport) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    fields = passport.model_dump(mode="json")
    text = json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (folder / PASSPORT).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
