"""Across articles: who is the same person, country or body, and which statements are the same words.

Works on records alone; no model is needed. ``merge`` is the whole; ``registry`` holds the records that come out.
"""

from extractor.merging.merge import merge_records
from extractor.merging.registry import Copies, Registry, RegistryEntry

__all__ = ["Copies", "Registry", "RegistryEntry", "merge_records"]
