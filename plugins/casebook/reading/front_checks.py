"""What is wrong with a front matter beyond the shape of its values."""

import re
from collections.abc import Iterator

from casebook.model import SLUG_PATTERN, CaseFront, Described, Entry, Front, Problem
from casebook.reading.drafts import Draft
from casebook.reading.validation import field_name, references
from casebook.vocabulary import FACETS, Vocabulary

RESERVED_PAGES = frozenset(("cases", "methods", "search", "theme", *FACETS))  # folders that the site has anyway
SUMMARY = (60, 120)  # characters: what a phone shows of a result without scrolling


def slug_problems(found: Draft) -> Iterator[Problem]:
    """A file name that is no address, and a slug that is not the file name."""
    values = found.front.value if found.front and isinstance(found.front.value, dict) else {}
    if not re.fullmatch(SLUG_PATTERN, found.slug):
        yield Problem(
            path=found.path,
            line=1,
            field="文件名",
            found=f"“{found.slug}.md” 不能做网址",
            instead="文件名用小写英文、数字和连字符,例如 lishui-parking.md",
        )
    if found.kind == "page" and found.slug in RESERVED_PAGES:
        yield Problem(
            path=found.path,
            line=1,
            field="文件名",
            found=f"“{found.slug}” 是网站自己的地址",
            instead="换一个文件名",
        )
    if "slug" in values and values["slug"].value != found.slug:
        yield Problem(
            path=found.path,
            line=values["slug"].line,
            field="slug",
            found=f"slug “{values['slug'].data()}” 与文件名 {found.slug} 不同",
            instead=f"写 slug: {found.slug},或删去这一行",
        )


def front_problems(found: Draft, front: Front) -> Iterator[Problem]:
    """A summary too short or too long, and terms given twice."""
    assert found.front is not None
    if isinstance(front, Described) and not SUMMARY[0] <= len(front.summary) <= SUMMARY[1]:
        yield Problem(
            path=found.path,
            line=found.front.line_of(("summary",)),
            field="summary",
            found=f"摘要有 {len(front.summary)} 字",
            instead=f"写 {SUMMARY[0]}–{SUMMARY[1]} 字,单独读也能明白",
            severity="warning",
        )
    seen: set[tuple[str | int, ...]] = set()
    for loc, facet, term in references(front):
        key = (loc[0], facet, term)
        if len(loc) == 2 and key in seen:
            yield Problem(
                path=found.path,
                line=found.front.line_of(loc),
                field=field_name(loc),
                found=f"“{found.front.at(loc).data()}” 重复了",
                instead="只留一个",
            )
        seen.add(key)


def unread_figures(found: Draft, entry: Entry, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Indicators that an author wants at the head of a case, of which no figure was read in its text."""
    assert found.front is not None
    read = {metric.indicator for metric in entry.metrics}
    for index, name in enumerate(entry.front.key_figures if isinstance(entry.front, CaseFront) else ()):
        if name not in read and vocabulary.find("indicators", name):
            loc = ("key_figures", index)
            yield Problem(
                path=found.path,
                line=found.front.line_of(loc),
                field=field_name(loc),
                found=f"正文里没有读到 “{found.front.at(loc).data()}” 的数字",
                instead="数字后面紧跟单位和被数的事物(41名商家),或从 key_figures 里删去",
                severity="warning",
            )
