"""Names of places as people write them: any tiers left out, a community behind them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.files import read_gazetteer
from casebook.gazetteer import LEVELS, gazetteer, short
from casebook.model.terms import Place
from casebook.reading.place_ids import PlaceIds
from casebook.reading.place_names import PlaceName, full_name, read_place
from casebook.reading.romanised import english
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

TABLE = read_gazetteer()
NOTHING = Vocabulary({})
ROWS = st.integers(0, len(TABLE.divisions) - 1)
ESTATES = st.sampled_from(["盛世桃源小区", "幸福社区", "和同村", "7号大院", "东三巷", "阳光花园", "台东新村"])


def told(text: str, vocabulary: Vocabulary = NOTHING) -> tuple[str, tuple[str, ...]] | str:
    found = read_place(text, vocabulary, TABLE)
    if isinstance(found, Wrong):
        return str(found)
    return full_name(found.row, TABLE) if found.row >= 0 else found.term.zh, found.communities


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("宜昌市西陵区盛世桃源小区", ("湖北省宜昌市西陵区", ("盛世桃源小区",))),
        ("湖北宜昌西陵区", ("湖北省宜昌市西陵区", ())),
        ("西陵区", ("湖北省宜昌市西陵区", ())),
        ("武汉市西陵区盛世桃源小区", "武汉市没有 “西陵区”; 是否指 湖北省宜昌市西陵区盛世桃源小区?"),
        ("西陵区新城区花园", ("湖北省宜昌市西陵区", ("新城区花园",))),
        ("北京市朝阳区", ("北京市朝阳区", ())),
        ("长春朝阳区", ("吉林省长春市朝阳区", ())),
        ("吉林", ("吉林省", ())),
        ("佛山南海", ("广东省佛山市南海区", ())),
        ("佛山市南海社区", ("广东省佛山市", ("南海社区",))),
        ("东莞市大朗镇巷头社区", ("广东省东莞市大朗镇", ("巷头社区",))),
        ("西陵区桃源社区盛世小区", ("湖北省宜昌市西陵区", ("桃源社区", "盛世小区"))),
        ("西陵区7号大院", ("湖北省宜昌市西陵区", ("7号大院",))),
    ],
)
def test_a_name_is_read(text: str, expect: object) -> None:
    assert told(text) == expect


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("朝阳区", ("“朝阳区” 不止一处,有 2 处", "北京市朝阳区、吉林省长春市朝阳区")),
        ("鼓楼区幸福社区", ("江苏省南京市鼓楼区", "福建省福州市鼓楼区")),
        ("幸福社区", ("没有找到地点 “幸福社区”", "宜昌市西陵区幸福社区")),
        ("宜昌市西陵区学院街", ("西陵区没有 “学院街”", "是否指 “宜昌市西陵区学院街道”?")),
        ("寮步镇深沪镇", ("寮步镇没有 “深沪镇”", "福建省泉州市晋江市深沪镇")),
        ("呼伦贝儿市", ("是否指 “呼伦贝尔市”?",)),
        ("宜昌市西陵区小区", ("没有找到地点",)),
        ("东莞寮步", ("东莞市没有 “寮步”", "是否指 “东莞寮步镇”?")),
        ("上海浦东", ("上海市没有 “浦东”", "是否指 “上海浦东新区”?")),
        ("宜昌市西陵区学院街道办事处", ("“办事处” 是机构", "地点写 宜昌市西陵区学院街道")),
        ("浙江省杭州市下城区", ("杭州市没有 “下城区”", "写现在的名称")),
        ("新疆喀什", ("喀什地区、", "喀什地区喀什市")),
        ("宜昌市，西陵区", ("没有找到地点",)),
        ("", ("没有找到地点",)),
    ],
)
def test_what_is_no_place_is_told_with_what_to_write(text: str, words: tuple[str, ...]) -> None:
    message = told(text)
    assert isinstance(message, str)
    assert [word for word in words if word not in message] == []


@settings(max_examples=300, deadline=None)
@given(ROWS)
def test_every_division_is_read_by_its_full_name(row: int) -> None:
    found = read_place(full_name(row, TABLE), NOTHING, TABLE)
    assert isinstance(found, PlaceName)
    assert full_name(found.row, TABLE) == full_name(row, TABLE)


@settings(max_examples=300, deadline=None)
@given(ROWS, ESTATES)
def test_a_community_may_stand_behind_every_division(row: int, estate: str) -> None:
    above = full_name(row, TABLE)
    assert told(above + estate) == (above, (estate,))


@settings(max_examples=300, deadline=None)
@given(ROWS, st.data())
def test_tiers_that_are_left_out_lead_to_the_same_place_or_to_a_question(row: int, data: st.DataObject) -> None:
    chain = TABLE.chain(row)
    kept = [up for up in chain[:-1] if data.draw(st.booleans())]
    parts = [TABLE.divisions[up].name for up in (*kept, row)]
    message = told("".join(parts))
    assert message == (full_name(row, TABLE), ()) or "不止一处" in message


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="省市区县镇乡街道社小村东西南北朝阳鼓楼新和平长安0aé🙂 “", max_size=24))
def test_any_text_is_a_place_or_a_message(text: str) -> None:
    found = read_place(text, NOTHING, TABLE)
    assert isinstance(found, (PlaceName, Wrong))


def test_ids_of_all_divisions_differ_and_depend_on_the_table_alone() -> None:
    ids = PlaceIds(TABLE, {}, ())
    rows = [row for row, one in enumerate(TABLE.divisions) if one.level != "town"]
    rows += [row for row, one in enumerate(TABLE.divisions) if one.level == "town"][::31]
    found = {row: ids.of_division(row) for row in rows}
    assert len({*found.values()}) == len(found)
    by_name = {full_name(row, TABLE): own for row, own in found.items()}
    assert by_name["湖北省宜昌市西陵区"] == "xiling"
    assert (by_name["北京市朝阳区"], by_name["吉林省长春市朝阳区"]) == ("beijing-chaoyang", "changchun-chaoyang")
    assert (by_name["福建省福州市"], by_name["江西省抚州市"]) == ("fujian-fuzhou", "jiangxi-fuzhou")
    assert (by_name["陕西省"], by_name["山西省"], by_name["重庆市"]) == ("shaanxi", "shanxi", "chongqing")


def test_an_id_of_the_vocabulary_is_kept_for_its_place() -> None:
    row = TABLE.find(["九江市"])
    assert row is not None
    known = {0: Place(id="anything", zh=TABLE.divisions[0].name, en="Beijing", level="province")}
    ids = PlaceIds(TABLE, known, ["jiujiang"])
    assert ids.of_division(row) == "jiangxi-jiujiang"
    assert ids.of_division(0) == "anything"
    assert ids.of_community("盛世桃源小区", "xiling") == "xiling-shengshitaoyuan-xiaoqu"
    assert ids.of_community("桃源社区", "xiling") != ids.of_community("桃源小区", "xiling")


@pytest.mark.parametrize(
    ("name", "level", "expect"),
    [
        ("西陵区", "district", "Xiling District"),
        ("盛世桃源小区", "community", "Shengshi Taoyuan Estate"),
        ("宜昌市", "city", "Yichang"),
        ("晋江市", "district", "Jinjiang City"),
        ("南岸区", "district", "Nan'an District"),
        ("长安镇", "town", "Chang'an Town"),
        ("徐家汇街道", "town", "Xujiahui Subdistrict"),
        ("台东新村", "community", "Taidong Xincun"),
        ("内蒙古自治区", "province", "Inner Mongolia"),
        ("广东省", "province", "Guangdong"),
    ],
)
def test_english_names_follow_from_the_chinese_ones(name: str, level: str, expect: str) -> None:
    assert english(name, level) == expect  # type: ignore[arg-type]


def test_a_table_without_rows_knows_no_place() -> None:
    found = read_place("宜昌市", NOTHING, gazetteer([], "", []))
    assert isinstance(found, Wrong)
    assert "inv packages" in found.instead
    assert short("宜昌市", LEVELS[1]) == "宜昌"
