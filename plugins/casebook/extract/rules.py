"""Applies the rules of a collection's cues to the words around a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from casebook.extract.tables import counting
from casebook.extract.units import families
from casebook.model.cues import Cues
from casebook.model.records import Quantity

UNDECIDED = ""  # the indicator of a figure of which the cues say nothing

Words = frozenset[str]
_NONE: Mapping[str, Words] = MappingProxyType({})
_NO_PERSONS = frozenset(("家", "处", "所", "座", "支"))  # six 餐饮店代表 counted as 六家 are six 餐饮店


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the cues, its words as sets."""

    indicator: str
    units: Words
    noun: Words
    before: Words
    after: Words
    unless: Words

    def is_blocked(self, noun: str, before: Words, behind: Words) -> bool:
        """Whether a word stands there that the rule must not have."""
        return noun in self.unless or not (self.unless.isdisjoint(before) and self.unless.isdisjoint(behind))


class Decision(NamedTuple):
    """The indicator of a figure and what decided.

    That is a `rule` that holds for `words` (noun, before, behind), or another figure, as `told`, or odds: then
    `candidates` are the indicators it may have and the features of each.
    """

    indicator: str
    told: str = ""
    rule: Rule | None = None
    words: tuple[str, Words, Words] = ("", frozenset(), frozenset())
    candidates: Mapping[str, Words] = _NONE

    def said(self) -> tuple[str, ...]:
        """The words by which the rule holds, its units if it needs no word; without a rule what is `told`."""
        if self.rule is None:
            return (self.told,)
        noun, before, behind = self.words
        said = [f"noun {noun}"] if self.rule.noun else []
        said += [f"before {word}" for word in sorted(self.rule.before & before)]
        said += [f"behind {word}" for word in sorted(self.rule.after & behind)]
        return tuple(said) or tuple(f"unit {unit}" for unit in sorted(self.rule.units))


class Rules:
    """The rules of one collection. Each is asked again and again with the few units and nouns there are."""

    def __init__(self, cues: Cues) -> None:
        self._neutral = frozenset(cues.neutral)
        self._rules = [
            Rule(rule.indicator, *map(frozenset, (rule.units, rule.noun, rule.before, rule.after, rule.unless)))
            for rule in cues.rules
        ]
        self._cues = cues
        self._headed: dict[str, set[str]] = {}  # word -> the nouns that it is a head of
        for noun in cues.nouns:
            for head in _heads(noun):
                self._headed.setdefault(head, set()).add(noun)
        self.nouns_for, self.verbs_for = cache(self._nouns), cache(self._verbs)
        self.rules_for, self._rules_about = cache(self._find), cache(self._find_about)
        self.hint = cache(self._hint)

    def decision(self, quantity: Quantity, noun: str, before: Words, behind: Words) -> Decision | None:
        """The decision of the first rule that holds for a figure by its unit and the words around it."""
        for rule in self._rules_about(counted_as(quantity.unit, noun), noun):
            if rule.before and rule.before.isdisjoint(before):
                continue
            if rule.after and rule.after.isdisjoint(behind):
                continue
            if rule.unless.isdisjoint(before) and rule.unless.isdisjoint(behind):
                return Decision(rule.indicator, rule=rule, words=(noun, before, behind))
        return None

    def _nouns(self, unit: str) -> Words:
        """The nouns that this unit can count: 志愿者, not 巡查, in 20名志愿者巡查."""
        units = (unit, "人") if unit == "个" else (unit,)
        known = self._neutral.union(*(rule.noun for name in units for rule in self.rules_for(name)))
        known = known.union(*(self._headed.get(head, ()) for head in known))
        return known - counting().persons if unit in _NO_PERSONS else known

    def _verbs(self, unit: str) -> Words:
        """The words behind what is counted by which rules for this unit know it: 考取, in 318人考取救护员证."""
        return frozenset[str]().union(*(rule.after for rule in self.rules_for(unit)))

    def _find(self, unit: str) -> tuple[Rule, ...]:
        names = {unit, families().get(unit, "")}
        return tuple(rule for rule in self._rules if rule.units & names)

    def _find_about(self, unit: str, noun: str) -> tuple[Rule, ...]:
        """The rules for a unit that this noun allows; nouns are those of the cues, so there are few.

        What no rule knows as a whole, and what the words around it must confirm, may be known by its head.
        """
        rules = self.rules_for(unit)
        heads = _heads(noun)
        by_itself = {noun} if any(noun in rule.noun for rule in rules) else heads
        return tuple(
            rule
            for rule in rules
            if not (rule.noun and rule.noun.isdisjoint(heads if rule.before or rule.after else by_itself))
            and noun not in rule.unless
        )

    def _hint(self, unit: str) -> str:
        """The indicator that a unit suggests, or else its family; the one of all other figures if neither does."""
        hinted = self._cues.hinted
        return hinted(unit) or hinted(families().get(unit, "")) or self.otherwise

    @property
    def otherwise(self) -> str:
        """The indicator of all other figures."""
        return self._cues.otherwise or UNDECIDED


def _heads(noun: str) -> Words:
    """A noun and the ends of it that may be its head: 项目 of 公益项目, not 会 of 居委会."""
    return frozenset((noun, *(noun[at:] for at in range(1, len(noun) - 1))))


def counted_as(unit: str, noun: str) -> str:
    """The unit by which a noun is counted: 七八个人 are people."""
    return "人" if unit == "个" and noun in counting().persons else unit
