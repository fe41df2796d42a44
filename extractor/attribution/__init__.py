"""Who said what, on tokens: markers and clauses of cues, quotations, subjects, acts, confidence.

Below the components, which write what is found here as layers.
"""
