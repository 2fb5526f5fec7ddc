"""Decides what figures measure: plain text and the cues of a collection -> metrics."""

import re
from dataclasses import dataclass
from functools import cache

from casebook.extract.lexicon import Lexemes, Lexicon
from casebook.extract.quantities import quantities
from casebook.extract.sentences import sentence_around
from casebook.extract.tables import counting
from casebook.extract.units import families
from casebook.model.cues import Cues
from casebook.model.records import Metric, Quantity

UNDECIDED = ""  # the indicator of a figure of which the cues say nothing
_BEFORE, _AFTER = 22, 22  # characters on each side in which a word can say what is counted
_GAP, _LONG_GAP = 5, 10  # unknown characters between a number and the noun that it counts; with 的 at their end
# A clause ends at a mark; what it counts ends where a second thing is joined to it: 3次会议和2次培训
_STOP = frozenset(",，、。；;：:！!？?\n（）()")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_JOIN = frozenset("和与及并")
_MARKS = frozenset('“”"‘’「」《》 \u00a0\u3000')
# Words that stand between what is counted and its number: 志愿者达64人次, 项目数为12个
_FILLERS = frozenset("共达约为有近超了的数量总合计已各仅逾在到至增从由：:")
_CHANGED_NEAR = 16
_RIGHT_BEHIND = 3  # 412户、1637人: what the first counts tells of the second; cues name it <households>
_QUOTED = 300  # characters of a sentence on each side of its figure; only lists without a stop are longer
TOPIC = "<topic>"  # what is counted stands before its number: 60岁以上老人318名


@dataclass(frozen=True, slots=True)
class _Context:
    """The words around a figure: `noun` is what is counted, the others stand before and after."""

    noun: str
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of the cues, its words as sets."""

    indicator: str
    units: frozenset[str]
    noun: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    unless: frozenset[str]


class Indicators:
    """Finds the indicators of figures by the cues of one collection."""

    def __init__(self, cues: Cues) -> None:
        self._lexicon = Lexicon(cues)
        self._neutral = frozenset(cues.neutral)
        self._rules = [
            _Rule(rule.indicator, *map(frozenset, (rule.units, rule.noun, rule.before, rule.after, rule.unless)))
            for rule in cues.rules
        ]
        self._cues = cues
        # each is asked again and again with the few units and nouns there are
        self._rules_for, self._rules_about = cache(self._find_rules), cache(self._find_rules_about)
        self._nouns_for, self._hinted = cache(self._find_nouns), cache(self._hint)
        self._verbs_for = cache(self._find_verbs)

    def metrics(self, text: str) -> tuple[Metric, ...]:
        """Every quantity of `text` with its indicator and its sentence."""
        words = self._lexicon.lexemes(text)
        found: list[Metric] = []
        for quantity in quantities(text):
            start, end = sentence_around(text, quantity.start, _QUOTED)
            last = found[-1] if found and found[-1].end > start else None
            changed = last is not None and _is_change(text, last, quantity)
            measured = last.indicator if last and changed else self._measured(text, words, start, end, last, quantity)
            found.append(
                Metric(
                    **quantity.__dict__,
                    indicator=measured,
                    sentence=text[start:end],
                    before=last.value if last and changed else None,
                )
            )
        return tuple(found)

    def _measured(
        self, text: str, words: Lexemes, start: int, end: int, last: Metric | None, quantity: Quantity
    ) -> str:
        floor = max(start, quantity.start - _BEFORE, last.end if last else 0)
        ceiling = min(end, quantity.end + _AFTER)
        clause = _clause_start(text, floor, quantity.start)
        nouns = self._nouns_for(quantity.unit)
        noun, after = _following(text, words, nouns, self._verbs_for(quantity.unit), quantity.end, ceiling)
        near = _between(words, clause, quantity.start)
        if not noun and (noun := _preceding(text, words, nouns, clause, quantity.start)):
            near |= {TOPIC}
        if last and quantity.start - last.end <= _RIGHT_BEHIND:
            near |= {f"<{last.indicator}>"}
        earlier = _earlier(words, max(start, quantity.start - _BEFORE), quantity.start, quantity)
        return (
            self._ruled(quantity, _Context(noun, near, after))
            or (last.indicator if last and _is_part(text, last, clause, quantity) else "")
            or self._ruled(quantity, _Context(noun, earlier, after))
            or self._hinted(quantity.unit)
        )

    def _ruled(self, quantity: Quantity, context: _Context) -> str:
        """The id of the indicator of `quantity`, by its unit and the words around it; empty if no rule applies."""
        counts_people = quantity.unit == "个" and context.noun in counting().persons
        before, after = context.before, context.after
        for rule in self._rules_about("人" if counts_people else quantity.unit, context.noun):
            if rule.before and rule.before.isdisjoint(before):
                continue
            if rule.after and rule.after.isdisjoint(after):
                continue
            if rule.unless.isdisjoint(before) and rule.unless.isdisjoint(after):
                return rule.indicator
        return ""

    def _find_nouns(self, unit: str) -> frozenset[str]:
        """The nouns that this unit can count: 志愿者, not 巡查, in 20名志愿者巡查."""
        units = (unit, "人") if unit == "个" else (unit,)
        return self._neutral.union(*(rule.noun for name in units for rule in self._rules_for(name)))

    def _find_verbs(self, unit: str) -> frozenset[str]:
        """The words behind what is counted by which rules for this unit know it: 考取, in 318人考取救护员证."""
        return frozenset[str]().union(*(rule.after for rule in self._rules_for(unit)))

    def _find_rules(self, unit: str) -> tuple[_Rule, ...]:
        names = {unit, families().get(unit, "")}
        return tuple(rule for rule in self._rules if rule.units & names)

    def _find_rules_about(self, unit: str, noun: str) -> tuple[_Rule, ...]:
        """The rules for a unit that this noun allows; nouns are those of the cues, so there are few."""
        return tuple(
            rule for rule in self._rules_for(unit) if (not rule.noun or noun in rule.noun) and noun not in rule.unless
        )

    def _hint(self, unit: str) -> str:
        """The indicator that a unit suggests, or else its family."""
        hinted = self._cues.hinted
        return hinted(unit) or hinted(families().get(unit, "")) or self._cues.otherwise or UNDECIDED


def _is_change(text: str, last: Metric, quantity: Quantity) -> bool:
    """Whether `quantity` is the new value of the figure before it: 从251项减少到62项."""
    if last.unit != quantity.unit or quantity.start - last.end > _CHANGED_NEAR:
        return False
    return bool(_changed().fullmatch(text, last.end, quantity.start))


@cache
def _changed() -> re.Pattern[str]:
    """The pattern of the words between the two figures of a change: 减少到, 一路增加至."""
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{'|'.join(counting().changes)})(?:[到至为成]|到了|至了)")


def _is_part(text: str, last: Metric, clause: int, quantity: Quantity) -> bool:
    """Whether a figure is part of the one before it, and so measures the same: 志愿者120人,其中党员45人."""
    same = families().get(last.unit) == families().get(quantity.unit)
    return same and text.startswith(counting().parts, clause)


def _clause_start(text: str, floor: int, start: int) -> int:
    """The start of the clause before a number, across a colon right before the number: 志愿者：2.3万人."""
    at = start - 1 if text[start - 1 : start] in ("：", ":") else start
    while at > floor and text[at - 1] not in _STOP:
        at -= 1
    return at


def _between(words: Lexemes, start: int, end: int) -> frozenset[str]:
    """The words inside a span."""
    first, last = words.first_at(start), words.first_at(end)
    return frozenset(word.text for word in words.words[first:last])


def _earlier(words: Lexemes, start: int, end: int, quantity: Quantity) -> frozenset[str]:
    """The words of the clauses before; for a count of people only the verbs, since each clause names its own people."""
    first, last = words.first_at(start), words.first_at(end)
    is_people = families().get(quantity.unit) in ("people", "times")
    return frozenset(word.text for word in words.words[first:last] if not (is_people and word.noun))


def _following(
    text: str, words: Lexemes, nouns_here: frozenset[str], verbs: frozenset[str], start: int, ceiling: int
) -> tuple[str, frozenset[str]]:
    """The counted noun right after a number, and the words after it in the clause.

    The last noun of a compound counts (3名社区志愿者); 的 ends the compound (27个村居的街坊会).
    """
    noun, after = "", []
    at, place = start, words.first_at(start - 1)
    if place < len(words.ends) and words.ends[place] <= start:  # else the word begins with the unit: 3.2万人口
        place += 1
    is_open = True  # whether a noun may still be part of what is counted
    while place < len(words.starts) and words.starts[place] < ceiling:
        first, word = words.starts[place], words.words[place]
        gap = text[at:first]
        if not _STOP.isdisjoint(gap) or (gap[:1] not in _DIGITS and not _DIGITS.isdisjoint(gap)):
            break
        unknown = sum(char not in _MARKS for char in gap)
        if noun and (unknown or "的" in gap):
            is_open = False
        if not noun and unknown > (_LONG_GAP if gap.endswith("的") else _GAP):
            is_open = False
        if is_open and word.text in nouns_here:
            noun = word.text
        else:
            after.append(word.text)
            is_open = is_open and (word.soft or not (noun or unknown or word.text in verbs))
        if noun and text[words.ends[place] : words.ends[place] + 1] in _JOIN:
            is_open = False
        at = words.ends[place]
        place += 1
    return noun, frozenset(after)


def _preceding(text: str, words: Lexemes, nouns_here: frozenset[str], clause: int, start: int) -> str:
    """The counted noun right before a number: 志愿者64人次, 项目数达12个."""
    changed_from = max(text.rfind("从", clause, start), text.rfind("由", clause, start))
    start = changed_from if changed_from > clause else start
    place = words.first_at(start) - 1
    while place >= 0 and words.starts[place] >= clause:
        gap = text[words.ends[place] : start]
        if sum(char not in _FILLERS and char not in _MARKS for char in gap) > 2:
            return ""
        if words.words[place].text in nouns_here:
            return words.words[place].text
        start = words.starts[place]
        place -= 1
    return ""
