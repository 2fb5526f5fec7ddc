"""A written number is read whole or not at all: the rows of specs/numerals.json, and what holds of any numeral."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casebook.extract import NotFigure, numbers, quantities
from casebook.model.records import Quantity
from tests.conftest import spec

ROWS = spec("numerals")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["input"])
def test_a_numeral_is_read_whole_or_refused(row: dict[str, str]) -> None:
    """Of all that the sentence holds there is one figure with all of the numeral, or none."""
    text = f"共有{row['input']}{row['unit']}。"
    found = numbers(text)
    read = [(one.value, one.value_max) for one in found if isinstance(one, Quantity)]
    if "value" in row:
        top = row.get("value_max")
        assert read == [(Decimal(row["value"]), Decimal(top) if top else None)]
        assert row["input"] in quantities(text)[0].text
    else:
        assert not read
        assert row["refused"] in {one.why for one in found if isinstance(one, NotFigure)}


def test_there_are_rows_of_many_kinds() -> None:
    rows = [param.values[0] for param in ROWS]
    assert len(rows) >= 150
    assert sum("refused" in row for row in rows) >= 60


HAN = "零一二三四五六七八九"
BANKED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def in_chinese(value: int) -> str:
    """The full Chinese numeral of 1 to 99,999,999."""
    if value >= 10000:
        rest = value % 10000
        gap = "零" if 0 < rest < 1000 else ""
        return f"{in_chinese(value // 10000)}万{gap}{in_chinese(rest) if rest else ''}"
    text, is_gap = "", False
    for size, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        text += ("零" if is_gap and text else "") + HAN[digit] + mark if digit else ""
        is_gap = not digit
    return text


def mixed(value: int) -> str:
    """Arabic digits with scales: 3万4千."""
    return re.sub(f"[{HAN}]", lambda digit: str(HAN.index(digit[0])), in_chinese(value).replace("零", "〇"))


WAYS = (
    str,
    "{:,}".format,
    in_chinese,
    lambda value: in_chinese(value).translate(BANKED),
    lambda value: in_chinese(value).replace("万", "萬"),
    mixed,
    lambda value: f"{Decimal(value) / 10000:f}万",
    lambda value: str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
)


@settings(max_examples=60)
@given(st.integers(1, 99_999_999), st.sampled_from(WAYS))
def test_a_number_written_in_any_way_is_itself_or_refused(value: int, written) -> None:
    found = quantities(f"收到捐款{written(value)}元。")
    assert [one.value for one in found] in ([value], [])


@settings(max_examples=60)
@given(st.integers(21, 9999), st.sampled_from((str, in_chinese)))
def test_plain_ways_are_read(value: int, written) -> None:
    assert [one.value for one in quantities(f"收到捐款{written(value)}元。")] == [value]


DIGIT = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿]")
PIECES = st.sampled_from(
    [*"0123456789１２零〇一二两三九十百千万亿廿兩萬壹拾，,.．、·' \u00a0±^×/½²", "元", "人", "多", "余"]
)


@settings(max_examples=150)
@given(st.lists(PIECES, min_size=2, max_size=9).map("".join))
@example("0零两")  # 0零 is a generation, as 90后
def test_no_figure_begins_or_ends_inside_a_longer_numeral(numeral: str) -> None:
    """Beside a figure stands no digit, also not behind a mark that parts digits."""
    text = f"共{numeral}人。"
    for one in quantities(text):
        before, after = text[: one.start], text[one.end :]
        assert not DIGIT.match(before[-1:]), one
        assert not re.search(r"\d[,，.．、·'^×/±]\Z", before) or not one.text[0].isdigit(), one
        assert not DIGIT.match(after[:1]) or not DIGIT.match(one.text[-1]), one
