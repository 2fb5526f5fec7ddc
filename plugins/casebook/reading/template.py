"""The commented template of a new file, made from the models and the sections of the collection."""

import datetime
from textwrap import indent

from pydantic.fields import FieldInfo

from casebook.collection import Collection
from casebook.facets import MODELS
from casebook.model.packs import Pack, PackPart
from casebook.model.parts import Part
from casebook.model.values import Kind
from casebook.reading.fronts import front_model
from casebook.reading.structure import STEP_PARTS
from casebook.reading.todos import asked
from casebook.vocabulary import Vocabulary

_FIRST = ("title", "title_en", "summary", "summary_en", "aliases", "asked", "added", "period", "places")
_TERMS = {"key_figures": "indicators"}  # key -> facet whose terms it lists, where that is not the key itself
_EXAMPLES = 2  # terms in an example
_STEPS = {  # what a file asks for beyond what a part tells
    "case": "用上了哪个方法,就用双方括号链接到它的那一步;每一步一个三级标题,花括号里是固定地址,定了就不改",
    "method": "每一步一个三级标题,花括号里是固定地址,定了就不改",
}
_NONE = "没有资料就删去这一节"
_LEFT_OUT = ("slug", "redirect_from")  # the file name says it; a new page has no old address


def template(kind: Kind, today: datetime.date, collection: Collection, vocabulary: Vocabulary) -> str:
    """The text of a new file of `kind`: explained keys (optional ones commented out), and sections with hints.

    Keys of facets that the collection does without are not written; examples of terms are its own. Values to fill in
    are empty or stand in 〔？〕; `check` reports each until it is filled in.
    """
    fields = front_model(kind).model_fields
    names = sorted(
        (name for name in fields if name not in _LEFT_OUT and name not in collection.left_out),
        key=lambda n: (*_FIRST, n).index(n),
    )
    front = "\n".join(_key(name, fields[name], today, vocabulary) for name in names)
    body = "\n".join(_section(kind, name, part) for name, part in collection.sections.of(kind).items())
    return f"---\n{front}\n---\n\n{body}"


def pack_template() -> str:
    """The text of a new course pack: its explained keys, and a part with those of parts, all but the last left out."""
    *others, (last, asks) = PackPart.model_fields.items()
    part = "\n".join((*(_optional(*one) for one in others), _required(last, asks)))
    return "\n".join(
        (*(_required(*one) for one in Pack.model_fields.items()), f"  - {indent(part, ' ' * 4).strip()}", "")
    )


def _key(name: str, info: FieldInfo, today: datetime.date, vocabulary: Vocabulary) -> str:
    example = _example(name, info, vocabulary)
    if name == "added":
        return f"# {info.description}\nadded: {today.isoformat()}"
    return _required(name, info, example) if info.is_required() else _optional(name, info, example)


def _required(name: str, info: FieldInfo, example: str = "") -> str:
    return f"# {info.description}\n#   例:{example or _given(info)}\n{name}:"


def _optional(name: str, info: FieldInfo, example: str = "") -> str:
    value = example or _given(info)
    return f"# (可省略){info.description}\n# {name}:" + (f"\n#   {value}" if value.startswith("-") else f" {value}")


def _given(info: FieldInfo) -> str:
    """The example of a field, if it has one."""
    return str(info.examples[0]) if info.examples else ""


def _example(name: str, info: FieldInfo, vocabulary: Vocabulary) -> str:
    """How the value of a key is written: with the first terms of the collection where it lists terms."""
    example = _given(info)
    facet = _TERMS.get(name, name)
    is_listed = facet in MODELS and facet != "places" and example.startswith("[")  # a place is written with those above
    terms = vocabulary.terms(facet)[:_EXAMPLES] if is_listed else ()
    names = ", ".join(term.zh for term in terms)
    return f"[{names}]" if names else example


def _section(kind: Kind, name: str, part: Part) -> str:
    step = "### 第一步的名称 {#first-step}\n\n" if name == STEP_PARTS[kind] else ""
    if part.opening:
        step += asked(f"一句话说这一步要做什么,不超过 {part.opening} 字,自成一段") + "\n\n"
    more = _STEPS[kind] if step else "" if part.required else _NONE
    hint = "；".join(filter(None, (part.hint, more)))
    answers = "".join(f"\n- {ask}：{asked('写一两句')}" for ask in part.asks)
    return f"## {part.titles[0]}\n\n{step}{asked(hint)}\n" + (f"{answers}\n" if answers else "")
