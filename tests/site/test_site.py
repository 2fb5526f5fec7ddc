"""Real Pelican runs: what is written, and that nothing is written when the content is wrong."""

import filecmp
import json
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from casebook.files import read_site
from casebook.model.values import is_slug
from casebook.views import lists
from casebook.views.site_pages import site_pages, taken
from tests.conftest import CANTEENS, FROZEN, SITE, as_published, pelican


def page(folder: Path, path: str) -> BeautifulSoup:
    """A page as it is read: where a title may break is no space."""
    soup = BeautifulSoup((folder / path).read_text(encoding="utf-8"), "html.parser")
    for place in soup("wbr"):
        place.unwrap()
    soup.smooth()
    return soup


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def html_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def rows(name: str) -> list[dict]:
    """The rows of a file of the canteens; they lack some."""
    file = CANTEENS / f"{name}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else []


def test_every_kind_of_page_is_written(tiny):
    written = {path.relative_to(tiny).as_posix() for path in html_files(tiny)}
    facets = [one["facet"] for one in rows("site")["facets"]]
    urls = {
        *(page.url for page in site_pages()),
        *(view.url for view in lists(read_site(CANTEENS).library)),
        *(f"{path.stem}/" for path in (CANTEENS / "pages").glob("*.md")),
        *(
            f"{path.parent.name}/{path.stem}/"
            for kind in ("cases", "methods")
            for path in (CANTEENS / kind).glob("*.md")
        ),
        "years/2023/",
        "years/2024/",
        *(f"{facet}/" for facet in facets),
        *(f"{facet}/{term['id']}/" for facet in (*facets, "indicators") for term in rows(f"vocabulary/{facet}")),
    }
    assert written == {url if url.endswith(".html") else f"{url}index.html" for url in urls}


def test_case_page(tiny):
    case = page(tiny, "cases/fanglin-leftovers/index.html")
    text = words(case)
    assert case.html["lang"] == "zh-Hans"
    assert words(case.h1) == "芳林小学先称剩饭再改菜单"
    for shown in (
        "2024年2月至2024年6月",
        "也叫 芳林称剩饭",
        "称的时候有没有把汤倒掉，两处说法不同。",
        "自己写的",
        "话题 少剩饭 排菜单",
        "谁在做 厨师、值日生",
        "芳林小学食堂工作记录",
        "原话（第3段）： 到六月平均剩58克",
    ):
        assert shown in text
    assert words(case.find(id="step-weigh")).startswith("1 称四周")
    assert case.find("data", string="46公斤")["value"] == "46"


def test_a_case_says_where_it_was_and_who_led_it(faceted):
    text = words(page(faceted, "cases/taoyuan-parking/index.html"))
    for shown in ("在哪里 临汾市 和平镇 桃园小区", "牵头 和平社区服务中心", "形式 服务项目"):
        assert shown in text


def test_method_page_shows_the_case_and_its_step(tiny):
    method = page(tiny, "methods/weigh-leftovers/index.html")
    step = words(method.find(id="weigh"))
    assert "值日生在回收台把剩下的饭菜倒进桶里称" in step
    assert method.find(id="weigh").find("a", href="../../cases/fanglin-leftovers/#step-weigh")
    assert method.find("p", class_="general")


def test_a_method_shows_what_a_case_did_otherwise(tiny):
    step = words(page(tiny, "methods/tasting-table/index.html").find(id="vote"))
    assert "没有投票，由厨师看剩下多少来定。" in step


def test_a_first_mention_is_a_quiet_link_in_no_other_link_and_no_heading(content, tmp_path):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("钱从哪里来没有写。", "和平社区服务中心来了，“坐下来谈”，再坐下来谈3次。"))
    assert pelican(content, tmp_path / "output").returncode == 0
    found = page(tmp_path / "output", "cases/taoyuan-garden/index.html")
    links = found.select("a.mention")
    assert [(words(link), link["href"]) for link in links] == [
        ("和平社区服务中心", "../../organisations/heping-centre/"),
        ("坐下来谈", "../../methods/talk-it-over/"),
    ]
    assert "“坐下来谈”" in found.get_text()
    assert not found.select("a a, h1 .mention, h2 .mention, h3 .mention, blockquote .mention")
    method = page(tmp_path / "output", "methods/talk-it-over/index.html")
    assert words(method.find(id="site-linked-from").find_next("ul")) == "案例 桃园小菜园 正文提到它"


def test_a_page_says_why_others_lead_to_it(tiny, faceted):
    case = page(tiny, "cases/fanglin-leftovers/index.html")
    items = [words(item) for item in case.find(id="site-linked-from").parent.select("li")]
    assert items == ["页面 关于这本手册 正文提到它"]  # its part is in its text
    organisation = page(faceted, "organisations/heping-centre/index.html")
    assert words(organisation.select_one(".card__why")) == "牵头"


def test_term_page_shows_what_belongs_to_it(tiny, faceted):
    place = words(page(faceted, "places/heping-town/index.html"))
    assert "桃园小区把车停顺了" in place
    assert "桃园小菜园" in place
    source = words(page(tiny, "sources/yunhe-survey/index.html"))
    assert "2023年（约）" in source
    assert "发布者 不详" in source
    assert "云禾中学请学生试菜" in source


def differences(one: Path, other: Path) -> list[str]:
    compared = filecmp.dircmp(one, other)
    changed = [name for name in compared.common_files if (one / name).read_bytes() != (other / name).read_bytes()]
    found = [*compared.left_only, *compared.right_only, *changed]
    for name in compared.common_dirs:
        found += differences(one / name, other / name)
    return found


def test_building_twice_gives_the_same_bytes(frozen_site, tmp_path):
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LC_ALL": "C"}
    assert pelican(FROZEN, tmp_path / "again", **elsewhere).returncode == 0
    assert differences(frozen_site, tmp_path / "again") == []


def test_an_error_stops_the_build_before_anything_is_written(content, tmp_path):
    (content / "cases" / "empty.md").write_bytes(b"")
    run = pelican(content, tmp_path / "output")
    assert run.returncode == 1
    assert "empty.md:1 文件: 是空文件" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "output").exists()


def test_text_is_escaped_everywhere(content, tmp_path):
    evil = "<b>粗</b>&<script>alert(1)</script>"
    for path in content.rglob("*.*"):
        if path.suffix == ".yaml":
            path.write_text(
                path.read_text().replace("和平镇停车治理简报", f"简报{evil}").replace("桃园小区,", f"桃园小区{evil},")
            )
        else:
            text = (
                path.read_text()
                .replace("桃园小菜园", f"桃园小菜园{evil}")
                .replace("停车前后的数量没有统计。}", f"没有{evil}}}")
            )
            path.write_text(
                text.replace("places: [桃园小区]", "places: [taoyuan]").replace("种菜 {#", f"种菜{evil} {{#")
            )
    run = pelican(content, tmp_path / "output")
    assert run.returncode == 0, run.stderr
    for path in html_files(tmp_path / "output"):
        soup = page(path.parent, path.name)
        assert not soup.find("b")
        assert all(tag.get("src") or tag["type"] == "application/ld+json" for tag in soup.find_all("script"))
        assert all(json.loads(tag.string) for tag in soup.find_all("script", type="application/ld+json"))
    assert evil in page(tmp_path / "output", "cases/taoyuan-garden/index.html").h1.get_text()


def test_public_site(tmp_path, typeface):
    address = "https://example.org/casebook"
    as_published(CANTEENS, tmp_path / "output", address)
    assert not (tmp_path / "output" / "cases" / "yunhe-tasting").exists()  # a draft
    home = words(page(tmp_path / "output", "index.html"))
    assert "云禾中学" not in home
    assert "芳林小学的小份窗口" in home
    method = page(tmp_path / "output", "methods/weigh-leftovers/index.html")
    assert method.find("link", rel="canonical")["href"] == f"{address}/methods/weigh-leftovers/"
    missing = page(tmp_path / "output", "404.html")
    assert missing.find("link", rel="stylesheet")["href"].startswith("/casebook/theme/")
    assert missing.find("a", href="/casebook/cases/")
    assert not missing.find("link", rel="canonical")


@pytest.mark.parametrize(
    "address", ["", "example.org", "https://街坊.example/", 'https://example.org/"甲', "https://a.b/?c"]
)
def test_public_site_needs_its_address(tmp_path, address):
    run = pelican(CANTEENS, tmp_path / "output", "publishconf.py", SITEURL=address)
    assert run.returncode != 0
    assert "SITEURL" in run.stderr
    assert not (tmp_path / "output").exists()


def test_a_figure_leads_to_what_others_report_and_says_that_it_has_no_evidence(frozen_site, tiny):
    figures = page(frozen_site, "cases/tongsheng-ebike-parking/index.html").find(id="site-figures")
    assert figures.find("a", string="志愿者", href="../../indicators/volunteers/")
    assert not figures.find("a", string="培训场次")  # which no other case reports
    assert "没有附出处" in words(page(tiny, "cases/fanglin-leftovers/index.html").main)


def test_relations_are_shown_on_both_pages(content, tmp_path):
    themes, method = content / "vocabulary" / "themes.yaml", content / "methods" / "talk-it-over.md"
    themes.write_text(
        "- {id: parking, zh: 停车治理, en: Parking, aliases: [停车难], broader: [deliberation]}\n"
        "- {id: deliberation, zh: 议事协商, en: Deliberation, predecessors: [{name: 开会, year: unknown, document: 县志}]}\n"
    )
    method.write_text(
        method.read_text().replace(
            "themes:", "predecessors: [{form: 服务项目, year: 2020~, document: 《办法》}]\nthemes:"
        )
    )
    run = pelican(content, tmp_path / "output")
    assert run.returncode == 0, run.stderr
    assert "上位词 议事协商" in words(page(tmp_path / "output", "themes/parking/index.html").main)
    above = words(page(tmp_path / "output", "themes/deliberation/index.html").main)
    assert "下位词 停车治理" in above
    assert "前身 开会 年份不详，据县志" in above
    assert "前身 服务项目 2020年（约），据《办法》" in words(
        page(tmp_path / "output", "methods/talk-it-over/index.html").main
    )
    assert "后继 坐下来谈 2020年（约），据《办法》" in words(page(tmp_path / "output", "forms/project/index.html").main)


def test_no_page_can_take_a_name_that_the_site_has_at_its_root(faceted: Path):
    library = read_site(SITE).library
    pages = (path.stem if path.suffix == ".html" else path.name for path in faceted.iterdir())
    names = {name for name in pages if is_slug(name)}  # a page stands in a folder; hosts answer 404/ with 404.html
    assert {"404", "index", "theme", "explore", "matrix"} < names - set(library.pages)
    assert names - set(library.pages) <= taken(library)
