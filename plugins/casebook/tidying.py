"""Moves to the vocabulary files what several cases write whole: no id changes by it, and no page.

What is moved stands at the end of its file, in the order that it had. In the cases only what became spare is taken out;
all else, comments too, stays as it was written.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from casebook.drafting.yaml_text import scalar
from casebook.folder import path_text, write
from casebook.library import Library
from casebook.model.terms import Organisation, Place, Source, Term
from casebook.model.whole import Participant
from casebook.reading.whole_terms import extended
from casebook.reading.written import Written

_KEYS: Mapping[type[Term], Sequence[str]] = {
    Place: ("id", "zh", "en", "level", "parent", "aliases", "note"),
    Organisation: ("id", "zh", "en", "aliases", "kind", "place", "note", "redirect_from"),
    Source: ("id", "zh", "en", "publisher", "date", "grade", "url", "archive", "note", "redirect_from"),
}
_SPARE = ("kind", "place", "en", "aliases", "note", "redirect_from")  # beside an organisation that the vocabulary has
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)

Edit = tuple[int, int, str]  # from, to, and what stands there then


def tidied(content: Path, library: Library) -> Iterator[str]:
    """Move what several cases write in a content folder; the paths of the files that are written."""
    terms = moved(library)
    for facet, found in terms.items():
        path = content / "vocabulary" / f"{facet}.yaml"
        yield _written(content, path, appended(_text(path) if path.is_file() else "", found))
    of_paths = cases(library, terms)
    for path in sorted(content.glob("cases/*.md")):
        if written := of_paths.get(path_text(path)):
            text = _text(path)
            if (tidy := without_spare(text, written, library, terms)) != text:
                yield _written(content, path, tidy)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _written(content: Path, path: Path, text: str) -> str:
    write(content, path.relative_to(content).as_posix(), text)
    return path_text(path)


def moved(library: Library) -> dict[str, tuple[Term, ...]]:
    """Facet -> the terms that are to be moved, in the order of their file."""
    found = extended(library.vocabulary.of_files, library.gazetteer, library.written).extension
    kept = {facet: tuple(t for t in terms if (facet, t.id) in found.shared) for facet, terms in found.terms.items()}
    return {facet: terms for facet, terms in kept.items() if terms}


def entries(terms: Sequence[Term]) -> str:
    """The lines of terms in a vocabulary file: places a line each, others a line a key."""
    return "".join(map(_entry, terms))


def _entry(term: Term) -> str:
    told = ((key, getattr(term, key)) for key in _KEYS[type(term)])
    pairs = [f"{key}: {_value(value)}" for key, value in told if value]
    return f"- {{{', '.join(pairs)}}}\n" if isinstance(term, Place) else "- " + "\n  ".join(pairs) + "\n"


def _value(value: Any) -> str:
    return f"[{', '.join(map(scalar, value))}]" if isinstance(value, tuple) else scalar(value)


def appended(text: str, terms: Sequence[Term]) -> str:
    """A vocabulary file with more terms at its end."""
    end = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{end}{entries(terms)}"


def without_spare(text: str, written: Sequence[Written], library: Library, terms: Mapping[str, Sequence[Term]]) -> str:
    """A case without what is in the vocabulary now: ids in place of whole sources, organisations by name and role."""
    match = _FRONT.match(text)
    if match is None:
        return text
    front, start = match[1], match.start(1)
    root = yaml.compose(front, Loader=yaml.CSafeLoader)
    ids = {facet: {term.id for term in found} for facet, found in terms.items()}
    edits: list[Edit] = []
    for one in written:
        node = _at(root, one.loc)
        own = _id(one, library)
        if node is not None and own in ids.get(one.facet, ()):
            edits += _edits(front, node, one, own)
    for begin, end, new in sorted(edits, reverse=True):
        front = front[:begin] + new + front[end:]
    return text[:start] + front + text[match.end(1) :]


def cases(library: Library, terms: Mapping[str, Sequence[Term]]) -> Mapping[str, list[Written]]:
    """Path -> what is written there of the terms that are moved."""
    ids = {(facet, term.id) for facet, found in terms.items() for term in found}
    found: dict[str, list[Written]] = defaultdict(list)
    for one in library.written:
        if (one.facet, _id(one, library)) in ids and one.facet != "places":  # whose names mean the same as before
            found[one.path].append(one)
    return found


def _id(one: Written, library: Library) -> str:
    key = one.name if isinstance(one.whole, Participant) or one.whole is None else one.whole.key
    term = library.vocabulary.find(one.facet, key)
    return term.id if term else ""


def _at(node: yaml.Node | None, loc: Sequence[str | int]) -> yaml.Node | None:
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def _edits(front: str, node: yaml.Node, one: Written, own: str) -> Iterator[Edit]:
    if not isinstance(node, yaml.MappingNode):
        return
    begin, end = node.start_mark.index, _end(node)
    if one.facet == "sources":
        yield begin, end, own
    elif any(key.value in _SPARE for key, _ in node.value):
        kept = (
            f"{key.value}: {front[value.start_mark.index : value.end_mark.index]}"
            for key, value in node.value
            if key.value not in _SPARE
        )
        yield begin, end, f"{{{', '.join(kept)}}}"


def _end(node: yaml.Node) -> int:
    """Where a node ends as it is written; libyaml takes what stands behind a block to it."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return max(_end(value) for _, value in node.value)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return max(_end(value) for value in node.value)
    end: int = node.end_mark.index
    return end
