"""What pages say of themselves to programs."""

import json

import pytest

from casebook.views import outline
from casebook_pelican.linked import linked_data
from tests.conftest import frozen

ROOT = "https://example.org/casebook"
NEEDED = {
    "Article": {"headline", "author", "datePublished", "dateModified", "url", "citation", "contentLocation"},
    "HowTo": {"name", "step", "url"},
    "LearningResource": {"learningResourceType"},
    "HowToStep": {"name", "url", "position"},
    "Observation": {"observationAbout", "variableMeasured", "unitText"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "DefinedTerm": {"name", "inDefinedTermSet"},
    "DefinedTermSet": {"name", "url"},
    "Dataset": {"name", "description", "distribution", "creator"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "WebSite": {"name", "url", "potentialAction"},
    "CreativeWork": {"name"},
    "Place": {"name"},
    "Organization": {"name"},
}
ADDRESSES = ("@id", "url", "item", "contentUrl", "urlTemplate")


@pytest.fixture(scope="module")
def pages():
    write = linked_data(ROOT)
    texts = {url: str(write(make())) for url, make in outline(frozen())}
    return {url: text for url, text in texts.items() if text}


def inside(text: str) -> list[dict]:
    return json.loads(text.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))["@graph"]


def nodes(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)


def test_every_node_has_what_its_kind_needs_and_whole_addresses(pages):
    seen = set()
    for url, text in pages.items():
        for node in nodes(inside(text)):
            kinds = node.get("@type", [])
            for kind in [kinds] if isinstance(kinds, str) else kinds:
                seen.add(kind)
                if set(node) != {"@type", "@id"}:
                    assert NEEDED.get(kind, set()) <= set(node), (url, kind)
            for key in ADDRESSES:
                assert node.get(key, ROOT).startswith(ROOT), (url, node)
    assert set(NEEDED) <= seen


def test_a_figure_says_whether_it_is_exact(pages):
    found = {
        node["name"]: node for node in inside(pages["cases/jiujiang-food-safety/"]) if node["@type"] == "Observation"
    }
    contacts = found["服务人次：约700人次"]
    assert (contacts["value"], contacts["unitText"]) == (700, "人次")
    assert contacts["measurementQualifier"]["name"] == "about"
    assert contacts["observationAbout"] == {"@id": f"{ROOT}/cases/jiujiang-food-safety/"}


def test_what_is_not_known_is_not_told(pages):
    article = next(node for node in inside(pages["cases/changan-first-aid/"]) if node["@type"] == "Article")
    assert "temporalCoverage" not in article  # the period is unknown
    assert article["contentLocation"][0]["containedInPlace"]["name"]


def test_no_text_can_end_the_element():
    from casebook.views.plain import not_found_view

    view = not_found_view(frozen()).but(linked=json.dumps([{"@type": "Article", "headline": "</script><b>甲&\u2028"}]))
    text = str(linked_data(ROOT)(view))
    assert text.count("<") == 2
    assert inside(text)[0]["headline"] == "</script><b>甲&\u2028"
