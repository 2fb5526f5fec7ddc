"""Dated editions: how they are cut, locked and read, and what the living pages say of them."""

import datetime
import json
import subprocess
from pathlib import Path

import pytest

from casebook import lock
from casebook.__main__ import main
from casebook.files import entry_with, read_site
from casebook.reading.dated import FILES, PAGE, SOURCE
from casebook.views import lists, outline
from casebook.views.redirects import redirect_views
from casebook_pelican.cutting import cut
from casebook_pelican.cutting import main as main_of_cutting

DAY = datetime.date(2026, 11, 30)
METHOD = "talk-it-over"
PLACE = f"editions/{METHOD}/2026-11"


def edited(content: Path, old: str, new: str) -> None:
    path = content / "methods" / f"{METHOD}.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def errors(content: Path) -> list[tuple[str, str, str]]:
    """(path below the content, found, instead)"""
    found = read_site(content).errors
    return [(one.path.partition("/content/")[2], one.found, one.instead) for one in found]


def pages(content: Path) -> dict:
    library = read_site(content).library
    return {**{url: make() for url, make in outline(library)}, **{view.url: view for view in lists(library)}}


def test_an_edition_has_page_data_source_and_sheet(content):
    assert cut(content, METHOD, DAY, "https://site.example") == 0
    assert sorted(path.name for path in (content / PLACE).iterdir()) == sorted(FILES)
    page = (content / PLACE / PAGE).read_text()
    assert f"(2026-11-30). https://site.example/methods/{METHOD}/editions/2026-11/." in page
    assert '<h3 id="score">' in page
    assert "<script" not in page
    assert (content / PLACE / SOURCE).read_bytes() == (content / "methods" / f"{METHOD}.md").read_bytes()
    told = json.loads((content / PLACE / "data.json").read_text())
    assert told["edition"]["day"] == "2026-11-30"
    assert told["record"]["id"] == METHOD
    assert errors(content) == []
    assert read_site(content).library.dated[METHOD][0].steps[0][0] == "score"


def test_it_is_of_the_month_in_which_it_is_cut(content, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")  # 2026-11-30
    assert main_of_cutting([METHOD, "--content", str(content)]) == 0
    assert [path.name for path in (content / "editions" / METHOD).iterdir()] == ["2026-11"]
    assert json.loads((content / PLACE / "data.json").read_text())["edition"]["day"] == "2026-11-30"


def test_an_unknown_method_is_told(content, capsys):
    assert cut(content, "talk-it-ovr", DAY) == 2
    told = "没有 “talk-it-ovr” 这个方法;写方法的文件名,不带 .md;是不是 talk-it-over"
    assert capsys.readouterr().err.strip().endswith(told)
    assert not (content / "editions").exists()


def test_a_draft_has_no_edition(content, capsys):
    (content / "addresses.lock").unlink()  # it has been published
    edited(content, "added:", "status: draft\nadded:")
    assert cut(content, METHOD, DAY) == 2
    assert "还是草稿;先公布" in capsys.readouterr().err


def test_with_errors_nothing_is_cut(content, capsys):
    edited(content, "added:", "nonsense: x\nadded:")
    assert cut(content, METHOD, DAY) == 1
    assert "没有定版:先改好" in capsys.readouterr().err


def test_a_month_is_cut_again_until_it_is_published(content, capsys):
    assert cut(content, METHOD, DAY) == 0
    edited(content, "每个人给每个办法打分。", "每个人先打分。")
    assert cut(content, METHOD, DAY) == 0
    assert "每个人先打分。" in (content / PLACE / PAGE).read_text()
    assert main(["lock", "--content", str(content)]) == 0
    assert cut(content, METHOD, DAY) == 2
    assert "已经公布,不能再改;一个月只出一版:下个月再出" in capsys.readouterr().err
    assert cut(content, METHOD, datetime.date(2026, 12, 1)) == 0


def test_what_was_published_never_changes(content):
    cut(content, METHOD, DAY)
    main(["lock", "--content", str(content)])
    command = ["sha256sum", "--check", "--quiet", "../editions.lock"]
    subprocess.run(command, cwd=content / "editions", check=True, capture_output=True)
    page = content / PLACE / PAGE
    page.write_text(page.read_text().replace("打分", "投票"))
    ((path, found, instead),) = errors(content)
    assert path == f"{PLACE}/{PAGE}"
    assert found.startswith("公布过的定版改动了:指纹应是 ")
    assert instead == f"从版本库里恢复这个文件;内容要改就改方法本身,再出新的一版:inv edition {METHOD}"
    for name in FILES:
        (content / PLACE / name).unlink()
    told = errors(content)
    assert {path for path, found, _ in told if found == "公布过的定版不见了"} == {f"{PLACE}/{name}" for name in FILES}


def test_a_lock_only_grows(content, tmp_path, capsys):
    cut(content, METHOD, DAY)
    main(["lock", "--content", str(content)])
    before = tmp_path / lock.DATED
    before.write_bytes((content / lock.DATED).read_bytes())
    assert main(["lock", "--content", str(content), "--against", str(before)]) == 0
    lines = before.read_text().splitlines(keepends=True)
    (content / lock.DATED).write_text("".join(lines[:-1]))
    assert main(["lock", "--content", str(content), "--against", str(before)]) == 1
    assert f"登记过的定版 {METHOD}/2026-11/style.css 不见了或改了指纹; 把这一行写回去" in capsys.readouterr().out


def test_a_lock_that_was_spoilt_is_told(content):
    (content / lock.DATED).write_text("# head\n<<<<<<< ours\n")
    assert errors(content)[0][1] == "看不懂这一行 “<<<<<<< ours”"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("<main>", "<main><script src=x></script>", "有 <script>,定版网页里没有这个"),
        ("<main>", '<main onclick="x()">', "有 <main onclick>,定版网页里没有这个"),
        ("<main>", '<main><a href="javascript:x()">x</a>', "有 <a href>,定版网页里没有这个"),
        ("<main>", '<main><meta http-equiv="refresh" content="0;url=//x">', "有 <meta http-equiv>,定版网页里没有这个"),
        ("default-src 'none'", "default-src *", "开头不是定版网页的开头,那里写着不许运行任何脚本"),
    ],
)
def test_a_page_that_somebody_wrote_can_do_nothing(content, old, new, found):
    cut(content, METHOD, DAY)
    page = content / PLACE / PAGE
    page.write_text(page.read_text().replace(old, new))
    assert [row[:2] for row in errors(content)] == [(f"{PLACE}/{PAGE}", found)]


def test_an_edition_is_whole(content):
    cut(content, METHOD, DAY)
    (content / PLACE / "style.css").unlink()
    (content / PLACE / "data.json").write_text('{"edition": []}')
    assert [row[:2] for row in errors(content)] == [
        (f"{PLACE}/data.json", "不是 inv edition 写的样子"),
        (f"{PLACE}/style.css", "没有这个文件"),
    ]


def test_what_else_lies_there_is_no_content(content):
    (content / "editions").mkdir()
    (content / "editions" / "notes.md").write_text("x")
    (problem,) = [one for one in read_site(content).warnings if "editions" in one.path]
    assert problem.found == "这个文件没有被读取"
    cut(content, METHOD, DAY)
    assert entry_with("source", content) is None  # the name is free


def test_the_living_page_tells_what_has_changed_since(content):
    for month in range(1, 6):
        cut(content, METHOD, datetime.date(2027, month, 1))
    there = pages(content)
    kept = there[f"methods/{METHOD}/"].editions
    assert kept.text == "5 个定版；2027年5月定版以来：没有改动"
    listed = there[kept.url]
    assert len(listed.rows) == 5
    assert listed.rows[0].canonical == f"methods/{METHOD}/editions/2027-05/"
    edited(content, "每个人给每个办法打分。", "每个人给每个办法打分，写在纸上。")
    there = pages(content)
    listed = there[there[f"methods/{METHOD}/"].editions.url]
    assert listed.since.text == "2027年5月定版以来：改 1 处"
    (change,) = there[listed.since.url].changes
    assert (change.before, change.after) == ("每个人给每个办法打分。", "每个人给每个办法打分，写在纸上。")
    edited(content, "### 打分 {#score}", "### 歇一歇 {#rest}\n\n先歇十五分钟。\n\n### 比一比 {#score}")
    told = [(one.verb, one.what, one.before, one.after) for one in pages(content)[listed.since.url].changes]
    assert told[:2] == [("corrected", "小标题", "打分", "比一比"), ("added", "小标题", "", "歇一歇")]
    assert ("added", "歇一歇", "", "先歇十五分钟。") in told


def test_where_a_method_was_its_editions_are_found(content):
    cut(content, METHOD, DAY)
    title = read_site(content).library.methods[METHOD].front.title
    edited(content, "added:", "status: draft\nadded:")
    library = read_site(content).library.published
    there = {url: make() for url, make in outline(library)}
    page = there[f"methods/{METHOD}/"]
    assert (page.title, page.template) == (title, "editions.html")
    assert page.steps[0][1].url == f"methods/{METHOD}/editions/2026-11/#score"
    assert [one.links.first[0].url for one in there["all/"].groups if one.anchor == "all-former-methods"] == [
        f"methods/{METHOD}/editions/"
    ]


def test_a_renamed_method_keeps_its_editions_and_lists_them(content):
    cut(content, METHOD, DAY)
    old = content / "methods" / f"{METHOD}.md"
    old.rename(content / "methods" / "sit-down.md")
    for path in (*content.glob("cases/*.md"), *content.glob("pages/*.md"), *content.glob("vocabulary/*.yaml")):
        path.write_text(path.read_text().replace(METHOD, "sit-down"))
    new = content / "methods" / "sit-down.md"
    text = new.read_text().replace("每个人给每个办法打分。", "每个人给每个办法打分，写在纸上。")
    new.write_text(text.replace("added:", f"redirect_from: [{METHOD}]\nadded:", 1))
    assert errors(content) == []
    there = pages(content)
    moved = {one.url: one.target.url for one in redirect_views(read_site(content).library)}
    assert moved[f"methods/{METHOD}/"] == "methods/sit-down/"
    assert f"methods/{METHOD}/" not in there
    former = there[f"methods/{METHOD}/editions/"]
    assert former.of.url == "methods/sit-down/"
    kept = there["methods/sit-down/"].editions
    assert kept.text == "1 个定版；2026年11月定版以来：改 1 处"
    assert there[kept.url].rows == former.rows
    assert [row.canonical for row in former.rows] == [f"methods/{METHOD}/editions/2026-11/"]
    assert there[former.since.url].changes
    assert cut(content, "sit-down", datetime.date(2026, 12, 1)) == 0
    there = pages(content)
    assert [row.canonical for row in there["methods/sit-down/editions/"].rows] == [
        "methods/sit-down/editions/2026-12/",
        f"methods/{METHOD}/editions/2026-11/",
    ]
    assert len(there[f"methods/{METHOD}/editions/"].rows) == 1


def test_a_cut_without_an_address_says_what_is_lacking_in_its_citations(content, capsys):
    cut(content, METHOD, DAY, "https://site.example")
    assert "SITEURL" not in capsys.readouterr().err
    cut(content, METHOD, DAY)
    assert "引用里的网址没有开头" in capsys.readouterr().err
