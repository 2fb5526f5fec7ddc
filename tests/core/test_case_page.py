"""What the page of a case says first: what it took, what to know, the answer; and each thing once."""

import pytest

from casebook.files import read_site
from casebook.library import Library
from casebook.views.caveats import weighed
from casebook.views.entries import CaseView, case_view
from casebook.views.proofs import LEADING_ON, proofs
from casebook.views.strip import strip
from tests.conftest import SITE, frozen

PARKING = "taoyuan-parking"
POINTER = "（[[打分|talk-it-over#score]]）"


@pytest.fixture(scope="module")
def library() -> Library:
    return read_site(SITE).library


def changed(content, *pairs: tuple[str, str]) -> Library:
    """The small collection with some words of its parking case replaced."""
    path = content / "cases" / f"{PARKING}.md"
    text = path.read_text()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)
    return read_site(content).library


def page(library: Library) -> CaseView:
    return case_view(library, library.cases[PARKING])


def steps(view: CaseView):
    return [step for part in view.body.sections for step in part.steps]


# ---- links to methods stand once


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("（见[[打分|talk-it-over#score]]）", ""),
        ("（[[打分|talk-it-over#score]]、[[决定|talk-it-over#decide]]）", ""),
        ("，再[[打分|talk-it-over#score]]", "，再打分"),
        ("（先[[打分|talk-it-over#score]]）", "（先打分）"),
    ],
    ids=["a pointer", "two links", "within a sentence", "more than a link"],
)
def test_a_link_that_the_chips_show_is_not_in_the_prose(content, written, shown):
    library = changed(content, (POINTER, written))
    talk, _ = steps(page(library))
    assert f"议事会{shown}。" in talk.html
    assert "<a" not in talk.html
    assert "methods/talk-it-over/#score" in [chip.url for chip in talk.methods]


def test_a_pointer_outside_of_the_steps_stays(content):
    library = changed(content, ("没有停车前后的数字。", "没有停车前后的数字（见[[打分|talk-it-over#score]]）。"))
    limits = next(part for part in page(library).body.sections if part.kind == "limits")
    assert "（见<a" in limits.html


def test_a_figure_in_a_pointer_keeps_it(content):
    library = changed(content, (POINTER, "（[[打分3场|talk-it-over#score]]）"))
    talk, _ = steps(page(library))
    assert "（打分<data" in talk.html


def test_the_steps_of_a_method_stand_side_by_side_and_name_it_once(content):
    several = "（[[打分|talk-it-over#score]]、[[决定|talk-it-over#decide]]）"
    talk, _ = steps(page(changed(content, (POINTER, several))))
    assert [(chip.text, chip.again) for chip in talk.methods] == [
        ("坐下来谈：打分", ""),
        ("坐下来谈：决定", "坐下来谈："),
    ]


def test_an_organisation_that_the_facts_name_is_not_linked_in_the_prose(content):
    named = ("没有停车前后的数字。", "没有停车前后的数字，和平社区服务中心没有写。")
    unlisted = ("organisations:\n  - {organisation: 和平社区服务中心, role: 牵头}\n", "")
    told = [part.html for part in page(changed(content, named)).body.sections if part.kind == "limits"]
    assert "organisations/heping-centre/" not in told[0]
    told = [part.html for part in page(changed(content, unlisted)).body.sections if part.kind == "limits"]
    assert "organisations/heping-centre/" in told[0]


# ---- what leads, what is folded


def test_problem_steps_results_limits_lead_and_the_parts_after_them_fold(content):
    library = changed(content, ("## 怎么做", "## 谁参与\n\n居民。\n\n## 樱桃文化\n\n这是后话。\n\n## 怎么做"))
    parts = {part.title: part.folded for part in page(library).body.sections}
    assert list(parts) == ["问题", "怎么做", "结果", "局限", "谁参与", "樱桃文化"]
    assert [title for title, folded in parts.items() if folded] == ["谁参与", "樱桃文化"]
    assert parts["樱桃文化"] == len("\n这是后话。\n")


def test_a_case_without_steps_keeps_the_order_of_its_text_and_folds_none_of_it():
    library = frozen()
    case = library.cases["dongguan-top-ten-2020"]
    parts = case_view(library, case).body.sections
    assert [part.title for part in parts] == [part.title for part in case.sections if part.level == 2]
    assert not any(part.folded for part in parts)


# ---- people, time, money


def told(library: Library, slug: str) -> list[tuple[str, str, str]]:
    view = strip(library, library.cases[slug])
    assert view is not None
    return [(cell.label, cell.figure.text, cell.what) for cell in view.cells]


def test_the_strip_has_people_time_and_money(library):
    assert told(library, PARKING) == [
        ("人", "约20名", "志愿者"),
        ("时间", "21天", "再巡查"),  # a duration is that of its step
        ("钱", "5020.86元", "募集资金"),
    ]
    assert strip(library, library.cases[PARKING]).lacking == ()
    assert strip(library, library.cases["taoyuan-garden"]).lacking == ("人", "时间", "钱")


def test_the_strip_tells_the_whole_and_the_longest():
    assert told(frozen(), "lishui-micro-venture-4") == [
        ("人", "211名", "团队成员"),
        ("时间", "三个月", "三个月做项目"),  # not the 四年 before, nor the 5天 of one step
        ("钱", "62619元", "募集资金、撬动"),  # not what one project got
    ]


def test_a_collection_whose_indicators_tell_nothing_of_it_has_no_strip(content):
    path = content / "vocabulary" / "indicators.yaml"
    path.write_text("".join(line for line in path.read_text().splitlines(True) if "takes:" not in line))
    library = read_site(content).library
    assert strip(library, library.cases[PARKING]) is None


# ---- what to know


@pytest.mark.parametrize(
    ("slug", "start"),
    [
        ("tongsheng-ebike-parking", "步骤有两种顺序"),  # no caveat speaks of its figures: a contradiction comes first
        ("xujiahui-three-group-linkage", "20个是项目意向"),  # a figure of the summary, before a contradiction
        ("jiujiang-federation", "几个数字数的不是一回事：27是"),  # a figure without its unit
    ],
)
def test_the_most_weighty_caveat_comes_first(slug, start):
    library = frozen()
    first, *others = weighed(library, library.cases[slug])
    assert first.text.startswith(start)
    texts = [one.text for one in library.cases[slug].front.caveats]
    assert [one.text for one in others] == [text for text in texts if text != first.text]


def test_a_case_without_caveats_has_none(library):
    assert weighed(library, library.cases["taoyuan-garden"]) == ()


# ---- figures


def test_each_figure_stands_once_under_its_source_and_leads_on_where_others_report_it():
    library = frozen()
    found = proofs(library, library.cases["tongsheng-ebike-parking"])
    (group,) = found.groups
    assert group.source.text
    assert not group.source.url  # the page lists it
    texts = [one.text for one in group.figures]
    assert len(texts) == len(set(texts)) == found.count
    assert "indicators/volunteers/" in found.leading
    assert len(found.leading) == LEADING_ON
    assert "indicators/trainings-held/" not in found.leading  # nobody else reports it
    assert not any(note == "最终" for one in group.figures for note in one.notes)


def test_figures_that_nothing_proves_come_last(library):
    assert [group.source for group in proofs(library, library.cases[PARKING]).groups] == [None]


# ---- who leads here


def test_pages_that_a_case_shows_anyway_are_not_told_of_again():
    library = frozen()
    view = case_view(library, library.cases["tongsheng-ebike-parking"])
    shown = {chip.url.partition("#")[0] for step in steps(view) for chip in step.methods} | {view.parent.url}
    assert shown & {one.link.url for one in view.linked_from.first} == set()
