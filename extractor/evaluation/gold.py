"""Reading gold annotation: resolved documents, from TOML beside its articles or from JSON Lines."""

from pathlib import Path

from pydantic import ValidationError

from extractor.errors import GoldError
from extractor.evaluation.annotation import GoldFile, first_reason, load_gold
from extractor.evaluation.document import GoldDocument, GoldEntity, GoldSource, GoldStatement
from extractor.evaluation.resolution import resolve
from extractor.evaluation.spans import Span
from extractor.readers import read_article

__all__ = [
    "GoldDocument",
    "GoldEntity",
    "GoldFile",
    "GoldSource",
    "GoldStatement",
    "Span",
    "load_gold",
    "read_gold",
    "resolve",
]


def read_gold(path: Path) -> list[GoldDocument]:
    """Return the gold documents of ``path``, in the order of the file or of the file names.

    path: a resolved ``.jsonl``; or an annotation ``.toml`` or a folder of them, with the articles in the
    folder ``articles`` beside theirs.
    Raises GoldError where annotation is malformed or does not fit its article, ArticleError where an
    article cannot be read.
    """
    if path.is_dir():
        files = sorted(path.glob("*.toml"))
        if not files:
            raise GoldError(f"{path}: no .toml file in it; name a folder of annotations")
        documents = [_read_toml(file) for file in files]
    elif path.suffix == ".toml":
        documents = [_read_toml(path)]
    else:
        documents = _read_jsonl(path)
    names = [document.doc for document in documents]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise GoldError(f"{path}: the document {twice[0]} is there twice; remove one")
    return documents


def _read_toml(path: Path) -> GoldDocument:
    gold_file = load_gold(path)
    article = path.parent.parent / "articles" / gold_file.article
    if not article.is_file():
        raise GoldError(f"{path}: its article {article} is missing; put it there, or mend article")
    return resolve(gold_file, read_article(article).text)


def _read_jsonl(path: Path) -> list[GoldDocument]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); name a gold file or folder") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at byte {error.start}; name a gold .jsonl file") from error
    documents = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            documents.append(_parse_line(line, f"{path}: line {number}"))
    if not documents:
        raise GoldError(f"{path}: no document in it; name a gold file with one document a line")
    return documents


def _parse_line(line: str, place: str) -> GoldDocument:
    try:
        return GoldDocument.model_validate_json(line)
    except ValidationError as error:
        raise GoldError(f"{place}: {first_reason(error)}") from error
