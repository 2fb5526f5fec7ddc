"""Course packs: what is wrong in their files, what their pages show, and where there are none."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.collection import Collection
from casebook.files import Site, read_site
from casebook.reading.packs import read_packs
from casebook.readings import LiveReadings
from casebook.search.documents import documents
from casebook.views import below, outline
from casebook.views.site_pages import footer, taken
from tests.conftest import FROZEN, frozen

HEAD = "title: 半日课\nsummary: 三小时。\nintroduction: [先备好纸。]\nparts:\n"
# a part, its field, what was found, what to write instead
WRONG = [
    ("method: deliberations", "method", "“deliberations” 不在 content/methods/ 中", "deliberation"),
    ("method: 议事协商", "method", "“议事协商” 不在 content/methods/ 中", "写文件名 deliberation"),
    ("case: deliberation", "case", "“deliberation” 不在 content/cases/ 中", "写成 method: deliberation"),
    ("method: deliberation#scores", "method", "deliberation 里没有 “scores” 这一步", "是否指 deliberation#score?"),
    ("method: deliberation#打分", "method", "deliberation 里没有 “打分” 这一步", "是否指 deliberation#score?"),
    ("case: jiujiang-food-safety#nothing", "case", "jiujiang-food-safety 里没有 “nothing” 这一步", "可用的步骤"),
    ("figure: {case: jiujiang-food-safety, words: 700人次}", "figure", "没有 “700人次” 这个数字", "是否指 “约700人次”?"),
    ("figure: {case: jiujiang-food-safety, indicator: 亩产}", "figure", "没有 “亩产” 这个数字", "它的数字有:"),
    ("figure: {case: nobody, words: 1人}", "figure", "“nobody” 不在 content/cases/ 中", ""),
    ("figure: {case: jiujiang-food-safety}", "figure", "没有写是哪个数字", "写上 words"),
    ("figure: {words: 1人}", "figure.case", "缺少 case", ""),
    ("minutes: 5", "", "没有写讲什么", "一段写一样"),
    ("{case: jiujiang-food-safety, method: deliberation}", "", "同时写了 method、case", "一段写一样"),
    ("{method: deliberation, minutes: 半小时}", "minutes", "“半小时” 不是整数", ""),
    ("{methods: deliberation}", "methods", "不认识的键 methods", "键写成 method"),
    ("ask: 谁没有来？", "ask", "“谁没有来？” 不是列表", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LiveReadings]:
    """A place for the collection, and what has read all of it that a test leaves as it is."""
    place = tmp_path_factory.mktemp("desk")
    return place / "content", LiveReadings(place / "readings.db")


@pytest.fixture
def content(desk) -> Path:
    shutil.rmtree(desk[0], ignore_errors=True)
    return Path(shutil.copytree(FROZEN, desk[0]))


@pytest.fixture
def again(content, desk) -> Callable[[], Site]:
    """What reads the content as it is now."""
    return lambda: read_site(content, read=desk[1])


def test_the_pack_of_the_collection_is_without_a_problem():
    assert [one for one in read_site(FROZEN).problems if "packs" in one.path] == []


@pytest.mark.parametrize(("part", "field", "found", "instead"), WRONG, ids=[row[0][:40] for row in WRONG])
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(content, again, part, field, found, instead):
    path = content / "packs" / "half-day.yaml"
    path.write_text(f"{HEAD}  - ask: [谁来?]\n  - {part}\n")
    (problem,) = (one for one in again().errors if one.path == path.as_posix())
    assert (problem.line, problem.field) == (6, f"parts[1].{field}".rstrip("."))
    assert found in problem.found
    assert instead in problem.instead


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("half-day.yaml", "# 还没有\n", "里面没有内容"),
        ("half-day.yaml", "- a\n", "这里应是 “键: 值” 的清单"),
        ("half-day.yaml", HEAD.replace("parts:\n", "parts: []\n"), "列表是空的"),
        ("half-day.yaml", HEAD + "  - ask: [甲?]\n" * 41, "列表太长"),
        ("半日.yaml", HEAD + "  - ask: [谁来?]\n", "“半日” 不是小写英文、数字和连字符"),
        ("half-day.yaml", HEAD + "  - ask: [谁来?\n", ""),
    ],
)
def test_a_file_that_is_no_pack_is_told(name, text, found):
    packs, problems = read_packs({f"content/packs/{name}": text.encode()})
    assert packs == ()
    assert found in problems[0].found


def test_a_new_pack_says_what_to_write_and_passes_once_it_is_written(content, again, capsys):
    path = content / "packs" / "evening.yaml"
    assert main(["new", "pack", "evening", "--content", str(content)]) == 0
    found = {one.field for one in again().errors if one.path == path.as_posix()}
    assert found == {"title", "summary", "introduction", "parts[0].ask"}
    text = path.read_text()
    for key, value in {
        "title": "晚课",
        "summary": "一小时。",
        "introduction": "[备纸。]",
        "    ask": "[谁来?]",
    }.items():
        text = text.replace(f"\n{key}:", f"\n{key}: {value}")
    path.write_text(text.replace("    # minutes:", "    minutes:"))
    site = again()
    assert site.errors == ()
    assert next(one for one in site.library.collection.packs if one.slug == "evening").pack.parts[0].minutes == 20
    assert main(["new", "pack", "evening", "--content", str(content)]) == 2
    assert "已经有了" in capsys.readouterr().err


def test_a_pack_is_searched_by_its_words_and_parts_and_the_terms_of_its_methods():
    found = next(one for one in documents(frozen()) if one.ref == "packs/half-day/")
    (pack,) = frozen().collection.packs
    assert found.kind_name == "课程包"
    assert all(text in found.body for text in pack.pack.introduction)
    titles = [part.title for part in dict(outline(frozen()))["packs/half-day/"]().parts]
    assert [(part.title, part.anchor) for part in found.parts] == [
        (title, f"part-{at}") for at, title in enumerate(titles, 1)
    ]
    assert all(found.body.startswith(part.title, part.start) for part in found.parts)
    theme = frozen().methods["deliberation"].front.themes[0]
    assert frozen().vocabulary["themes", theme].zh in found.labels


def test_a_draft_that_a_pack_shows_is_left_out_of_the_public_site(content, again):
    case = content / "cases" / "jiujiang-food-safety.md"
    case.write_text(case.read_text().replace("---\n", "---\nstatus: draft\n", 1))
    site = again()
    told = [one for one in site.warnings if "packs" in one.path]
    assert {one.found for one in told} == {"jiujiang-food-safety 是草稿"}
    shown = dict(outline(site.library.published))["packs/half-day/"]()
    assert {part.kind for part in shown.parts} == {"", "method"}
    assert shown.minutes == 40


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("half-day.yaml", "移到 content/packs/half-day.yaml"),
        ("packs/half-day.yml", "改名为 half-day.yaml"),
        ("packs/more/half-day.yaml", "移到 content/packs/half-day.yaml"),
    ],
)
def test_a_pack_that_lies_elsewhere_is_told(content, again, name, instead):
    path = content / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{HEAD}  - ask: [谁来?]\n")
    (problem,) = (one for one in again().warnings if one.path == path.as_posix())
    assert instead in problem.instead


def test_each_part_leads_to_what_it_shows_and_is_cited():
    view = dict(outline(frozen()))["packs/half-day/"]()
    assert [part.number for part in view.parts] == list(range(1, len(view.parts) + 1))
    assert len({part.anchor for part in view.parts}) == len(view.parts)
    urls = [part.living.url for part in view.parts if part.living]
    assert urls[:4] == [
        "cases/jiujiang-food-safety/",
        "methods/deliberation/",
        "methods/deliberation/#score",
        "cases/jiujiang-food-safety/#step-score",
    ]
    assert all("#figure-" in url for url in urls[-2:])
    assert all(part.cited.canonical == part.living.url for part in view.parts if part.living)
    assert view.minutes == sum(part.minutes for part in view.parts)
    pages = dict(outline(frozen()))
    assert {url.partition("#")[0] for url in urls} <= set(pages)


def test_a_figure_has_the_proof_that_its_case_has():
    *_, people, served = dict(outline(frozen()))["packs/half-day/"]().parts
    assert people.figure.text == "116人次"
    assert people.figure.evidence.quote == "众筹行动共获得116人次爱心接力"
    assert served.figure.indicator.text == "服务人次"


def test_a_method_and_a_case_lead_to_the_packs_that_show_them():
    pages = dict(outline(frozen()))
    shown = [url for url in pages if url.startswith(("cases/", "methods/")) and url.count("/") == 2]
    told = {url for url in shown if pages[url]().packs.first}
    assert told == {"cases/jiujiang-food-safety/", "methods/deliberation/"}


def test_of_many_packs_a_page_shows_the_first_and_leads_to_all():
    (pack,) = frozen().collection.packs
    many = tuple(replace(pack, slug=f"pack-{at}") for at in range(60))
    library = replace(frozen(), collection=replace(frozen().collection, packs=many))
    pages = dict(outline(library))
    led = pages["methods/deliberation/"]().packs
    assert (len(led.first), led.all.url) == (3, "packs/")
    assert pages["packs/"]().packs.all.url == "packs/all/"
    assert [view.url for view in dict(below(library))["packs/"]()] == ["packs/all/"]


def test_a_collection_without_packs_has_no_page_of_them():
    library = replace(frozen(), collection=replace(frozen().collection, packs=Collection().packs))
    assert not [url for url, _ in outline(library) if url.startswith("packs/")]
    assert "packs" not in taken(library)
    assert "packs/" not in [link.url for link in footer(library)]
    assert "packs/" in [link.url for link in footer(frozen())]
