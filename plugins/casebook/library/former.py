"""Old ids of steps, and the steps or parts of the same page that replace them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from casebook.model.former import Former
from casebook.model.records import Entry


def living(entry: Entry) -> Mapping[str, str]:
    """Id -> title of the steps and parts of a page, the possible targets of old ids."""
    steps = [(step.start, step.id, step.title) for step in entry.steps if step.id]
    parts = [(part.start, part.id, part.title) for part in entry.sections if part.level == 2]
    return {name: title for _, name, title in sorted([*steps, *parts])}


def former_steps(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Present id -> the old ids that lead to it, through any number of renamings."""
    found: dict[str, list[str]] = defaultdict(list)
    for old, now in present_steps(entry).items():
        found[now].append(old)
    return {now: tuple(sorted(olds)) for now, olds in found.items()}


def present_steps(entry: Entry) -> Mapping[str, str]:
    """Old id -> the id on the page that replaces it; ids that lead nowhere are left out."""
    there = living(entry)
    return {old: now for old, now in ends(renamed(entry.front.redirect_from)).items() if now in there}


def renamed(formers: Iterable[Former]) -> Mapping[str, str]:
    """Old id -> the id that its author writes for it, which may be an old one, too."""
    return {former.step: former.now for former in formers if former.step}


def ends(moved: Mapping[str, str]) -> Mapping[str, str]:
    """Where each chain of renamings ends: a chain into a circle where it closes, and a name of the circle at itself."""
    found: dict[str, str] = {}
    for start in moved:
        way: dict[str, None] = {}
        at = start
        while at in moved and at not in found and at not in way:
            way[at] = None
            at = moved[at]
        turned = list(way)[list(way).index(at) :] if at in way else []
        found |= dict.fromkeys(way, found.get(at, at)) | {name: name for name in turned}
    return found
