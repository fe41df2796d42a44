"""How fast extraction is, measured beside stock GiNZA and beside the multiplications that it cannot do without."""
