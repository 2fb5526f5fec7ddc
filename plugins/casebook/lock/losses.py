"""Locked addresses that no longer lead anywhere, each with the line to write."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from casebook.addresses import anchor_at
from casebook.facets import MODELS
from casebook.library import living
from casebook.lock.file import FIELD, Lock
from casebook.lock.guesses import pages_now, paired, stand_in
from casebook.lock.holders import Holder, split
from casebook.model.former import Former
from casebook.model.problems import Problem
from casebook.model.whole import WHOLE
from casebook.reading.entries import FOLDERS
from casebook.wrong import listed

_WRITTEN = ",或写到它的案例"
_TOLD_ONE_BY_ONE = 10  # lost addresses of a page: each repeats the line to write, which has all of them


def losses(lock: Lock, holders: Sequence[Holder], pages: Collection[str], *, is_whole: bool) -> Iterator[Problem]:
    """A Problem for every locked address that leads nowhere; `pages` are the addresses of the public site.

    Lost pages are reported only if all files could be read (`is_whole`): an unreadable file may claim one.
    """
    locked, lines = _by_page(lock), _first_lines(lock)
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
            yield _withdrawn(drafts[url], steps) if url in drafts else _vanished(lock, url, steps, lines[url])
    for mending in mendings.values():
        yield from mending.problems()


def _by_page(lock: Lock) -> Mapping[str, tuple[str, ...]]:
    """Locked page -> the ids of its locked steps."""
    found: dict[str, list[str]] = {}
    for page, step in map(split, sorted(lock.lines)):
        found.setdefault(page, []).extend([step] if step else [])
    return {page: tuple(steps) for page, steps in found.items()}


def _first_lines(lock: Lock) -> Mapping[str, int]:
    """Locked page -> the first line of the lock file that has it."""
    found: dict[str, int] = {}
    for address, line in lock.lines.items():
        page, _ = split(address)
        found[page] = min(line, found.get(page, line))
    return found


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
        gone = [step for step in steps if step not in self.holder.answered]
        old = {*self.known, *steps}
        new = [step for step in self.holder.steps if step not in old]
        became = paired(gone, new)
        if is_gone:
            self.items.append(Former(page=url.split("/")[-2]))
            self.lost.append(_Loss(_with_steps(url, steps), "原来的名字", f",多半改成了 {self.holder.url}"))
        ended = stand_in(self.holder)
        self.items.extend(Former(step=step, now=became.get(step, ended)) for step in gone)
        if not is_gone:
            self.lost.extend(self._losses(url, gone, became, new))

    def _losses(self, url: str, gone: Iterable[str], became: Mapping[str, str], new: Iterable[str]) -> Iterator[_Loss]:
        titles, taken = living(self.holder.entry) if self.holder.entry else {}, {*became.values()}
        free = listed([f"{name}({titles[name]})" for name in new if name not in taken])
        choice = f";这一步现在是新的哪一步,冒号后面就写哪一个:{free}" if free else ""
        for step in gone:
            now = became.get(step)
            likely = f",多半改成了 {{#{now}}}({titles[now]})" if now else ""
            address = f"{url}#{anchor_at(url, step)}"
            yield _Loss(address, f" {{#{step}}}", likely, "" if now else choice)

    def problems(self) -> Iterator[Problem]:
        """A Problem for each lost address, all with the one line that corrects all of them; one for very many."""
        name = ".".join(filter(None, (self.holder.term, "redirect_from")))
        where = f"在 {self.holder.term} 这一项里" if self.holder.term else "在文件开头的两行 --- 之间"
        verb = "把 redirect_from 改成" if self.holder.former else "加上"
        mend = f",或{where}{verb} {self.holder.line_to_write(self.items)}"
        for loss in self.lost if len(self.lost) <= _TOLD_ONE_BY_ONE else [_together(self.lost)]:
            found, instead = f"公布过的地址 {loss.address} 没有了{loss.became}", f"改回{loss.before}{mend}{loss.choice}"
            yield Problem(path=self.holder.path, line=self.holder.line, field=name, found=found, instead=instead)


def _together(lost: Sequence[_Loss]) -> _Loss:
    """Very many lost addresses as one."""
    return _Loss(listed([loss.address for loss in lost]), "原来的编号")


def _withdrawn(draft: Holder, steps: Sequence[str]) -> Problem:
    """The Problem of a published page that is a draft now."""
    found = f"改成草稿,公布过的地址 {_with_steps(draft.url, steps)} 就打不开了"
    instead = f"写 status: published;要撤下就删去文件,在接替它的那一页写上 redirect_from: [{draft.url}]"
    return Problem(path=draft.path, line=draft.line, field="status", found=found, instead=instead)


def _vanished(lock: Lock, url: str, steps: Sequence[str], line: int) -> Problem:
    """The Problem of a lost page without a likely heir."""
    found = f"公布过的地址 {_with_steps(url, steps)} 没有了"
    instead = f"恢复{_home(lock, url)},或在接替它的那一页写上 redirect_from: [{url}]"
    return Problem(path=lock.path, line=line, field=FIELD, found=found, instead=instead)


def _home(lock: Lock, url: str) -> str:
    """The path of the file for the page at `url`."""
    content = PurePosixPath(lock.path).parent
    folder, _, name = url.rstrip("/").rpartition("/")
    if folder in MODELS:
        return f" {content}/vocabulary/{folder}.yaml 里的 {name}{_WRITTEN if folder in WHOLE else ''}"
    return f" {content}/{folder or 'pages'}/{name}.md" if (folder or "pages") in FOLDERS else "它"


def _with_steps(url: str, steps: Sequence[str]) -> str:
    return f"{url}(连同 {len(steps)} 个步骤)" if steps else url
