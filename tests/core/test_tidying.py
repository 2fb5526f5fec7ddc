"""`tidy` moves to the vocabulary what several cases write, and nothing else changes by it."""

from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.files import Site, read_gazetteer, read_site
from casebook.tidying import moved
from casebook.views import views
from tests.core.test_whole_terms import case, write

TABLE = read_gazetteer()
ELSEWHERE = "{title: 街坊的食堂, publisher: 报, date: unknown, grade: b}"
BODY = "{organisation: 宜昌市西陵区益家人社会工作服务中心, role: 牵头}"
BLOCK = """organisation: 宜昌市西陵区益家人社会工作服务中心
    en: Yijiaren Centre
    role: 牵头  # 第一家
    aliases:
      - 益家人
    note: "全称: 来源写了。\""""
SOURCES = """title: 剩饭少了一半
    publisher: 三峡日报
    date: 2024-05-06
    grade: b
    # 第二份
  - {title: "只有一处", publisher: 报, date: unknown, grade: b}  # 一处"""


def told(site: Site) -> list[object]:
    """All pages of a site, but for where things are written."""
    assert site.problems == ()
    return list(views(site.library))


def cases(content: Path) -> None:
    write(content, less=case(), more=case("多称饭", organisation=BLOCK, source=SOURCES))
    other = case("别的", place="宜昌市西陵区学院街道", organisation=BODY, source=ELSEWHERE)
    write(
        content,
        other=other,
        twin=case("同名", place="长沙市岳麓区幸福社区"),
        twins=case("同名二", place="西陵区幸福社区"),
    )


def test_no_page_and_no_id_changes(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases(content)
    before = read_site(content, gazetteer=TABLE)
    pages, old = told(before), before.library.vocabulary.of_cases
    terms = {(facet, term.id) for facet, found in moved(before.library).items() for term in found}
    assert main(["tidy", "--content", str(content)]) == 0
    assert "改好了" in capsys.readouterr().out
    after = read_site(content, gazetteer=TABLE)
    assert told(after) == pages
    assert after.library.vocabulary.of_cases == old - terms
    assert {("places", "xiling-shengshitaoyuan-xiaoqu"), ("places", "hubei")} <= terms
    assert ("places", "xiling-xingfu-shequ") in after.library.vocabulary.of_cases, "another community is called so"


def test_what_is_tidy_stays_as_it_is(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases(content)
    assert main(["tidy", "--content", str(content)]) == 0
    texts = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["tidy", "--content", str(content)]) == 0
    assert capsys.readouterr().out == ""
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == texts


def test_only_what_became_spare_is_taken_out_of_a_case(content: Path) -> None:
    cases(content)
    path = content / "cases" / "more.md"
    text = path.read_text()
    assert main(["tidy", "--content", str(content)]) == 0
    one = "  - {organisation: 宜昌市西陵区益家人社会工作服务中心, role: 牵头}\n"
    rest = '    # 第二份\n  - {title: "只有一处", publisher: 报, date: unknown, grade: b}  # 一处\n'
    start, end = text.index("organisations:"), text.index("---\n\n## 问题")
    tidy = f"organisations:\n{one}sources:\n  - sheng-fan-shao-le-yi-ban-20240506\n{rest}"
    assert path.read_text() == text[:start] + tidy + text[end:]
    bodies = (content / "vocabulary" / "organisations.yaml").read_text()
    assert bodies.endswith(
        "- id: yi-chang-shi-xi-ling-qu-yi-jia-ren-she-hui-gong-zuo-fu-wu-zhong-xin\n"
        "  zh: 宜昌市西陵区益家人社会工作服务中心\n  en: Yijiaren Centre\n  aliases: [益家人]\n  place: xiling\n"
        '  note: "全称: 来源写了。"\n'
    )


def test_with_errors_nothing_is_moved(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases(content)
    (content / "cases" / "wrong.md").write_text(case(place="朝阳区"))
    texts = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    assert main(["tidy", "--content", str(content)]) == 1
    assert "朝阳区" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == texts
