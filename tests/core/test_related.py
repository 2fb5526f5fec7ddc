"""Related cases: which are near, with which reasons in words, and what is left out."""

from pathlib import Path

import pytest

from benchmarks.invented import library as invented
from casebook.files import read_site
from casebook.library import related
from casebook.library.related import LEAST, MOST, SHARED_BY, WEIGHTS
from casebook.views.connections import SIDE_BY_SIDE, near
from tests.conftest import SITE

CASE = (SITE / "cases" / "taoyuan-garden.md").read_text()
PLACES = """
- {id: linfen, zh: 云城市, en: Linfen, level: city}
- {id: east, zh: 东区, en: East, level: district, parent: linfen}
- {id: heping-town, zh: 和平镇, en: Heping Town, level: town, parent: east}
- {id: taoyuan, zh: 桃园小区, en: Taoyuan Estate, level: community, parent: heping-town}
- {id: liyuan, zh: 梨园小区, en: Liyuan Estate, level: community, parent: heping-town}
- {id: anping-town, zh: 安平镇, en: Anping Town, level: town, parent: east}
- {id: far, zh: 远山县, en: Far, level: district}
"""
APART = {"places": "[远山县]", "themes": "[停车治理]"}  # a case that shares nothing with one as it stands


def write(content: Path, slug: str, words: str = "", **front: str) -> None:
    """A case of its own place and theme that says `words` in its step, with other front matter where it is given."""
    text = CASE.replace("桃园小菜园", slug).replace("居民种了12块地，见[[taoyuan-parking]]。", words)
    text = text.replace("part_of: taoyuan-parking\n", "").replace("title_en: Taoyuan Garden", f"title_en: {slug}")
    values = {"places": "[桃园小区]", "themes": "[议事协商]", **front}
    for key, value in values.items():
        lines = [line for line in text.splitlines() if not line.startswith(f"{key}:")]
        text = "\n".join([lines[0], f"{key}: {value}", *lines[1:]])
    (content / "cases" / f"{slug}.md").write_text(text)


@pytest.fixture
def cases(content):
    """The small collection without its cases, to be filled."""
    for path in [*(content / "cases").iterdir(), *(content / "pages").iterdir()]:
        path.unlink()
    (content / "vocabulary" / "places.yaml").write_text(PLACES)
    (content / "addresses.lock").unlink()
    return content


def reasons(content, slug: str = "one") -> dict[str, tuple[str, ...]]:
    """What the page of a case says of the cases near to it: slug -> reasons."""
    site = read_site(content)
    assert not [str(error) for error in site.errors]
    return {one.link.url.split("/")[1]: one.why for one in near(site.library, site.library.cases[slug])}


STEP = "（见[[打分|talk-it-over#score]]）"
CENTRE = "[{organisation: 和平社区服务中心, role: %s}]"


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ((f"谈过{STEP}。", {}), (f"也谈过{STEP}。", APART), ("都用到坐下来谈的“打分”",)),
        (("谈过。", {"methods": "[talk-it-over]"}), (f"谈过{STEP}。", APART), ("都用到坐下来谈",)),
        (("种菜。", {}), ("养花。", {"themes": "[停车治理]"}), ("都在桃园小区",)),
        (("种菜。", {}), ("养花。", {"places": "[梨园小区]"}), ("都在和平镇", "主题都有议事协商")),
        (
            ("种菜。", {"themes": "[停车治理, 议事协商]"}),
            ("养花。", {"themes": "[停车治理, 议事协商]", "places": "[安平镇]"}),
            ("都在东区", "主题都有议事协商、停车治理"),
        ),
        (
            ("种菜。", {"organisations": CENTRE % "牵头"}),
            ("养花。", {"organisations": CENTRE % "参与", **APART}),
            ("都有和平社区服务中心",),
        ),
        (
            ("来了20名志愿者，服务700人次。", {"organisations": CENTRE % "牵头"}),
            ("来了约12名志愿者，服务100人次。", {"organisations": CENTRE % "参与", **APART}),
            (
                "都有和平社区服务中心",
                "都报告了服务人次：这里 700人次，那里 100人次",
                "都报告了志愿者：这里 20名，那里 约12名",
            ),
        ),
    ],
)
def test_reasons_in_words(cases, one, two, words):
    write(cases, "one", one[0], **one[1])
    write(cases, "two", two[0], **two[1])
    found = reasons(cases)
    assert found.keys() == {"two"}
    assert sorted(found["two"]) == sorted(words)


@pytest.mark.parametrize(
    ("one", "two", "front", "why"),
    [
        ("种菜。", "养花。", {"places": "[远山县]"}, "a theme alone"),
        ("种菜。", "养花。", {"places": "[安平镇]", "themes": "[停车治理]"}, "a district alone"),
        ("来了20名志愿者。", "来了12名志愿者。", APART, "a figure alone"),
        ("来了20名志愿者，服务700人次。", "来了12名志愿者，服务100人次。", APART, "figures alone"),
        ("服务7000人次，来了20名志愿者。", "服务699人次，来了201名志愿者。", APART, "figures of other orders of size"),
        ("服务700人，来了20名志愿者。", "服务700人次，用了20天。", APART, "figures of other series"),
        ("种了20棵树，拿了30样东西。", "种了20棵树，拿了30样东西。", APART, "figures that say little"),
    ],
)
def test_what_is_no_reason(cases, one, two, front, why):
    write(cases, "one", one)
    write(cases, "two", two, **front)
    assert reasons(cases) == {}, why


def test_orders_of_size_are_told_by_the_ratio_not_by_digits(cases):
    write(cases, "one", "服务101人次，来了9名志愿者。", organisations=CENTRE % "牵头")
    write(cases, "two", "服务99人次，来了11名志愿者。", organisations=CENTRE % "参与", **APART)
    assert len(reasons(cases)["two"]) == 3


def test_parts_of_a_case_are_near_but_not_the_case_itself(cases):
    write(cases, "whole", f"谈过{STEP}。")
    write(cases, "one", f"谈过{STEP}。", part_of="whole")
    write(cases, "two", f"谈过{STEP}。", part_of="one")
    write(cases, "three", f"谈过{STEP}。", part_of="whole", **APART)
    assert reasons(cases) == {"three": ("都用到坐下来谈的“打分”", "都属于whole")}
    assert reasons(cases, "whole") == {}


def test_the_nearest_first_and_no_more_than_stand_side_by_side(cases):
    for number in range(7):
        write(cases, f"far-{number}", "种菜。", themes="[停车治理]")
    write(cases, "zz", f"谈过{STEP}。")
    write(cases, "one", f"谈过{STEP}。")
    assert list(reasons(cases)) == ["zz", *(f"far-{number}" for number in range(SIDE_BY_SIDE - 2))]


def test_a_trait_of_very_many_cases_brings_no_neighbour_but_is_told(cases):
    for number in range(SHARED_BY + 1):
        write(cases, f"many-{number}", "种菜。", **({"organisations": CENTRE % "牵头"} if number == 7 else {}))
    write(cases, "one", "种菜。", organisations=CENTRE % "牵头")
    assert reasons(cases) == {"many-7": ("都在桃园小区", "都有和平社区服务中心", "主题都有议事协商")}


def test_who_is_near_is_near_back_unless_five_are_nearer():
    library = invented(30)
    for slug in library.cases:
        found = related(library, slug)
        weights = [sum(WEIGHTS[reason.trait[0]] for reason in one.reasons) for one in found]
        assert weights == sorted(weights, reverse=True)
        assert all(weight >= LEAST for weight in weights)
        back = {other for other in library.cases if any(one.case == slug for one in related(library, other))}
        for other in back - {one.case for one in found}:  # who is near to us and not shown: five are nearer
            (reasons,) = [one.reasons for one in related(library, other) if one.case == slug]
            assert len(found) == MOST
            assert sum(WEIGHTS[reason.trait[0]] for reason in reasons) <= weights[-1]


def test_the_same_cases_give_the_same_neighbours():
    one, other = invented(60), invented(60)
    assert [related(one, slug) for slug in one.cases] == [related(other, slug) for slug in other.cases]
