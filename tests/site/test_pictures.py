"""Pictures as they are written: title, description, the same as a table."""

import pytest

from tests.site.test_site import page, words


def described(svg) -> bool:
    """Whether an svg names itself by a title and a description that are there."""
    names = f"{svg.get('aria-labelledby', '')} {svg.get('aria-describedby', '')}".split()
    return {svg.find(id=name).name for name in names} == {"title", "desc"}


@pytest.mark.parametrize(("path", "selector"), [("places", "svg.tiles"), ("years", "svg.time[role=img]")])
def test_a_picture_has_title_and_description(faceted, path, selector):
    (picture,) = page(faceted, f"{path}/index.html").select(selector)
    assert described(picture)


def test_the_map_of_the_provinces_is_there_as_a_table(faceted):
    places = page(faceted, "places/index.html")
    tiles = {
        words(tile.select_one(".tile__name")): words(tile.select_one(".tile__count")) for tile in places.select(".tile")
    }
    rows = [tuple(words(cell) for cell in row.select("th, td")) for row in places.select(".picture .data tbody tr")]
    assert len(tiles) == 34
    assert sorted(count for _, count in rows[:34]) == sorted(tiles.values())
    assert rows[34:] == [("没有写是哪个省级地区", "2")]  # the places of this collection begin with a city
    assert not places.select("svg[style], style")


def test_every_case_of_a_known_year_has_a_row(tiny):
    years = page(tiny, "years/index.html")
    rows = [[words(cell) for cell in row.select("th, td")][:2] for row in years.select(".times tbody tr")]
    assert rows == [
        ["云禾中学请学生试菜", "2023年（约）"],
        ["芳林小学先称剩饭再改菜单", "2024年2月至2024年6月"],
        ["芳林小学的小份窗口", "2024年9月起"],
    ]
    assert len(years.select(".times tbody svg.time")) == 3


def test_the_matrix_leads_to_the_steps(tiny):
    matrix = page(tiny, "matrix/index.html")
    assert matrix.select_one(".matrix")["tabindex"] == "0"
    marks = {mark["href"]: mark["aria-label"] for mark in matrix.select(".matrix__mark")}
    assert "../cases/fanglin-leftovers/#step-weigh" in marks
    for row in matrix.select("tbody tr"):
        assert len(row.select("td")) == len(matrix.select("th[scope=col]"))


def test_bars_say_how_many_cases_report_an_indicator(tiny):
    indicators = page(tiny, "indicators/index.html")
    for item in indicators.select(".terms__list li"):
        count = int(words(item.select_one(".quiet")).split()[0])
        assert float(item.select_one(".bar__part")["width"].removesuffix("%")) == pytest.approx(
            100 * count / 3, abs=0.05
        )
