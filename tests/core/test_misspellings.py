"""Which known name a written one is a slip of, and which are false friends."""

import pytest
from opencc import OpenCC
from pypinyin import lazy_pinyin

from casebook.misspellings import advice, meant
from casebook.sounds import sound
from casebook.tables import load
from casebook.traditional import pairs, simplified, traditional
from tests.conftest import frozen, spec


@pytest.mark.parametrize("row", spec("misspellings"))
def test_a_slip_is_told_from_another_word(row):
    assert meant(row["input"], row["known"]) == row["expect"]


def test_no_name_of_the_vocabulary_is_taken_for_another_one():
    vocabulary = frozen().vocabulary
    taken = {}
    for facet in vocabulary.facets.keys() - {"places", "organisations", "sources", "grades"}:
        for term in vocabulary.terms(facet):
            others = {name for one in vocabulary.terms(facet) if one is not term for name in (one.zh, *one.aliases)}
            taken |= {
                name: near for name in (term.zh, *term.aliases) if (near := meant(name, others - {*term.aliases}))
            }
    assert taken == {"中期": "终期", "终期": "中期"}  # these two are read alike


def test_of_few_names_all_are_told_and_of_many_those_alike():
    assert advice("主导", ["指导", "牵头"], ["指导", "牵头"], "x") == "可写:指导、牵头"
    many = [f"{number}号网格治理" for number in "一二三四五六七八九十甲乙丙丁戊"]
    assert advice("网格", many, many, "x").startswith("名称相近的有 ")
    assert advice("别的", many, many, "x") == "从 x 里已有的选一项;都不合适,提交时说缺哪个"


def test_the_table_of_traditional_characters_is_that_of_opencc():
    convert = OpenCC("t2s").convert
    common = {new for byte in range(0xB0, 0xF8) for new in bytes_of(byte)}
    wanted = {old: convert(old) for old in map(chr, range(0x4E00, 0xA000)) if convert(old) in common - {old}}
    assert dict(pairs()) == wanted
    assert not any(new in pairs() for new in pairs().values())


def bytes_of(row: int) -> str:
    """The characters of a row of GB 2312."""
    return bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode("gb2312", errors="ignore")


@pytest.mark.parametrize(
    ("written", "plain", "found"),
    [
        ("電動自行車亂停", "电动自行车乱停", "電動車亂"),
        ("會後徵集意見，收到反饋", "会后征集意见，收到反馈", "會後徵見饋"),
        ("裏水鎮", "里水镇", "裏鎮"),
        ("乾隆年間的衣裳，曬乾了", "乾隆年间的衣裳，晒干了", "間曬乾"),
        ("乾县、於某，宫商角徵羽", "乾县、於某，宫商角徵羽", ""),
    ],
)
def test_traditional_characters(written, plain, found):
    assert simplified(written) == plain
    assert "".join(one[0] for one in traditional(written)) == found


def test_the_table_of_sounds_is_that_of_pypinyin():
    common = "".join(load("sounds").values())
    assert [sound(character) for character in common] == lazy_pinyin(list(common))
    assert sound("x") == ""
