"""Odd content: collections whose values are made from the models of what authors write, so that new fields are tried too."""

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from hypothesis import strategies as st
from pelican import Pelican
from pelican.settings import read_settings
from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from casebook.facets import MODELS
from casebook.files import Site, read_site
from casebook.library import Library
from casebook.model.front import FRONTS
from casebook.model.site import SiteDescription
from casebook.model.values import Dated, Kind, Record, TermOf, WrittenAs
from casebook.model.whole import OrWhole, WholeSource
from casebook.reading.entries import FOLDERS
from casebook.weblinks import checked_url
from tests.conftest import ROOT, SITE, spec

Values = st.SearchStrategy[Any]

TEXTS = [
    "停车", "A", "0", "NaN", "1e400", "-5", "null", "长" * 150, "x" * 200, "🏡👩‍💻", "مرحبا", "é", "﷽", "𠮷野家",
    "<b>粗</b>", "</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "&#x3c;", "\"'`", "a\\b", "%00", "C:\\x",
    "{{ 7*7 }}", "{% raw %}", "{# x #}", "${x}", "{filename}x.md", "|filename|x", "{static}/x", "{0}", "{count}", "%s",
    "constructor", "__proto__", "toString", "hasOwnProperty", "../../x", "/etc/passwd", "index", "404", "con", "a,b;c|d",
    "停车\n换行", "  两边空  ", "a: b", "- x", "# 标题", "[[x]]", "[a](https://example.org)", "**粗**", "约700人次", "３００", "①",
    "议事协商", "桃园小区", "坐下来谈", "taoyuan-parking", "没有写", "案例", "全部", "2021", "第一步", "“引”", "《书》", "？", "。。。",
]  # fmt: skip
SLUGS = [
    "a",
    "x-1",
    "constructor",
    "index",
    "page-2",
    "cases",
    "all",
    "2021",
    "theme",
    "a" * 100,
    "s-1",
    "unknown",
    "toString",
    "con",
]
DATES = [row.values[0]["input"] for row in spec("dates")] + [
    "2026-11-22",
    "2024-02-29",
    "1000",
    "9999",
    "9999-12-31",
    "199X",
]
PIECES = [
    "停车难。", "约700人次参加，募得5020.86元。", "从251项减少到62项，1e400元，999999999999999元，-3人，0人，十万亿元。",
    "- 一\n- 二\n    - 三\n        - 四", "1. 先谈\n2. 再定", "| 甲 | 乙 |\n|---|---|\n| 1人 | <b> |\n| | |", "> 引用\n>\n> > 再引",
    "[a](https://example.org/?a=1&b=2 \"标题\")", "[[taoyuan-parking]]、[[打分|talk-it-over#score]]", "<https://example.org>",
    "### 又一步 {#again}\n\n做了。", "### 再一步 {#constructor}\n\n做了。", "#### 小标题 {#deep}\n\n话。", "## 别的\n\n话。", "###### 六级\n\n话。",
    "***\n\n---", "**粗*斜***", "一  \n换行", "* * *", "当心。\n{: .general}", "{: .figure}", "{{ 7*7 }} {% raw %} {filename}x.md",
    "<script>alert(1)</script><p>x", "9" * 60 + "人，" + "9" * 400 + "元，0." + "1" * 50 + "公里，" + "亿" * 30 + "元。", "`代码` ~~删~~ &copy; &lt;b&gt;", "\\*不斜\\* \\[不链\\]", "x" * 300, "议事协商、坐下来谈、桃园停车。",
]  # fmt: skip
WRITTEN: Mapping[str, Values] = {  # what a case may write whole
    "organisations": st.sampled_from(TEXTS) | st.text(max_size=12),
    "places": st.sampled_from(TEXTS)
    | st.sampled_from(["桃园小区幸福花园", "和平镇幸福社区", "宜昌市西陵区"])
    | st.text(max_size=8),
}
BASES: Mapping[Kind, str] = {
    "case": "cases/taoyuan-garden.md",
    "method": "methods/talk-it-over.md",
    "page": "pages/about.md",
}


@cache
def _library() -> Library:
    return read_site(SITE).library


def _names(facet: str) -> tuple[str, ...]:
    library = _library()
    own = {"cases": tuple(library.cases), "methods": tuple(library.methods)}.get(facet, ())
    return own or tuple(name for term in library.vocabulary.terms(facet) for name in (term.id, *term.names)) or ("x",)


def of(annotation: Any, marks: tuple[Any, ...] = ()) -> Values:
    """Values for a type of a model, odd ones and plain ones, as YAML would have them; most are what it asks for."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return of(inner, (*marks, *more))
    if get_origin(annotation) in (Union, UnionType):
        return st.one_of(of(part, marks) for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is tuple:
        return st.lists(of(get_args(annotation)[0], marks), max_size=3)
    if get_origin(annotation) is Literal:
        words = next((tuple(mark.words) for mark in marks if isinstance(mark, WrittenAs)), get_args(annotation))
        return st.sampled_from(words)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return record(annotation)
    if annotation in (bool, int):
        return st.sampled_from(["true", "false", "yes", "0", "1", "-1", "1e400"])
    return _text(marks)


def _text(marks: tuple[Any, ...]) -> Values:
    odd = st.sampled_from(TEXTS) | st.text(max_size=12)
    for mark in marks:
        if isinstance(mark, TermOf):
            known = st.sampled_from(_names(mark.name))
            more = record(WholeSource) if any(isinstance(one, OrWhole) for one in marks) else WRITTEN.get(mark.name)
            return known if more is None else known | more
        if isinstance(mark, Dated):
            return st.sampled_from(DATES)
        if isinstance(mark, AfterValidator) and mark.func is checked_url:
            return st.sampled_from([row.values[0]["input"] for row in spec("weblinks")])
        if getattr(mark, "pattern", None):
            return st.sampled_from(SLUGS)
    return odd


def _field(info: FieldInfo) -> Values:
    """Values for a field: of its type, or the example that its description gives."""
    examples = [yaml.load(example, yaml.BaseLoader) for example in info.examples or []]
    made = of(info.annotation, tuple(info.metadata))
    return made | st.sampled_from(examples) if examples else made


def record(model: type[Record]) -> Values:
    """A record with all that it needs, and some of what it may have."""
    needed = {name: _field(info) for name, info in model.model_fields.items() if info.is_required()}
    others = {name: _field(info) for name, info in model.model_fields.items() if not info.is_required()}
    return st.fixed_dictionaries(needed, optional=others)


def changes(model: type[Record]) -> Values:
    """A few odd values for fields of a record."""
    fields = {name: _field(info) for name, info in model.model_fields.items()}
    some = st.lists(st.sampled_from(sorted(fields)), max_size=3, unique=True)
    return some.flatmap(lambda names: st.fixed_dictionaries({name: fields[name] for name in names}))


entries = st.sampled_from(sorted(FOLDERS.values())).flatmap(
    lambda kind: st.tuples(st.just(kind), changes(FRONTS[kind]), st.lists(st.sampled_from(PIECES), max_size=4))
)
terms = st.sampled_from(sorted(MODELS)).flatmap(lambda facet: st.tuples(st.just(facet), record(MODELS[facet])))
collections = st.tuples(
    st.lists(entries, min_size=4, max_size=10),
    st.lists(terms, max_size=5),
    st.one_of(st.just({}), changes(SiteDescription)),
    st.sampled_from(SLUGS),
)


def write(made: Any, folder: Path) -> Site:
    """Write a collection that `check` takes: what it refuses is taken out again, file by file and term by term."""
    written, odd, site, slug = made
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("addresses.lock"))
    _change_site(folder, site)
    for number, (kind, front, pieces) in enumerate(written):
        _write_entry(folder, kind, slug if number == 0 else f"odd-{number}", front, pieces)
    for number, (facet, term) in enumerate(odd):
        path = folder / "vocabulary" / f"{facet}.yaml"
        row = yaml.safe_dump([{**term, "id": f"odd-{number}"}], allow_unicode=True, width=100_000)
        path.write_text((path.read_text() if path.exists() else "") + row)
    return _accepted(folder)


def _change_site(folder: Path, site: Mapping[str, Any]) -> None:
    path = folder / "site.yaml"
    before = yaml.load(path.read_text(), yaml.BaseLoader)
    kept = {name: value for name, value in site.items() if name != "facets"}  # the entries have these
    path.write_text(yaml.safe_dump({**before, **kept}, allow_unicode=True))
    if read_site(folder).errors:
        path.write_text(yaml.safe_dump(before, allow_unicode=True))


def _write_entry(folder: Path, kind: Kind, slug: str, front: Mapping[str, Any], pieces: list[str]) -> None:
    base = (folder / BASES[kind]).read_text()
    _, head, body = base.split("---\n", 2)
    values = {**yaml.load(head, yaml.BaseLoader), **front}
    place = next(name for name, one in FOLDERS.items() if one == kind)
    text = f"---\n{yaml.safe_dump(values, allow_unicode=True, width=100_000)}---\n{body}\n" + "\n\n".join(pieces) + "\n"
    (folder / place / f"{slug}.md").write_text(text)


def _accepted(folder: Path) -> Site:
    """The collection without what `check` refuses."""
    for _ in range(20):
        site = read_site(folder)
        if not site.errors:
            return site
        blamed = {Path(problem.path) for problem in site.errors}
        told = " ".join(problem.found for problem in site.errors)
        named = {path for path in folder.rglob("odd-*.md") if re.search(rf"{path.stem}\b", told)}
        entries = {path for path in blamed if path.suffix == ".md"}
        for path in {
            path for path in entries | named if _is_odd(path)
        } or entries:  # else all links to ours would break
            path.unlink()
        for path in blamed:
            if path.suffix != ".md":
                _without_terms(
                    path, {problem.field.split(".")[0] for problem in site.errors if problem.path == str(path)}
                )
    raise AssertionError([str(problem) for problem in site.errors])


def _is_odd(path: Path) -> bool:
    return not (SITE / path.parent.name / path.name).exists()


def _without_terms(path: Path, refused: set[str]) -> None:
    """Take the odd terms out of a vocabulary file that are refused, or all, where it is not said which."""
    rows = yaml.load(path.read_text(), yaml.BaseLoader)
    odd = {row["id"] for row in rows if row["id"].startswith("odd-")}
    gone = odd & refused or odd
    path.write_text(yaml.safe_dump([row for row in rows if row["id"] not in gone], allow_unicode=True, width=100_000))


def built(content: Path, output: Path) -> Path:
    """The site that one Pelican run in this process writes; it ends with the exception of whatever fails."""
    paths = {"PATH": str(content), "OUTPUT_PATH": str(output)}
    Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=paths)).run()
    return output
