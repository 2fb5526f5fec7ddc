"""What `check` says of files that are wrong."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.files import read_gazetteer, read_site
from casebook.reading.bounds import LARGEST_ENTRY
from casebook.saves import saves
from casebook.tables import text_of
from tests.conftest import ROOT, SITE, spec

BROKEN = ROOT / "tests" / "broken"
MENDED = ROOT / "tests" / "mended"  # what becomes of broken files when one does what the messages say, to the letter


def check(content: Path) -> dict[str, list[dict]]:
    """The Problems by file name below content/."""
    site = read_site(content)
    found: dict[str, list[dict]] = {}
    for problem in site.problems:
        name = Path(problem.path).relative_to(content).as_posix()
        found.setdefault(name, []).append(problem.model_dump(exclude={"path"}))
    return found


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict]]:
    content = tmp_path_factory.mktemp("broken") / "content"
    shutil.copytree(SITE, content)
    shutil.copytree(BROKEN, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("vocabulary"))
    (content / "cases" / "too-large.md").write_bytes(b"x" * (LARGEST_ENTRY + 1))
    return check(content)


@pytest.mark.parametrize("row", spec("broken"))
def test_broken_file(broken, row):
    assert broken.get(row["input"]) == row["expect"]


def test_every_broken_file_is_named_and_no_other(broken):
    files = {path.relative_to(BROKEN).as_posix() for path in BROKEN.rglob("*.*") if path.parent.name != "vocabulary"}
    files |= {"cases/too-large.md"}
    blameless = {
        "cases/own-descendant.md",  # of a circle one is named
        "cases/talk-it-over.md",  # takes a method's name: the second of the two is named
        "cases/unfinished.md",  # drafts may link to each other
        "cases/unfinished-too.md",
    }
    assert set(broken) == files - blameless | {"methods/talk-it-over.md"}


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict]]:
    content = tmp_path_factory.mktemp("mended") / "content"
    shutil.copytree(SITE, content)
    shutil.copytree(MENDED, content, dirs_exist_ok=True)
    return check(content)


@pytest.mark.parametrize("path", sorted(path.relative_to(MENDED).as_posix() for path in MENDED.rglob("*.md")))
def test_who_does_what_a_message_says_is_done(mended, path):
    assert mended.get(path) is None


def test_broken_vocabulary_blames_only_itself(content):
    shutil.copytree(BROKEN / "vocabulary", content / "vocabulary", dirs_exist_ok=True)
    found = check(content)
    assert {name: [(p["line"], p["field"]) for p in problems] for name, problems in found.items()} == {
        "vocabulary/colours.yaml": [(1, "文件名")],
        "vocabulary/places.yaml": [(3, "taoyuan.level"), (5, "heping2"), (5, "heping2.parent")],
        "vocabulary/sources.yaml": [
            (1, "heping-report.publisher"),
            (4, "heping-report.date"),
            (10, "heping-report.date"),
        ],
    }


def test_two_terms_that_readers_take_for_one_are_named(content):
    path = content / "vocabulary" / "forms.yaml"
    path.write_text(
        "- {id: project, zh: 服务项目, en: Project, aliases: [AI 助手, “课”]}\n"
        "- {id: helper, zh: ａｉ助手, en: Helper, aliases: [服务 项目]}\n",
        encoding="utf-8",
    )
    (found,) = check(content)["vocabulary/forms.yaml"]
    assert (found["line"], found["field"], found["severity"]) == (2, "helper", "warning")
    assert found["found"] == "“ａｉ助手” 和 project 的 “AI 助手” 只差大小写、空格或标点的写法"


def test_a_collection_needs_no_steps_of_its_own(content):
    forms = content / "vocabulary" / "forms.yaml"
    forms.write_text(forms.read_text() + "- {id: collection, zh: 案例合集, en: Collection}\n")
    sections = text_of("init/sections.yaml").replace("  how:", "  how:\n    unless: collection")
    (content / "sections.yaml").write_text(sections)
    case = content / "cases" / "taoyuan-garden.md"
    without = case.read_text().replace("## 怎么做", "## 有哪些案例")
    case.write_text(without)
    missed = "没有 “## 怎么做” 一节"
    assert missed in [p["found"] for p in check(content)["cases/taoyuan-garden.md"]]
    case.write_text(without.replace("[服务项目]", "[案例合集]"))
    assert missed not in [p["found"] for p in check(content)["cases/taoyuan-garden.md"]]


def test_place_inside_itself(content):
    places = content / "vocabulary" / "places.yaml"
    places.write_text(places.read_text().replace("level: city", "level: city, parent: taoyuan"))
    (problem,) = check(content)["vocabulary/places.yaml"]
    assert (problem["field"], problem["found"]) == (
        "linfen.parent",
        "“临汾市” 是自己的下级:linfen → taoyuan → heping-town → linfen",
    )


def test_of_a_chain_that_is_too_deep_the_place_where_it_gets_so_is_named(content):
    case = content / "cases" / "taoyuan-garden.md"
    for number in range(14):
        below = case.read_text().replace("part_of: taoyuan-parking", f"part_of: part-{number - 1:02}" if number else "")
        (content / "cases" / f"part-{number:02}.md").write_text(below)
    with (content / "vocabulary" / "places.yaml").open("a") as places:
        for number in range(14):
            above = f"lane-{number - 1}" if number else "taoyuan"
            places.write(f"- {{id: lane-{number}, zh: 桃园{number}巷, en: Lane, level: community, parent: {above}}}\n")
    found = {(name, p["field"], p["found"]) for name, problems in check(content).items() for p in problems}
    assert {row for row in found if "级以上" in row[2]} == {
        ("cases/part-11.md", "part_of", "上面有 10 级以上"),
        ("vocabulary/places.yaml", "lane-8.parent", "“桃园8巷” 上面有 10 级以上"),
    }


def test_a_list_of_very_many_items_is_refused_where_it_stands(content):
    case = content / "cases" / "taoyuan-garden.md"
    many = ", ".join(f"old-{number}" for number in range(201))
    case.write_text(case.read_text().replace("part_of:", f"redirect_from: [{many}]\npart_of:"))
    themes = content / "vocabulary" / "themes.yaml"
    themes.write_text(themes.read_text() + f"- {{id: heaps, zh: 成堆, en: Heaps, aliases: [{many}]}}\n")
    found = {
        name: [(p["field"], p["found"], p["instead"]) for p in problems] for name, problems in check(content).items()
    }
    told = ("写了 201 项", "最多 200 项;只留最要紧的")
    assert found == {
        "cases/taoyuan-garden.md": [("redirect_from", *told)],
        "vocabulary/themes.yaml": [("heaps.aliases", *told)],
    }


def test_predecessors_of_each_other(content):
    themes = content / "vocabulary" / "themes.yaml"
    was = "predecessors: [{term: %s, year: unknown, document: x}], en:"
    text = themes.read_text().replace("en:", was % "deliberation", 1)
    first, second = text.split("\n", 1)
    themes.write_text(f"{first}\n{second.replace('en:', was % 'parking')}")
    method = content / "methods" / "talk-it-over.md"
    for name, before in (("talks", "talk-it-over"), ("talk-it-over", "talks")):
        front = f"predecessors: [{{method: {before}, year: unknown, document: x}}]\nthemes:"
        text = method.read_text().replace("themes:", front, 1).replace("坐下来谈", "坐下来谈" + name[4:5])
        (content / "methods" / f"{name}.md").write_text(text)
    found = {
        name: [(p["field"], p["found"]) for p in told] for name, told in check(content).items() if "lock" not in name
    }
    assert found == {
        "vocabulary/themes.yaml": [
            ("parking.predecessors", "“停车治理” 是自己的前身:parking → deliberation → parking")
        ],
        "methods/talk-it-over.md": [("predecessors", "前身绕了一圈:talk-it-over → talks → talk-it-over")],
    }


def test_a_list_of_which_all_items_are_wrong_is_not_called_empty(content):
    site = content / "site.yaml"
    head, _, tail = site.read_text().partition("facets:")
    site.write_text(f"{head}facets:\n  - {{facet: themes, name: …, note: 注}}\n{tail[tail.index('# 页首') :]}")
    assert [(p["field"], p["found"]) for p in check(content)["site.yaml"]] == [("facets[0].name", "“…” 不成名称")]


def test_relations_given_twice(content):
    themes = content / "vocabulary" / "themes.yaml"
    for key in ("related", "broader"):
        before = themes.read_text()
        themes.write_text(before.replace("en: Parking", f"en: Parking, {key}: [deliberation, deliberation]"))
        found = check(content)["vocabulary/themes.yaml"]
        assert [(p["field"], p["found"]) for p in found] == [(f"parking.{key}[1]", "“deliberation” 重复了")]
        themes.write_text(before)


def test_text_names_path_line_field_found_and_instead(content, capsys, monkeypatch):
    monkeypatch.chdir(content.parent)
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("议事协商", "议事协尚"))
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "错误 1 处"
    assert lines[1] == (
        "  content/cases/taoyuan-garden.md:10 themes[0]: “议事协尚” 不在 content/vocabulary/themes.yaml 中; 是否指 “议事协商”?"
    )


def test_json_has_the_same(content, capsys):
    (content / "cases" / "empty.md").write_bytes(b"")
    assert main(["check", "--content", str(content), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [Path(p["path"]).name for p in report["errors"]] == ["empty.md"]
    assert report["warnings"] == []


def test_good_content_passes(content, capsys):
    assert main(["check", "--content", str(content)]) == 0
    assert "0 处错误,0 处警告" in capsys.readouterr().out


def test_warnings_alone_pass(content, capsys):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("## 局限", "## 别的"))
    assert main(["check", "--content", str(content)]) == 0
    assert "警告 1 处" in capsys.readouterr().out


def test_missing_folder_is_said(tmp_path, capsys):
    assert main(["check", "--content", str(tmp_path / "none")]) == 2
    assert "找不到内容文件夹" in capsys.readouterr().err


def test_a_thousand_broken_files_give_a_thousand_messages(content):
    for number in range(1000):
        (content / "cases" / f"broken-{number}.md").write_text("没有 front matter")
    run = subprocess.run(
        [sys.executable, "-m", "casebook", "check", "--content", str(content)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.count("开头没有 front matter") == 1000
    assert run.stderr == ""


def test_exploding_alias_costs_nothing(content):
    bomb = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))
    (content / "cases" / "bomb.md").write_text(f"---\na0: &a0 [x]\n{bomb}\n---\n")
    problems = check(content)["cases/bomb.md"]  # 9 ** 39 scalars when expanded: it would never end
    assert sum("YAML 别名" in p["found"] for p in problems) == 39 * 9


@pytest.mark.parametrize("tangle", ["[", "![", "[[", "[a](", "&#91;"])
def test_tangled_brackets_cost_nothing(content, tangle):
    page = content / "pages" / "about.md"
    page.write_text(
        f"{page.read_text()}\n{tangle * 4_000}\n\n{tangle * 40_000}\n"
    )  # Python-Markdown would be at it for days
    problems = check(content)["pages/about.md"]
    assert [(problem["line"], problem["found"][:4]) for problem in problems if "配对" in problem["found"]] == [
        (8, "这一段有"),
        (10, "这一段有"),
    ]
    assert any("分段" in problem["instead"] for problem in problems)


def test_name_of_a_broken_file_still_counts_as_there(content):
    (content / "cases" / "taoyuan-parking.md").write_text("坏了")
    assert list(check(content)) == ["cases/taoyuan-parking.md"]


def test_figures_are_all_accounted_for(content, capsys):
    assert main(["check", "--figures", "--content", str(content)]) == 0
    printed = capsys.readouterr().out
    assert "taoyuan-parking.md: 指标 " in printed
    assert "认不出 0" in printed
    assert "合计 " in printed


def test_a_number_that_nobody_knows_is_named_with_its_line(content, capsys):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("居民种了12块地", "居民种了12块地，分到37，各管各"))
    assert main(["check", "--figures", "--content", str(content)]) == 1
    printed = capsys.readouterr().out
    line = next(n for n, text in enumerate(case.read_text().splitlines(), 1) if "分到37" in text)
    assert f"taoyuan-garden.md:{line} …" in printed
    assert "认不出 1" in printed
    case.write_text(case.read_text().replace("sources:", "not_metrics:\n  - {quote: 分到37, why: 门牌}\nsources:"))
    assert main(["check", "--figures", "--format", "json", "--content", str(content)]) == 0
    report = json.loads(capsys.readouterr().out)
    (number,) = [n for found in report.values() for n in found if n["why"]]
    assert (number["kind"], number["why"]) == ("author", "门牌")


def test_names_that_nobody_has_written_are_warnings_with_what_to_write(content, capsys):
    case = content / "cases" / "taoyuan-garden.md"
    more = "走进翠竹社区，由渝益家社会工作服务中心牵头，和平镇、桃园小区、志愿服务队、九江市和居民志愿队都在。"
    case.write_text(case.read_text().replace("居民种了12块地", f"{more}居民种了12块地"))
    assert main(["check", "--content", str(content), "--format", "json"]) == 0
    warnings = [one for one in json.loads(capsys.readouterr().out)["warnings"] if one["field"] == "正文"]
    line = next(n for n, text in enumerate(case.read_text().splitlines(), 1) if more in text)
    assert {problem["line"] for problem in warnings} == {line}
    assert sorted((problem["found"], problem["instead"]) for problem in warnings) == [
        (
            "“渝益家社会工作服务中心” 像是机构,开头的 organisations 里没有",
            "写进 organisations:- {organisation: 渝益家社会工作服务中心, role: ……};不是名称就换个说法",
        ),
        (
            "“翠竹社区” 像是地点,开头的 places 里没有",
            "事情就在这里,写进 places:临汾市和平镇翠竹社区;只是提到,可以留着;不是名称就换个说法",
        ),
    ]


def test_what_to_write_names_no_place_where_a_collection_has_none(content):
    case = content / "cases" / "taoyuan-garden.md"
    text = case.read_text().replace("居民种了12块地", "由渝益家社会工作服务中心牵头，走进翠竹社区，居民种了12块地")
    site = content / "site.yaml"
    site.write_text("".join(line for line in site.read_text().splitlines(True) if "facet: places," not in line))
    site.write_text(site.read_text().replace("places, ", ""))
    case.write_text("".join(line for line in text.splitlines(True) if not line.startswith("places:")))
    told = [p for p in read_site(content).warnings if p.path == str(case)]
    assert ["渝益家" in p.found for p in told if "像是" in p.found] == [True]


def test_a_division_that_is_not_in_the_table_is_a_warning(content):
    places = content / "vocabulary" / "places.yaml"
    places.write_text(places.read_text().replace("临汾市", "临坟市"))
    (problem,) = read_site(content, gazetteer=read_gazetteer()).problems
    assert (problem.line, problem.field, problem.severity) == (1, "linfen.zh", "warning")
    assert (problem.found, problem.instead) == ("“临坟市” 不在行政区划表中", "是否指 “临汾市”?")
    assert read_site(content).problems == ()


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        (
            "{id: shenhu, zh: 深沪镇, en: Shenhu, level: town, parent: liaobu}",
            "shenhu.parent",
            "福建省泉州市晋江市深沪镇",
        ),
        ("{id: jinjiang, zh: 晋江市, en: Jinjiang, level: city}", "jinjiang.level", "写 level: district"),
    ],
)
def test_levels_and_parents_are_those_of_the_table(content, row, field, words):
    places = content / "vocabulary" / "places.yaml"
    above = "- {id: liaobu, zh: 寮步镇, en: Liaobu, level: town, parent: dongguan}\n- {id: dongguan, zh: 东莞市, en: D, level: city}\n"
    places.write_text(places.read_text() + above + "- {id: fujian, zh: 福建省, en: Fujian, level: province}\n")
    assert read_site(content, gazetteer=read_gazetteer()).problems == ()
    places.write_text(f"{places.read_text()}- {row}\n")
    (problem,) = read_site(content, gazetteer=read_gazetteer()).problems
    assert (problem.field, problem.severity) == (field, "error")
    assert words in problem.instead


def test_of_one_file_alone_is_told_what_is_wrong_there(content, capsys, monkeypatch):
    monkeypatch.chdir(content.parent)
    for name in ("taoyuan-garden", "taoyuan-parking"):
        case = content / "cases" / f"{name}.md"
        case.write_text(case.read_text().replace("themes: [", "themes: [没有的, "))
    assert main(["check", "content/cases/taoyuan-garden.md"]) == 1
    assert capsys.readouterr().out.count("没有的") == 1
    assert main(["check", str(content / "pages" / "about.md")]) == 0
    assert main(["check", "content/cases/none.md"]) == 2
    assert "找不到 content/cases/none.md" in capsys.readouterr().err


def test_figures_of_one_file_are_told_with_sentence_and_correction(content, capsys, monkeypatch):
    monkeypatch.chdir(content.parent)
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace("坐下来谈，", "坐下来谈，分到37，"))
    assert main(["check", "--figures", "content/cases/taoyuan-parking.md"]) == 1
    told = capsys.readouterr().out.splitlines()
    line = next(n for n, text in enumerate(case.read_text().splitlines(), 1) if "分到37" in text)
    at = told.index(f"content/cases/taoyuan-parking.md:{line} “37” 认不出")
    assert told[at + 1].strip().startswith("社区请居民坐下来谈，分到37，开了3场议事会")
    assert "在 metrics 里写:- {quote: 分到37, indicator: ……, value: 37, unit: ……}" in told[at + 2]
    assert any(text.endswith("“3场” = 议事场次 3场") for text in told)
    assert not any("taoyuan-garden" in text for text in told)


def test_who_watches_hears_of_every_save_when_it_is_over(content):
    looks: list[int] = []

    def look() -> None:
        looks.append(len(looks))
        if looks[-1] in (2, 3):  # a save in two parts
            (content / "cases" / "new.md").write_text("甲" * looks[-1])

    told = saves(content, look)
    next(told)
    assert looks == []
    next(told)
    assert looks == [0, 1, 2, 3, 4]
