"""GiNZA's tok2vec on NumPy's own BLAS, for pipelines whose tok2vec is exactly the one that is known here."""
