"""The values that records are made of, and the checks of what an author writes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self, dataclass_transform

import msgspec
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, core_schema

from casebook import locators
from casebook.characters import letters
from casebook.dates import checked_date, checked_day, checked_period
from casebook.filenames import LONGEST, checked_name
from casebook.wrong import Wrong

Kind = Literal["case", "method", "page"]
Level = Literal["province", "city", "district", "town", "community"]
Severity = Literal["error", "warning", "todo"]  # a to-do is what a draft still asks its author
Qualifier = Literal["exact", "about", "near", "over", "under", "at_least", "at_most", "range"]

Span = tuple[int, int]  # characters of a text, half open

_DEEPEST_FORMER = 3  # folders of an old address; ours have two
LONGEST_QUOTE = 40  # characters of a source that may be quoted for a figure
SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_NAME = 200  # characters of a title or another name


def checked_title(text: str) -> str:
    """Return `text` if it can name something: it has a word, not only marks or one letter; else raise Wrong."""
    if letters(text) < 2:
        raise Wrong(f"“{text}” 不成名称", "至少一个汉字,或两个字母、数字")
    return text


def checked_english(text: str) -> str:
    """Return `text` if it is empty or can name something, as a title in English; else raise Wrong."""
    return checked_title(text) if text else text


def checked_label(text: str) -> str:
    """Return `text` if it has a letter or digit, as the grade `C`; else raise Wrong."""
    if not letters(text):
        raise Wrong(f"“{text}” 里没有字", "至少写一个汉字、字母或数字")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Short = Annotated[Text, StringConstraints(max_length=LONGEST_NAME)]
Name = Annotated[_Short, AfterValidator(checked_title)]
Label = Annotated[_Short, AfterValidator(checked_label)]
English = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=LONGEST_NAME), AfterValidator(checked_english)
]  # a title or name that may be missing, and is a gap then
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG_PATTERN}$", max_length=LONGEST)]
PageName = Annotated[Slug, AfterValidator(checked_name)]  # the page stands in a folder of this name


class Dated:
    """Marks a value that tells when something was: its beginning cannot lie in the future."""


EdtfDate = Annotated[str, AfterValidator(checked_date), Dated()]
EdtfPeriod = Annotated[str, AfterValidator(checked_period), Dated()]
Day = Annotated[str, AfterValidator(checked_day), Dated()]


class Record(BaseModel):
    """The base of records of what others wrote, and of what is read again: frozen, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __getstate__(self) -> dict[Any, Any]:
        """The fields alone: nobody asks which of them were given, and there are no others."""
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        super().__setstate__(
            {
                "__dict__": state,
                "__pydantic_fields_set__": {*state},
                "__pydantic_extra__": None,
                "__pydantic_private__": None,
            }
        )


class _OfStructs(msgspec.StructMeta):
    """Makes classes of structs, all of them with the same options, which msgspec would have each class repeat."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: bool) -> "_OfStructs":
        """A class without garbage collection: what is frozen holds nothing that holds it."""
        return super().__new__(cls, name, bases, namespace, frozen=True, kw_only=True, gc=False)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Struct(msgspec.Struct, metaclass=_OfStructs, frozen=True, kw_only=True):
    """The base of what our own code makes of records: frozen, and taken as it is, since nobody else writes its fields.

    It is made in a twentieth of the time of a Record.
    """

    def but(self, **changes: Any) -> Self:
        """The same with other values of some fields."""
        return msgspec.structs.replace(self, **changes)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What a struct is in JSON, for the schema of a file that has it."""
        fields = {one.name: handler.generate_schema(one.type) for one in msgspec.structs.fields(cls)}
        return core_schema.typed_dict_schema(
            {name: core_schema.typed_dict_field(schema) for name, schema in fields.items()},
            cls_name=cls.__name__,
            ref=f"{cls.__module__}.{cls.__name__}:{id(cls)}",
        )


@dataclass(frozen=True)
class TermOf:
    """Marks a front-matter value as the name of a term of a facet, or of a case or method (`cases`, `methods`)."""

    name: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Let the JSON Schema say which list the value comes from."""
        return {**handler(schema), "x-facet": self.name}


@dataclass(frozen=True)
class WrittenAs:
    """Marks a front-matter value that is one of few ids: `words` has the id of each word that authors write."""

    words: Mapping[str, str]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take one of the words, and keep its id."""
        return core_schema.no_info_after_validator_function(
            self.words.__getitem__, core_schema.literal_schema(list(self.words))
        )


def is_slug(text: str) -> bool:
    """Whether `text` can be the name of a page or of a step in an address."""
    return len(text) <= LONGEST and re.fullmatch(SLUG_PATTERN, text) is not None


def checked_quote(text: str) -> str:
    """Return `text` if it is short enough to be quoted; else raise Wrong."""
    if len(text) > LONGEST_QUOTE:
        raise Wrong(f"原话有 {len(text)} 字", f"截取含数字的一段,不超过 {LONGEST_QUOTE} 字")
    return text


def checked_locator(text: str) -> str:
    """Return `text` if it names a paragraph or page; else raise Wrong."""
    if not locators.PATTERN.fullmatch(text):
        place = locators.meant(text)
        raise Wrong(f"看不懂位置 “{text}”", f"写成 {place}" if place else "写成 第37段 或 第2页")
    return text


def checked_number(text: str) -> str:
    """Return `text` if it is a plain number; else raise Wrong."""
    if not re.fullmatch(r"\d{1,15}(\.\d{1,6})?", text, re.ASCII):
        raise Wrong(f"“{text}” 不是数值", "只写阿拉伯数字,不带逗号和单位,例如 5020.86")
    return text


def checked_filled(text: str) -> str:
    """Return `text` if it has more than the dots of a placeholder; else raise Wrong."""
    if not text.strip("…. "):
        raise Wrong(f"“{text}” 还没有填", "写上内容,例如 Parking")
    return text


def checked_step(text: str) -> str:
    """Return `text` if it names a step of a method; else raise Wrong."""
    if not re.fullmatch(rf"{SLUG_PATTERN}#{SLUG_PATTERN}", text):
        raise Wrong(f"看不懂步骤 “{text}”", "写成 方法文件名#步骤,例如 deliberation#score")
    return text


def checked_former_page(text: str) -> str:
    """Return `text` if it is the name or the address of a page; else raise Wrong."""
    if not re.fullmatch(f"{SLUG_PATTERN}|/?(?:{SLUG_PATTERN}/)+", text):
        raise Wrong(f"看不懂旧地址 “{text[:60]}”", "写以前的名字,例如 old-name;换了文件夹的写成 cases/old-name/")
    parts = text.strip("/").split("/")
    if len(parts) > _DEEPEST_FORMER:
        raise Wrong(f"旧地址 “{text[:60]}” 有 {len(parts)} 段", f"不超过 {_DEEPEST_FORMER} 段;没有公布过的旧地址就删去")
    for name in parts:
        checked_name(name)
    return text
