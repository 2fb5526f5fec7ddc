"""Hostile texts in all fields, addresses and files of data: none runs, and none is more than words. All of it: inv attack."""

import json
import typing
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from casebook.facets import MODELS
from casebook.lock import read_lock
from casebook.model.front import FRONTS
from casebook.model.site import SiteDescription
from casebook.model.values import SLUG_PATTERN
from casebook.reading.icon import icon_problems
from tests.attack.browser import DATA, Seen, addresses, opened, parts, paths, tampering, watched, without_policy
from tests.attack.collection import planted
from tests.attack.filled import PAYLOADS, files
from tests.conftest import built

SEED = 3
# what a page has besides those of the small collection, when it holds a link to another host, a quotation, an old address
MORE = {"<a href=https:>", "<details lang>", "<em>", "<a title>", "<blockquote>", "<q>", "<q class>", "<td colspan>"}
MORE |= {"<svg circle>", "<circle class>", "<circle cx>", "<circle cy>", "<circle r>", "<tfoot>", "<tfoot role>"}
MORE |= {"refresh ours", "<label data-depth>", "<svg a>", "<br>"}
COMMENT = "node 8"  # one in a file of data stays one
WORDS = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "javascript:alert(1)"]
SVG = "http://www.w3.org/2000/svg"


@pytest.fixture(scope="module")
def hostile(shared) -> Path:
    """The small collection with hostile texts in every field that takes them, built."""

    def make(output: Path) -> None:
        found = planted(output.with_suffix(".content"), SEED, copies=3)
        assert len(found.taken) > len(found.leaves) / 2
        built(found.folder, output)

    return shared("hostile", make)


@pytest.fixture(scope="module")
def known(browser, serve, faceted, shared) -> set[str]:
    """The parts of pages without hostile texts."""

    def look(path: Path) -> None:
        host = serve(faceted)
        clean = Seen()
        with watched(browser, host, clean) as page:
            for address in (*DATA, "?q=x"):
                opened(page, host + address, set(), clean)
        assert clean.ran == []
        path.write_text(json.dumps([*parts(browser, host, paths(faceted))[0], *clean.odd]))

    return {*MORE, *json.loads(shared("known", look).read_text())}


@pytest.fixture(scope="module")
def bare(shared, serve, hostile) -> str:
    """The address of the hostile site without its Content-Security-Policy."""
    return serve(shared("hostile-bare", lambda copy: without_policy(hostile, copy)))


def test_there_are_many_of_every_kind():
    assert len({text for _, text in PAYLOADS}) >= 500
    assert min(sum(kind == one for one, _ in PAYLOADS) for kind, _ in PAYLOADS) >= 15


def test_no_page_has_a_part_that_a_stranger_chose(browser, serve, hostile, known):
    found, words = parts(browser, serve(hostile), paths(hostile))
    assert {part: page for part, page in found.items() if part not in known} == {}
    assert "onerror=alert(1)" in words  # they are there, as words


def test_nothing_runs_on_pages_without_a_policy(browser, bare, hostile, known):
    seen = Seen()
    with watched(browser, bare, seen) as page:
        for path in [path for path in paths(hostile) if path.startswith(("cases/c", "methods/m", "about")) or not path]:
            opened(page, bare + path, known, seen)
    assert (seen.ran, seen.odd) == ([], {})
    assert seen.pages >= 6


def test_nothing_of_an_address_runs(browser, bare, known):
    seen = Seen()
    with watched(browser, bare, seen) as page:
        for number, address in enumerate(addresses(WORDS)):
            if number % len(WORDS) == number // len(WORDS) % len(WORDS):
                opened(page, bare + address, known, seen)
    assert (seen.ran, seen.odd) == ([], {})
    assert seen.pages >= 8


def test_nothing_of_a_file_of_data_runs(browser, bare, known):
    seen = Seen()
    with watched(browser, bare, seen) as page:
        page.route("**/*.json", tampering(SEED, only_words=True))
        for address in DATA:
            opened(page, bare + address, {*known, COMMENT}, seen)
    assert (seen.ran, seen.odd) == ([], {})


# --- what has no page, or no payload of its own ---


def texts(model: type[BaseModel], name: str) -> Iterator[str]:
    """The fields of a model, and of those within it, that take words of any kind; as the files name them."""
    for key, field in model.model_fields.items():
        nested = [one for one in inside(field.annotation) if isinstance(one, type) and issubclass(one, BaseModel)]
        for one in nested:
            yield from texts(one, f"{name}.{key}")
        written = field.rebuild_annotation()
        if not nested and "TermOf" not in repr(written) and takes(TypeAdapter(written)):
            yield f"{name}.{key}"


def inside(annotation: object) -> Iterator[object]:
    yield annotation
    for one in typing.get_args(annotation):
        yield from inside(one)


def takes(field: TypeAdapter) -> bool:
    for value in ("平安 <b>", ("平安 <b>",)):
        with suppress(ValidationError):
            return bool(field.validate_python(value))
    return False


def test_every_field_of_the_models_that_takes_words_is_attacked():
    there = {leaf.name for file in files() for leaf in file.leaves()}
    models = {"site": SiteDescription, **{f"vocabulary/{facet}": model for facet, model in MODELS.items()}}
    models |= {f"{kind}s": front for kind, front in FRONTS.items()}
    fields = {field for name, model in models.items() for field in texts(model, name)}
    assert len(fields) > 80
    whole = {field for field in fields if field in there or field.rpartition(".")[0] in there}  # written as one word
    assert fields - whole == set(), "give them words in tests/attack/filled.py"


def test_an_address_of_the_lock_is_an_address():
    for _, text in PAYLOADS:
        lines = read_lock(
            "addresses.lock", f"about/\n{text}\n{text}/\ncases/{text}/\n".encode("utf-8", "replace")
        ).lines
        assert all(set(line) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/#") for line in lines), text
    assert SLUG_PATTERN


def test_an_icon_is_shapes():
    refused = 0
    for _, text in PAYLOADS:
        for icon in (
            f'<svg xmlns="{SVG}">{text}</svg>',
            f'<svg xmlns="{SVG}" {text}="x"/>',
            f'<svg xmlns="{SVG}"><path d="{text}"/></svg>',
        ):
            problems = list(icon_problems("icon.svg", icon.encode("utf-8", "replace")))
            refused += bool(problems)
            assert problems or not {"<script", "<a", "on", "<i"} & set(icon.split()), icon
    assert refused > len(PAYLOADS)
