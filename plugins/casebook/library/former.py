"""Old ids of steps, and the steps or parts of the same page that replace them."""

from collections import defaultdict
from collections.abc import Mapping

from casebook.model.records import Entry


def living(entry: Entry) -> Mapping[str, str]:
    """Id -> title of the steps and parts of a page, the possible targets of old ids."""
    steps = [(step.start, step.id, step.title) for step in entry.steps if step.id]
    parts = [(part.start, part.id, part.title) for part in entry.sections if part.level == 2]
    return {name: title for _, name, title in sorted([*steps, *parts])}


def former_steps(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Present id -> the old ids that lead to it, through any number of renamings."""
    moved = {former.step: former.now for former in entry.front.redirect_from if former.step}
    there = living(entry)
    found: dict[str, list[str]] = defaultdict(list)
    for old in moved:
        if (now := followed(moved, old)) in there:
            found[now].append(old)
    return {now: tuple(sorted(olds)) for now, olds in found.items()}


def present_step(entry: Entry, step: str) -> str:
    """The present id for the old id `step` of a page; empty if there is none."""
    now = followed({former.step: former.now for former in entry.front.redirect_from if former.step}, step)
    return now if now != step and now in living(entry) else ""


def followed(moved: Mapping[str, str], old: str) -> str:
    """Where a chain of renamings ends; on a circle, where it closes."""
    seen: set[str] = set()
    while old in moved and old not in seen:
        seen.add(old)
        old = moved[old]
    return old
