"""Guesses what a lost address has become, from ids and new addresses only: the lock file has no titles."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from casebook.lock.holders import Holder
from casebook.reading.structure import STEP_PARTS
from casebook.vocabulary import nearest


def paired(gone: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Lost id -> the new id most like it; if one lost and one new id are left over, these two belong together."""
    found: dict[str, str] = {}
    free = list(new)
    for name in gone:
        if near := nearest(name, free):
            found[name] = near
            free.remove(near)
    left = [name for name in gone if name not in found]
    return found | (dict(zip(left, free, strict=True)) if len(left) == len(free) == 1 else {})


def pages_now(gone: Mapping[str, Collection[str]], new: Sequence[Holder]) -> dict[str, Holder]:
    """Lost address -> the new page that it probably became; `gone` has the ids of the steps of each lost page.

    That is a page of the same folder with most of its steps, or a similar name, or the only new one for the only lost.
    """
    found: dict[str, Holder] = {}
    for folder in {_folder(url) for url in gone}:
        here = {url: steps for url, steps in gone.items() if _folder(url) == folder}
        by_name = {_name(holder.url): holder for holder in new if _folder(holder.url) == folder}
        told = {_name(url): heir for url, steps in here.items() if (heir := _of_same_steps(steps, by_name))}
        left = sorted(name for name in map(_name, here) if name not in told)
        told |= paired(left, [name for name in by_name if name not in told.values()])
        found |= {url: by_name[told[_name(url)]] for url in here if _name(url) in told}
    return found


def stand_in(holder: Holder) -> str:
    """The id of the part that can replace a lost step of a page: the part with the steps, else the first."""
    sections = [section for section in holder.entry.sections if section.level == 2] if holder.entry else []
    parts = [section for section in sections if holder.entry and section.kind == STEP_PARTS[holder.entry.kind]]
    return next((section.id for section in (*parts, *sections)), "")


def _of_same_steps(steps: Collection[str], by_name: Mapping[str, Holder]) -> str | None:
    """The name of the page with more than half of these steps; None if there is none."""
    shared = Counter({name: len({*steps} & {*holder.steps}) for name, holder in sorted(by_name.items())})
    name, count = next(iter(shared.most_common(1)), ("", 0))
    return name if count * 2 > len(steps) else None


def _folder(url: str) -> str:
    return "/".join(url.split("/")[:-2])


def _name(url: str) -> str:
    return url.split("/")[-2]
