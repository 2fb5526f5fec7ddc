"""The language tables of casebook/data/*.yaml, each loaded once; a table row is data that a non-programmer can mend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml

from casebook.model import Qualifier


@dataclass(frozen=True)
class Numerals:
    """Values of the Chinese numeral characters; `more` are the words that say `and some` (两百多)."""

    digits: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    more: tuple[str, ...]


@dataclass(frozen=True)
class QualifierWord:
    """A word beside a number and what it says of it.

    `families`: only beside units of these families (none: all); `not_after`, `not_before`: characters beside
    which it is part of another word (签约5家); `only_before`: characters one of which must follow (上千).
    """

    word: str
    qualifier: Qualifier
    families: tuple[str, ...]
    not_after: str
    not_before: str
    only_before: str


@dataclass(frozen=True)
class Unit:
    """One written form of a unit; a `noun` is the counted noun itself (12社区) and no part of the figure."""

    form: str
    unit: str
    family: str
    hint: str
    not_before: str
    noun: bool


@dataclass(frozen=True)
class NotFigure:
    """A pattern of numbers that measure nothing; no trap right after one of `unless_after`."""

    pattern: str
    unless_after: tuple[str, ...]


@dataclass(frozen=True)
class IndicatorRule:
    """An indicator and what must hold for it: the unit (or its family), a cue before, a cue after; empty means any."""

    indicator: str
    units: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    unless: tuple[str, ...]


def load(name: str) -> Any:
    """The content of the table casebook/data/`name`.yaml."""
    text = resources.files("casebook").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def longest_first(words: Iterable[str]) -> list[str]:
    """The words, a longer one before any that it starts with, so that an alternation finds the longest."""
    return sorted(set(words), key=lambda word: (-len(word), word))


@cache
def numerals() -> Numerals:
    """The numeral table."""
    table = load("numerals")
    digits, scales = ({char: Decimal(value) for char, value in table[key].items()} for key in ("digits", "scales"))
    return Numerals(digits, scales, tuple(table["more"]))


@cache
def qualifiers(place: str) -> tuple[QualifierWord, ...]:
    """The qualifier words that stand `before` a number, `after` it, or `apart` from it; longest first."""
    words = [
        QualifierWord(
            word,
            row["qualifier"],
            tuple(row.get("families", ())),
            row.get("not_after", ""),
            row.get("not_before", ""),
            row.get("only_before", ""),
        )
        for row in load("qualifiers")[place]
        for word in row["words"]
    ]
    return tuple(sorted(words, key=lambda word: -len(word.word)))


@cache
def units() -> tuple[Unit, ...]:
    """Every written form of every unit; longest first, so that 平方米 is not read as 米."""
    forms = [
        Unit(form, row["unit"], row["family"], row.get("hint", ""), row.get("not_before", ""), row.get("noun", False))
        for row in load("units")
        for form in row.get("forms", [row["unit"]])
    ]
    return tuple(sorted(forms, key=lambda unit: -len(unit.form)))


@cache
def missing_units() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Words before a number without a unit, with the unit and family that they give it (资金50万)."""
    return tuple((tuple(row["words"]), row["unit"], row["family"]) for row in load("missing_units"))


@cache
def not_figures() -> tuple[NotFigure, ...]:
    """The patterns of numbers that are no figures, in the order of the file."""
    return tuple(NotFigure(row["pattern"], tuple(row.get("unless_after", ()))) for row in load("not_figures"))


@cache
def indicator_rules() -> tuple[IndicatorRule, ...]:
    """The rules that tell what a figure measures, in the order of the file: the first that holds decides."""
    return tuple(
        IndicatorRule(
            row["indicator"],
            frozenset(row["units"]),
            tuple(row.get("before", ())),
            tuple(row.get("after", ())),
            tuple(row.get("unless", ())),
        )
        for row in load("indicators")
    )
