"""The commented template of a new file, made from the models and the sections of the collection."""

import datetime

from pydantic.fields import FieldInfo

from casebook.collection import Collection
from casebook.model.parts import Part
from casebook.model.values import Kind
from casebook.reading.fronts import front_model
from casebook.reading.structure import PLACEHOLDER, STEP_PARTS

_FIRST = ("title", "title_en", "summary", "summary_en", "aliases", "added", "period", "places")
_LEFT_OUT = ("slug", "redirect_from")  # the file name says it; a new page has no old address


def template(kind: Kind, today: datetime.date, collection: Collection) -> str:
    """The text of a new file of `kind`: explained keys (optional ones commented out), and sections with hints.

    Keys of facets that the collection does without are not written. Values to fill in are empty or stand in 〔〕;
    `check` reports each until it is filled in.
    """
    fields = front_model(kind).model_fields
    names = sorted(
        (name for name in fields if name not in _LEFT_OUT and name not in collection.left_out),
        key=lambda n: (*_FIRST, n).index(n),
    )
    front = "\n".join(_key(name, fields[name], today) for name in names)
    body = "\n".join(_section(kind, name, part) for name, part in collection.sections.of(kind).items())
    return f"---\n{front}\n---\n\n{body}"


def _key(name: str, info: FieldInfo, today: datetime.date) -> str:
    example = str(info.examples[0]) if info.examples else ""
    if name == "added":
        return f"# {info.description}\nadded: {today.isoformat()}"
    if info.is_required():
        return f"# {info.description}\n#   例:{example}\n{name}:"
    value = f"\n#   {example}" if example.startswith("-") else f" {example}"
    return f"# (可省略){info.description}\n# {name}:{value}"


def _section(kind: Kind, name: str, part: Part) -> str:
    step = "### 第一步的名称 {#first-step}\n\n" if name == STEP_PARTS[kind] else ""
    return f"## {part.titles[0]}\n\n{step}{PLACEHOLDER[0]}{part.hint}{PLACEHOLDER[1]}\n"
