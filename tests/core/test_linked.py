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
WORK = "about alternativeHeadline author citation dateModified datePublished inLanguage isPartOf license publisher"
# What each kind may have, of what we say, by schema.org 30.1; a node of two kinds has what one of them may have.
MAY = {
    "Thing": "name description url alternateName sameAs subjectOf potentialAction",
    "Article": f"{WORK} contentLocation hasPart headline mentions temporalCoverage",
    "HowTo": f"{WORK} step",
    "LearningResource": f"{WORK} learningResourceType",
    "HowToStep": "position text",
    "WebPageElement": "position text",
    "Observation": "maxValue measurementQualifier minValue observationAbout observationDate unitText value variableMeasured",
    "BreadcrumbList": "itemListElement",
    "ListItem": "item position",
    "DefinedTerm": "inDefinedTermSet",
    "DefinedTermSet": WORK,
    "Dataset": f"{WORK} creator distribution isAccessibleForFree",
    "DataDownload": "contentUrl encodingFormat",
    "WebSite": WORK,
    "SearchAction": "target query-input",
    "EntryPoint": "urlTemplate",
    "CreativeWork": f"{WORK} archivedAt",
    "Place": "containedInPlace",
    "Organization": "",
    "StatisticalVariable": "",
    "Enumeration": "",
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


def test_no_node_has_what_its_kind_has_not(pages):
    for url, text in pages.items():
        for node in nodes(inside(text)):
            kinds = node.get("@type", [])
            may = {
                one for kind in ("Thing", *([kinds] if isinstance(kinds, str) else kinds)) for one in MAY[kind].split()
            }
            assert {key for key in node if key[0] != "@"} <= may, (url, kinds)


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
