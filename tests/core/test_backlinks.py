"""What leads to a page, and why; each page once."""

from casebook.files import read_site
from casebook.library import Library, backlinks
from casebook.views.terms import term_view
from tests.conftest import SITE

LIBRARY = read_site(SITE).library


def leading(target: tuple[str, str], library: Library = LIBRARY) -> list[tuple[str, list[str]]]:
    """(slug, reasons) of every backlink; a reason that is of something is written `role lead`."""
    return [
        (one.entry.slug, [f"{why.reason} {why.of}".strip() for why in one.why]) for one in backlinks(library, target)
    ]


def test_parts_come_before_pages_that_only_say_it():
    assert leading(("cases", "taoyuan-parking")) == [("taoyuan-garden", ["part", "text"]), ("about", ["text"])]
    assert leading(("cases", "taoyuan-garden")) == [("taoyuan-parking", ["whole"])]


def test_a_method_is_told_by_its_cases():
    assert leading(("methods", "talk-it-over")) == [("taoyuan-parking", ["text"])]


def test_a_related_method(content):
    method = (content / "methods" / "talk-it-over.md").read_text()
    other = method.replace("title: 坐下来谈", "title: 站起来做").replace("added:", "related: [talk-it-over]\nadded:")
    (content / "methods" / "stand-up.md").write_text(
        other.replace("请有关的人坐下来谈。", "请人来做，做之前坐下来谈。")
    )
    library = read_site(content).library
    assert leading(("methods", "talk-it-over"), library) == [
        ("stand-up", ["related", "text"]),
        ("taoyuan-parking", ["text"]),
    ]


def test_an_organisation_is_told_by_its_roles_and_by_texts_that_name_it(content):
    page = content / "pages" / "about.md"
    page.write_text(page.read_text() + "\n和平社区服务中心帮了忙。\n")
    assert leading(("organisations", "heping-centre"), read_site(content).library) == [
        ("taoyuan-parking", ["role lead"]),
        ("about", ["text"]),
    ]


def test_a_place_has_what_happened_there_and_within():
    assert leading(("places", "taoyuan")) == [
        ("taoyuan-garden", ["place", "text"]),  # by the title of the case that its text links to
        ("taoyuan-parking", ["place"]),
        ("about", ["text"]),
    ]
    assert leading(("places", "heping-town")) == [
        ("taoyuan-garden", ["within taoyuan"]),
        ("taoyuan-parking", ["within taoyuan"]),
    ]


def test_a_source_has_the_figures_that_it_proves(content):
    case = content / "cases" / "taoyuan-parking.md"
    evidence = "metrics:\n  - {quote: 5020.86元, evidence: {locator: 第3段, quote: 一共募得5020.86元}}\ncaveats:"
    case.write_text(case.read_text().replace("caveats:", evidence))
    library = read_site(content).library
    assert leading(("sources", "heping-report"), library) == [
        ("taoyuan-garden", ["source 0"]),
        ("taoyuan-parking", ["source 1"]),
    ]
    view = term_view(library, "sources", library.vocabulary["sources", "heping-report"])
    assert [card.why for card in view.cases.first] == [("1 个数字的出处在这里",), ("取材于它",)]


def test_nothing_leads_to_what_nobody_names():
    assert leading(("pages", "about")) == []


def test_a_term_lists_a_page_as_a_card_or_below_but_not_twice(content):
    page = content / "pages" / "about.md"
    page.write_text(page.read_text() + "\n和平镇很大。\n")
    library = read_site(content).library
    view = term_view(library, "places", library.vocabulary["places", "heping-town"])
    assert [(card.url, card.why) for card in view.cases.first] == [
        ("cases/taoyuan-parking/", ("发生在桃园小区",)),
        ("cases/taoyuan-garden/", ("发生在桃园小区",)),
    ]
    assert [(one.link.url, one.why) for one in view.linked_from.first] == [("about/", ("正文提到它",))]
    assert [home.text for home in view.homes.first] == ["和平社区服务中心"]
