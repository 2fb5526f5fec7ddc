"""Collections with a heap of one thing: what many entries, terms or addresses cost together.

Each heap is written into a copy of the small collection of the tests, and read to the end: problems, and if there is no
error every page and file of search.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from benchmarks.surfaces import extractor
from casebook.files import read_site
from casebook.reading.bounds import MOST_ITEMS
from casebook.reports import text_report
from casebook.search import search_files
from casebook.views import views

SMALL = Path(__file__).parents[1] / "tests" / "core" / "content"
HEAPED = 2_000  # of the one thing

_CASE = """\
---
title: {title}
title_en: A heap
summary: 和平镇桃园小区的居民开了3场议事会，定下1份停车公约，20名志愿者巡查了21天；停车前后有多少辆车，没有统计过。
added: 2026-11-20
period: 2022-05/2022-07
places: [桃园小区]
forms: [服务项目]
actors: [居民]
themes: [{themes}]
sources: [heping-report]
{front}---

## 问题

车堵住消防通道。

## 怎么做

{steps}

## 结果

{results}

## 局限

没有停车前后的数字。
"""
_STEP = "### 第{0}件 {{#thing{0}}}\n\n居民做事。"

Heap = Callable[[int], Mapping[str, str]]  # how many -> path below the collection -> text; a path that is there goes on


def _case(
    title: str = "一堆",
    *,
    themes: str = "停车难",
    front: str = "",
    steps: str = _STEP.format(0),
    results: str = "公约1份。",
) -> str:
    return _CASE.format(title=title, themes=themes, front=front, steps=steps, results=results)


def _names(form: str, count: int) -> list[str]:
    """`count` names; in each stand two characters that few of the others have."""
    return [
        form.format(f"{chr(0x4E00 + at * 7919 % 9000)}{chr(0x4E00 + at * 104729 % 9000)}{at}") for at in range(count)
    ]


def _themes(names: Iterable[str], more: str = "") -> str:
    return "".join(
        f"- {{id: th-{at}, zh: {name}, en: Theme {at}{more.format(at, at + 1)}}}\n" for at, name in enumerate(names)
    )


def _places(count: int, parent: str) -> str:
    row = "- {{id: pl-{0}, zh: 桃园{0}巷, en: Lane {0}, level: community, parent: " + parent + "}}\n"
    return (
        "".join(row.format(at, at + 1) for at in range(count))
        + f"- {{id: pl-{count}, zh: 桃园巷, en: Lane, level: town}}\n"
    )


def _steps(count: int) -> str:
    return "\n\n".join(_STEP.format(at) for at in range(count))


def _list(key: str, items: Iterable[str]) -> str:
    return f"{key}: [{', '.join(items)}]\n"


def _cases(count: int, front: str) -> dict[str, str]:
    return {f"cases/c-{at}.md": _case(f"案例{at}", front=front.format(at, at + 1)) for at in range(count)}


def _unknown_terms(count: int) -> Mapping[str, str]:
    wrong = _names("题目{}", count)
    cases = [wrong[at : at + MOST_ITEMS] for at in range(0, count, MOST_ITEMS)]
    files = {f"cases/c-{at}.md": _case(f"案例{at}", themes=", ".join(themes)) for at, themes in enumerate(cases)}
    return files | {"vocabulary/themes.yaml": _themes(_names("主题{}", count))}


def _unknown_pages(count: int) -> Mapping[str, str]:
    pages = {
        f"pages/page-{at}.md": f"---\ntitle: 页面{at}\nsummary: 说明。\nadded: 2026-11-20\n---\n\n文字。\n"
        for at in range(count)
    }
    return pages | {"cases/x.md": _case(results="\n\n".join(f"[[pagex-{at}]]" for at in range(count)))}


def _unknown_names(count: int) -> Mapping[str, str]:
    rows = (f"- {{id: org-{at}, zh: {name}, en: Org {at}}}\n" for at, name in enumerate(_names("和平{}号协会", count)))
    text = "\n\n".join(f"桃园小区{name}志愿服务队来了。" for name in _names("{}", count))
    return {"vocabulary/organisations.yaml": "".join(rows), "cases/x.md": _case(results=text)}


def _lock(form: str, count: int) -> dict[str, str]:
    return {"addresses.lock": "".join(form.format(at) for at in range(count))}


HEAPS: Mapping[str, Heap] = {
    "terms that nobody knows": _unknown_terms,
    "pages that are not there": _unknown_pages,
    "names that are in no vocabulary": _unknown_names,
    "steps that are not there": lambda n: {
        "cases/m.md": _case("许多步", steps=_steps(min(n, 400))),
        "cases/x.md": _case(results="\n\n".join(f"[[m#thingx{at}]]" for at in range(n))),
    },
    "divisions that are not there": lambda n: {
        "vocabulary/places.yaml": "".join(
            f"- {{id: pl-{at}, zh: {name}镇, en: Town {at}, level: town, parent: yuncheng}}\n"
            for at, name in enumerate(_names("{}", n))
        )
    },
    "lost steps of a page": lambda n: _lock("cases/taoyuan-parking/#step-old{}\n", n),
    "lost pages": lambda n: _lock("cases/gone-{}/\n", n),
    "lost pages, each in a folder of its own": lambda n: _lock("folder-{0}/gone-{0}/\n", n),
    "terms by another id": lambda n: {
        "vocabulary/themes.yaml": _themes(_names("主题{}", n)),
        **_lock("themes/thx-{}/\n", n),
    },
    "terms in a chain": lambda n: {"vocabulary/themes.yaml": _themes(_names("主题{}", n), ", related: [th-0]")},
    "terms in a circle": lambda n: {
        "vocabulary/themes.yaml": _themes(_names("主题{}", n), ", broader: [th-{1}]")
        + f"- {{id: th-{n}, zh: 主题, en: Theme, broader: [th-0]}}\n"
    },
    "predecessors in a chain": lambda n: {
        "vocabulary/themes.yaml": _themes(
            _names("主题{}", n), ", predecessors: [{{term: th-{1}, year: '2020', document: 文件}}]"
        )
        + f"- {{id: th-{n}, zh: 主题, en: Theme}}\n"
    },
    "places in a chain": lambda n: {"vocabulary/places.yaml": _places(n, "pl-{1}")},
    "places in one place": lambda n: {"vocabulary/places.yaml": _places(n, "taoyuan")},
    "cases in a chain": lambda n: _cases(n, "part_of: c-{1}\n") | {f"cases/c-{n}.md": _case("最上面")},
    "cases in a circle": lambda n: (
        _cases(n, "part_of: c-{1}\n") | {f"cases/c-{n}.md": _case("圈", front="part_of: c-0\n")}
    ),
    "cases in one case": lambda n: _cases(n, "part_of: taoyuan-parking\n"),
    "themes of cases": lambda n: {
        "vocabulary/themes.yaml": _themes(_names("主题{}", n)),
        "cases/x.md": _case(themes=", ".join(f"th-{at}" for at in range(min(n, MOST_ITEMS)))),
    },
    "old names of pages": lambda n: {
        f"cases/c-{at}.md": _case(
            f"案例{at}", front=_list("redirect_from", (f"old-{at}-{one}" for one in range(MOST_ITEMS)))
        )
        for at in range(n // MOST_ITEMS)
    },
    "old ids of steps in a chain": lambda n: {
        "cases/x.md": _case(front=_list("redirect_from", (f"a{at}: a{at + 1}" for at in range(min(n, MOST_ITEMS)))))
    },
    "names that links leave out": lambda n: {
        "cases/y.md": _case("别名多", front=_list("aliases", _names("别名{}", min(n, MOST_ITEMS)))),
        "cases/x.md": _case(front=_list("no_links", _names("别名{}名", min(n, MOST_ITEMS)))),
    },
}


def write(heap: Heap, count: int, folder: Path) -> int:
    """Write the collection with `count` of a heap to `folder`; return its bytes."""
    shutil.copytree(SMALL, folder)
    for name, text in heap(count).items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def outcome(content: Path) -> str:
    """The first error of a collection that is read to its end, an empty string if it has none."""
    site = read_site(content, gazetteer=extractor().gazetteer)
    text_report(site)
    if site.errors:
        return str(site.errors[0])
    for view in views(site.library):
        msgspec.json.encode(view)
    list(search_files(site.library))
    return ""
