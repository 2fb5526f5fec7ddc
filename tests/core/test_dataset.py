"""The open data: what its tables promise, that they hold together, and that every format carries what was written."""

import csv
import hashlib
import io
import json
import shutil
import sqlite3
import zipfile
from decimal import Decimal

import pytest

from casebook.dataset import TABLES, VERSION
from casebook.dataset.archive import package_files
from casebook.dataset.database import database
from casebook.dataset.pages import CASES
from casebook.dataset.records import record_files
from casebook.dataset.tables import Value
from casebook.dataset.texts import csv_text, indicator_files, json_lines
from casebook.files import read_site
from tests.conftest import CANTEENS, ROOT, SITE, frozen

PROMISED = json.loads((ROOT / "tests" / "specs" / "dataset.json").read_text(encoding="utf-8"))
ANSWERS = json.loads((ROOT / "tests" / "specs" / "queries.json").read_text(encoding="utf-8"))
HOSTILE = '甲"乙,丙{丁}@戊]]>己<b>庚</b>𠮷🏘\\n&amp;=cmd'


def opened(library) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(library))
    return connection


@pytest.fixture(scope="module")
def connection():
    return opened(frozen())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The small collection, a case of which has a title with all that formats have marks for."""
    content = shutil.copytree(SITE, tmp_path_factory.mktemp("hostile") / "content")
    path = sorted((content / "cases").glob("*.md"))[0]
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("title: "))
    lines[at] = f"title: {json.dumps(HOSTILE, ensure_ascii=False)}"
    path.write_text("\n".join(lines), encoding="utf-8")
    site = read_site(content)
    assert path.stem in site.library.cases, site.problems
    return site.library, path.stem


# --- the contract ---


def told() -> dict[str, object]:
    return {
        table.name: {
            "key": list(table.key),
            "columns": {one.name: [one.type, one.title, one.note, one.blank, *one.values] for one in table.columns},
            "references": dict(table.references),
        }
        for table in TABLES
    }


def test_no_column_goes_or_changes_its_meaning_without_a_new_version():
    """Whoever changes what is promised raises VERSION, says so in docs/data.md, and writes tests/specs/dataset.json."""
    assert json.loads(json.dumps(told())) == PROMISED["tables"]
    assert PROMISED["version"] == VERSION


def test_every_column_says_what_it_is():
    for table in TABLES:
        assert set(table.key) <= set(table.names)
        assert len(set(table.names)) == len(table.names)
        for column in table.columns:
            assert column.title, (table.name, column.name)


# --- the database ---


@pytest.mark.parametrize("content", [SITE, CANTEENS], ids=["small", "canteens"])
def test_the_database_holds_together(content):
    found = opened(read_site(content).library)
    assert found.execute("PRAGMA foreign_key_check").fetchall() == []
    assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_database_of_the_frozen_collection_holds_together(connection):
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        assert connection.execute(f'SELECT * FROM "{name}"').fetchone(), name


def test_the_database_tells_what_its_columns_mean(connection):
    rows = connection.execute("SELECT table_name, column_name, null_means FROM columns").fetchall()
    assert len(rows) == sum(len(table.columns) for table in TABLES)
    assert ("metrics", "value_max", "不适用") in rows


def test_words_are_found_in_the_database(connection):
    found = connection.execute("SELECT page FROM search WHERE search MATCH '电动自行车'").fetchall()
    assert ("tongsheng-ebike-parking",) in found


@pytest.mark.parametrize("row", ANSWERS, ids=[row["ask"][:20] for row in ANSWERS])
def test_a_question_is_one_statement_with_its_answer(connection, row):
    (query,) = (one for one in frozen().collection.queries if one.ask == row["ask"])
    found = [list(one) for one in connection.execute(query.sql).fetchall()]
    assert len(found) == row["count"]
    for one in row["among"]:
        assert one in found


def test_every_question_that_is_shown_has_its_answer_here():
    assert [query.ask for query in frozen().collection.queries] == [row["ask"] for row in ANSWERS]


# --- formats ---


def test_the_figures_of_an_indicator_are_a_file():
    files = dict(indicator_files(frozen()))
    rows = list(csv.DictReader(io.StringIO(files["indicators/service-contacts.csv"].decode("utf-8-sig"), newline="")))
    assert ("jiujiang-food-safety", "700", "about") in {(row["page"], row["value"], row["qualifier"]) for row in rows}
    assert {row["indicator"] for row in rows} == {"service-contacts"}


def cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize("text", ["=1+1", "+86", "-x", "@甲", "\t甲", "＝甲", "＠甲"])
def test_no_text_is_a_formula_to_a_spreadsheet(text):
    assert csv_text(CASES, [(text, 1, Decimal(-1), "甲=乙", "1")]).split("\r\n")[1] == f"'{text},1,-1,甲=乙,1"


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_table_says_the_same_in_every_format(table, hostile):
    library, _ = hostile
    rows = list(table.rows(library))
    text = csv_text(table, rows)
    assert text[0] == "\ufeff"
    header, *read = csv.reader(io.StringIO(text[1:], newline=""))
    assert tuple(header) == table.names
    assert read == [[cell(value) for value in row] for row in rows]
    lines = [json.loads(line) for line in json_lines(library, table).splitlines()]
    assert [[None if v is None else float(v) if isinstance(v, Decimal) else v for v in row] for row in rows] == [
        [line[name] for name in table.names] for line in lines
    ]


def test_a_hostile_title_comes_through_everywhere(hostile):
    library, slug = hostile
    (found,) = opened(library).execute("SELECT title FROM cases WHERE id = ?", (slug,)).fetchone()
    assert found == HOSTILE
    assert json.loads(dict(record_files(library))[f"cases/{slug}.json"])["title"] == HOSTILE


def test_a_record_has_all_that_the_tables_tell_of_a_page():
    files = {path: json.loads(text) for path, text in record_files(frozen())}
    record = files["cases/jiujiang-food-safety.json"]
    assert {one["role"] for one in record["case_organisations"]} >= {"lead", "guide"}
    assert {one["quote"] for one in record["metrics"]} >= {"服务居民约700人次"}
    assert [one["number"] for one in record["steps"]] == [*range(1, len(record["steps"]) + 1)]
    assert record in files["cases.json"]


def test_the_package_has_its_tables_its_licence_and_what_nothing_means():
    files = package_files(frozen(), "https://example.org/casebook")
    described = json.loads(files["datapackage.json"])
    assert described["homepage"] == "https://example.org/casebook/"
    assert described["licenses"][0]["name"] == frozen().collection.site.licence.name
    fields = {
        field["name"]: field
        for one in described["resources"]
        if one["name"] == "metrics"
        for field in one["schema"]["fields"]
    }
    assert fields["scope"]["missingValues"] == [{"value": "", "label": "来源没有写"}]
    with zipfile.ZipFile(io.BytesIO(files["casebook-data.zip"])) as archive:
        assert archive.testzip() is None
        assert {"README.md", "datapackage.json", *(f"{table.name}.csv" for table in TABLES)} == set(archive.namelist())
        assert archive.read("metrics.csv") == files["metrics.csv"]


def test_the_package_names_each_table_as_parquet_where_that_was_made():
    made = {f"{table.name}.parquet": table.name.encode() for table in TABLES}
    plain, files = package_files(frozen(), ""), package_files(frozen(), "", made)
    assert "parquet" not in plain["datapackage.json"].decode()
    assert files["casebook-data.zip"] == plain["casebook-data.zip"]
    for one in json.loads(files["datapackage.json"])["resources"]:
        (other,) = one["alternatives"]
        assert files[other["path"]] == one["path"].removesuffix(".csv").encode()
        assert other["hash"] == f"sha256:{hashlib.sha256(files[other['path']]).hexdigest()}"


def test_the_same_collection_gives_the_same_bytes():
    assert database(frozen()) == database(read_site(ROOT / "tests" / "collection").library)
    assert package_files(frozen(), "") == package_files(read_site(ROOT / "tests" / "collection").library, "")
