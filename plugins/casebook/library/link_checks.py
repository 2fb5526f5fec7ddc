"""Checks links between pages: written links, and automatic links that authors exclude."""

import re
from collections.abc import Iterator, Sequence

from casebook.library.directory import HOMES, Directory
from casebook.library.step_names import StepNames
from casebook.misspellings import meant
from casebook.model.records import Entry, WrittenLink
from casebook.reading.entries import Reading
from casebook.reading.findings import Finding
from casebook.vocabulary import Vocabulary

_ADDRESS = re.compile(r"(?:https?|HTTPS?)://|www\.")
_FORMS = "写成 [[文件名]]、[[文件名#步骤]] 或 [[文字|文件名#步骤]]"


class LinkChecks:
    """Checks the links of one file against all files; links to drafts and unreadable files are no errors."""

    def __init__(self, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
        self._entries = {reading.draft.slug: reading.entry for reading in readings}
        self._unread = {name for r in readings if r.entry is None for name in (r.draft.slug, r.draft.title)}
        self._vocabulary = vocabulary
        self._directory = Directory(vocabulary, [entry for entry in self._entries.values() if entry])
        self._steps = {
            slug: StepNames(entry, (section.id for section in entry.sections))
            for slug, entry in self._entries.items()
            if entry
        }

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """The findings about the links of a file and its `no_links`."""
        entry = reading.entry
        for link in entry.links if entry else reading.links:
            wrong = _misspelt(link) or self._unknown_page(link) or self._unknown_step(link)
            yield from wrong or (self._useless(entry, link) if entry else ())
        if entry and entry.front.no_links:
            yield from self._no_links(reading)

    def _unknown_page(self, link: WrittenLink) -> list[Finding]:
        if link.target in self._entries:
            return []
        if _ADDRESS.match(link.target):
            text = "文字" if link.text in link.target else link.text
            url = link.target if "://" in link.target else f"https://{link.target}"
            return [_finding(link, "里是外面的网址", f"写成 [{text}]({url}{'#' if link.step else ''}{link.step})")]
        return [_finding(link, f"指向的 “{link.target}” 不存在", self._instead(link))]

    def _instead(self, link: WrittenLink) -> str:
        """What to write for a link to a page that is not there."""
        step = f"#{link.step}" if link.step else ""
        bare = link.target.rstrip("/").rpartition("/")[2].removesuffix(".md").lower()
        if bare in self._entries:
            return f"只写文件名:[[{bare}{step}]]"
        if link.text in self._entries:
            return f"文字写在竖线前面,文件名写在后面:[[{link.target}|{link.text}]]"
        named = sorted(slug for facet, slug in self._directory.targets(link.target) if facet in HOMES.values())
        if named:
            return f"链接写文件名:[[{link.target}|{named[0]}]]"
        near = meant(link.target, self._entries)
        return f"是否指 [[{near}{step}]]?" if near else "写已有的案例或方法的文件名;还没有这一页就只写文字"

    def _unknown_step(self, link: WrittenLink) -> list[Finding]:
        steps = self._steps.get(link.target)
        if steps is None or not link.step or link.step in steps.ids:
            return []
        instead = steps.advice(link.step, "[[{}]]") or f"那一页没有步骤,写 [[{link.target}]]"
        return [Finding(link.line, "链接", f"{_written(link)}:{link.target} 里没有 “{link.step}” 这一步", instead)]

    def _useless(self, entry: Entry, link: WrittenLink) -> Iterator[Finding]:
        """Links of a page to itself, or to a draft."""
        target = self._entries[link.target]
        if link.target == entry.slug and not link.step:
            yield _finding(link, "指向本页自己", "指本页的一步,写 [[文字|文件名#步骤]];不是就只写文字")
        elif target and target.front.status == "draft" and entry.front.status != "draft":
            advice = "那一页写好后把 status 改成 published,或先只写文字"
            yield _finding(link, "指向草稿,正式站点上只剩文字", advice)._replace(severity="warning")

    def _no_links(self, reading: Reading) -> Iterator[Finding]:
        """Words of `no_links` that name no page, or a page that gets no automatic link anyway."""
        assert reading.entry is not None
        linked = {mention.target for mention in self._directory.mentions(reading.entry, reading.prose)}
        for index, word in enumerate(reading.entry.front.no_links):
            line, field = reading.line_of("no_links", index), f"no_links[{index}]"
            targets = self._directory.targets(word)
            if word in self._unread or targets & linked:
                continue
            if targets or self._vocabulary.find("organisations", word):
                yield Finding(line, field, f"本页本来就不会自动链接到 “{word}”", "删去它", "warning")
            else:
                near = meant(word, self._directory.words)
                instead = f"是否指 “{near}”?" if near else "写方法、机构或案例的名称、文件名或 id"
                yield Finding(line, field, f"“{word}” 不是方法、机构或案例", instead)


def _misspelt(link: WrittenLink) -> list[Finding]:
    if "｜" in link.target or "＃" in link.target + link.step:
        return [_finding(link, "里有全角的 ｜ 或 ＃", "改成半角:[[文字|文件名#步骤]]")]
    return [] if link.target else [Finding(link.line, "链接", f"链接 “{link.text}” 没有写文件名", _FORMS)]


def _written(link: WrittenLink) -> str:
    return f"[[{link.target}{'#' if link.step else ''}{link.step}]]"


def _finding(link: WrittenLink, found: str, instead: str) -> Finding:
    return Finding(link.line, "链接", f"{_written(link)} {found}", instead)
