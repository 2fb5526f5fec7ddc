"""How what was read compares with what was annotated, by the rules of the gold standard's guide."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.annotated import Annotated

TAGS = ("themes", "actors", "forms", "places")
_SAME_UNIT = {
    "名": "人", "位": "人", "大": "个", "场次": "场", "个月": "月", "个小时": "小时", "大类": "类", "平米": "平方米",
    "㎡": "平方米", "块": "元", "块钱": "元", "％": "%", "天": "日",
}  # fmt: skip
Likeness = Callable[[Any, Any], float]


def overlap(one: Sequence[int], other: Sequence[int]) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def shared(one: Sequence[int], other: Sequence[int]) -> float:
    """The part that two spans share of what both cover together."""
    both = overlap(one, other)
    return both / (one[1] - one[0] + other[1] - other[0] - both) if both else 0.0


def likeness(one: str, other: str) -> float:
    """1 when one title (of two characters or more) holds the other, else the Dice coefficient of their characters."""
    short, long = sorted((one, other), key=len)
    return 1.0 if len(short) > 1 and short in long else common(one, other)


def common(one: str, other: str) -> float:
    """The Dice coefficient of the characters of two names."""
    return 2 * sum((Counter(one) & Counter(other)).values()) / ((len(one) + len(other)) or 1)


def pairs(gold: Sequence[Any], read: Sequence[Any], like: Likeness, floor: float) -> list[tuple[int, int]]:
    """(place in gold, place in read), each used once, the most alike first."""
    ranked = sorted(((-like(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)))
    found: list[tuple[int, int]] = []
    for negative, i, j in ranked:
        if -negative >= floor and all(i != a and j != b for a, b in found):
            found.append((i, j))
    return found


def counted(text: Annotated, read: Mapping[str, Any]) -> Counter[str]:
    """What one text adds to the counts; `read` is a line of `casebook extract`.

    Figures count where the numbers of the text are annotated at all.
    """
    found = figures(text, read["metrics"]) if text.metrics or text.not_metrics else Counter[str]()
    return found + steps(text, read["steps"]) + tags(text, read["tags"])


def figures(text: Annotated, read: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """What the figures of one text add to the counts."""
    found = pairs(text.metrics, read, lambda one, other: shared(one["span"], other["span"]), 0.5)
    taken = {j for _, j in found}
    free = [one["span"] for j, one in enumerate(read) if j not in taken]
    same = [(text.metrics[i], read[j]) for i, j in found]
    return Counter(
        metric_gold=len(text.metrics),
        metric_read=len(read),
        metric_hit=len(found),
        unit_hit=sum(_same_value(*one) for one in same),
        indicator_hit=sum(one["indicator"] == other["indicator"] for one, other in same),
        traps=len(text.not_metrics),
        trap_hit=sum(any(_is_on(trap["span"], span) for span in free) for trap in text.not_metrics),
    )


def _same_value(gold: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    units = [_SAME_UNIT.get(unit, unit) for unit in (gold["unit"], read["unit"].replace(" ", ""))]
    ends = [(gold[key], read[key]) for key in ("value", "value_max")]
    return units[0] == units[1] and all(
        one is other if None in (one, other) else math.isclose(one, other, rel_tol=0.005) for one, other in ends
    )


def _is_on(trap: Sequence[int], span: Sequence[int]) -> bool:
    common = overlap(trap, span)
    return bool(common) and common * 2 >= min(trap[1] - trap[0], span[1] - span[0])


def steps(text: Annotated, read: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """What the steps of one text add to the counts."""
    titles = [step["title"] for step in read]
    found = pairs([step["title"] for step in text.steps], titles, likeness, 0.6)
    taken = {j for _, j in found}
    spare = [
        j
        for j, title in enumerate(titles)
        if j not in taken and any(likeness(title, one) >= 0.6 for one in text.steps_optional)
    ]
    explicit = {i for i, step in enumerate(text.steps) if step["kind"] == "explicit"}
    order = [j for _, j in sorted(found)]
    neighbours = [(a, b) for at, a in enumerate(order) for b in order[at + 1 :]]
    return Counter(
        step_gold=len(text.steps),
        step_read=len(titles) - len(spare),
        step_hit=len(found),
        explicit_gold=len(explicit),
        explicit_hit=sum(i in explicit for i, _ in found),
        order_pairs=len(neighbours),
        order_hit=sum(a < b for a, b in neighbours),
        idle_texts=not text.steps,
        idle_steps=len(titles) - len(spare) if not text.steps else 0,
    )


def tags(text: Annotated, read: Mapping[str, Any]) -> Counter[str]:
    """What the tags of one text add to the counts."""
    counts: Counter[str] = Counter()
    for kind in TAGS:
        gold, found = ([_name(one) for one in tags.get(kind, [])] for tags in (text.tags, read))
        same: Likeness = (lambda one, other: float(one == other)) if kind == "themes" else likeness
        counts[f"{kind}_gold"] += len(gold)
        counts[f"{kind}_read"] += len(found)
        counts[f"{kind}_hit"] += len(pairs(gold, found, same, 0.8))
    return counts


def _name(one: Any) -> str:
    return str(one["name"] if isinstance(one, dict) else one)


def scores(counts: Mapping[str, int]) -> dict[str, float]:
    """The measures of the guide, by name."""
    ratio = {
        "value_unit": ("unit_hit", "metric_hit"),
        "indicator": ("indicator_hit", "metric_hit"),
        "traps": ("trap_hit", "traps"),
        "explicit_step_r": ("explicit_hit", "explicit_gold"),
        "step_order": ("order_hit", "order_pairs"),
        "steps_where_none": ("idle_steps", "idle_texts"),
    }
    found = {name: counts[one] / (counts[of] or 1) for name, (one, of) in ratio.items()}
    for kind in ("metric", "step", *TAGS):
        hit, read, gold = (counts[f"{kind}_{part}"] for part in ("hit", "read", "gold"))
        found |= {f"{kind}_p": hit / (read or 1), f"{kind}_r": hit / (gold or 1)}
        found[f"{kind}_f1"] = 2 * hit / ((read + gold) or 1)
    return found
