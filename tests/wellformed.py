"""A quick look at HTML: elements that are not closed, ids that stand twice, links that lead to nothing on the page."""

from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_DRAWN = frozenset(("path", "rect", "circle", "line", "use", "stop"))  # of SVG, which close themselves


class _Look(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.inner: set[str] = set()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) < len(attrs):
            self.wrong.append(f"an attribute of <{tag}> twice")
        if (name := given.get("id")) is not None:
            self.wrong += [f"id {name} twice"] if name in self.ids or not name else []
            self.ids.add(name)
        if (given.get("href") or "").startswith("#"):
            self.inner.add((given["href"] or "")[1:])
        if tag == "a" and "rel" in given and not given.get("href"):
            self.wrong.append("a link lost its address")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID | _DRAWN:
            self.wrong.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes what is not open at {self.getpos()}")


def malformed(html: str) -> Iterator[str]:
    """A line for everything that is wrong."""
    look = _Look()
    look.feed(html)
    look.close()
    yield from look.wrong
    yield from (f"<{tag}> is not closed" for tag in look.open)
    yield from (f"no #{name}" for name in sorted(look.inner - look.ids))
