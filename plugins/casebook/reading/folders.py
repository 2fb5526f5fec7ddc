"""Whether a file lies where its kind belongs, under a name that can be an address."""

import re
from collections.abc import Iterator

from casebook.model.front import FRONTS
from casebook.model.parts import Sections
from casebook.model.values import SLUG_PATTERN, Kind, is_slug
from casebook.reading.drafts import Draft
from casebook.reading.findings import Finding
from casebook.sounds import sound

_FIELD = "文件名"
_HOMES: dict[Kind, tuple[str, str]] = {
    "case": ("案例", "cases"),
    "method": ("方法", "methods"),
    "page": ("页面", "pages"),
}
_FEWEST = 3  # keys, or headings, that only another kind has, before a file is taken for one
_HEADING = re.compile(r"^##[ ]+(.*?)[ ]*(?:\{[^{}]*\})?[ ]*$", re.MULTILINE)
_APART = re.compile(r"[^a-z0-9]+")


def misplaced(found: Draft, sections: Sections) -> Finding | None:
    """What is said of a file whose keys or headings are those of another kind: the rest would follow from that."""
    own = found.kind
    keys = set(found.front.value) if found.front and isinstance(found.front.value, dict) else set()
    titles = set(_HEADING.findall(found.parts.body)) if found.parts else set()
    for kind in ("case", "method"):
        foreign = keys & FRONTS[kind].model_fields.keys() - FRONTS[own].model_fields.keys()
        there = {title for part in sections.of(kind).values() for title in part.titles} & titles
        here = {title for part in sections.of(own).values() for title in part.titles} & titles
        if kind != own and (len(foreign) >= _FEWEST or (len(there) >= _FEWEST and not here)):
            name, home = _HOMES[kind]
            moved = f"移到 content/{home}/{found.slug}.md;是{_HOMES[own][0]}就照它的模板写字段和小节"
            return Finding(1, _FIELD, f"这像是{name},却放在 {_HOMES[own][1]} 里", moved)
    return None


def of_name(found: Draft) -> Iterator[Finding]:
    """A file name that is no address, and a slug that is not the file name."""
    slug = found.slug
    if not re.fullmatch(SLUG_PATTERN, slug):
        offered = _offered(slug)
        instead = f"改名为 {offered}.md" if is_slug(offered) else "改名,例如 lishui-parking.md"
        found_name = f"“{slug}.md” 不能做网址:只用小写英文、数字和连字符"
        yield Finding(1, _FIELD, found_name, instead)
    values = found.front.value if found.front and isinstance(found.front.value, dict) else {}
    if "slug" in values and values["slug"].value != slug:
        written = values["slug"]
        differs = f"slug “{written.data()}” 与文件名 {slug} 不同"
        yield Finding(written.line, "slug", differs, f"写 slug: {slug},或删去这一行")


def _offered(slug: str) -> str:
    """A name like `slug` that can be an address, in pinyin where it is Chinese; empty if that cannot be told."""
    read = [one if one.isascii() else sound(one) for one in slug]
    parts = (f"-{part}-" if not one.isascii() else part for one, part in zip(slug, read, strict=True))
    return _APART.sub("-", "".join(parts).lower()).strip("-") if all(read) else ""
