"""Trained parts of the pipeline, one folder each; packaged as ``extractor.models``."""
