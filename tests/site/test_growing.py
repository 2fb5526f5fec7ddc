"""What holds of content/ however it grows: each case and method is found by its title and by its other names."""

from pathlib import Path

from casebook.files import read_site
from tests.conftest import CONTENT
from tests.scripts import ask

FIRST = 3


def test_each_page_is_found_by_its_title_and_names(real: Path):
    library = read_site(CONTENT).library
    folders = {"cases": library.cases, "methods": library.methods}
    named = [
        (name, f"{folder}/{slug}/")
        for folder, entries in folders.items()
        for slug, entry in entries.items()
        for name in (entry.front.title, *entry.front.aliases)
    ]
    found = ask(real, answers=[name for name, _ in named])["answers"]
    titles = {entry.front.title for entries in folders.values() for entry in entries.values()}
    shown = [pages[:FIRST] if name in titles else pages for (name, _), pages in zip(named, found, strict=True)]
    missed = [(name, page) for (name, page), pages in zip(named, shown, strict=True) if page not in pages]
    assert missed == []
