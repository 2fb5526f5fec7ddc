"""What speaks for each indicator of a figure of which no rule is sure: features, whose weights are fitted.

A feature says how the words of an indicator's rules stand to the figure, or which kind of words around it (contexts.py)
goes with which indicator.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from casebook.extract.contexts import context
from casebook.extract.lexicon import Lexemes
from casebook.extract.rules import Decision, Rule, Rules, Words, counted_as
from casebook.extract.sentences import sentence_around
from casebook.extract.surroundings import QUOTED, TOPIC, Surroundings, between
from casebook.extract.units import families
from casebook.extract.weights import weights
from casebook.model.records import Metric, Quantity

_FAR, _BACK = 80, 120  # characters before a figure, and before its sentence, in which its words are looked for
_HEADING = 26  # characters of a heading at most
_LINES = 12  # lines above in which a heading is looked for
_LEAST = 0.5  # the probability from which on an indicator is more than a guess, and outweighs a rule that may err
# Families of units of which rules without a noun that hold by a short word (资金, 投入) err more than weights
_GIVE_WAY, _SHORT = ("money", "count"), 2
_MANY = 6  # candidates; of fewer, which a collection without most rules has, one is chosen by words of its rules alone
_WORD_BACK = "its word in the sentence before"
_SILENT = ("unit ", "size ", "first in its sentence", "counts nothing named")  # what says no word of a text
_STOPS = "。；，;,."
_BEHIND = "，,。；;）)、：:\n"


class _Asked(NamedTuple):
    """A figure without a rule and the words about it: of its sentence, the sentence before, the heading above."""

    quantity: Quantity
    family: str
    around: Surroundings
    beside: str  # the word right before the number
    far: Words
    back: Words
    heading: Words
    is_last: bool  # nothing follows in the clause
    last: Metric | None
    is_near: bool  # `last` is in the same sentence


@dataclass(frozen=True, slots=True)
class _Known:
    """The rules for a unit by their indicator, and who knows a word: part of the rules -> word -> their indicators."""

    rules: Mapping[str, tuple[Rule, ...]]
    knows: Mapping[str, Mapping[str, Words]]


class Leanings:
    """Finds the indicators that a figure may have, and what speaks for each."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._known = cache(self._find)
        self._joined = cache(_joined)  # there are few, each of which many words share

    def candidates(
        self,
        text: str,
        words: Lexemes,
        quantity: Quantity,
        around: Surroundings,
        last: Metric | None,
        ruled: Decision | None = None,
    ) -> dict[str, Words]:
        """The indicators that a figure may have, with the features of each; `last` is the figure before it.

        `ruled` is what a rule says. Nothing when rules know but the one that its unit suggests.
        """
        known = self._known(counted_as(quantity.unit, around.noun))
        hint, otherwise = self._rules.hint(quantity.unit), self._rules.otherwise
        if not known.rules.keys() - {hint}:
            return {}
        asked = _asked(text, words, quantity, around, last)
        names = {*known.rules, hint, otherwise, *((last.indicator,) if last and asked.is_near else ())}
        found = {name: {f"is {name}", f"is {name} for {asked.family}"} for name in sorted(names)}
        for name, rules in known.rules.items():
            found[name].update([f"rule {how}" for rule in rules if (how := _half(rule, asked))])
        for feature, name in _places(asked, known):
            found[name].add(feature)
        if last and last.indicator in found:
            found[last.indicator].update(_neighbour(asked, last))
        found[hint].add("otherwise" if hint == otherwise else "its unit")
        found[otherwise].add(f"other: {_what(asked)}")
        if ruled and ruled.rule:
            found[ruled.indicator].update(_ruled(ruled.indicator, ruled.rule))
        of_context = context(text, quantity, (around.sentence, around.end), last)
        return {
            name: frozenset(features.union([f"{name}: {one}" for one in of_context]))
            for name, features in found.items()
        }

    def _find(self, unit: str) -> _Known:
        rules: dict[str, tuple[Rule, ...]] = {}
        knows: dict[str, dict[str, Words]] = {"noun": {}, "before": {}, "after": {}}
        for rule in self._rules.rules_for(unit):
            rules[rule.indicator] = (*rules.get(rule.indicator, ()), rule)
            for part, of_part in knows.items():
                for word in getattr(rule, part):
                    of_part[word] = self._joined(of_part.get(word, frozenset()), rule.indicator)
        return _Known(rules, knows)


def _joined(some: Words, one: str) -> Words:
    return some | {one}


def leading(candidates: Mapping[str, Words], hint: str, ruled: str = "") -> str:
    """The likeliest candidate, if it is likelier than not; else what a rule says (`ruled`), or the unit's `hint`."""
    if not candidates:
        return ruled or hint
    table = weights("indicators")
    odds = {name: table.odds(features) for name, features in candidates.items()}
    best = max(odds, key=odds.__getitem__)
    if _is_bare(candidates[best] & table.features.keys(), best, few=len(candidates) < _MANY):
        return ruled or hint
    probable = 1 / math.fsum(math.exp(one - odds[best]) for one in odds.values())
    return best if probable >= _LEAST else ruled or hint


def _is_bare(features: Words, name: str, *, few: bool) -> bool:
    """Whether features say what most figures are, not this one; among `few` candidates kinds of words do so, too."""
    silent = ("is ", _WORD_BACK, *(f"{name}: {one}" for one in (("",) if few else _SILENT)))
    return all(one.startswith(silent) for one in features)


def is_firm(quantity: Quantity, ruled: Decision) -> bool:
    """Whether a rule is right by itself: it says what is counted, or much, or is about units of which few rules err."""
    rule, (_, before, behind) = ruled.rule, ruled.words
    if rule is None or rule.noun or families().get(quantity.unit) not in _GIVE_WAY:
        return True
    held = (rule.before & before) | (rule.after & behind)
    return max(map(len, held), default=_SHORT + 1) > _SHORT


def _ruled(name: str, rule: Rule) -> Iterator[str]:
    parts = [part for part in ("noun", "before", "after") if getattr(rule, part)]
    yield f"ruled by {' and '.join(parts)}"
    yield f"{name}: ruled"


def _asked(text: str, words: Lexemes, quantity: Quantity, around: Surroundings, last: Metric | None) -> _Asked:
    start = around.sentence
    before, _ = sentence_around(text, start - 2, QUOTED) if start > 1 else (0, 0)
    place = words.first_at(quantity.start) - 1
    is_beside = place >= 0 and words.ends[place] >= quantity.start - 2 and words.starts[place] >= around.clause
    return _Asked(
        quantity=quantity,
        family=families().get(quantity.unit, quantity.unit),
        around=around,
        beside=words.words[place].text if is_beside else "",
        far=between(words, max(start, quantity.start - _FAR), quantity.start),
        back=between(words, max(before, start - _BACK), start),
        heading=between(words, *_heading(text, start)),
        is_last=text[quantity.end : quantity.end + 1] in _BEHIND,
        last=last,
        is_near=last is not None and last.end > start,
    )


def _heading(text: str, start: int) -> tuple[int, int]:
    """The span of the nearest line above that is short and no sentence; an empty one when there is none."""
    end = max(text.rfind("\n", max(0, start - QUOTED), start), 0)
    for _ in range(_LINES):
        begin = text.rfind("\n", max(0, end - QUOTED), end) + 1
        line = text[begin:end].strip()
        if 2 < len(line) < _HEADING and line[-1] not in _STOPS:
            return begin, end
        if not begin:
            break
        end = begin - 1
    return 0, 0


def _half(rule: Rule, asked: _Asked) -> str:
    """How a rule holds when words far away count, or those that it must not have do not; empty if it does not hold."""
    around = asked.around
    if rule.noun and around.noun not in rule.noun:
        return ""
    if rule.after and rule.after.isdisjoint(around.behind):
        return ""
    before = _place(rule.before, asked) if rule.before else ""
    if rule.before and not before:
        return ""
    blocked = rule.is_blocked(around.noun, around.near, around.behind)
    said = ("blocked" if blocked else "holds", rule.noun and "noun", before, rule.after and "behind")
    return " ".join([str(part) for part in said if part])


def _place(words: Words, asked: _Asked) -> str:
    """Where the nearest of `words` stands before a figure, or nothing."""
    if not words.isdisjoint(asked.around.near):
        return "before near"
    if not words.isdisjoint(asked.around.earlier):
        return "before earlier"
    return "" if words.isdisjoint(asked.far) else "before far"


def _places(asked: _Asked, known: _Known) -> Iterator[tuple[str, str]]:
    """(feature, indicator): where the words of an indicator stand, whatever its rules say of them together."""
    around = asked.around
    there: tuple[tuple[str, str, Collection[str]], ...] = (
        ("its noun before" if TOPIC in around.near else "its noun", "noun", (around.noun,)),
        ("its word right before", "before", (asked.beside,)),
        ("its word before", "before", around.near),
        ("its word earlier", "before", around.earlier),
        ("its word far before", "before", asked.far),
        (_WORD_BACK, "before", asked.back),
        ("its noun in the sentence before", "noun", asked.back),
        ("its word in the heading", "before", asked.heading),
        ("its word in the heading", "noun", asked.heading),
        ("its word behind", "after", around.behind),
        ("its noun in the clause before", "noun", around.near),
        ("its noun far before", "noun", asked.far),
    )
    for feature, part, words in there:
        knows = known.knows[part]
        for word in words:
            if word in knows:
                yield from [(feature, name) for name in knows[word]]


def _neighbour(asked: _Asked, last: Metric) -> Iterator[str]:
    """What the figure before says, if it has this indicator."""
    same = families().get(last.unit, last.unit) == asked.family
    said = {
        "in the sentence": asked.is_near,
        "same family": same,
        "same unit": last.unit == asked.quantity.unit,
    }
    yield ", ".join(("the figure before", *(what for what, holds in said.items() if holds)))
    if asked.is_near and same:
        yield f"the figure before, same family, {_what(asked)}"
    if 0 <= asked.quantity.start - last.end <= len("、共"):
        yield "right behind the figure before"


def _what(asked: _Asked) -> str:
    return f"{'noun' if asked.around.noun else 'no noun'}{', nothing behind' if asked.is_last else ''}"
