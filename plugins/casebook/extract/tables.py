"""The tables of numbers, units, traps and counting, each loaded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from casebook.model.values import Qualifier
from casebook.tables import load


@dataclass(frozen=True)
class Numerals:
    """Values of the Chinese numeral characters; `more` are the words for `and some` (两百多).

    `written`, `formal`, `letters`: what is written for them, and for which (兩: 两, 壹: 一, w: 万); after a character
    of `no_formal_after` a formal one is part of a word, and so is 多 before `no_more_before`, an expression.
    """

    digits: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    more: tuple[str, ...]
    written: Mapping[str, str]
    formal: Mapping[str, str]
    letters: Mapping[str, str]
    no_formal_after: str
    no_more_before: str


@dataclass(frozen=True)
class QualifierWord:
    """A word beside a number, and the qualifier that it gives.

    `families`: only for units of these families (none: all); `not_after`, `not_before`: characters beside which it is
    part of another word (签约5家); `only_before`: characters one of which must follow (上千).
    """

    word: str
    qualifier: Qualifier
    families: tuple[str, ...]
    not_after: str
    not_before: str
    only_before: str


@dataclass(frozen=True)
class Unit:
    """One written form of a unit; a `noun` is the counted noun itself (12社区), and not part of the figure.

    It stands before none of the characters `not_before` (名单), but before words that begin with one (101名单元长).
    """

    form: str
    unit: str
    family: str
    not_before: str
    noun: bool
    yet_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrapRow:
    """A rule for numbers that measure nothing by the words around them; the table explains its fields."""

    why: str
    number: str
    before: tuple[str, ...]
    after: str
    whole: str
    unless_before: tuple[str, ...]
    line: bool
    listed: bool


@dataclass(frozen=True)
class SingleOne:
    """Words right before a single 一: it counts after some (仅一个), not after others (另设一只); 花一周 lasts."""

    counts_after: tuple[str, ...]
    not_after: tuple[str, ...]
    lasts_after: tuple[str, ...]


@dataclass(frozen=True)
class Counting:
    """Words that connect figures, and nouns that make 个 a count of people.

    `changes`: the second figure is the new value of the first; `parts`: it is part of the first; `persons`: 七八个人.
    """

    changes: tuple[str, ...]
    parts: tuple[str, ...]
    persons: frozenset[str]


@cache
def numerals() -> Numerals:
    """The numeral table."""
    table = load("numerals")
    digits, scales = ({char: Decimal(value) for char, value in table[key].items()} for key in ("digits", "scales"))
    more = tuple(table["more"])
    rest = (table[key] for key in ("written", "formal", "letters", "no_formal_after", "no_more_before"))
    return Numerals(digits, scales, more, *rest)


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
        Unit(
            form,
            row["unit"],
            row["family"],
            row.get("not_before", ""),
            row.get("noun", False),
            tuple(row.get("yet_before", ())),
        )
        for row in load("units")
        for form in row.get("forms", [row["unit"]])
    ]
    return tuple(sorted(forms, key=lambda unit: -len(unit.form)))


@cache
def missing_units() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Words that give a number without a unit (资金50万) their unit and family."""
    return tuple((tuple(row["words"]), row["unit"], row["family"]) for row in load("missing_units"))


@cache
def fixed_words() -> Mapping[str, str | None]:
    """Fixed word -> why its number counts nothing; None for a word that only looks like one."""
    return {word: row["why"] for row in reversed(load("not_figures")["words"]) for word in row["words"]}


@cache
def not_figures(part: str) -> tuple[TrapRow, ...]:
    """The rows of not_figures.yaml about `numbers`, text between `marks`, or whole `lines` (both in `whole`)."""
    return tuple(
        TrapRow(
            row["why"],
            row.get("number", "any"),
            tuple(row.get("before", ())),
            row.get("after", ""),
            row.get("whole", row.get("pattern", "")),
            tuple(row.get("unless_before", ())),
            row.get("line", False),
            row.get("listed", False),
        )
        for row in load("not_figures")[part]
    )


@cache
def counting_one() -> SingleOne:
    """The words before a single 一 by which it counts."""
    table = load("not_figures")["one"]
    return SingleOne(tuple(table["counts_after"]), tuple(table["not_after"]), tuple(table["lasts_after"]))


@cache
def counting() -> Counting:
    """The words that connect the figures of a sentence."""
    table = load("counting")
    return Counting(tuple(table["changes"]), tuple(table["parts"]), frozenset(table["persons"]))
