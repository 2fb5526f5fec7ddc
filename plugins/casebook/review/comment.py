"""The comment on a proposal, in Markdown: what is wrong, and of every page what a reviewer would look up."""

from collections.abc import Iterator, Sequence

from casebook.library.grouping import grouped
from casebook.model.problems import Problem
from casebook.review.markdown import code, listed, plain
from casebook.review.pages import page
from casebook.review.proposal import NewTerm, Proposal
from casebook.review.sources import SourceText

LONGEST = 60_000  # characters; GitHub takes 65,536
_NEXT = "\n"
_MORE = "（太长，后面的略去；在本机运行 inv review 看全文）"
_SEVERITIES = {"error": "错误", "warning": "警告", "todo": "待办"}


def comment(found: Proposal, sources: Sequence[SourceText]) -> str:
    """The whole comment; `sources` are the texts of sources that were given, or none."""
    lines = [*_head(found), *_problems(found)]
    for entry in (*found.came, *found.changed):
        lines += page(found.library, entry, sources)
    lines += [*_terms(found), *_addresses(found)]
    text = _NEXT.join(lines).rstrip() + _NEXT
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(_NEXT)[0]}\n\n{_MORE}\n"


def _head(found: Proposal) -> Iterator[str]:
    counts = (("新增", len(found.came)), ("修改", len(found.changed)), ("删去", len(found.went)))
    told = "、".join(f"{label} {count} 页" for label, count in counts if count)
    yield from (f"## 审稿单：{told or '没有改动页面'}", "")
    lost = (
        *(f"- 删去：{plain(one)}" for one in found.went),
        *(f"- 读不了，先改错误：{code(one)}" for one in found.unread),
    )
    yield from listed(lost) if lost else ()


def _problems(found: Proposal) -> Iterator[str]:
    if found.problems:
        ranked = sorted(found.problems, key=lambda one: list(_SEVERITIES).index(one.severity))
        yield from (f"### 检查：{len(found.problems)} 处", "")
        yield from listed(f"- {_SEVERITIES[one.severity]} {_told(one)}" for one in ranked)
    else:
        yield from ("**检查没有问题。**", "")


def _told(one: Problem) -> str:
    return f"{code(f'{one.path}:{one.line}')} {plain(one.field)}：{plain(one.found)}；{plain(one.instead)}"


def _terms(found: Proposal) -> Iterator[str]:
    if found.terms:
        yield from (f"### 新的词 {len(found.terms)} 个", "")
        yield from listed(f"- {one.facet} {code(one.term.id)} {plain(one.term.zh)}{_above(one)}" for one in found.terms)


def _above(one: NewTerm) -> str:
    return f"（在{plain('、'.join(place.zh for place in one.above))}）" if one.above else ""


def _addresses(found: Proposal) -> Iterator[str]:
    for title, urls in (("新的地址", found.new_addresses), ("不再有的地址", found.lost_addresses)):
        if urls:
            steps = grouped((page, step) for page, _, step in (url.partition("#") for url in urls))
            yield from (f"### {title} {len(urls)} 个", "")
            yield from listed(f"- {code(page)}{_anchors(several)}" for page, several in steps.items())


def _anchors(steps: Sequence[str]) -> str:
    named = "、".join(code(f"#{step}") for step in steps if step)
    return f"：{named}" if named else ""
