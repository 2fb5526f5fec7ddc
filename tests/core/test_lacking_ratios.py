"""Ratios that no case allows, and ways from figures to cases."""

from casebook.library import ratios, reporting, series
from casebook.views.home import home_view
from casebook.views.indicators import IndicatorView, indicator_views
from tests.conftest import frozen

LIBRARY = frozen()
VIEWS = {view.url.split("/")[1]: view for view in indicator_views(LIBRARY) if isinstance(view, IndicatorView)}


def test_every_ratio_of_an_indicator_is_shown_or_said_to_lack():
    allowed = {one.row.zh for one in ratios(LIBRARY)}
    for indicator, view in VIEWS.items():
        rows = {row.zh for row in LIBRARY.collection.ratios if indicator in (row.over.indicator, row.under.indicator)}
        assert {one.title for one in view.ratios} == rows & allowed, indicator
        assert {one.title for one in view.lacking} == rows - allowed, indicator


def test_what_no_case_reports_is_named_as_the_reason():
    (cost,) = (one for one in VIEWS["service-contacts"].lacking if one.title == "每服务一人次花的钱")
    assert cost.unreported
    assert cost.unreported.url == "indicators/funds-invested-yuan/"
    (hours,) = VIEWS["volunteer-hours"].lacking
    assert hours.unreported is None
    assert [(need.text, need.note) for need in hours.needs] == [("志愿时长", "按小时计"), ("志愿者", "按人计")]


def test_each_of_several_series_leads_to_its_cases():
    urls = [one.filter_url for one in VIEWS["funds-raised-yuan"].series]
    assert "cases/?indicator=funds-raised-yuan&series=%E5%85%83-raised" in urls
    assert len(set(urls)) == len(urls)
    assert [one.filter_url for one in VIEWS["teams"].series] == [""]


def test_the_home_page_leads_to_what_is_reported_most():
    home = home_view(LIBRARY)
    (figures,) = (way for way in home.ways if way.label == "按数字")
    cases = reporting(series(LIBRARY))
    assert [int(link.note) for link in figures.links] == [len(cases[link.url.split("/")[1]]) for link in figures.links]
    assert [int(link.note) for link in figures.links] == sorted(
        (int(link.note) for link in figures.links), reverse=True
    )
    assert "indicators/other-count/" not in [link.url for link in figures.links]  # not comparable
