"""GiNZA's tok2vec and parser on NumPy's own BLAS, where they are exactly those that are known here."""
