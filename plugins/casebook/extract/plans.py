"""Tells whether a figure is one of a plan: 预计服务1000人次, a column 计划, 覆盖12个社区的目标."""

import re
from functools import cache
from typing import NamedTuple

from casebook.extract.cells import cell_of
from casebook.model.records import Metric
from casebook.tables import load


class _Plans(NamedTuple):
    """How plans are told: before a figure, behind it, in the head of its column; and that it is done after all."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    done: re.Pattern[str]
    not_done: re.Pattern[str]
    columns: tuple[str, ...]


@cache
def _plans() -> _Plans:
    table = load("plans")
    before, behind = (re.compile("|".join(row["pattern"] for row in table[part])) for part in ("before", "behind"))
    done, not_done = (re.compile("|".join(map(re.escape, table[part]))) for part in ("done", "not_done"))
    return _Plans(before, behind, done, not_done, tuple(table["columns"]))


def is_planned(text: str, metric: Metric, before: str) -> bool:
    """Whether a figure is planned; `before` is what stands before it in its sentence."""
    plans = _plans()
    told = [found.end() for found in plans.before.finditer(before)]
    if told and not plans.done.search(before, told[-1]):
        return True
    if plans.behind.match(text, metric.end):
        return not plans.done.search(before) or bool(plans.not_done.search(before))
    cell = cell_of(text, metric) if "|" in before else None
    return cell is not None and any(text[slice(*span)].strip("| ").startswith(plans.columns) for span in cell.spans)
