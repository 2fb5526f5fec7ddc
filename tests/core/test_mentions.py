"""First mentions: which names in a text become links, and how they are put into the page."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.files import read_site
from casebook.library.mentions import Mention, Names, quotations
from casebook.reading.markup import parse
from casebook.reading.render import Anchor, Mark, render
from casebook.reading.structure import prose
from tests.conftest import spec

DELIBERATION, SELF = ("methods", "deliberation"), ("cases", "self")
LEADING = [
    ("议事协商", DELIBERATION),
    ("圆桌议事", DELIBERATION),
    ("微创投", ("methods", "micro-venture")),
    ("街坊会总队", ("cases", "jiujiang-federation")),
    ("为“食”小玩童", ("cases", "jiujiang-food-safety")),
    ("徐家汇“三组联动”", ("cases", "xujiahui")),
    ("北达博雅", ("organisations", "beida-boya")),
    ("九江镇街坊会志愿服务总队", ("organisations", "federation")),
    ("AI小组", ("organisations", "ai")),
    ("爱心农场", ("cases", "farm")),
    ("爱心农场", ("organisations", "farm")),
    ("九江联动", SELF),
]
NAMES = Names(LEADING, ["九江镇", "里水镇", "街坊会", "议事协商委员会", "里水镇微创投大赛"])


def mentions(body: str) -> tuple[str, tuple[Mention, ...]]:
    """The plain text of a body and the mentions in it, those of the page itself and of pages it links to left out."""
    document = parse(body, {})
    linked = [("methods", "deliberation")] if "|deliberation" in body else []
    return document.text, NAMES.mentions(document.text, tuple(prose(document)), [SELF, *linked])


@pytest.mark.parametrize("row", spec("mentions"))
def test_mentions(row):
    text, found = mentions(row["input"])
    for mention in reversed(found):
        text = f"{text[: mention.start]}【{text[mention.start : mention.end]}】{text[mention.end :]}"
    assert text.strip() == row["expect"]


PIECES = [
    *"“”‘’「」《》#> \n*，。[]|",
    "\n\n",
    "## ",
    "[[",
    "]]",
    "](x)",
    *(name for name, _ in LEADING),
    "九江镇",
    "街坊会",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_mentions_lie_in_prose_apart_from_each_other_and_once_for_each_page(body: str) -> None:
    document = parse(body, {})
    text, found = mentions(body)
    assert len({mention.target for mention in found}) == len(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for mention in found:
        assert (text[mention.start : mention.end], mention.target) in LEADING
        for element in document.root.iter():
            if element.tag in ("a", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"):
                start, end = document.span(element)
                assert end <= mention.start or mention.end <= start
        for start, end in quotations(text):
            is_outside = end <= mention.start or mention.end <= start
            assert is_outside or (mention.start <= start and end <= mention.end)


@given(st.lists(st.sampled_from([*"“”「」\n甲"]), max_size=60).map("".join))
def test_quotations_stand_between_a_mark_and_its_twin_in_one_line(text: str) -> None:
    for start, end in quotations(text):
        assert text[start] + text[end - 1] in ("“”", "「」")
        assert "\n" not in text[start:end]


def test_a_mention_becomes_a_quiet_link_and_changes_no_text():
    document = parse("先**议事协商**再说。", {})
    html = render(document, [], lambda to, step: None, [Anchor(1, 5, "../x/")]).html(0, 99)
    link = '<a class="mention" data-note="1" href="../x/" rel="noopener noreferrer">议事协商</a>'
    assert html == f"<p>先<strong>{link}</strong>再说。</p>"


def test_figures_in_across_and_beside_a_mention_keep_their_marks():
    document = parse("里水第四届大赛15个项目，3场3次。", {})
    marks = [Mark(2, 5, "figure-a", "4"), Mark(5, 10, "figure-b", "15"), Mark(13, 15, "figure-c", "3")]
    anchors = [Anchor(0, 7, "/x"), Anchor(15, 17, "/y")]
    html = render(document, marks, lambda to, step: None, anchors).html(0, 99)
    assert html == (
        '<p><a class="mention" data-note="1" href="/x" rel="noopener noreferrer">里水<data class="figure" id="figure-a" value="4">第四届'
        '</data><data class="figure" id="figure-b" value="15">大赛</data></a>'
        '<data class="figure" value="15">15个</data>项目，'
        '<data class="figure" id="figure-c" value="3">3场</data>'
        '<a class="mention" data-note="2" href="/y" rel="noopener noreferrer">3次</a>。</p>'
    )


# --- in the library: which names there are, and how an author stops them ---


def found(content, slug: str) -> list[tuple[str, str]]:
    """The mentions of a page as (slug or id, words)."""
    site = read_site(content)
    assert not [str(error) for error in site.errors]
    library = site.library
    entry = library.entry(slug)
    return [(m.target[1], entry.text[m.start : m.end]) for m in library.mentions(slug)]


def tell(content, words: str, front: str = "") -> None:
    """Let the garden case say `words` in its part of limits."""
    case = content / "cases" / "taoyuan-garden.md"
    text = case.read_text().replace("钱从哪里来没有写。", words)
    case.write_text(text.replace("sources:", f"{front}\nsources:") if front else text)


def test_titles_of_methods_cases_and_organisations_link(content):
    tell(content, "和平社区服务中心请人坐下来谈，桃园停车。")
    assert found(content, "taoyuan-garden") == [("heping-centre", "和平社区服务中心"), ("talk-it-over", "坐下来谈")]


def test_an_organisation_that_no_case_names_links_all_the_same(content):
    tell(content, "和平社区服务中心来了。")
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace("organisations:\n  - {organisation: 和平社区服务中心, role: 牵头}\n", ""))
    assert found(content, "taoyuan-garden") == [("heping-centre", "和平社区服务中心")]


@pytest.mark.parametrize("alias", ["谈谈", "居民", "和平镇", "服务项目"])
def test_aliases_that_say_too_little_do_not_link(content, alias):
    method = content / "methods" / "talk-it-over.md"
    method.write_text(method.read_text().replace("added:", f"aliases: [{alias}, 谈拢会]\nadded:"))
    tell(content, f"先{alias}。")
    assert found(content, "taoyuan-garden") == []
    tell(content, "")
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace(f"先{alias}。", "先开谈拢会。"))
    assert found(content, "taoyuan-garden") == [("talk-it-over", "谈拢会")]


@pytest.mark.parametrize("word", ["坐下来谈", "talk-it-over"])
def test_an_author_stops_a_link(content, word):
    tell(content, "和平社区服务中心请人坐下来谈。", f"no_links: [{word}]")
    assert found(content, "taoyuan-garden") == [("heping-centre", "和平社区服务中心")]


def test_pages_about_the_site_link_as_well(content):
    page = content / "pages" / "about.md"
    page.write_text(page.read_text() + "\n先坐下来谈。\n")
    assert found(content, "about") == [("talk-it-over", "坐下来谈")]


def test_a_draft_is_not_linked_to_on_the_public_site(content):
    method = content / "methods" / "talk-it-over.md"
    method.write_text(method.read_text().replace("added:", "status: draft\nadded:"))
    tell(content, "坐下来谈。")
    assert [m.target[1] for m in read_site(content).library.mentions("taoyuan-garden")] == ["talk-it-over"]
    assert read_site(content, drafts=False).library.mentions("taoyuan-garden") == ()
