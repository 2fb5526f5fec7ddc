"""The questions of the form, made from the model of a case and the parts of the collection's texts.

Of a key of the front matter its JSON Schema says how it is asked for: a line, terms, rows. What a question says are
words of the interface (`form_ask_title`); a key without any fails when the page is made.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from casebook.facets import MODELS
from casebook.library import Library
from casebook.model.terms import Grade
from casebook.model.values import Struct
from casebook.model.whole import WholeSource
from casebook.oral import oral_grade
from casebook.reading.fronts import schemas
from casebook.reading.structure import STEP_PARTS

Control = Literal["line", "text", "period", "terms", "names", "choice", "rows", "steps", "part"]
Schema: TypeAlias = Mapping[str, Any]

PARTS = "parts"  # stands for all parts of the text
ORDER = (
    *("title", "places", "period", "organisations", "actors", PARTS, "themes", "forms", "beneficiaries"),
    *("summary", "sources", "caveats"),
)
FURTHER = ("methods", "aliases", "title_en", "summary_en", "part_of", "key_figures")  # what others may add as well
UNASKED: Mapping[str, str] = {
    "asked": "those who know what readers ask write it into the file",
    "slug": "the file name, which is asked for at the end",
    "status": "a text with open questions is a draft, any other is not",
    "added": "today",
    "redirect_from": "a new page has no old address",
    "no_links": "told by whoever reads the page",
    "departures": "told by whoever knows the method",
    "metrics": "figures are asked about where they are typed",
    "not_metrics": "figures are asked about where they are typed",
}
_ROWS: Mapping[str, tuple[str, ...]] = {  # of what stands in a row, what is asked for
    "organisations": ("organisation", "role"),
    "sources": ("title", "publisher", "date", "url", "grade"),
    "caveats": ("kind", "text"),
}
TOLD = "told"  # tells of a source that it was only told
_TOLD = ("who", "day")  # what is asked of one
_LONG = frozenset(("summary", "summary_en", "text"))  # take more than a line
_WHEN = "period"
_FEW = 60  # terms that are all shown; of more, names are typed and some are offered
_OFFERED = 60


class Option(Struct):
    """What may be picked: what is written for it, what it says, and what that means."""

    value: str
    text: str
    note: str = ""


class Question(Struct):
    """A question: `id` is the key of its answer, or of the part of the text that it asks for.

    `rows` are the questions of each row, `heading` that of the part. `most` is the most characters of an answer. One of
    a row may be asked only `when` the source is one or the other.
    """

    id: str
    control: Control
    ask: str
    hint: str
    is_required: bool = False
    is_further: bool = False
    options: tuple[Option, ...] = ()
    rows: tuple["Question", ...] = ()
    heading: str = ""
    most: int = 0
    when: Literal["", "public", "told"] = ""


def questions(library: Library) -> tuple[Question, ...]:
    """Every question of the form, in the order in which it asks."""
    schema = schemas(library.collection.left_out)["case"]
    keys, required, found = schema["properties"], schema["required"], list[Question]()
    for name in (*ORDER, *FURTHER):
        if name == PARTS:
            found += _of_text(library)
        elif name in keys:
            one = _of_key(library, name, _plain(keys[name], schema), schema)
            found.append(one.but(is_required=name in required, is_further=name in FURTHER))
    return tuple(found)


def _of_text(library: Library) -> Iterator[Question]:
    words = library.words
    for name, part in library.collection.sections.case.items():
        is_steps = name == STEP_PARTS["case"]
        yield Question(
            id=name,
            control="steps" if is_steps else "part",
            ask=part.question or words("form_ask_part", heading=part.titles[0]),
            hint=words.form_hint_steps if is_steps else part.hint,
            is_required=part.required,
            heading=part.titles[0],
        )


def _of_key(library: Library, name: str, key: Schema, schema: Schema, within: str = "") -> Question:
    """The question for a key of the front matter, or for one of a row."""
    asked = f"{within}_{name}" if within else name
    items = _plain(key.get("items", {}), schema)
    facet = key.get("x-facet") or items.get("x-facet") or ""
    options = options_of(library, facet) if facet else ()
    return Question(
        id=name,
        control=_control(name, key, bool(within), len(options)),
        ask=library.words[f"form_ask_{asked}"],
        hint="" if within else library.words[f"form_hint_{name}"],
        options=options[:_OFFERED],
        rows=tuple(_of_row(library, name, items, schema)) if name in _ROWS else (),
        most=key.get("maxLength", 0),
    )


def _of_row(library: Library, name: str, items: Schema, schema: Schema) -> Iterator[Question]:
    """The questions of a row; that of a source asks for all that makes one."""
    oral = oral_grade(library.vocabulary) if name == "sources" else None
    if name == "sources":
        items = WholeSource.model_json_schema()
    if oral:
        yield _whether_told(library, oral)
    for one in _ROWS[name]:
        found = _of_key(library, one, _plain(items["properties"][one], schema), schema, name)
        found = found.but(is_required=one in items["required"], when="public" if oral else "")
        yield found.but(options=tuple(option for option in found.options if not oral or option.value != oral.zh))
    for one in _TOLD if oral else ():
        yield Question(id=one, control="line", ask=library.words[f"form_ask_sources_{one}"], hint="", when="told")


def _whether_told(library: Library, oral: Grade) -> Question:
    """Whether there is something public; what answers that there is not is the grade of such a source."""
    words = library.words
    ways = (Option(value="", text=words.form_source_public), Option(value=oral.zh, text=words.form_source_told))
    return Question(id=TOLD, control="choice", ask=words[f"form_ask_sources_{TOLD}"], hint="", options=ways)


def _control(name: str, key: Schema, is_in_row: bool, options: int) -> Control:
    if name in _ROWS:
        return "rows"
    if key.get("type") == "array":
        return "terms" if 0 < options <= _FEW and name not in _OPEN else "names"
    if options and is_in_row and name not in _OPEN:
        return "choice"
    if options:
        return "line"  # with names that are offered
    return "period" if name == _WHEN else "text" if name in _LONG else "line"


_OPEN = frozenset(("places", "organisation"))  # names that no list has may be written, too


def _plain(key: Schema, schema: Schema) -> Schema:
    """What a key is when it is there, where it stands for itself."""
    for one in key.get("anyOf", ()):
        if one.get("type") != "null":
            return {**_plain(one, schema), **{name: value for name, value in key.items() if name.startswith("x-")}}
    name = str(key.get("$ref", "")).rpartition("/")[2]
    return schema["$defs"][name] if name else key


def options_of(library: Library, facet: str) -> tuple[Option, ...]:
    """The terms of a facet, or the pages of a kind, as they are written."""
    if facet in MODELS:
        return tuple(Option(value=term.zh, text=term.zh, note=term.note) for term in library.vocabulary.terms(facet))
    entries = library.methods if facet == "methods" else library.cases
    return tuple(Option(value=slug, text=entry.front.title) for slug, entry in entries.items())
