"""Tables of records, for spreadsheets and databases: which rows there are, which columns, and what each means.

What a column is called, of which type it is and what it means is said once, here; headings, the schema of Parquet
files and the printed list of columns are made of it. Files are written by ``extractor.writers``.
"""
