"""Finding names: pure functions from words and lexicon to candidates, one kind of knowledge a module."""
