"""The open data as Parquet: the rows of every table with their types, and what each file tells of itself."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from casebook.dataset import TABLES, VERSION
from casebook.files import read_site
from tests.conftest import CANTEENS, FROZEN, SITE, as_published, frozen

parquet = pytest.importorskip("pyarrow.parquet", reason="inv parquet installs it, and inv audit")
from casebook.dataset.parquet import parquet_files  # noqa: E402

PYTHON = {"string": str, "integer": int, "number": float, "boolean": bool, "date": date}
COLLECTIONS = pytest.mark.parametrize("content", [SITE, CANTEENS, FROZEN], ids=["small", "canteens", "frozen"])


def plain(value):
    return float(value) if isinstance(value, Decimal) else value.isoformat() if isinstance(value, date) else value


@COLLECTIONS
def test_every_table_has_its_rows_and_their_types(content):
    library = read_site(content).library
    files = dict(parquet_files(library))
    assert files.keys() == {f"{table.name}.parquet" for table in TABLES}
    for table in TABLES:
        read = parquet.read_table(BytesIO(files[f"{table.name}.parquet"]))
        rows = [list(row.values()) for row in read.to_pylist()]
        assert [[plain(one) for one in row] for row in rows] == [
            [plain(one) for one in row] for row in table.rows(library)
        ]
        for at, column in enumerate(table.columns):
            assert read.schema.field(column.name).nullable == bool(column.blank)
            assert all(type(row[at]) is PYTHON[column.type] for row in rows if row[at] is not None), column.name


def test_a_file_tells_its_version_day_and_licence_and_what_nothing_means():
    files = dict(parquet_files(frozen()))
    schema = parquet.read_schema(BytesIO(files["metrics.parquet"]))
    told = {name.decode(): text.decode() for name, text in schema.metadata.items()}
    assert told["version"] == VERSION
    assert date.fromisoformat(told["created"])
    assert told["licence"] == frozen().collection.site.licence.name
    assert schema.field("scope").metadata[b"null_means"].decode() == "来源没有写"


def test_the_same_collection_gives_the_same_bytes():
    assert [*parquet_files(frozen())] == [*parquet_files(read_site(FROZEN).library)]


def test_a_published_site_has_the_files_and_names_them(tmp_path: Path, typeface: Path):
    as_published(CANTEENS, tmp_path / "output", "https://example.org/canteens", parquet=True)
    data = tmp_path / "output" / "data"
    page, package = ((data / name).read_text(encoding="utf-8") for name in ("index.html", "datapackage.json"))
    for table in TABLES:
        assert (data / f"{table.name}.parquet").is_file()
        assert f'"{table.name}.parquet"' in package
    assert 'href="cases.parquet"' in page
