"""A batch: every article of files and folders, an outcome for each.

An article that cannot be read or analysed is a ``Failure`` with its reason, and the batch goes on. Articles go through
this process or through several workers; records can be kept in a file, so that a batch that was stopped goes on.
"""

from extractor.batch.folder import extract_folder
from extractor.batch.one_process import Analyser, extract_each
from extractor.batch.outcomes import Failure, Outcome

__all__ = ["Analyser", "Failure", "Outcome", "extract_each", "extract_folder"]
