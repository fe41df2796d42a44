"""Train the recogniser of names: ``python -m extractor.training.recogniser DATA``.

DATA has ``ner/`` with the three public data sets, and ``eval/train`` and ``eval/dev`` with annotated news; sentences of
our own, from which the layered network alone learns, stand in ``corpus/sentences``. Writes the weights, the clusters
and the passport. The same data, lexicon and program give the same bytes.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
import spacy
from sklearn.cluster import MiniBatchKMeans
from spacy.language import Language

from extractor import __version__
from extractor.errors import ExtractorError
from extractor.lexicon.countries import load_countries
from extractor.naming.doc_words import DocWords
from extractor.naming.name_dictionary import load_dictionary
from extractor.naming.name_features import FEATURE_SET, TEMPLATES
from extractor.naming.name_field import Field
from extractor.naming.name_marks import Marker
from extractor.naming.name_network import Network
from extractor.naming.name_words import NameWords
from extractor.naming.recogniser import (
    CLUSTERS,
    FIELD,
    LAYERS,
    NETWORK,
    NEWS,
    PART,
    Evidence,
    Recogniser,
    VectorClusters,
)
from extractor.tokenizer import ArticleTokenizer
from extractor.trained import Passport, TrainingData, digest, release_of
from extractor.training.layered_network import train_layered
from extractor.training.name_augmentation import Augmenter, persons_of
from extractor.training.name_data import NameDocument, NameReader, documents_digest, load_labels
from extractor.training.name_field import fit, mean
from extractor.training.name_labelled import Labelled
from extractor.training.name_network import train_networks
from extractor.training.name_scores import score
from extractor.training.name_settings import Settings
from extractor.training.parts import npy, own_folder, write_files

MADE_FOR = ("spacy", "ginza", "ja-ginza", "sudachidict-core")
MADE_WITH = ("python-crfsuite", "scikit-learn", "sudachipy")
#: How the layered network alone is made anew; ``make train`` makes everything.
_COMMAND_OF_LAYERED = "python -m extractor.training.recogniser DATA --tests --keep"
SIZES = (64, 256, 1024)  # clusters of the word vectors, the coarsest first
LICENCES = {
    NEWS: "articles: WMT news test sets 2021, 2022, 2024, for research; annotation: the authors",
    "stockmark": "Wikipedia-based Japanese NER dataset 2.0, Stockmark, CC BY-SA 3.0",
    "gsd": "UD Japanese GSD r2.8-NE, Megagon Labs, CC BY-SA 4.0",
    "wikipedia": "Wikipedia Annotated Corpus, Kyoto University, CC BY-SA 4.0",
    "encyclopedia": "corpus/sentences: the authors",
    "newspaper": "corpus/sentences: the authors",
}
#: Our own sentences by file, and whose notion of an organisation they have.
SENTENCES = {"encyclopedia": "stockmark", "newspaper": NEWS}


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the part; return 0, or 2 where something cannot be read or written."""
    options = _parser().parse_args(arguments)
    settings = Settings(
        sources=tuple(options.sources.split(",")),
        iterations=options.iterations,
        share=options.share,
        without=frozenset(filter(None, options.without.split(","))),
        augment=not options.plain,
        guessed=tuple(filter(None, options.guessed.split(","))),
        keep=options.keep,
    )
    try:
        passport = train(options.data, options.sentences, settings, out=options.out, tests=options.tests)
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
    parser.add_argument(
        "--sentences", type=Path, default=Path("corpus/sentences"), help="folder of marked sentences of our own"
    )
    parser.add_argument("--out", type=Path, help="folder to write to; the program's own where it is not given")
    parser.add_argument("--sources", default=",".join(usual.sources), help="data sets, separated by commas")
    parser.add_argument(
        "--guessed", default=",".join(usual.guessed), help="data sets that only the network learns from"
    )
    parser.add_argument("--iterations", type=int, default=usual.iterations)
    parser.add_argument("--share", type=float, default=1.0, help="of the documents, for a learning curve")
    parser.add_argument("--without", default="", help=f"groups of features left out: forms, {', '.join(TEMPLATES)}")
    parser.add_argument("--plain", action="store_true", help="leave texts as they are: no titles, no other names")
    parser.add_argument(
        "--keep",
        action="store_true",
        help="keep field and network as they are in --out; learn the layered network alone",
    )
    parser.add_argument("--tests", action="store_true", help="score the test parts too")
    return parser


def train(data: Path, sentences: Path, settings: Settings, *, out: Path | None = None, tests: bool = False) -> Passport:
    """Train on the folders ``data`` and ``sentences``, write the part to ``out``, and return its passport.

    Raises GoldError where data cannot be read, ModelError where ``out`` is no folder to write to.
    """
    folder = out or own_folder(PART)
    nlp = _bare_pipeline()
    reader = NameReader(load_labels(), load_countries())
    vectors = nlp.vocab.vectors.data
    table = cluster(vectors)
    evidence = Evidence(VectorClusters(table), Marker.load(), load_dictionary())
    learned = {notion: settings.cut(_part(reader, data, notion, "train")) for notion in settings.sources}
    more = {notion: settings.cut(_part(reader, data, notion, "train")) for notion in settings.guessed}
    own = {name: settings.cut(_own(reader, sentences, name)) for name in SENTENCES}
    documents = labelled(nlp, evidence, _rewritten(learned, evidence.marker, settings))
    others, ours = (
        labelled(nlp, evidence, [document for part in parts.values() for document in part]) for parts in (more, own)
    )
    layered = train_layered(vectors, [*documents, *ours, *others], settings.layered)
    if settings.keep:
        network = Network.from_bytes((folder / NETWORK).read_bytes())
        field = Field.from_bytes((folder / FIELD).read_bytes())
    else:
        network, guesses = train_networks(vectors, documents, others, settings)
        fields = [fit(zip(documents, guesses, strict=True), settings)]
        for turn in range(1, settings.fields):
            rewritten = labelled(nlp, evidence, _rewritten(learned, evidence.marker, settings, turn))
            _, guesses = train_networks(vectors, rewritten, others, settings, turn)
            fields.append(fit(zip(rewritten, guesses, strict=True), settings))
        field = mean(fields)
    recogniser = Recogniser(field, network, layered, evidence, settings.without)
    scored = [(NEWS, "dev"), *((notion, part) for notion in ("stockmark",) for part in ("dev", *("test",) * tests))]
    scores = {f"{notion} {part}": score(recogniser, nlp, _part(reader, data, notion, part)) for notion, part in scored}
    files = {
        FIELD: field.to_bytes(),
        CLUSTERS: npy(table),
        NETWORK: network.to_bytes(),
        LAYERS: layered.to_bytes(),
    }
    passport = Passport(
        part=PART,
        version=__version__,
        feature_set=FEATURE_SET,
        reads=("words", "tags", "vectors", "lexicon", "dictionary"),
        writes="mentions",
        made_for={package: release_of(package) for package in MADE_FOR},
        made_with={package: version(package) for package in MADE_WITH},
        command=_COMMAND_OF_LAYERED if settings.keep else "make train",
        data=tuple(_data(notion, documents) for notion, documents in (learned | more | own).items()),
        settings=settings.as_json(),
        scores=scores,
        files={name: digest(content) for name, content in files.items()},
    )
    write_files(folder, files, passport)
    return passport


def _rewritten(
    kept: Mapping[str, Sequence[NameDocument]], marker: Marker, settings: Settings, turn: int = 0
) -> list[NameDocument]:
    """Return all documents; those that are no news augmented, if the settings say so, otherwise in each ``turn``."""
    augmenter = Augmenter(marker.titles, persons_of([d for documents in kept.values() for d in documents]), turn)
    return [
        augmenter.rewrite(document) if settings.augment and notion != NEWS else document
        for notion, documents in kept.items()
        for document in documents
    ]


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


def _own(reader: NameReader, sentences: Path, name: str) -> list[NameDocument]:
    return list(reader.marked(sentences / f"{name}.txt", SENTENCES[name]))


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


def labelled(nlp: Language, evidence: Evidence, documents: Sequence[NameDocument]) -> list[Labelled]:
    """Return the words of ``documents`` with their labels."""
    found = []
    for document in documents:
        names = evidence.words(DocWords.of(nlp.make_doc(document.text)))
        found.append(Labelled(names, document.notion, list(word_labels(names, document))))
    return found


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


def _data(notion: str, documents: Sequence[NameDocument]) -> TrainingData:
    return TrainingData(
        name=notion,
        documents=len(documents),
        names=sum(len(document.names) for document in documents),
        sha256=documents_digest(documents),
        licence=LICENCES[notion],
    )


if __name__ == "__main__":
    sys.exit(main())
