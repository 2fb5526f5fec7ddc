"""Series: what may be compared, what is added up, what is derived."""

import re
from decimal import Decimal

import pytest

from casebook.files import read_site
from casebook.library import Library, ratios, series, silent, total
from casebook.views.cards import key_figures
from casebook.views.indicators import indicator_views


def library(content, **bodies: str) -> Library:
    """A site of cases with these bodies; the name after a double underscore is the case above (child__parent)."""
    template = (content / "cases" / "taoyuan-garden.md").read_text()
    for path in (content / "cases").glob("*.md"):
        path.unlink()
    (content / "pages" / "about.md").unlink()
    (content / "addresses.lock").unlink()
    for name, body in bodies.items():
        slug, _, parent = name.partition("__")
        front, _, _ = template.partition("## 问题")
        front = re.sub(r"^title: (.*)$", rf"title: \1{slug}", front, flags=re.M)
        front = front.replace("part_of: taoyuan-parking\n", f"part_of: {parent}\n" if parent else "")
        text = f"{front}## 问题\n\n缺人。\n\n## 怎么做\n\n### 做 {{#do}}\n\n{body}\n\n## 局限\n\n没有写。\n"
        (content / "cases" / f"{slug}.md").write_text(text)
    site = read_site(content)
    assert not site.errors, [str(error) for error in site.errors]
    return site.library


def rows(found: Library, indicator: str) -> dict[tuple[str, str, str], list[tuple[str, str, str]]]:
    """(unit, money, scope) -> (case, value, case above) for each series of an indicator."""
    return {
        (one.key.unit, one.key.money, one.key.scope): [(r.case, f"{r.metric.value:f}", r.under) for r in one.reports]
        for one in series(found).get(indicator, ())
    }


def test_people_and_attendances_are_never_one_series(content):
    found = library(content, one="动员志愿者79名。", two="志愿者参与64人次。", three="20位志愿者来了。")
    assert rows(found, "volunteers") == {
        ("人", "", ""): [("one", "79", ""), ("three", "20", "")],
        ("人次", "", ""): [("two", "64", "")],
    }


def test_interim_and_yearly_figures_stand_apart(content):
    found = library(
        content, one="最终办活动25场。", two="截至2022年2月，办活动22场。", three="每年办活动40场。", four="办活动3场。"
    )
    assert rows(found, "activities-held") == {
        ("场次", "", ""): [("one", "25", ""), ("four", "3", "")],
        ("场次", "", "interim"): [("two", "22", "")],
        ("场次", "", "per-year"): [("three", "40", "")],
    }


def test_a_plan_is_compared_with_nothing_added_to_nothing_and_no_headline(content):
    found = library(
        content,
        one="预计办活动25场，预算5万元。",
        two="办活动3场。",
        three="办活动4场，募得5020元。",
        four="原计划办活动30场，实际办了9场。",
    )
    assert rows(found, "activities-held") == {
        ("场次", "", ""): [("four", "9", ""), ("three", "4", ""), ("two", "3", "")]
    }
    (every,) = series(found)["activities-held"]
    assert total(found, every) == Decimal(16)
    heads = {slug: [one.text for one in key_figures(found, case)] for slug, case in found.cases.items()}
    assert (heads["one"], heads["four"]) == ([], ["9场"])
    assert [metric.text for metric in found.cases["one"].metrics] == ["25场", "5万元"]  # its page tells of them


def test_a_head_that_only_a_plan_has_is_named(content):
    path = content / "cases" / "taoyuan-garden.md"
    text = path.read_text(encoding="utf-8").replace("part_of:", "key_figures: [活动场次]\npart_of:")
    path.write_text(text.replace("## 局限", "预计办活动25场。\n\n## 局限"), encoding="utf-8")
    assert "“活动场次” 只读到计划或预算的数字,不放在开头" in [one.found for one in read_site(content).problems]


def test_money_of_different_kinds_is_never_one_series(content):
    found = library(content, one="募得善款5020.86元。", two="撬动社会资源62619元。", three="链接资金489元。")
    assert set(rows(found, "funds-raised-yuan")) == {
        ("元", "raised", ""),
        ("元", "leveraged", ""),
        ("元", "linked", ""),
    }


def test_a_child_stands_under_its_parent_and_is_not_added(content):
    found = library(content, parent="服务居民13903人次。", child__parent="服务居民100人次。", other="服务居民700人次。")
    (one,) = series(found)["service-contacts"]
    assert [(r.case, r.under) for r in one.reports] == [("parent", ""), ("child", "parent"), ("other", "")]
    assert total(found, one) == 13903 + 700


def test_a_child_stands_alone_where_its_parent_reports_nothing(content):
    found = library(content, parent="大家来了。", child__parent="服务居民100人次。", other="服务居民700人次。")
    (one,) = series(found)["service-contacts"]
    assert {r.under for r in one.reports} == {""}
    assert total(found, one) == 800


@pytest.mark.parametrize(
    ("bodies", "indicator"),
    [
        ({"one": "服务居民10人次。"}, "service-contacts"),  # one case is no sum
        ({"one": "志愿者12名。", "two": "志愿者5名。"}, "volunteers"),  # not additive
        ({"one": "每年服务居民10人次。", "two": "每年服务居民20人次。"}, "service-contacts"),  # a scope of its own
        ({"one": "培训24课时。", "two": "培训6场。"}, "trainings-held"),  # units differ
        ({"one": "至少服务居民10人次。", "two": "服务居民20人次。"}, "service-contacts"),  # a bound
        ({"one": "服务居民约700人次。", "two": "服务居民13903人次。"}, "service-contacts"),  # exact to the last digit?
        (
            {"one": "服务居民10人次。后来服务居民30人次。", "two": "服务居民20人次。"},
            "service-contacts",
        ),  # two of a case
    ],
    ids=["one case", "not additive", "per year", "units", "bound", "about", "two figures"],
)
def test_no_sum_that_would_be_false(content, bodies, indicator):
    found = library(content, **bodies)
    assert [total(found, one) for one in series(found)[indicator]] == [None]


def test_a_figure_said_twice_stands_once_and_a_change_with_its_end(content):
    found = library(content, one="办活动25场。一共是活动25场。事项从251项减少到62项。")
    assert list(rows(found, "activities-held").values()) == [[("one", "25", "")]]
    ((one,),) = (series(found)["other-count"],)
    assert [(r.metric.before, r.metric.value) for r in one.reports] == [(Decimal(251), Decimal(62))]


def test_a_figure_of_another_programme_is_not_the_pages_own(content):
    text = "说到[[two]]，服务居民700人次。"
    found = library(content, one=text, two="服务居民700人次。")
    path = content / "cases" / "one.md"
    path.write_text(path.read_text().replace("sources:", "metrics:\n  - {quote: 700人次, programme: two}\nsources:"))
    again = read_site(content).library
    assert rows(found, "service-contacts")[("人次", "", "")] == [("two", "700", "")]  # linked earlier in the sentence
    assert rows(again, "service-contacts")[("人次", "", "")] == [("two", "700", "")]  # said in front matter
    path.write_text(path.read_text().replace("说到[[two]]，", "").replace("programme: two", "programme: one"))
    own = read_site(content).library
    assert rows(own, "service-contacts")[("人次", "", "")] == [("one", "700", ""), ("two", "700", "")]


def test_who_does_not_report_is_named(content):
    found = library(content, one="服务居民700人次。", two="大家来了。", three="大家走了。")
    (one,) = series(found)["service-contacts"]
    assert silent(found, one) == (2, ("three", "two"))
    assert silent(found, one, most=1) == (2, ("three",))


def test_ratios_need_both_parts_of_one_case_scope_and_date(content):
    found = library(
        content,
        both="最终办活动25场，最终服务居民约700人次。",
        apart="最终办活动25场。截至2022年2月，服务居民500人次。",
        many="办活动25场。又办活动10场。服务居民90人次。",
    )
    assert [(r.row.id, r.case, f"{r.value:f}") for r in ratios(found)] == [("contacts-per-activity", "both", "28.0")]


def test_ratios_of_a_year_and_of_what_is_final_at_two_dates(content):
    found = library(
        content,
        year="每年志愿服务600小时，每年参与志愿者200人次。",
        mixed="每年志愿服务600小时，参与志愿者200人次。",
        final="截至2022年2月，最终募得5000元，截至2022年3月，最终服务居民1000人次。",
    )
    told = {r.case: (r.row.id, f"{r.value:f}") for r in ratios(found)}
    assert told == {"year": ("hours-per-attendance", "3.0"), "final": ("money-per-contact", "5.00")}


def test_what_is_left_over_is_listed_and_not_drawn(content):
    indicators = content / "vocabulary" / "indicators.yaml"
    found = library(content, one="清单12项。", two="清单70项。")
    drawn = {view.title: view for view in indicator_views(found)}["其他计数"]
    indicators.write_text(indicators.read_text().replace("- id: other-count", "- id: other-count\n  comparable: false"))
    listed = {view.title: view for view in indicator_views(read_site(content).library)}["其他计数"]
    assert [bool(one.ticks) for one in drawn.series] == [True]
    assert [bool(one.ticks) for one in listed.series] == [False]
    assert [one.rows.count for one in listed.series] == [2]
