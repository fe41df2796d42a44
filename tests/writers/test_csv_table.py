"""CSV that a spreadsheet opens."""

import csv
import io

import pytest

from extractor.tables.statements import STATEMENTS
from extractor.writers.csv_table import write_csv


def rows_of(*records):
    stream = io.BytesIO()
    assert write_csv(records, stream) == len(records)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))


def test_bytes_are_what_excel_needs(record):
    stream = io.BytesIO()
    write_csv([record], stream)
    raw = stream.getvalue()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 2
    assert not stream.closed


def test_a_statement_is_a_row_with_every_column(record):
    (row,) = rows_of(record)
    assert list(row) == [column.name for column in STATEMENTS.columns]
    wanted = {
        "path": "a.txt",
        "speaker": "ルビオ米国務長官",
        "speaker_name": "ルビオ",
        "cue": "語った",
        "content": "会談で議論の一部になるだろう",
        "form": "direct",
        "act": "predict",
        "start": "10",
        "end": "24",
        "confidence": "0.9",
        "title": "",
    }
    assert {name: row[name] for name in wanted} == wanted


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_a_cell_that_would_run_as_a_formula_is_words(make_record, sign):
    (row,) = rows_of(make_record(content=f'{sign}HYPERLINK("x")'))
    assert row["content"] == f'\'{sign}HYPERLINK("x")'


def test_commas_quotes_and_line_breaks_stay_in_their_cell(make_record):
    content = 'い、"ろ",は\nに'
    (row,) = rows_of(make_record(content=content))
    assert row["content"] == content


def test_an_article_without_statements_has_no_row(record):
    assert rows_of(record.model_copy(update={"statements": ()})) == []
