"""Every error this package raises on purpose.

ExtractorError
├── ArticleError      an article cannot be read, or has no body
├── GoldError         a gold annotation does not fit its article, or a file to score is malformed
├── LexiconError      a data file of the lexicon is malformed
├── BatchError        a batch cannot keep its records: the file is in use, full, or none of ours
├── OutputError       records cannot be written as asked: no such format, a table where there is none
├── QueryError        a query asks what cannot be asked, or its files hold no records
├── AssemblyError     an internal error: a span that does not fit its article, an id that names nothing
└── PipelineError     the pipeline lacks a part, or its parts are out of order
    └── ModelError    a trained part is missing or was made for another version
"""


class ExtractorError(Exception):
    """Base of all errors raised on purpose by this package."""


class ArticleError(ExtractorError):
    """An article cannot be read, or has no body. The message is one line: file, what is wrong, what to do."""


class GoldError(ExtractorError):
    """A gold annotation does not fit its article, or a file to score is malformed."""


class LexiconError(ExtractorError):
    """A data file of the lexicon is malformed; the message names file, entry and reason."""


class BatchError(ExtractorError):
    """A batch cannot keep its records. The message is one line: file, what is wrong, what to do."""


class OutputError(ExtractorError):
    """Records cannot be written as asked. The message is one line: file, what is wrong, what to do."""


class QueryError(ExtractorError):
    """A query asks what cannot be asked, or its files hold no records. The message is one line."""


class AssemblyError(ExtractorError):
    """An internal error: a span that does not fit its article, or an id that names nothing."""


class PipelineError(ExtractorError):
    """The pipeline lacks a part, or its parts are out of order."""


class ModelError(PipelineError):
    """A trained part is missing or was made for another version."""
