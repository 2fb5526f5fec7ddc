"""Other generators and what they get: the texts of a collection as plain Markdown, in the settings they come with."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from casebook_theme.node import ROOT

ENVIRONMENTS = ROOT / ".build"
_LINK = re.compile(r"\[\[(?:([^\]|]*)\|)?([^\]]*)\]\]")
_ATTRIBUTES = re.compile(r"\n? *\{[:#.][^}\n]*\}")
_FRONT = re.compile(r"^(title|added|themes): (.*)$", re.M)


class Article(NamedTuple):
    """A case or method without what only we can read."""

    slug: str
    title: str
    date: str
    theme: str
    text: str


class Peer(NamedTuple):
    """How a generator builds the site in its folder, the file of an article, and what it wrote."""

    command: Sequence[str | Path]
    folder: Path
    edited: Path
    output: Path


def articles(content: Path) -> Iterator[Article]:
    """Those of the cases, then those of the methods."""
    for path in (path for kind in ("cases", "methods") for path in sorted((content / kind).glob("*.md"))):
        head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
        front = dict(_FRONT.findall(head))
        text = _ATTRIBUTES.sub("", _LINK.sub(lambda link: link[1] or link[2], body)).strip()
        yield Article(path.stem, front["title"], front["added"], front["themes"].strip("[]").split(", ")[0], text)


def peers(content: Path, folder: Path, edited: str) -> dict[str, Peer]:
    """Write the articles for each; `edited` is the slug of the one that will be edited."""
    found = list(articles(content))
    return {name: make(found, folder / name.split()[0].lower(), edited) for name, make in _MAKERS.items()}


def _pelican(found: Sequence[Article], folder: Path, edited: str) -> Peer:
    """The version that builds our site, with the settings that pelican-quickstart writes."""
    for one in found:
        head = f"Title: {one.title}\nDate: {one.date}\nCategory: {one.theme}\nSlug: {one.slug}\n\n"
        _write(folder / "content" / f"{one.slug}.md", head + one.text)
    _write(folder / "pelicanconf.py", _PELICAN)
    command = (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py")
    return Peer(command, folder, folder / "content" / f"{edited}.md", folder / "output")


def _hugo(found: Sequence[Article], folder: Path, edited: str) -> Peer:
    """It comes without a theme: ours has what the others' pages have, and no script."""
    for one in found:
        front = {"title": one.title, "date": one.date, "categories": [one.theme]}
        _write(
            folder / "content" / "posts" / f"{one.slug}.md", f"{json.dumps(front, ensure_ascii=False)}\n\n{one.text}"
        )
    _write(folder / "hugo.toml", 'baseURL = "https://example.org/"\ntitle = "Texts"\nlanguageCode = "zh"\n')
    for name, text in _HUGO.items():
        _write(folder / "layouts" / name, text)
    return Peer((_program("hugo"),), folder, folder / "content" / "posts" / f"{edited}.md", folder / "public")


def _mkdocs(found: Sequence[Article], folder: Path, edited: str) -> Peer:
    """A folder a theme, of which each page lists only its own, as its guide advises for many pages."""
    places = {one.slug: folder / "docs" / one.theme / f"{one.slug}.md" for one in found}
    for one in found:
        _write(places[one.slug], f"# {one.title}\n\n{one.text}")
    _write(folder / "docs" / "index.md", "# Texts\n")
    _write(folder / "mkdocs.yml", _MKDOCS)
    return Peer((_program("mkdocs"), "build", "--quiet"), folder, places[edited], folder / "site")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def _program(name: str) -> Path:
    """A program in an environment of its own, which is made anew when what it shall have is other than what it has."""
    wanted = Path(__file__).with_name(f"{name}.lock").read_text(encoding="utf-8")
    home = ENVIRONMENTS / f"peer-{name}"
    stamp = home / "installed.lock"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted):
        print(f"Installing {name} in .build/{home.name}/ ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        listed = home / "wanted.lock"
        listed.write_text(wanted, encoding="utf-8")
        pip = (home / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", listed], check=True)
        listed.rename(stamp)
    return home / "bin" / name


_PELICAN = """AUTHOR = "Nobody"
SITENAME = "Texts"
SITEURL = ""
PATH = "content"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = 10"""
_HUGO = {
    "_default/baseof.html": '<!doctype html><html lang="zh"><meta charset="utf-8"><title>{{ .Title }}</title>'
    '<body><nav>{{ range .Site.Taxonomies.categories }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> '
    '{{ end }}</nav><main>{{ block "main" . }}{{ end }}</main></body></html>',
    "_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>'
    "{{ .Content }}{{ end }}",
    "_default/list.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .Pages }}'
    '{{ range $pages.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ .Summary }}</article>'
    '{{ end }}{{ with $pages.Next }}<a href="{{ .URL }}">→</a>{{ end }}{{ end }}',
}
_MKDOCS = """site_name: Texts
site_url: https://example.org/
theme: {name: material, language: zh, font: false, features: [navigation.prune]}
plugins: [search]"""
_MAKERS = {"Pelican": _pelican, "Hugo": _hugo, "MkDocs Material": _mkdocs}
