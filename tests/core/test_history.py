"""What changed on pages, told by commits of a small repository: records, not files."""

from pathlib import Path

import pytest

from casebook.files import read_site
from casebook.histories import read_history
from casebook.history.comparison import changes, counts
from casebook.history.telling import telling
from casebook.model.history import History
from casebook.views import lists, outline
from casebook.views.entries import case_view
from tests.conftest import SITE, spec
from tests.repository import ZONE, Repository

CASE = """---
title: 停车
---

## 结果

来了{count}人。
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def told(history: History) -> list[tuple[str, str, str]]:
    return [(one.day, one.event, one.slug) for one in history.changes]


@pytest.mark.parametrize("row", spec("changes"))
def test_two_versions_differ_in_what_they_tell(row):
    before, after = (telling("cases/x.md", text.encode(), "case") for text in row["input"])
    assert before
    assert after
    found = changes(before, after)
    assert [[one.verb, one.of, one.where, one.before, one.after] for one in found] == row["expect"]
    back = changes(after, before)
    opposite = {"added": "removed", "removed": "added"}
    verbs = {opposite.get(verb, verb): count for verb, count in counts(back).items()}
    assert verbs == counts(found), "the way back is as long"


def test_pages_come_change_and_go(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.commit("2026-01-02", parking=CASE.format(count=21))
    repository.commit("2026-01-03", parking=None)
    assert told(repository.read()) == [
        ("2026-01-03", "gone", "parking"),
        ("2026-01-02", "changed", "parking"),
        ("2026-01-01", "new", "parking"),
    ]


def test_what_was_changed_and_changed_back_on_a_day_is_no_change(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.commit("2026-01-02", parking=CASE.format(count=21))
    repository.commit("2026-01-02", parking=CASE.format(count=20))
    assert told(repository.read()) == [("2026-01-01", "new", "parking")]


def test_a_new_layout_corrects_nothing(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.commit("2026-01-02", parking=CASE.format(count="**20**").replace("title: 停车", "title: '停车'"))
    assert told(repository.read()) == [("2026-01-01", "new", "parking")]


@pytest.mark.parametrize("claim", ["", "redirect_from: [parking]\n"], ids=["the same title", "a claim"])
def test_a_page_that_moved_is_one_page(repository, claim):
    title = "停车难" if claim else "停车"
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    after = CASE.format(count=21).replace("title: 停车\n", f"title: {title}\n{claim}")
    repository.commit("2026-01-02", parking=None, **{"e-bikes": after})
    (moved, _) = repository.read().changes
    assert (moved.event, moved.slug, moved.former) == ("moved", "e-bikes", "parking")
    assert [one.of for one in moved.changes if one.of != "title"] == ["figure"]


def test_a_page_is_called_by_its_title_whatever_its_file_is_called(repository):
    nearby = "---\ntitle: 骑车\n---\n\n## 结果\n\n{text}\n"
    text = "最近的是[[parking]]。"
    repository.commit("2026-01-01", parking=CASE.format(count=20), nearby=nearby.format(text=text))
    moved = CASE.format(count=20).replace("title: 停车\n", "title: 停车\nredirect_from: [parking]\n")
    after = nearby.format(text=text.replace("parking", "bikes"))
    repository.commit("2026-01-02", parking=None, bikes=moved, nearby=after)
    assert told(repository.read())[:1] == [("2026-01-02", "moved", "bikes")], "the link leads to the same page"
    repository.commit("2026-01-03", nearby=after.replace("。", "，在隔壁。"))
    (change,) = repository.read().changes[0].changes
    assert (change.before, change.after) == ("最近的是停车。", "最近的是停车，在隔壁。")


def test_of_a_long_sentence_what_differs_is_shown(repository):
    long = "谁都可以来，" * 60
    repository.commit("2026-01-01", parking=CASE.format(count=f"{long}20"))
    repository.commit("2026-01-02", parking=CASE.format(count=f"{long}21"))
    (change,) = repository.read().changes[0].changes
    assert (change.before[:1], change.before[-4:], change.after[-4:]) == ("…", "20人。", "21人。")
    assert len(change.after) < len(long)


def test_what_a_branch_brought_is_dated_by_its_merge(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.git("switch", "-q", "-c", "side")
    repository.commit("2026-01-02", parking=CASE.format(count=21))
    repository.git("switch", "-q", "main")
    repository.commit("2026-01-03", garden=CASE.format(count=3).replace("停车", "种菜"))
    repository.git("merge", "-q", "--no-ff", "-m", "x", "side", day="2026-01-04")
    assert told(repository.read())[:2] == [("2026-01-04", "changed", "parking"), ("2026-01-03", "new", "garden")]


def test_a_draft_is_new_when_it_is_published(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20).replace("---\n\n", "status: draft\n---\n\n", 1))
    repository.commit("2026-01-02", parking=CASE.format(count=20))
    assert told(repository.read()) == [("2026-01-02", "new", "parking")]


def test_a_version_that_nobody_can_read_tells_nothing(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.commit("2026-01-02", parking="停车\n")
    assert told(repository.read()) == [("2026-01-01", "new", "parking")]
    repository.commit("2026-01-03", parking=CASE.format(count=21))
    (change, _) = repository.read().changes
    assert (change.day, change.changes[0].before) == ("2026-01-03", "来了20人。")


def test_what_is_not_committed_is_not_told(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    before = repository.read()
    repository.write("cases/parking.md", CASE.format(count=21))
    repository.write("cases/garden.md", CASE.format(count=3))
    assert repository.read() == before


def test_a_part_of_the_history_is_none(repository, tmp_path):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.commit("2026-01-02", parking=CASE.format(count=21))
    repository.git("clone", "-q", "--depth=1", f"file://{repository.root}", str(tmp_path / "copy"))
    found = read_history(tmp_path / "copy" / "content", ZONE, tmp_path / "cache")
    assert (found.kept, found.changes) == ("part", ())


def test_without_a_repository_there_is_no_history(tmp_path):
    (tmp_path / "content").mkdir()
    assert read_history(tmp_path / "content", ZONE, tmp_path / "cache") == History(kept="nothing")


def test_what_was_kept_is_what_is_read(repository):
    repository.commit("2026-01-01", parking=CASE.format(count=20))
    repository.commit("2026-01-02", parking=CASE.format(count=21))
    first = repository.read()
    (notes,) = (repository.root / "cache").iterdir()
    kept = notes.read_bytes()
    assert repository.read() == first
    notes.write_text("{")  # as a build that was stopped would never leave it, but who knows
    assert repository.read() == first
    assert notes.read_bytes() == kept


# --- pages ---


def _committed(repository: Repository, *versions: str) -> History:
    for number, text in enumerate(versions, 1):
        repository.commit(f"2026-01-0{number}", **{"taoyuan-parking": text})
    return repository.read()


def test_a_page_says_when_it_changed_last_and_leads_to_what(repository):
    text = (SITE / "cases" / "taoyuan-parking.md").read_text(encoding="utf-8")
    history = _committed(repository, text, text.replace("约20名志愿者", "约30名志愿者"))
    library = read_site(SITE, history=history).library
    link = case_view(library, library.cases["taoyuan-parking"]).last_change
    assert (link.text, link.url) == ("最近改动：2026年1月2日，改 1 处", "cases/taoyuan-parking/changes/")
    own = next(view for view in lists(library) if view.url == link.url)
    assert [day.anchor for day in own.days] == ["day-2026-01-02", "day-2026-01-01"]
    (change,) = own.days[0].changes
    assert ("约20名" in change.before, "约30名" in change.after, change.what) == (True, True, "再巡查")
    every = dict(outline(library))["changes/"]()
    (changed,) = every.days[0].pages
    assert changed.all.url == "cases/taoyuan-parking/changes/#day-2026-01-02"
    assert changed.first == change


def test_a_site_without_history_says_so():
    library = read_site(SITE).library
    assert case_view(library, library.cases["taoyuan-parking"]).last_change.text == "最近改动：没有记录"
    assert "没有版本记录" in dict(outline(library))["changes/"]().missing
    partly = read_site(SITE, history=History(kept="part")).library
    assert "一部分" in dict(outline(partly))["changes/"]().missing


def test_a_page_that_moved_tells_of_the_time_before(repository):
    text = (SITE / "cases" / "taoyuan-parking.md").read_text(encoding="utf-8")
    repository.commit("2026-01-01", parking=text)
    repository.commit("2026-01-02", parking=None, **{"taoyuan-parking": text})
    library = read_site(SITE, history=repository.read()).library
    own = next(view for view in lists(library) if view.url == "cases/taoyuan-parking/changes/")
    assert [day.said for day in own.days] == ["换了网址", "新收"]
