"""What a case says first of its problem, its results and its limits, for cases that stand side by side."""

from casebook.addresses import entry_url
from casebook.extract.sentences import first_sentence
from casebook.library import Library
from casebook.model.records import Case
from casebook.reading.process import without_pointers
from casebook.views.records import Link

LINES = {"problem": 1, "results": 4, "limits": 4}  # part of a case -> of how many lines the first sentence is shown


def parts(library: Library) -> tuple[tuple[str, str], ...]:
    """(id, title) of these parts, as far as the collection has them."""
    named = library.collection.sections.case
    return tuple((part, named[part].titles[0]) for part in LINES if part in named)


def opening(library: Library, case: Case, part: str) -> tuple[Link, ...]:
    """The first sentences of a part of a case, and a link to all of it; empty if the case has no such part."""
    found = next((one for one in case.sections if one.kind == part and one.level == 2), None)
    if found is None:
        return ()
    lines = [line for line in case.text[found.start + len(found.title) : found.end].split("\n") if line.strip()]
    said = (Link(text=without_pointers(first_sentence(line.strip())), url="") for line in lines[: LINES[part]])
    return (*said, Link(text=library.words.compare_part, url=f"{entry_url(case)}#{found.id}"))
