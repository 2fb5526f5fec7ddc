"""How terms and methods stand to each other, and what is wrong with what authors write of it."""

from pathlib import Path

import pytest

from casebook.files import read_site
from casebook.library import Change, Library, relations

THEMES = """
- {id: parking, zh: 停车治理, en: Parking, aliases: [停车难], broader: [order]}
- {id: deliberation, zh: 议事协商, en: Deliberation, related: [order]}
- id: order
  zh: 公共秩序
  en: Order
  predecessors:
    - {term: deliberation, year: 2021-04, document: 《意见》}
    - {name: 治安联防, year: unknown, document: 街道志}
"""


def library(content: Path, themes: str) -> Library:
    (content / "vocabulary" / "themes.yaml").write_text(themes)
    site = read_site(content)
    assert site.errors == ()
    return site.library


def test_each_relation_is_known_on_both_sides(content):
    found = library(content, THEMES)
    order = relations(found, ("themes", "order"))
    assert order.narrower == (("themes", "parking"),)
    assert order.related == (("themes", "deliberation"),)
    assert [(change.key, change.name, change.year) for change in order.predecessors] == [
        (("themes", "deliberation"), "议事协商", "2021-04"),
        (None, "治安联防", "unknown"),
    ]
    assert relations(found, ("themes", "parking")).broader == (("themes", "order"),)
    deliberation = relations(found, ("themes", "deliberation"))
    assert deliberation.related == (("themes", "order"),)
    assert deliberation.successors == (
        Change(key=("themes", "order"), name="公共秩序", year="2021-04", document="《意见》"),
    )


def test_what_has_no_relations_has_none(content):
    assert relations(read_site(content).library, ("places", "taoyuan")).broader == ()


def test_methods_stand_to_methods_and_come_from_forms(content):
    first, second = content / "methods" / "talk-it-over.md", content / "methods" / "vote.md"
    second.write_text(
        first.read_text()
        .replace("title: ", "title: 投票与", 1)
        .replace(
            "themes:",
            "broader: [talk-it-over]\nrelated: [talk-it-over]\n"
            "predecessors: [{form: 服务项目, year: '2019', document: 《办法》}]\nthemes:",
        )
    )
    site = read_site(content)
    assert site.errors == ()
    vote, talk = ("methods", "vote"), ("methods", "talk-it-over")
    assert relations(site.library, talk).narrower == (vote,)
    assert relations(site.library, talk).related == (vote,)
    assert [change.key for change in relations(site.library, ("forms", "project")).successors] == [vote]
    assert not site.library.tagged("forms", "project")[2:], "what came before a method is no tag of it"


def test_a_draft_that_is_left_out_is_no_relation(content):
    first, second = content / "methods" / "talk-it-over.md", content / "methods" / "vote.md"
    second.write_text(first.read_text().replace("themes:", "status: draft\nthemes:"))
    first.write_text(
        first.read_text().replace(
            "themes:", "related: [vote]\npredecessors: [{method: vote, year: '2019', document: 甲}]\nthemes:"
        )
    )
    found = relations(read_site(content, drafts=False).library, ("methods", "talk-it-over"))
    assert (found.related, found.predecessors) == ((), ())
    assert relations(read_site(content).library, ("methods", "vote")).successors


@pytest.mark.parametrize(
    ("wrong", "field", "found", "instead"),
    [
        ("broader: [ordre]", "parking.broader[0]", "“ordre” 不在 content/vocabulary/themes.yaml 中", "是否指 “order”?"),
        (
            "broader: [公共秩序]",
            "parking.broader[0]",
            "“公共秩序” 不是小写英文、数字和连字符",
            None,
        ),
        ("related: [parking]", "parking.related[0]", "写的是这一项自己", "写另一项的 id"),
        ("broader: [parking]", "parking.broader", "“停车治理” 是自己的下级:parking → parking", "broader 写上一级的 id"),
        (
            "predecessors: [{term: deliberatoin, year: '2021', document: 甲}]",
            "parking.predecessors[0].term",
            "“deliberatoin” 不在 content/vocabulary/themes.yaml 中",
            "是否指 “deliberation”?",
        ),
        (
            "predecessors: [{name: 甲, term: order, year: '2021', document: 甲}]",
            "parking.predecessors[0]",
            "前身要写一个,也只写一个",
            "写 name 或 term 中的一个",
        ),
        (
            "predecessors: [{name: 甲, year: 2021年, document: 甲}]",
            "parking.predecessors[0].year",
            "“2021年” 不是这里的写法",
            "写成 2021",
        ),
        ("narrower: [order]", "parking.narrower", "不认识的键 narrower", None),
    ],
)
def test_wrong_relations_of_a_term(content, wrong, field, found, instead):
    (content / "vocabulary" / "themes.yaml").write_text(THEMES.replace("broader: [order]", wrong))
    problem = next(p for p in read_site(content).errors if "themes.yaml" in p.path)
    assert (problem.line, problem.field, problem.found) == (2, field, found)
    assert instead is None or problem.instead == instead


def test_circle_of_broader_terms_names_the_way(content):
    (content / "vocabulary" / "themes.yaml").write_text(THEMES.replace("en: Order", "en: Order\n  broader: [parking]"))
    assert [(p.line, p.field, p.found) for p in read_site(content).errors] == [
        (2, "parking.broader", "“停车治理” 是自己的下级:parking → order → parking"),
    ]


def test_places_have_no_broader(content):
    places = content / "vocabulary" / "places.yaml"
    places.write_text(places.read_text().replace("level: city", "level: city, broader: [taoyuan]"))
    assert [p.found for p in read_site(content).errors if "places.yaml" in p.path] == ["不认识的键 broader"]


@pytest.mark.parametrize(
    ("wrong", "field", "found"),
    [
        ("broader: [talk-it-over]", "broader", "上级绕了一圈:talk-it-over → talk-it-over"),
        ("related: [talk-it-over]", "related[0]", "写的是这个方法自己"),
        ("broader: [talk-it-ovre]", "broader[0]", "“talk-it-ovre” 不在 content/methods/ 中"),
        (
            "predecessors: [{form: 服务项木, year: '2021', document: 甲}]",
            "predecessors[0].form",
            "“服务项木” 不在 content/vocabulary/forms.yaml 中",
        ),
        ("predecessors: [{year: '2021', document: 甲}]", "predecessors[0]", "前身要写一个,也只写一个"),
        ("predecessors: [{name: 甲, year: '2021'}]", "predecessors[0].document", "缺少 document"),
    ],
)
def test_wrong_relations_of_a_method(content, wrong, field, found):
    method = content / "methods" / "talk-it-over.md"
    method.write_text(method.read_text().replace("themes:", f"{wrong}\nthemes:"))
    problem = next(p for p in read_site(content).errors if "talk-it-over.md" in p.path)
    assert (problem.line, problem.field, problem.found) == (6, field, found)
