"""Places, organisations and sources that stand whole in the cases that use them."""

import shutil
from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.files import Site, read_gazetteer, read_site
from casebook.model.terms import Organisation, Place, Source
from casebook.readings import Readings
from casebook.workers import WHERE
from tests.conftest import SITE
from tests.repository import Repository

TABLE = read_gazetteer()
SOURCE = "{title: 剩饭少了一半, publisher: 三峡日报, date: 2024-05-06, grade: b}"
CASE = """\
---
title: TITLE
summary: 食堂和家长一起量剩饭，量了三个星期，改了菜单，每天做300份午餐，剩饭少了一半；花了多少钱，材料里没有写，谁出的也没有写清楚。
added: ADDED
period: 2024-03/2024-05
places: [PLACE]
forms: [服务项目]
actors: [居民]
themes: [议事协商]
organisations:
  - ORGANISATION
sources:
  - SOURCE
---

## 问题

剩饭多。

## 怎么做

### 先称 {#weigh}

大家先称剩饭。

## 结果

剩饭少了。

## 局限

只量了三个星期。
"""


def case(
    title: str = "少剩饭",
    added: str = "2024-06-01",
    place: str = "宜昌市西陵区盛世桃源小区",
    organisation: str = "{organisation: 宜昌市西陵区益家人社会工作服务中心, role: 牵头}",
    source: str = SOURCE,
) -> str:
    words = {"TITLE": title, "ADDED": added, "PLACE": place, "ORGANISATION": organisation, "SOURCE": source}
    text = CASE
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def write(content: Path, **cases: str) -> Site:
    for slug, text in cases.items():
        (content / "cases" / f"{slug.replace('_', '-')}.md").write_text(text)
    return read_site(content, gazetteer=TABLE)


def told(site: Site) -> list[tuple[str, str, str, str]]:
    """(file, field, severity, message) of the cases."""
    return [
        (Path(one.path).stem, one.field, one.severity, f"{one.found}; {one.instead}")
        for one in site.problems
        if Path(one.path).parent.name == "cases"
    ]


def ids(site: Site) -> set[tuple[str, str]]:
    return set(site.library.vocabulary.of_cases)


def test_a_place_of_another_province_takes_no_entry(content: Path) -> None:
    site = write(content, less=case())
    assert told(site) == []
    vocabulary = site.library.vocabulary
    lineage = vocabulary.lineage("xiling-shengshitaoyuan-xiaoqu")
    assert [(one.id, one.zh, one.level, one.parent) for one in lineage] == [
        ("xiling-shengshitaoyuan-xiaoqu", "盛世桃源小区", "community", "xiling"),
        ("xiling", "西陵区", "district", "yichang"),
        ("yichang", "宜昌市", "city", "hubei"),
        ("hubei", "湖北省", "province", None),
    ]
    assert site.library.cases["less"].front.places == ("xiling-shengshitaoyuan-xiaoqu",)
    assert [case.slug for case in site.library.tagged("places", "hubei")] == ["less"]


def test_an_organisation_has_the_kind_and_place_that_its_name_tells_and_what_is_written_beside_it(
    content: Path,
) -> None:
    actors = content / "vocabulary" / "actors.yaml"
    actors.write_text(actors.read_text() + "- {id: social-workers, zh: 社工, en: Social Workers}\n")
    body = "{organisation: 新苗社会工作服务中心, role: 牵头, kind: 居民, place: 宜昌市, en: Sprout Centre, aliases: [新苗社工]}"
    site = write(content, less=case(), more=case("多称饭", organisation=body))
    assert told(site) == []
    found = {one.zh: one for one in site.library.vocabulary.terms("organisations") if isinstance(one, Organisation)}
    first, second = found["宜昌市西陵区益家人社会工作服务中心"], found["新苗社会工作服务中心"]
    assert (first.kind, first.place, first.en) == ("social-workers", "xiling", "")
    assert (second.kind, second.place, second.en) == ("residents", "yichang", "Sprout Centre")
    assert site.library.vocabulary.find("organisations", "新苗社工") == second


def test_a_source_is_found_by_its_title_and_shared_by_all_who_write_it(content: Path) -> None:
    site = write(content, less=case(), more=case("多称饭"))
    assert told(site) == []
    (source,) = (one for one in site.library.vocabulary.terms("sources") if one.zh == "剩饭少了一半")
    assert isinstance(source, Source)
    assert (source.id, source.date, source.en) == ("sheng-fan-shao-le-yi-ban-20240506", "2024-05-06", "")
    assert site.library.vocabulary.find("sources", "剩饭少了一半") == source
    assert {one.front.sources for slug, one in site.library.cases.items() if slug in ("less", "more")} == {(source.id,)}


def test_the_grade_of_a_source_may_be_written_by_its_name(content: Path) -> None:
    site = write(content, less=case(source=SOURCE.replace("grade: b", "grade: B 级")))
    assert told(site) == []
    (source,) = (one for one in site.library.vocabulary.terms("sources") if one.zh == "剩饭少了一半")
    assert isinstance(source, Source)
    assert source.grade == "b"


def test_ids_stay_when_other_cases_come(content: Path) -> None:
    before = ids(write(content, less=case()))
    others = {
        "elsewhere": case("别处", "2020-01-01", "长沙市岳麓区盛世桃源小区"),
        "alike": case("同音", "2020-01-01", "宜昌市西陵区盛世桃园小区", source=SOURCE.replace("少了", "烧了")),
        "twin": case("朝阳", "2020-01-01", "北京市朝阳区"),
    }
    assert before <= ids(write(content, **others)) | {("places", "xiling-shengshitaoyuan-xiaoqu")}


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"place": "朝阳区"}, "places[0]", "北京市朝阳区、吉林省长春市朝阳区"),
        ({"place": "盛世桃源小区"}, "places[0]", "宜昌市西陵区盛世桃源小区"),
        ({"organisation": "{organisation: 王小明, role: 牵头}"}, "organisations[0].organisation", "像是人名"),
        ({"organisation": "{organisation: 居委会, role: 牵头}"}, "organisations[0].organisation", "写全称"),
        ({"organisation": "{organisation: 甲乙丙中心, role: 牵头, kind: 神仙}"}, "organisations[0].kind", "神仙"),
        ({"source": "{title: 剩饭少了, date: 2024-05-06, grade: b}"}, "sources[0].publisher", "缺"),
        ({"source": "{title: 剩饭少了, publisher: 报, date: 2024-05-06, grade: z}"}, "sources[0].grade", "“z”"),
        ({"source": "{title: 剩饭少了, publisher: 报, date: 2024-13-06, grade: b}"}, "sources[0].date", "2024-13-06"),
        ({"source": "no-such-id"}, "sources[0]", "整个写在这里"),
    ],
)
def test_what_is_wrong_in_a_whole_term_is_an_error_where_it_stands(content, change, field, words) -> None:
    found = [one for one in told(write(content, less=case(**change))) if one[2] == "error"]
    assert [(one[0], one[1]) for one in found] == [("less", field)]
    assert words in found[0][3]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        (
            {"organisation": "{organisation: 益家人社会工作服务中心, role: 牵头, kind: 志愿者}"},
            "organisations[0].kind",
            "改成 kind: 居民",
        ),
        ({"source": SOURCE.replace("grade: b", "grade: c")}, "sources[0].grade", "改成 grade: b"),
        ({"place": "宜昌市西陵区学院街道盛世桃源小区"}, "places[0]", "都写 "),
    ],
)
def test_two_cases_that_tell_one_thing_otherwise_are_told_the_line_to_keep(content, change, field, words) -> None:
    actors = content / "vocabulary" / "actors.yaml"
    if "志愿者" not in actors.read_text():
        actors.write_text(actors.read_text() + "- {id: volunteers, zh: 志愿者, en: Volunteers}\n")
    grades = content / "vocabulary" / "grades.yaml"
    if "id: c" not in grades.read_text():
        grades.write_text(grades.read_text() + "- {id: c, zh: C, en: C}\n")
    first = case(organisation="{organisation: 益家人社会工作服务中心, role: 牵头, kind: 居民}")
    second = case(
        "后来的", "2024-07-01", **{"organisation": "{organisation: 益家人社会工作服务中心, role: 牵头}", **change}
    )
    found = [one for one in told(write(content, less=first, more=second)) if one[2] == "error"]
    assert [(one[0], one[1]) for one in found] == [("more", field)]
    assert words in found[0][3]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("和平服务中心", "和平社区服务中心"),
        ("益家人社会工作服务中心（宜昌）", "益家人社会工作服务中心(宜昌)"),
        ("宜昌益家人社会工作服务中心", "益家人社会工作服务中心"),
    ],
)
def test_nearly_the_same_name_is_asked_about(content, name, other) -> None:
    first = case(organisation=f"{{organisation: {other}, role: 牵头}}")
    second = case("后来的", "2024-07-01", organisation=f"{{organisation: {name}, role: 牵头}}")
    found = told(write(content, less=first, more=second))
    assert [(one[0], one[2]) for one in found] == [("more", "warning")]
    assert f"“{name}” 是否就是 “{other}”" in found[0][3]


def test_terms_that_only_drafts_write_have_no_page_on_the_public_site(content: Path) -> None:
    text = case().replace("added:", "status: draft\nadded:")
    assert told(write(content, less=text)) == []
    public = read_site(content, gazetteer=TABLE, drafts=False)
    assert public.problems == ()
    assert ids(public) == set()


def test_an_edit_that_changes_no_term_reads_no_other_file(tmp_path, monkeypatch) -> None:
    from tests.core import test_readings

    monkeypatch.setenv(WHERE, "1")
    content = Path(shutil.copytree(SITE, tmp_path / "content"))
    write(content, less=case(), more=case("多称饭"))
    reads: set[str] = set()
    original = test_readings.casebook.readings.read
    monkeypatch.setattr(
        test_readings.casebook.readings, "read", lambda found, *rest: reads.add(found.slug) or original(found, *rest)
    )

    def site() -> Site:
        reads.clear()
        return read_site(content, gazetteer=TABLE, read=Readings(tmp_path / "kept.db"))

    site()
    path = content / "cases" / "less.md"
    path.write_text(path.read_text().replace("大家先称", "大家一起先称"))
    site()
    assert reads == {"less"}
    path.write_text(path.read_text().replace("盛世桃源小区", "阳光花园"))
    assert site().problems == read_site(content, gazetteer=TABLE).problems
    assert {"less", "more"} < reads
    site()
    assert reads == set()


def test_two_branches_that_each_add_a_case_with_terms_of_its_own_merge_and_are_clean(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    shutil.copytree(SITE, repository.content, dirs_exist_ok=True)
    repository.commit("2024-05-01")
    for branch, text in {
        "one": case(),
        "two": case(
            "老人食堂",
            place="福建省泉州市晋江市深沪镇海尾社区",
            organisation="{organisation: 深沪镇老人协会, role: 牵头}",
            source="{title: 海边的食堂, publisher: 晋江经济报, date: 2024-02-01, grade: b}",
        ),
    }.items():
        repository.git("switch", "-q", "-c", branch, "main")
        repository.commit("2024-06-01", **{f"case-{branch}": text})
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--no-edit", "one")
    repository.git("merge", "-q", "--no-edit", "two")
    site = read_site(repository.content, gazetteer=TABLE)
    assert site.problems == ()
    places = [one for one in site.library.vocabulary.terms("places") if isinstance(one, Place)]
    assert {"盛世桃源小区", "海尾社区"} <= {one.zh for one in places}


def test_places_that_are_called_alike_are_told_apart_in_texts(content: Path) -> None:
    north = case("北京的", place="北京市朝阳区幸福社区").replace(
        "大家先称", "北京市朝阳区的大家走进幸福社区，在朝阳区先称"
    )
    east = case("长春的", place="长春市朝阳区幸福社区").replace("大家先称", "长春市朝阳区的大家走进幸福社区，先称")
    both = case("两地的", place="宜昌市西陵区").replace("大家先称", "有人说起朝阳区，大家先称")
    site = write(content, north=north, east=east, both=both)
    assert told(site) == []
    read = {slug: {t.term for t in one.tags if t.facet == "places"} for slug, one in site.library.cases.items()}
    assert "beijing-chaoyang" in read["north"]
    assert "changchun-chaoyang" in read["east"]
    assert not {"beijing-chaoyang", "changchun-chaoyang"} & read["both"]


def test_a_published_name_that_changes_leads_on_when_the_advice_is_followed(content: Path) -> None:
    write(content, less=case())
    assert main(["lock", "--content", str(content)]) == 0
    new = case(
        organisation="{organisation: 宜昌市西陵区益家人社工服务中心, role: 牵头}",
        source=SOURCE.replace("剩饭少了一半", "剩饭只剩一半"),
        place="宜昌市西陵区盛世桃缘小村",
    )
    found = told(write(content, less=new))
    assert {field for _, field, _, _ in found} == {
        "yi-chang-shi-xi-ling-qu-yi-jia-ren-she-gong-fu-wu-zhong-xin.redirect_from",
        "sheng-fan-zhi-sheng-yi-ban-20240506.redirect_from",
    }
    lines = [message[message.index("redirect_from: [") :] for _, _, _, message in found]
    of = {"organisations" if "zhong-xin" in line else "sources": line for line in lines}
    new = new.replace("role: 牵头}", f"role: 牵头, {of['organisations']}}}").replace(
        "grade: b}", f"grade: b, {of['sources']}}}"
    )
    (place,) = write(content, less=new).problems
    line = place.instead[place.instead.index("redirect_from: [") :]
    assert write(content, less=new.replace("added:", f"{line}\nadded:")).problems == ()


@pytest.mark.parametrize("name", ["。。。", "7", "会" * 201, "<b>", "〔？全称〕"])
def test_what_is_no_name_is_no_organisation(content: Path, name: str) -> None:
    found = told(write(content, less=case(organisation=f'{{organisation: "{name}", role: 牵头}}')))
    assert [(field.split(".")[0].split("[")[0], severity) for _, field, severity, _ in found] in (
        [("organisations", "error")],
        [("待办", "error")],
    )
