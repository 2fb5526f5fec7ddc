"""Which known name a written one is a slip of, and which are false friends."""

import pytest
from opencc import OpenCC
from pypinyin import lazy_pinyin

from casebook.misspellings import advice, meant
from casebook.sounds import sound
from casebook.tables import load
from casebook.traditional import pairs, simplified
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
    assert {old: convert(old) for old in pairs()} == dict(pairs())
    assert simplified("電動自行車亂停") == "电动自行车乱停"
    assert not any(new in pairs() for new in pairs().values())


def test_the_table_of_sounds_is_that_of_pypinyin():
    common = "".join(load("sounds").values())
    assert [sound(character) for character in common] == lazy_pinyin(list(common))
    assert sound("x") == ""
