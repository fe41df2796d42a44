"""Writing records: JSON Lines, one JSON array, a folder of one JSON file an article, tables, Web Annotations.

A writer takes records one at a time and keeps none, so that a million articles never sit in memory. Streams are of
bytes: the text is UTF-8 whatever the locale says. The same records give the same bytes.
"""
