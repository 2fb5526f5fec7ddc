"""Checks of `redirect_from`: old addresses that are still in use, are claimed twice, or lead nowhere."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from casebook.addresses import former_url
from casebook.library import ends, living, renamed
from casebook.lock.holders import Holder
from casebook.model.problems import Problem
from casebook.model.records import Entry
from casebook.reading.structure import RESERVED
from casebook.views.site_pages import own_names
from casebook.wrong import Wrong, listed


def claims(holders: Sequence[Holder], pages: Collection[str]) -> Iterator[Problem]:
    """A Problem for each wrong item of `redirect_from`; `pages` are the present addresses of pages."""
    taken: dict[str, str] = {}
    for holder in holders:
        steps = _Steps(holder) if any(former.step for former in holder.former) else None
        for index, (former, line) in enumerate(zip(holder.former, holder.lines, strict=True)):
            wrong = steps.wrong(former.step) if steps and former.step else _page(holder, former.page, pages, taken)
            if wrong:
                name = ".".join(filter(None, (holder.term, f"redirect_from[{index}]")))
                yield Problem(path=holder.path, line=line, field=name, found=wrong.found, instead=wrong.instead)


def _page(holder: Holder, page: str, pages: Collection[str], taken: dict[str, str]) -> Wrong | None:
    """The error in an old page address, or None; adds the address to `taken`."""
    old = former_url(holder.url, page)
    if holder.url not in pages:
        return Wrong(f"{holder.url} 没有网页,旧地址 {old} 转不过来", "删去 redirect_from")
    if old.partition("/")[0] in own_names():
        return Wrong(f"{old} 是网站自己的文件,不会是旧地址", "删去这一项")
    if above := _page_above(old, pages):
        return Wrong(f"{old} 在 {above} 之下,那里是这一页自己的长清单", "删去这一项")
    if old in pages:
        return Wrong(f"“{page}” 还是现在的地址({old})", "删去这一项;要换名字的是那一页,就先改它的名字")
    if old in taken:
        return Wrong(f"旧地址 {old} 已由 {taken[old]} 接替", "一个旧地址只能转到一处,只留一项")
    taken[old] = holder.path
    return None


def _page_above(old: str, pages: Collection[str]) -> str:
    """The page below which only its own lists stand that an old address is below; empty if there is none."""
    parts = old.split("/")[:-1]
    above = ["/".join([*parts[:depth], ""]) for depth in range(1, len(parts))]
    alone = (one for one in above if one in pages and not any(page.startswith(one) and page != one for page in pages))
    return next(alone, "")


class _Steps:
    """Checks the old ids of steps that one page takes over."""

    def __init__(self, holder: Holder) -> None:
        assert isinstance(holder.entry, Entry)
        self._moved = renamed(holder.former)
        self._ends = ends(self._moved)
        self._there = living(holder.entry)
        self._here = {section.id for section in holder.entry.sections} | self._there.keys()
        self._times = Counter(former.step for former in holder.former)
        self._offer = listed([*self._there])

    def wrong(self, step: str) -> Wrong | None:
        """The error in the old id `step`, or None."""
        end = self._ends[step]
        if step.startswith(RESERVED):
            return Wrong(f"“{step}” 不是步骤的编号", "写标题后面花括号里的编号,不带 step- 这样的开头")
        if step in self._here:
            return Wrong(f"步骤 “{step}” 还在这一页里", "删去这一项;旧编号是改掉的那一个,写在冒号前面")
        if self._times[step] > 1:
            return Wrong(f"旧编号 “{step}” 写了两次", "一个旧编号只能转到一处,只留一项")
        if end in self._moved:
            return Wrong(f"“{step}” 转了一圈又回到 “{end}”", "冒号后面写现在的编号")
        if end not in self._there:
            return Wrong(f"本页没有 “{end}” 这一步", f"冒号后面写现在的编号:{self._offer}")
        return None
