"""What the documents name is there: files, headings, commands, definitions; decisions and releases bear their dates."""

import json
import os
import re
import tomllib
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath

import pytest
import yaml
from invoke.collection import Collection

import tasks
from casebook.__main__ import main
from casebook.facets import MODELS
from tests.conftest import FROZEN, ROOT

DOCUMENTS = [
    path.relative_to(ROOT).as_posix()
    for places in ("*.md", "docs/**/*.md", "benchmarks/*.md", ".github/*.md", "content/pages/*.md")
    for path in sorted(ROOT.glob(places))
]
DECISIONS = sorted((ROOT / "docs" / "decisions").iterdir())
VOCABULARIES = [path for path in sorted(FROZEN.glob("vocabulary/*.yaml")) if path.stem in MODELS]
SOURCES = (".py", ".js", ".mjs", ".css", ".html", ".yaml", ".toml", ".md", ".txt")  # files with such names are ours
MADE = (ROOT / ".gitignore").read_text(encoding="utf-8").split()  # what commands make, and a fresh copy lacks
TASKS = Collection.from_module(tasks).tasks
MOST = {"A facet": 4, "A page": 3, "An indicator": 2}  # how many files one edits for it
CHANGES = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}

each_document = pytest.mark.parametrize("document", DOCUMENTS)


def told(document: str) -> str:
    """The text of a document; of the changelog what is not yet released: the rest tells of files as they were."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return "\n## ".join(text.split("\n## ")[:2]) if document == "CHANGELOG.md" else text


def blocks(text: str) -> list[str]:
    return re.findall(r"^ *```\w*\n(.*?)^ *```", text, flags=re.M | re.S)


def prose(document: str) -> str:
    return re.sub(r"^ *```.*?^ *```", "", told(document), flags=re.M | re.S)


def quoted(document: str) -> list[str]:
    """What stands in backticks, or in the bold letters that our pages have in their place."""
    return ["".join(found) for found in re.findall(r"`([^`\n]+)`|\*\*([^*\n]+)\*\*", prose(document))]


def commands(document: str) -> list[str]:
    """Whatever may be a command: lines of blocks, and what is quoted."""
    return [*"\n".join(blocks(told(document))).split("\n"), *quoted(document)]


# --- links, files, names ---


def headings(path: Path) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@each_document
def test_links_lead_to_files_and_headings(document):
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(document)):
        path, _, anchor = link.partition("#")
        target = (ROOT / document).parent / path if path else ROOT / document
        assert "://" in link or target.exists(), link
        assert not anchor or "://" in link or anchor in headings(target), link


def is_made(path: PurePosixPath) -> bool:
    return any(way.match(made.strip("/")) for way in (path, *path.parents) if way.name for made in MADE)


@cache
def files() -> str:
    """The paths of all files and folders of the project, a line each, / in front and behind a folder."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        inside = PurePosixPath(folder).relative_to(ROOT)
        folders[:] = [name for name in folders if name != ".git" and not is_made(inside / name)]
        found += [f"/{inside / name}" for name in names] + [f"/{inside / name}/" for name in folders]
    return "\n".join(found)


def is_ours(words: str) -> bool:
    """Whether it reads as the name of a file of the project: by its suffix, or by the folder that it begins with."""
    path = PurePosixPath(words)
    is_path = re.fullmatch(r"[\w.<>*-][\w./<>*-]*", words) and ".." not in path.parts
    return bool(is_path) and (path.suffix in SOURCES or ("/" in words and (ROOT / path.parts[0]).exists()))


def is_there(words: str) -> bool:
    """Whether the path of a file is this or ends with it; <slug>, X and * stand for any name."""
    pattern = re.sub(r"<.*?>|\\\*|\bX\b|(?<=_)X\b", "[^/\n]*", re.escape(words.rstrip("/")))
    return is_made(PurePosixPath(words)) or bool(re.search(rf"/{pattern}/?$", files(), flags=re.M))


@each_document
def test_files_are_there(document):
    assert [words for words in quoted(document) if is_ours(words) and not is_there(words)] == []


def defines(path: Path, name: str) -> bool:
    """Whether a line begins with `name`, behind what defines it: def, const, macro, the dash of a list."""
    before = r"(?:export |async |def |class |const |function |macro |\{% ?|- |\{|\"|\.)*"
    return bool(re.search(rf"^\s*{before}{re.escape(name)}\b", path.read_text(encoding="utf-8"), flags=re.M))


@each_document
def test_what_is_said_to_be_in_a_file_is_defined_there(document):
    for name, path in re.findall(r"`([\w.]+)` in `([^`\s]+)`", prose(document)):
        file = ROOT / path
        assert not file.is_file() or defines(file, name), (name, path)


@each_document
def test_modules_are_there(document):
    for dotted in quoted(document):
        if re.fullmatch(r"(?:casebook|casebook_pelican)(?:\.\w+)+", dotted):
            above, _, name = dotted.rpartition(".")
            module = import_module(above)
            assert hasattr(module, name) or import_module(dotted), dotted


# --- commands ---


@each_document
def test_tasks_and_their_options_are_there(document):
    for words in re.findall(r"\binv ([\w -]+)", "\n".join(commands(document))):
        task, options = None, set()
        for word in words.split():
            if word in TASKS:
                task = TASKS[word]
                options = {f"--{name}" for argument in task.get_arguments() for name in argument.names}
            assert task or word == "--list", words
            assert not (task and word.startswith("--")) or word in options, words


@each_document
def test_targets_of_make_are_there(document):
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M)
    for command in commands(document):
        if made := re.match(r"(?:\$ )?make (?:\w+=\S+ )*(\w+)", command):
            assert made[1] in targets, command


@each_document
def test_programs_are_there(document, capsys):
    for program, command in re.findall(r"python\d? -m (\S+)(?: ([a-z]+))?", "\n".join(commands(document))):
        if program == "casebook":
            with pytest.raises(SystemExit, match="0"):
                main([*filter(None, [command]), "--help"])
        elif program.startswith("benchmarks"):
            assert (ROOT / f"{program.replace('.', '/')}.py").is_file(), program


# --- values, decisions, releases ---


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.stem)
def test_values_of_vocabularies_are_not_copied(path):
    """One or two of them in a line are an example."""
    labels = [term["zh"] for term in yaml.safe_load(path.read_text(encoding="utf-8"))]
    for line in told("docs/writing.md").split("\n"):
        assert len([label for label in labels if label in line]) < 3, line


def head(decision: Path) -> re.Match[str]:
    """The first lines of a decision: its title, its day, and whether it still holds."""
    status = r"(?:accepted|superseded by \[\d{4}\]\(\d{4}-[a-z0-9-]+\.md\))"
    found = re.match(rf"# \S.*\n\nDate: (\S+) · Status: {status}\n\n", decision.read_text(encoding="utf-8"))
    assert found, "title, empty line, Date: YYYY-MM-DD · Status: accepted"
    return found


def test_decisions_are_numbered_and_dated():
    numbers = [path.name[:5] for path in DECISIONS]
    assert numbers == sorted(set(numbers))  # one that was reserved may still be missing
    days = [date.fromisoformat(head(path)[1]) for path in DECISIONS]
    assert days == sorted(days)


def test_every_package_has_its_reason():
    told = "".join(path.read_text(encoding="utf-8") for path in DECISIONS)
    listed = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("requirements*.txt"))
    python = [line for line in listed.split("\n") if line and not line.startswith(("#", "types-"))]
    files = [
        json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
        for folder in ("theme", "theme/fonts", "theme/form", "tests/browser")
    ]
    node = [name for file in files for part in ("dependencies", "devDependencies") for name in file.get(part, ())]
    assert [name for name in (*python, *node) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", told)] == []


def test_releases_are_dated_and_the_newest_is_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *releases = re.findall(r"^## (.+)$", changelog, flags=re.M)
    assert first == "Unreleased"
    numbers, days = zip(*(release.split(" - ") for release in releases), strict=True)
    versions = [tuple(map(int, number.split("."))) for number in numbers]
    assert versions == sorted(set(versions), reverse=True)
    assert list(map(date.fromisoformat, days)) == sorted(map(date.fromisoformat, days), reverse=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert numbers[0] == project["version"]
    assert set(re.findall(r"^### (.+)$", changelog, flags=re.M)) <= CHANGES


# --- recipes ---


def edited(recipe: str) -> list[str]:
    """The files that a recipe edits: `path`, or `NAME` in `path`, begins each numbered step."""
    return re.findall(r"^\d+\. (?:`\w+` in )?`([^`]+)`:", recipe, flags=re.M)


@pytest.mark.parametrize("recipe", told("docs/recipes.md").split("\n## ")[1:], ids=lambda recipe: recipe.split("\n")[0])
def test_a_recipe_begins_each_step_with_its_file(recipe):
    paths = edited(recipe)
    assert len(paths) == len(re.findall(r"^\d+\. ", recipe, flags=re.M)) > 0
    assert len(set(paths)) <= MOST.get(recipe.split("\n")[0], len(paths))
    for path in map(PurePosixPath, paths):
        assert (ROOT / path).is_file() or (path.stem in ("X", "test_X") and (ROOT / path).parent.is_dir()), path
