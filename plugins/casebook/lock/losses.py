"""Locked addresses that no longer lead anywhere, each with the line to write."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from casebook.facets import MODELS
from casebook.library import living
from casebook.lock.file import FIELD, Lock
from casebook.lock.guesses import pages_now, paired, stand_in
from casebook.lock.holders import Holder, split
from casebook.model.former import Former
from casebook.model.problems import Problem
from casebook.reading.entries import FOLDERS
from casebook.views.addresses import anchor_at


def losses(lock: Lock, holders: Sequence[Holder], pages: Collection[str], *, is_whole: bool) -> Iterator[Problem]:
    """A Problem for every locked address that leads nowhere; `pages` are the addresses of the public site.

    Lost pages are reported only if all files could be read (`is_whole`): an unreadable file may claim one.
    """
    locked = _by_page(lock)
    here = {holder.url: holder for holder in holders if not holder.is_draft}
    heirs = {old: holder for holder in here.values() for old in holder.pages}
    there = {*pages, *here, *heirs}
    gone = {url: steps for url, steps in locked.items() if is_whole and url not in there}
    drafts = {holder.url: holder for holder in holders if holder.is_draft and holder.url in gone}
    new = [holder for url, holder in here.items() if url not in locked]
    guessed = pages_now({url: steps for url, steps in gone.items() if url not in drafts}, new)
    mendings: dict[str, _Mending] = {}
    for url, steps in locked.items():
        if holder := here.get(url) or heirs.get(url) or guessed.get(url):
            mending = mendings.setdefault(holder.url, _Mending(holder, locked.get(holder.url, ())))
            mending.add(url, steps, is_gone=url in guessed)
        elif url in gone:
            yield _withdrawn(drafts[url], steps) if url in drafts else _vanished(lock, url, steps)
    for mending in mendings.values():
        yield from mending.problems()


def _by_page(lock: Lock) -> Mapping[str, tuple[str, ...]]:
    """Locked page -> the ids of its locked steps."""
    found: dict[str, list[str]] = {}
    for page, step in map(split, sorted(lock.lines)):
        found.setdefault(page, []).extend([step] if step else [])
    return {page: tuple(steps) for page, steps in found.items()}


class _Loss(NamedTuple):
    """A lost address: its line in the lock file, its name, and what has probably become of it."""

    address: str
    before: str
    became: str = ""
    choice: str = ""


@dataclass(frozen=True)
class _Mending:
    """The lost addresses that one page has to take over, and the items to write.

    `known` are the ids of steps that are already locked for the page.
    """

    holder: Holder
    known: Collection[str]
    items: list[Former] = field(default_factory=list)
    lost: list[_Loss] = field(default_factory=list)

    def add(self, url: str, steps: Sequence[str], *, is_gone: bool) -> None:
        """Add the lost addresses of the page at `url` with its locked `steps`; `is_gone` if it has no heir yet."""
        gone = [step for step in steps if not self.holder.answers(step)]
        new = [step for step in self.holder.steps if step not in self.known and step not in steps]
        became = paired(gone, new)
        if is_gone:
            self.items.append(Former(page=url.split("/")[-2]))
            self.lost.append(_Loss(_with_steps(url, steps), "原来的名字", f",多半改成了 {self.holder.url}"))
        for step in gone:
            self.items.append(Former(step=step, now=became.get(step) or stand_in(self.holder)))
            if not is_gone:
                self.lost.append(self._loss(f"{url}#{anchor_at(url, step)}", step, became, new))

    def _loss(self, address: str, step: str, became: Mapping[str, str], new: Sequence[str]) -> _Loss:
        titles = living(self.holder.entry) if self.holder.entry else {}
        if step in became:
            return _Loss(address, f" {{#{step}}}", f",多半改成了 {{#{became[step]}}}({titles[became[step]]})")
        free = "、".join(f"{name}({titles[name]})" for name in new if name not in became.values())
        choice = f";这一步现在是新的哪一步,冒号后面就写哪一个:{free}" if free else ""
        return _Loss(address, f" {{#{step}}}", choice=choice)

    def problems(self) -> Iterator[Problem]:
        """A Problem for each lost address, all with the one line that corrects all of them."""
        name = ".".join(filter(None, (self.holder.term, "redirect_from")))
        where = f"在 {self.holder.term} 这一项里" if self.holder.term else "在文件开头的两行 --- 之间"
        verb = "把 redirect_from 改成" if self.holder.former else "加上"
        for loss in self.lost:
            yield Problem(
                path=self.holder.path,
                line=self.holder.line,
                field=name,
                found=f"公布过的地址 {loss.address} 没有了{loss.became}",
                instead=f"改回{loss.before},或{where}{verb} {self.holder.line_to_write(self.items)}{loss.choice}",
            )


def _withdrawn(draft: Holder, steps: Sequence[str]) -> Problem:
    """The Problem of a published page that is a draft now."""
    found = f"改成草稿,公布过的地址 {_with_steps(draft.url, steps)} 就打不开了"
    instead = f"写 status: published;要撤下就删去文件,在接替它的那一页写上 redirect_from: [{draft.url}]"
    return Problem(path=draft.path, line=draft.line, field="status", found=found, instead=instead)


def _vanished(lock: Lock, url: str, steps: Sequence[str]) -> Problem:
    """The Problem of a lost page without a likely heir."""
    found = f"公布过的地址 {_with_steps(url, steps)} 没有了"
    line = min(number for address, number in lock.lines.items() if split(address)[0] == url)
    instead = f"恢复{_home(lock, url)},或在接替它的那一页写上 redirect_from: [{url}]"
    return Problem(path=lock.path, line=line, field=FIELD, found=found, instead=instead)


def _home(lock: Lock, url: str) -> str:
    """The path of the file for the page at `url`."""
    content = PurePosixPath(lock.path).parent
    folder, _, name = url.rstrip("/").rpartition("/")
    if folder in MODELS:
        return f" {content}/vocabulary/{folder}.yaml 里的 {name}"
    return f" {content}/{folder or 'pages'}/{name}.md" if (folder or "pages") in FOLDERS else "它"


def _with_steps(url: str, steps: Sequence[str]) -> str:
    return f"{url}(连同 {len(steps)} 个步骤)" if steps else url
