"""SQL of one's own: all views, and nothing but reading."""

import tomllib
from pathlib import Path

import pytest

from extractor.errors import QueryError
from extractor.query import describe_views, select
from extractor.query.database import open_records, read_data
from tests.query.conftest import Write


def test_every_view_gives_its_documented_columns(write: Write) -> None:
    path = write(statement={"about": [{"start": 0, "end": 3, "text": "ルビオ", "entity": "e1"}]})
    for view, columns in tomllib.loads(read_data("columns.toml")).items():
        selected = select([path], f"SELECT * FROM {view}")
        assert selected.columns == tuple(columns)
        assert len(selected.rows) == 1


def test_no_column_is_undocumented() -> None:
    with open_records([]) as connection:
        found = connection.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal").fetchall()
    inner = {"records", "spoken"}
    assert {(each.view, each.column) for each in describe_views()} == {row for row in found if row[0] not in inner}


def test_views_join_by_article(write: Write) -> None:
    sql = "SELECT name, content FROM statements JOIN speakers USING (file, article, statement)"
    assert select([write()], sql).rows == [("ルビオ", "会談で議論の一部になるだろう")]


@pytest.mark.parametrize(
    "sql",
    [
        "SELEC 1",
        "SELECT nothing FROM statements",
        "SELECT 1; SELECT 2",
        "",
        "CREATE TABLE t (a INT)",
        "COPY (SELECT 1) TO 'r.jsonl'",
        "ATTACH 'x.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT * FROM read_text('other.txt')",
        "SELECT * FROM 'other.txt'",
        "SELECT * FROM glob('*')",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT CAST('x\ny' AS INT)",
    ],
)
def test_anything_else_is_one_line_and_changes_nothing(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.txt").write_text("secret", encoding="utf-8")
    before = write().read_bytes()
    with pytest.raises(QueryError, match=r"^SQL: [^\n]+\Z"):
        select(["r.jsonl"], sql)
    assert (tmp_path / "r.jsonl").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.txt", "r.jsonl"]
