"""The small collection with every field filled in, and each term and entry several times over, to be attacked.

Fields are whatever scalar stands in a file, so one that is added to a file is attacked by itself.
"""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from casebook.facets import MODELS
from casebook.tables import text_of
from tests.attack.places import File, Leaf, leaves_of
from tests.conftest import SITE

PAYLOADS = [
    (row["input"], text)
    for row in json.loads((SITE.parents[1] / "specs" / "payloads.json").read_text(encoding="utf-8"))
    for text in row["texts"]
]
BENIGN = [("benign", f"平安{number}") for number in range(9973)]
COPIES = 12
# ids that are names of objects, too; they are also the file names of the cases
IDS = [text for _, text in PAYLOADS if re.fullmatch(r"[a-z][a-z-]{2,}", text)][:COPIES]
IDS += [f"copy-{number}" for number in range(len(IDS), COPIES)]
MANY = "这里写一段话,说清楚这个小区的居民怎样坐下来商量停车和垃圾分类的事情,一共开了几次会,后来又怎样分工巡查和记录,大家都满意。"
BEFORE = [{"year": "2021", "document": "《意见》", "name": "以前的叫法"}]
FIGURES = {
    "metrics": [
        {
            "quote": "约20名",
            "unit": "名",
            "evidence": {"source": "heping-report", "locator": "第2段", "quote": "约20名志愿者"},
        }
    ],
    "not_metrics": [{"quote": "21天", "why": "名称"}],
    "no_links": ["talk-it-over"],
}
CASE = {
    **FIGURES,
    "title_en": "Parking",
    "summary": MANY,
    "summary_en": "A community centre and its neighbours agree on where to park, and keep to it together.",
    "aliases": ["别名"],
    "asked": ["车停不下怎么办"],
    "departures": [{"step": "talk-it-over#score", "how": "改动", "text": "没有打分。"}],
    "caveats": [{"kind": "存疑", "text": "没有统计。"}],
    "organisations": [
        {
            "organisation": "桃园街坊互助中心",
            "role": "参与",
            "en": "Taoyuan Mutual Aid Centre",
            "aliases": ["街坊互助中心"],
            "note": "说明。",
        }
    ],
    "sources": [
        "heping-report",
        {
            "title": "街坊的车位",
            "publisher": "晚报",
            "date": "2024-05-06",
            "grade": "b",
            "url": "https://example.org/b",
            "archive": "https://example.org/c",
            "title_en": "Parking for neighbours",
            "note": "说明。",
        },
    ],
    "redirect_from": ["cases/old-{}/"],
}
METHOD = {
    **{key: value for key, value in FIGURES.items() if key != "no_links"},
    "no_links": ["taoyuan-parking"],
    "summary_en": CASE["summary_en"],
    "aliases": ["别名"],
    "asked": ["车停不下怎么办"],
    "redirect_from": ["methods/old-{}/"],
    "predecessors": BEFORE,
}
TERM = {"aliases": ["又名{}"], "signs": ["标志{}"], "note": "说明。"}
MORE = {  # of one kind of term alone
    "themes": {
        "redirect_from": ["old-{}"],
        "problem": "车没处停",
        "predecessors": BEFORE,
        "strong": ["强标志{}"],
        "weak": ["弱标志{}"],
    },
    **{key: {"predecessors": BEFORE} for key in ("forms", "actors", "beneficiaries")},
    "sources": {"publisher": "日报", "url": "https://example.org/a"},
}
DESCRIBED = {
    "from_en": "from neighbourhoods",
    "searches": ["停车"],
    "own_names": ["自己的叫法"],
    "contribute": {"repository": "https://github.com/example/casebook", "branch": "main", "folder": "content"},
    "licence": {"name": "CC BY 4.0", "url": "https://example.org/by", "note": "注明出处"},
}
BODY = (  # blocks of Markdown, {} is the text
    "段落{}。",
    "**粗{}** *斜{}*",
    "`码{}`",
    "- 条目{}",
    "- [[{}|talk-it-over]]",
    "- [[talk-it-over|{}]]",
    "- [链接{}](https://example.org/a)",
    "- [链接](https://example.org/{})",
    '- [链接](https://example.org/a "{}")',
    "- [链接]({})",
    "- <{}>",
    "> 引用{}\n> {}",
    "| 项目 | 数量 |\n|---|---|\n| 公约{} | 1份 |\n| {} | 2份 |",
    "段落\n{}",
    "段落 {: {} }",
    "段落\n{: {} }",
    "{}",
    "    {}",
    "```\n{}\n```",
    "[文字][一]\n\n[一]: {}",
    "*[缩写]: {}",
    "[^1]: {}",
    "一共约20名{}参加,21天。",
    "另外约20名志愿者巡查21天。",
)
Tree = dict[str, Any] | list[Any]
Found = dict[str, tuple[Any, list[str]]]  # path -> tree and blocks of a file


def files(copies: int = COPIES) -> list[File]:
    """The files of the collection; of each term and entry so many copies as are asked for."""
    found: Found = {}
    for path in sorted(SITE.rglob("*.*")):
        if path.suffix in (".md", ".yaml"):
            found[path.relative_to(SITE).as_posix()] = _read(path)
    _describe(found)
    for facet in MODELS:
        terms, _ = found.setdefault(f"vocabulary/{facet}.yaml", ([_term(f"some-{facet}", f"某种{facet}", facet)], []))
        terms += [_copied(terms[0], facet, number, slug) for number, slug in enumerate(IDS[:copies])]
    for number, slug in enumerate(IDS[:copies]):
        found[f"cases/case-{slug}.md"] = _entry(found["cases/taoyuan-parking.md"], CASE, number, slug)
        found[f"methods/method-{slug}.md"] = _entry(found["methods/talk-it-over.md"], METHOD, number, slug)
    return [_file(name, tree, blocks) for name, (tree, blocks) in found.items()]


def _describe(found: Found) -> None:
    """Fill in what the collection says of itself."""
    sections = yaml.load(text_of("init/sections.yaml"), yaml.BaseLoader)
    for parts in sections.values():
        for name, part in parts.items():
            part["titles"].append(f"又叫{name}{{}}")
    found["sections.yaml"] = (sections, [])
    found["site.yaml"][0].update(DESCRIBED)
    found["pages/about.md"][0].update(label="关于", no_links=["talk-it-over"], redirect_from=["old"])


def _term(slug: str, zh: str, en: str) -> dict[str, str]:
    return {"id": slug, "zh": zh, "en": en}


def _copied(term: dict[str, Any], facet: str, number: int, slug: str) -> dict[str, Any]:
    filled = _numbered({**term, **MORE.get(facet, {}), **TERM}, f"{facet}-{number}")
    return {**filled, **_term(slug, f"{term['zh']}第{number}号", f"{term['en']} {number}")}


def _entry(first: tuple[Any, list[str]], more: dict[str, Any], number: int, slug: str) -> tuple[Any, list[str]]:
    front, blocks = first
    copy = {**front, **_numbered(more, str(number)), "title": f"{front['title']}第{number}号"}
    copy["themes"] = [slug, *front["themes"]]
    if more is CASE:
        copy |= {"sources": ["heping-report", slug], "forms": [slug], "actors": [slug], "beneficiaries": [slug]}
    return copy, [*blocks, *BODY]


def _numbered(tree: object, number: str) -> object:
    if isinstance(tree, dict):
        return {key: _numbered(value, number) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_numbered(value, number) for value in tree]
    return tree.replace("{}", number)


def _read(path: Path) -> tuple[object, list[str]]:
    """The tree and the blocks of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        return yaml.load(text, yaml.BaseLoader), []
    _, front, body = text.split("---\n", 2)
    return yaml.load(front, yaml.BaseLoader), [block for block in body.strip().split("\n\n") if block]


def _file(name: str, tree: object, blocks: list[str]) -> File:
    kind = "/".join(Path(name).parts[:-1]) if name.endswith(".md") else name.removesuffix(".yaml")
    body = [Leaf(f"{kind} body {block[:12]!r}", block, is_block=True) for block in blocks]
    return File(name, leaves_of(tree, kind), body)
