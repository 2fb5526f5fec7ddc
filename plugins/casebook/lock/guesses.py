"""Guesses what a lost address has become, from ids and new addresses only: the lock file has no titles."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from casebook.library.grouping import grouped
from casebook.lock.holders import Holder
from casebook.reading.structure import STEP_PARTS
from casebook.spellings import Spellings

_LOOKED_AT = 100  # pages with the same step


def paired(gone: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Lost id -> the new id most like it; if one lost and one new id are left over, these two belong together."""
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    spellings = Spellings(new)
    for name in gone:
        if near := spellings.nearest(name, besides=taken):
            found[name], taken[near] = near, name
    left, free = ([one for one in names if one not in known] for names, known in ((gone, found), (new, taken)))
    return found | (dict(zip(left, free, strict=True)) if len(left) == len(free) == 1 else {})


def pages_now(gone: Mapping[str, Collection[str]], new: Sequence[Holder]) -> dict[str, Holder]:
    """Lost address -> the new page that it probably became; `gone` has the ids of the steps of each lost page.

    That is a page of the same folder with most of its steps, or a similar name, or the only new one for the only lost.
    """
    found: dict[str, Holder] = {}
    folders, heirs = grouped((_folder(url), url) for url in gone), grouped((_folder(one.url), one) for one in new)
    for folder, here in folders.items():
        by_name = {_name(holder.url): holder for holder in heirs.get(folder, ())}
        of_step = grouped((step, name) for name, holder in sorted(by_name.items()) for step in holder.steps)
        told = {_name(url): heir for url in here if (heir := _of_same_steps(gone[url], of_step))}
        left, taken = sorted(name for name in map(_name, here) if name not in told), {*told.values()}
        told |= paired(left, [name for name in by_name if name not in taken])
        found |= {url: by_name[told[_name(url)]] for url in here if _name(url) in told}
    return found


def stand_in(holder: Holder) -> str:
    """The id of the part that can replace a lost step of a page: the part with the steps, else the first."""
    sections = [section for section in holder.entry.sections if section.level == 2] if holder.entry else []
    parts = [section for section in sections if holder.entry and section.kind == STEP_PARTS[holder.entry.kind]]
    return next((section.id for section in (*parts, *sections)), "")


def _of_same_steps(steps: Collection[str], of_step: Mapping[str, Sequence[str]]) -> str | None:
    """The name of the page with more than half of these steps; None if there is none.

    `of_step` has the names of pages by step; a step of very many pages counts for the first of them alone.
    """
    shared = Counter(name for step in {*steps} for name in of_step.get(step, ())[:_LOOKED_AT])
    name, count = min(shared.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return name if count * 2 > len(steps) else None


def _folder(url: str) -> str:
    return "/".join(url.split("/")[:-2])


def _name(url: str) -> str:
    return url.split("/")[-2]
