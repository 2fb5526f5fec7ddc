"""Decides what figures measure: plain text and the cues of a collection -> metrics."""

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.extract.cells import Cell, cell_of
from casebook.extract.leanings import Leanings, is_firm, leading
from casebook.extract.lexicon import Lexemes, Lexicon
from casebook.extract.parts import is_alike, is_change, is_part, says_no_more
from casebook.extract.quantities import quantities
from casebook.extract.rules import Decision, Rules
from casebook.extract.sentences import sentence_around
from casebook.extract.series import shared_behind
from casebook.extract.surroundings import QUOTED, Surroundings, between, surroundings
from casebook.extract.weights import weights
from casebook.model.cues import Cues
from casebook.model.records import Metric, Quantity

_PART = "part of the figure before"
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

    def weighed(self, text: str) -> Iterator[tuple[Metric, Decision]]:
        """Every metric that has indicators to choose from, with all of them, however sure its rule is."""
        for metric, decision in self._decided(text, always=True):
            if decision.candidates:
                yield metric, decision

    def _decided(self, text: str, *, always: bool = False) -> Iterator[tuple[Metric, Decision]]:
        """Every metric and what decides it; `always` weighs what may be asked, too, where a rule is sure."""
        words = self._lexicon.lexemes(text)
        last: Metric | None = None
        in_parts = False
        for quantity in quantities(text):
            sentence = start, end = sentence_around(text, quantity.start, QUOTED)
            before = last if last and last.end > start else None
            changed = before is not None and is_change(text, before, quantity)
            if before and changed:
                decision = Decision(before.indicator, "changed from the figure before")
            else:
                decision = self._decision(text, words, quantity, sentence, last, in_parts=in_parts, always=always)
            in_parts = decision.told == _PART
            last = Metric(
                start=quantity.start,
                end=quantity.end,
                text=quantity.text,
                value=quantity.value,
                value_max=quantity.value_max,
                unit=quantity.unit,
                qualifier=quantity.qualifier,
                indicator=decision.indicator,
                sentence=text[start:end],
                before=before.value if before and changed else None,
            )
            yield last, decision

    def _decision(
        self,
        text: str,
        words: Lexemes,
        quantity: Quantity,
        sentence: tuple[int, int],
        last: Metric | None,
        *,
        in_parts: bool,
        always: bool,
    ) -> Decision:
        """What `quantity` measures; `last` is the figure before it, `in_parts` says that it is part of another."""
        rules, cell = self._rules, cell_of(text, quantity)
        before = last if last and last.end > sentence[0] else None
        around = self._around(text, words, quantity, sentence, before, cell)
        of_before = before is not None and is_part(text, before, around, quantity, in_parts=in_parts)
        if before and before.indicator != rules.otherwise and is_alike(text, before, quantity):
            return Decision(before.indicator, "in a row with the figure before")
        if before and of_before and says_no_more(text, around, quantity):
            return Decision(before.indicator, _PART)
        if cell and last and last.end > cell.above and last.unit == quantity.unit:
            return Decision(last.indicator, "a row below the figure before")
        ruled = rules.decision(quantity, around.noun, around.near, around.behind)
        if before and of_before and not ruled:
            return Decision(before.indicator, _PART)
        ruled = ruled or rules.decision(quantity, around.noun, around.earlier, around.behind)
        is_sure = ruled is not None and is_firm(quantity, ruled)
        if ruled and is_sure and not always:
            return ruled
        candidates = self._leanings.candidates(text, words, quantity, around, last, ruled)
        best = leading(candidates, rules.hint(quantity.unit), ruled.indicator if ruled else "")
        if ruled and (is_sure or best == ruled.indicator):
            return ruled._replace(candidates=candidates)
        return Decision(best, "its unit", candidates=candidates)

    def _around(
        self,
        text: str,
        words: Lexemes,
        quantity: Quantity,
        sentence: tuple[int, int],
        before: Metric | None,
        cell: Cell | None,
    ) -> Surroundings:
        """The words around a figure, with those of its row and its column and those that its series shares."""
        counted = self._rules.nouns_for(quantity.unit), self._rules.verbs_for(quantity.unit)
        is_joined = before is not None and quantity.start == before.end  # 纳入农村低保2714户8655人
        floor = before.end if before and not is_joined else 0
        found = surroundings(text, words, quantity, sentence, floor, counted)
        near, noun = found.near, found.noun
        if before and quantity.start - before.end <= _RIGHT_BEHIND:
            near |= {f"<{before.indicator}>"}
        if cell:
            near = near.union(*(between(words, *span) for span in cell.spans))
            noun = noun or _named(words, cell, counted[0])
        behind = found.behind | shared_behind(text, words, quantity.end)
        return found._replace(noun=noun, near=near, behind=behind)


def _evidence(decision: Decision) -> Evidence:
    if decision.candidates and not decision.rule:
        return weights("indicators").evidence(decision.candidates[decision.indicator])
    return tuple((said, 1.0) for said in decision.said())


def _named(words: Lexemes, cell: Cell, nouns: frozenset[str]) -> str:
    """What the cell's column, or else its row, says is counted: the last of its `nouns`."""
    for start, end in cell.names:
        known = [word.text for word in words.words[words.first_at(start) : words.first_at(end)] if word.text in nouns]
        if known:
            return known[-1]
    return ""
