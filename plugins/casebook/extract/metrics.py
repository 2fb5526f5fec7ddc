"""Decides what figures measure: plain text and the cues of a collection -> metrics."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from casebook.extract.leanings import Leanings, leading
from casebook.extract.lexicon import Lexemes, Lexicon
from casebook.extract.quantities import quantities
from casebook.extract.rules import Decision, Rules
from casebook.extract.sentences import sentence_around
from casebook.extract.surroundings import QUOTED, Surroundings, between, line_above, surroundings
from casebook.extract.tables import counting
from casebook.extract.units import families
from casebook.extract.weights import weights
from casebook.model.cues import Cues
from casebook.model.records import Metric, Quantity

_CHANGED_NEAR = 16
_RIGHT_BEHIND = 3  # 412户、1637人: what the first counts tells of the second; cues name it <households>

Evidence = tuple[tuple[str, float], ...]  # (feature, weight); what rules say weighs 1


@dataclass(frozen=True, slots=True)
class Explained:
    """A metric and what decided its indicator."""

    metric: Metric
    evidence: Evidence


class Indicators:
    """Finds the indicators of figures by the cues of one collection."""

    def __init__(self, cues: Cues) -> None:
        self._lexicon = Lexicon(cues)
        self._rules = Rules(cues)
        self._leanings = Leanings(self._rules)

    def metrics(self, text: str) -> tuple[Metric, ...]:
        """Every quantity of `text` with its indicator and its sentence."""
        return tuple(metric for metric, _ in self._decided(text))

    def explained(self, text: str) -> tuple[Explained, ...]:
        """Every metric of `text` with what decided it: a rule and its words, or features and their weights."""
        return tuple(Explained(metric, _evidence(decision)) for metric, decision in self._decided(text))

    def undecided(self, text: str) -> Iterator[tuple[Metric, Mapping[str, frozenset[str]]]]:
        """Every metric of which the rules say nothing, with indicators it may have and the features of each."""
        for metric, decision in self._decided(text):
            if decision.candidates:
                yield metric, decision.candidates

    def _decided(self, text: str) -> Iterator[tuple[Metric, Decision]]:
        words = self._lexicon.lexemes(text)
        last: Metric | None = None
        for quantity in quantities(text):
            sentence = start, end = sentence_around(text, quantity.start, QUOTED)
            before = last if last and last.end > start else None
            is_change = before is not None and _is_change(text, before, quantity)
            if before and is_change:
                decision = Decision(before.indicator, "changed from the figure before")
            else:
                decision = self._decision(text, words, quantity, sentence, last)
            last = Metric(
                **quantity.__dict__,
                indicator=decision.indicator,
                sentence=text[start:end],
                before=before.value if before and is_change else None,
            )
            yield last, decision

    def _decision(
        self, text: str, words: Lexemes, quantity: Quantity, sentence: tuple[int, int], last: Metric | None
    ) -> Decision:
        """What `quantity` measures; `last` is the figure before it."""
        rules = self._rules
        before = last if last and last.end > sentence[0] else None
        counted = rules.nouns_for(quantity.unit), rules.verbs_for(quantity.unit)
        around = surroundings(text, words, quantity, sentence, before.end if before else 0, counted)
        near = around.near
        if before and quantity.start - before.end <= _RIGHT_BEHIND:
            near |= {f"<{before.indicator}>"}
        is_part = before is not None and _is_part(text, before, around, quantity)
        if before and is_part and families().get(quantity.unit) == "people":
            return Decision(before.indicator, "part of the figure before")
        if above := line_above(text, quantity):
            if last and last.end > above[0] and last.unit == quantity.unit:
                return Decision(last.indicator, "a row below the figure before")
            near |= between(words, *above)
        if decision := rules.decision(quantity, around.noun, near, around.behind):
            return decision
        if before and is_part:
            return Decision(before.indicator, "part of the figure before")
        if decision := rules.decision(quantity, around.noun, around.earlier, around.behind):
            return decision
        hint, candidates = rules.hint(quantity.unit), self._leanings.candidates(text, words, quantity, around, last)
        return Decision(leading(candidates, hint) if candidates else hint, "its unit", candidates=candidates)


def _evidence(decision: Decision) -> Evidence:
    if decision.candidates:
        return weights("indicators").evidence(decision.candidates[decision.indicator])
    return tuple((said, 1.0) for said in decision.said())


def _is_change(text: str, last: Metric, quantity: Quantity) -> bool:
    """Whether `quantity` is the new value of the figure before it: 从251项减少到62项."""
    if last.unit != quantity.unit or quantity.start - last.end > _CHANGED_NEAR:
        return False
    return bool(_changed().fullmatch(text, last.end, quantity.start))


@cache
def _changed() -> re.Pattern[str]:
    """The pattern of the words between the two figures of a change: 减少到, 一路增加至."""
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{'|'.join(counting().changes)})(?:[到至为成]|到了|至了)")


def _is_part(text: str, last: Metric, around: Surroundings, quantity: Quantity) -> bool:
    """Whether a figure is part of the one before it, and so measures the same: 志愿者120人,其中党员45人."""
    same = families().get(last.unit) == families().get(quantity.unit)
    return same and text.startswith(counting().parts, around.clause)
