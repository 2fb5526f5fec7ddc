"""What scripts fetch is told by the schema of it: every file that is written, and nothing else."""

import json
import re
from functools import cache

import pytest
from pydantic import TypeAdapter

from casebook.export.columns import column_files, map_files
from casebook.export.comparison import comparison_files
from casebook.export.fetched import FETCHED, fetched_schema
from casebook.files import read_site
from casebook.library import Library
from casebook.search import name_files, search_files
from casebook.views.explore import case_maps
from tests.conftest import SITE

DRAWN = {"explore/manifest", "explore/maps/*", "explore/cards/*", "explore/rows/*", "form/manifest"}  # by adapters


def explore_files(library: Library) -> dict[str, str]:
    return column_files(library) | map_files(library, case_maps(library))


@cache
def written() -> dict[str, str]:
    library = read_site(SITE).library
    folders = {"explore": explore_files, "compare": comparison_files}
    with pytest.MonkeyPatch.context() as small:
        small.setattr(name_files, "FIRST", 0)  # so that names have files, too
        files = {f"{folder}/{name}": text for folder, of in folders.items() for name, text in of(library).items()}
        files |= {f"search/{name}": one.text or "" for name, one in search_files(library).items()}
    return dict(told(re.sub(r"/[0-9a-f]{10}/", "/", name).removesuffix(".json"), text) for name, text in files.items())


def told(path: str, text: str) -> tuple[str, str]:
    """The path of a file, and its data without its build or name before it."""
    name = path.removeprefix("search/")
    found = re.fullmatch(rf'\["(?:[0-9a-f]{{10}}|{re.escape(name)})",(.*)\]', text)
    return path, found[1] if found else text


def told_as(path: str) -> str:
    return path if path in FETCHED else f"{path.rpartition('/')[0]}/*"


def test_every_file_is_what_the_schema_tells():
    assert written()
    for path, text in written().items():
        assert TypeAdapter(FETCHED[told_as(path)]).validate_json(text, strict=False) is not None, path


def test_nothing_is_told_that_is_not_written():
    assert {told_as(path) for path in written()} | DRAWN == set(FETCHED)


def test_every_field_is_there_and_rows_are_known_by_their_places():
    schema = json.loads(fetched_schema())
    page = schema["$defs"]["PageText"]
    assert set(page["required"]) == set(page["properties"])
    part = page["properties"]["parts"]["items"]
    assert [one["type"] for one in part["items"]] == ["integer", "string", "string", "string"]
    assert part["minItems"] == part["maxItems"] == 4
