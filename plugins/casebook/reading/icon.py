"""Checks the icon of a collection: a picture that a browser shows, and that nothing runs from."""

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from casebook.model.problems import Problem
from casebook.reading.findings import Finding, problems_at

NAME = "icon.svg"
LARGEST = 20_000  # bytes: every page loads it

_ELEMENTS = frozenset(("svg", "g", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_ATTRIBUTES = frozenset(
    [
        "xmlns",
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "transform",
        "fill",
        "fill-rule",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-opacity",
        "opacity",
        "clip-rule",
        "role",
        "aria-label",
    ]
)
_SHAPES = "只用形状(path、rect、circle 等)和它们的颜色、线条;脚本、样式、链接和图片都不行"


class _StopError(Exception):
    """Ends the reading at what may not be expanded."""


class _Icon:
    """Collects what an icon may not have while expat reads it.

    A document type, and with it every entity, is refused where it begins: nothing is expanded.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.element
        self.parser.StartDoctypeDeclHandler = self.refused
        self.parser.ProcessingInstructionHandler = self.refused

    def add(self, found: str, instead: str = _SHAPES) -> None:
        self.findings.append(Finding(self.parser.CurrentLineNumber, "SVG", found, instead))

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        if name not in _ELEMENTS:
            self.add(f"图标里有 <{name}>")
        for key, value in attributes.items():
            if key not in _ATTRIBUTES or "url(" in value:
                self.add(f"图标里有 {key}=“{value[:40]}”")

    def refused(self, name: str, *_: object) -> None:
        self.add(f"图标里有声明 {name}", "删去它")
        raise _StopError


def icon_problems(path: str, data: bytes) -> Iterator[Problem]:
    """The Problems of an icon: too large, no SVG, or with anything but shapes."""
    if len(data) > LARGEST:
        instead = f"不超过 {LARGEST} 字节,每一页都要取它"
        yield from problems_at(path, [Finding(1, "SVG", "图标太大", instead)])
        return
    icon = _Icon()
    try:
        icon.parser.Parse(data, True)
    except _StopError:
        pass
    except expat.ExpatError as error:
        icon.findings.append(Finding(error.lineno, "SVG", "读不懂这个图标", "写成完整的 SVG,例如 <svg xmlns=…>…</svg>"))
    yield from problems_at(path, icon.findings)
