"""The lists of exact packages hold what is wanted and all that this needs, each file by its hash; asked offline."""

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from casebook_build import pins
from tests.conftest import ROOT

LISTS = {name: pins.packages((ROOT / f"{name}.lock").read_text(encoding="utf-8")) for name in pins.NAMES}
LISTED = {package: entry for entries in LISTS.values() for package, entry in entries.items()}
AGAIN = "run .venv/bin/inv pin"


def wanted(name: str) -> list[Requirement]:
    lines = (ROOT / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def needed(package: str) -> list[Requirement]:
    """What a package needs here, by its own word; nothing of one that is not installed."""
    try:
        found = map(Requirement, requires(package) or ())
    except PackageNotFoundError:
        return []
    return [one for one in found if one.marker is None or one.marker.evaluate({"extra": ""})]


def version(package: str) -> str:
    return re.search(r"==([^\s;]+)", LISTED[package])[1]


def reached(names: tuple[str, ...]) -> set[str]:
    """All packages that lists of what is wanted come to; each must be listed, in a version that will do."""
    found, todo = set(), [requirement for name in names for requirement in wanted(name)]
    while todo:
        requirement = todo.pop()
        package = canonicalize_name(requirement.name)
        assert package in LISTED, f"{package}: {AGAIN}"
        assert requirement.specifier.contains(version(package), prereleases=True), f"{requirement}: {AGAIN}"
        if package not in found:
            found.add(package)
            todo += needed(package)
    return found


def test_lists_are_those_of_what_is_wanted():
    anywhere = {package for package, entry in LISTED.items() if ";" not in entry.split("\n")[0]}
    base = LISTS[pins.BUILD].keys()
    for name in pins.NAMES:
        found = reached((pins.BUILD, name))
        assert found <= base | LISTS[name].keys(), AGAIN
        assert LISTS[name].keys() & anywhere <= found, AGAIN
        assert name == pins.BUILD or not base & LISTS[name].keys(), AGAIN


@pytest.mark.parametrize("name", [*pins.NAMES, pins.MEANINGS])
def test_lists_are_versions_and_hashes_alone(name):
    """No host, no address, no option: where packages come from is set where one works."""
    text = (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    entry = r"[a-z0-9-]+==[\w.]+(?: ; [\w.' =<>!]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n"
    assert re.fullmatch(rf"{re.escape(pins.HEAD.format(name=name))}(?:{entry})+", text), AGAIN


def test_what_meanings_are_made_of_is_listed_alone():
    listed = pins.packages((ROOT / f"{pins.MEANINGS}.lock").read_text(encoding="utf-8"))
    assert {one.name for one in wanted(pins.MEANINGS)} == set(listed), AGAIN


def test_what_builds_is_what_is_listed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["build-system"]["requires"] == [f"setuptools=={version('setuptools')}"]
    assert project["project"]["requires-python"] == f">={pins.OLDEST}"


@pytest.mark.parametrize("folder", ["theme", "theme/fonts", "theme/form", "tests/browser"])
def test_packages_of_npm_are_listed_by_hash_and_run_nothing(folder):
    locked = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    files = {name: entry for name, entry in locked.items() if name}
    assert files
    assert [name for name, entry in files.items() if not entry.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, entry in files.items() if "resolved" in entry] == []
    assert "ignore-scripts=true" in (ROOT / folder / ".npmrc").read_text(encoding="utf-8").split("\n")
