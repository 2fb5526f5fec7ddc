"""The package: all tables as CSV with their description, each a file, and all of them in one ZIP."""

import io
import zipfile
from collections.abc import Mapping

import msgspec

from casebook.as_markdown import as_markdown
from casebook.dataset import TABLES
from casebook.dataset.naming import said
from casebook.dataset.package import package, version_day
from casebook.dataset.tables import VERSION
from casebook.dataset.texts import csv_file
from casebook.library import Library

ARCHIVE = "casebook-data.zip"
DESCRIPTION = "datapackage.json"
_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can tell: two builds of the same give the same bytes
_MODE = 0o644 << 16
_NONE: Mapping[str, bytes] = {}


def package_files(library: Library, address: str, parquet: Mapping[str, bytes] = _NONE) -> dict[str, bytes]:
    """Path -> content: the CSV of each table, `datapackage.json`, and the ZIP of these with README.md.

    `parquet` are the same tables, by path, where they were made; they are described, and not in the ZIP.
    """
    files = {f"{table.name}.csv": csv_file(library, table) for table in TABLES}
    packed = {"README.md": readme(library, address).encode(), **files, DESCRIPTION: _described(library, files, address)}
    files |= parquet
    return files | {DESCRIPTION: _described(library, files, address), ARCHIVE: zipped(packed)}


def _described(library: Library, files: Mapping[str, bytes], address: str) -> bytes:
    return msgspec.json.format(msgspec.json.encode(package(library, files, address)), indent=2) + b"\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files by their paths, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            info = zipfile.ZipInfo(path, _TIME)
            info.external_attr, info.compress_type = _MODE, zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def readme(library: Library, address: str) -> str:
    """What stands beside the tables for those who open the ZIP: what they are, of which day, under which licence."""
    words, site = library.words, library.collection.site
    told = ((table.name, as_markdown(said(library, f"{table.title}: {table.note}"))) for table in TABLES)
    tables = "\n".join(f"- `{name}.csv` {text}" for name, text in told)
    licence = f"{as_markdown(f'{site.licence.name}，{site.licence.note}')}：{site.licence.url}" if site.licence else ""
    return words(
        "data_readme",
        name=as_markdown(site.name),
        address=f"{address}/" if address else "",
        day=version_day(library),
        version=VERSION,
        licence=licence,
        tables=tables,
    )
