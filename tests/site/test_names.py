"""A collection with more names than the data of variants has room for: each is found by how it sounds, too."""

import json
from pathlib import Path

from pypinyin import lazy_pinyin

from casebook.builds import json_text
from casebook.search.name_files import FIRST
from tests.scripts import ask


def variants(site: Path) -> dict:
    (path,) = (site / "search").glob("*/variants.json")
    return json.loads(path.read_text())[1]


def names(site: Path) -> list[str]:
    """The preferred names that stand in files."""
    groups = [
        group
        for path in (site / "search").glob("*/names/*.json")
        for some in json.loads(path.read_text())[1].values()
        for group in some
    ]
    return sorted({group[0] for group in groups})


def test_the_first_data_have_as_many_names_as_have_room(many, twice):
    assert variants(many)["files"] == 0
    assert variants(twice)["files"] == len(list((twice / "search").glob("*/names/*.json"))) > 0
    assert FIRST < len(json_text(variants(twice)["names"])) < 1.1 * FIRST


def test_a_name_in_a_file_is_found_by_its_pinyin(twice):
    asked = {"".join(lazy_pinyin(name.replace("·", ""))): name for name in names(twice)[::10]}
    assert len(asked) > 3
    found = ask(twice, answers=list(asked))["answers"]
    titles = {one["title"]: one["url"] for one in pages(twice)}
    missed = [
        (typed, name) for (typed, name), urls in zip(asked.items(), found, strict=True) if titles[name] not in urls
    ]
    assert missed == []


def pages(site: Path) -> list[dict]:
    return [json.loads(path.read_text())[1] for path in (site / "search").glob("*/pages/*.json")]
