"""Addresses: what was published once is kept, or leads on; and what the lock file and redirects can have wrong."""

import shutil
from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.export.redirects import redirects_file
from casebook.files import Site, read_site
from casebook.lock import NAME
from casebook.views import View, lists, outline, redirect_views, views
from tests.conftest import FROZEN, SITE, spec


def edit(content: Path, row: dict) -> None:
    """Do to `content` what a spec row says: words of files replaced, files renamed or taken away."""
    for name, old, new in row.get("edits", ()):
        path = content / name
        text = path.read_text()
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1 if old in ("added:", "---") else -1))
    for old, new in row.get("moves", ()):
        if new:
            (content / old).rename(content / new)
        else:
            (content / old).unlink()


def found(site: Site, content: Path) -> list[list]:
    """The Problems of a site as a spec row has them."""
    return [
        [
            Path(problem.path).relative_to(content).as_posix(),
            problem.line,
            problem.field,
            problem.severity,
            problem.found.replace(str(content), "content"),
            problem.instead.replace(str(content), "content"),
        ]
        for problem in site.problems
    ]


@pytest.mark.parametrize("row", spec("addresses"))
def test_what_check_says_of_addresses(content, row):
    edit(content, row)
    assert found(read_site(content), content) == row["expect"]


@pytest.mark.parametrize("change", [("{#score}", "{#scoring}"), ("### 打分 {#score}", "打分")])
def test_a_step_of_a_method_that_is_renamed_or_gone_names_the_line_to_add(tmp_path, capsys, monkeypatch, change):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SITE, "content")
    method = Path("content/methods/talk-it-over.md")
    method.write_text(method.read_text().replace(*change))
    for path in Path("content").rglob("*.md"):
        path.write_text(path.read_text().replace("talk-it-over#score", "talk-it-over#decide"))
    assert main(["check"]) == 1
    printed = capsys.readouterr().out
    assert "content/methods/talk-it-over.md:2 redirect_from: 公布过的地址 methods/talk-it-over/#score 没有了" in printed
    _, _, line = printed.partition("--- 之间加上 ")
    line = line.splitlines()[0]
    assert line == f"redirect_from: [score: {'scoring' if 'scoring' in change[1] else 'section-steps'}]"
    method.write_text(method.read_text().replace("---\n", f"---\n{line}\n", 1))
    assert main(["check"]) == 0


def test_lock_adds_and_never_takes_out(content, capsys):
    lock = content / NAME
    before = lock.read_text().splitlines()
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace("added:", "redirect_from: [patrol: watch]\nadded:"))
    case.write_text(case.read_text().replace("{#patrol}", "{#watch}"))
    assert main(["lock", "--content", str(content)]) == 0
    assert f"新登记 1 个地址,一共 {len(before) - 2} 个" in capsys.readouterr().out
    after = lock.read_text().splitlines()
    assert set(before) < set(after)
    addresses = [line for line in after if not line.startswith("#")]
    assert addresses == sorted({*before[3:], "cases/taoyuan-parking/#step-watch"})
    assert main(["lock", "--content", str(content)]) == 0
    assert lock.read_text().splitlines() == after


def test_lock_makes_the_first_file_and_leaves_out_drafts(content):
    (content / NAME).unlink()
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("added:", "status: draft\nadded:"))
    assert main(["lock", "--content", str(content)]) == 0
    assert "taoyuan-garden" not in (content / NAME).read_text()
    assert "cases/taoyuan-parking/#step-patrol\n" in (content / NAME).read_text()


def test_lock_leaves_the_file_alone_while_there_are_errors(content, capsys):
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace("{#patrol}", "{#watch}"))
    before = (content / NAME).read_bytes()
    assert main(["lock", "--content", str(content)]) == 1
    assert "#step-patrol 没有了" in capsys.readouterr().out
    assert (content / NAME).read_bytes() == before
    assert main(["lock", "--content", str(content / "none")]) == 2


def test_an_address_of_an_older_lock_is_missed_though_the_file_forgets_it(content, tmp_path, capsys):
    """Whoever takes a line out of the file takes what `check` knows of it."""
    lock, before = content / NAME, tmp_path / "before.lock"
    before.write_bytes(lock.read_bytes())
    against = ["lock", "--content", str(content), "--against", str(before)]
    lock.write_text("".join(reversed(lock.read_text().splitlines(keepends=True))) + "cases/new/\n")
    assert main(against) == 0
    assert lock.read_text().endswith("cases/new/\n")  # nothing was written
    lock.write_text(lock.read_text().replace("cases/taoyuan-parking/#step-patrol\n", ""))
    capsys.readouterr()
    assert main(against) == 1
    (told,) = capsys.readouterr().out.splitlines()
    assert "addresses.lock:1 地址: 登记过的地址 cases/taoyuan-parking/#step-patrol 不见了; 把这一行写回去" in told
    lock.unlink()
    assert main(against) == 1
    before.write_bytes(b"")  # the base has none yet
    assert main(against) == 0
    assert main([*against[:-1], str(tmp_path / "none")]) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", [("warning", "里面没有地址")]),
        ("关于\n".encode("gbk"), [("error", "不是 UTF-8 文字")]),
        (b"\xef\xbb\xbfabout/\r\n\r\ncases/\r\n", []),
    ],
    ids=["empty", "gbk", "from-windows"],
)
def test_lock_file_of_another_kind(content, data, said):
    (content / NAME).write_bytes(data)
    assert [(p.severity, p.found) for p in read_site(content).problems] == said


@pytest.mark.parametrize("folder", [SITE, FROZEN], ids=["tiny", "real"])
def test_the_outline_has_the_address_of_every_view_and_no_address_twice(folder):
    library = read_site(folder).library
    addresses = [url for url, _ in outline(library)] + [view.url for view in lists(library)]
    redirects = [view.url for view in redirect_views(library)]
    assert [view.url for view in views(library)] == addresses + redirects
    assert len({*addresses, *redirects}) == len(addresses) + len(redirects)


def test_addresses_cost_no_view(monkeypatch):
    library = read_site(SITE).library
    monkeypatch.setattr(View, "__init__", lambda *args, **values: pytest.fail("a view was made"))
    assert len(list(outline(library))) > 30


def test_redirects_for_hosts(content):
    for name, old in (
        ("cases/taoyuan-parking.md", "[old, methods/older/, patrolling: patrol]"),
        ("pages/about.md", "[us]"),
    ):
        path = content / name
        path.write_text(path.read_text().replace("---\n", f"---\nredirect_from: {old}\n", 1))
    themes = content / "vocabulary" / "themes.yaml"
    themes.write_text(themes.read_text().replace("id: parking", "id: parking, redirect_from: [cars]"))
    site = read_site(content)
    assert not site.problems
    assert redirects_file(site.library, "/casebook").splitlines()[1:] == [
        "/casebook/cases/old/ /casebook/cases/taoyuan-parking/ 301",
        "/casebook/methods/older/ /casebook/cases/taoyuan-parking/ 301",
        "/casebook/themes/cars/ /casebook/themes/parking/ 301",
        "/casebook/us/ /casebook/about/ 301",
    ]
    anchors = {view.url: [step.anchors for step in view.steps] for view in redirect_views(site.library)}
    assert anchors == {
        "cases/old/": [("step-talk",), ("step-patrol", "step-patrolling")],
        "methods/older/": [("talk",), ("patrol", "patrolling")],
        "us/": [],
        "themes/cars/": [],
    }


def test_very_many_lost_steps_of_a_page_are_one_problem_with_the_line_for_all(content):
    with (content / NAME).open("a") as file:
        file.writelines(f"cases/taoyuan-parking/#step-old{number}\n" for number in range(30))
    (problem,) = read_site(content).errors
    assert problem.found.startswith("公布过的地址 cases/taoyuan-parking/#step-old0、")
    assert "……(共 30 个) 没有了" in problem.found
    assert problem.instead.count(": section-how") == 30


def test_only_the_first_steps_of_very_many_are_offered(content):
    steps = "".join(f"### 第{number}件 {{#thing{number}}}\n\n居民做事。\n\n" for number in range(40))
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("### 种菜 {#plant}", f"{steps}### 种菜 {{#plant}}"))
    case.write_text(case.read_text().replace("part_of:", "redirect_from: [old: nowhere]\npart_of:"))
    (problem,) = read_site(content).errors
    assert problem.instead.startswith("冒号后面写现在的编号:")
    assert problem.instead.endswith("……(共 44 个)")


def test_of_very_many_lines_that_are_no_address_a_hundred_are_told(content):
    with (content / NAME).open("a") as file:
        file.writelines(f"没有地址 {number}\n" for number in range(300))
    told = [problem.found for problem in read_site(content).errors]
    assert len(told) == 101
    assert told.count("这样的还有 200 处") == 1
