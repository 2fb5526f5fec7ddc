"""The icon of a collection, which comes from strangers like all content."""

import pytest

from casebook.files import read_site
from casebook.reading.icon import LARGEST, icon_problems
from tests.conftest import CONTENT, ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
SHAPE = '<path d="M0 0h9v9z" fill="#a1301e"/>'


def found(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.found) for problem in icon_problems("icon.svg", text.encode())]


@pytest.mark.parametrize("path", [CONTENT / "icon.svg", ROOT / "theme" / "static" / "icon.svg"], ids=["ours", "theme"])
def test_our_icons_are_shapes(path):
    assert list(icon_problems("icon.svg", path.read_bytes())) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        "<style>@import url(//example.org/x.css)</style>",
        '<image href="https://example.org/x.png"/>',
        "<foreignObject><body/></foreignObject>",
        '<path d="M0 0" onclick="alert(1)"/>',
        '<path d="M0 0" style="fill: url(//example.org)"/>',
        '<path d="M0 0" fill="url(https://example.org/x#y)"/>',
        '<use href="#x"/>',
        '<set attributeName="onload" to="alert(1)"/>',
    ],
)
def test_what_is_no_shape_is_refused(inside):
    assert [line for line, _ in found(SVG.format(f"\n{SHAPE}\n{inside}"))][:1] == [3]


def test_each_thing_is_told_with_its_line():
    assert found(SVG.format('\n<script/>\n<path onload="x"/>')) == [
        (2, "图标里有 <script>"),
        (3, "图标里有 onload=“x”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>{SVG.format("&c;")}',
        f'<?xml-stylesheet href="//example.org/x.css"?>{SVG.format(SHAPE)}',
        SVG.format("<path"),
        "no picture",
        "",
    ],
    ids=["entities", "stylesheet", "broken", "text", "empty"],
)
def test_what_is_no_plain_picture_is_refused_once(text):
    assert len(found(text)) == 1


def test_an_icon_that_is_too_large_is_refused():
    assert found(SVG.format(SHAPE) + " " * LARGEST) == [(1, "图标太大")]


def test_check_names_the_icon(content):
    icon = content / "icon.svg"
    icon.write_text(SVG.format("<script>alert(1)</script>"))
    assert [(p.path, p.found) for p in read_site(content).errors] == [(str(icon), "图标里有 <script>")]
    icon.write_text(SVG.format(SHAPE))
    assert read_site(content).errors == ()
