"""What the extraction reads from plain text, one test for each spec row."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from casebook.extract import quantities
from casebook.extract.numerals import number
from casebook.extract.quantities import NotFigure, numbers
from casebook.extract.sentences import sentences
from casebook.model.records import Quantity
from casebook.model.terms import Place, Term
from casebook.tables import load
from casebook.vocabulary import Vocabulary
from tests.cues import PLAIN, extractor

SPECS = Path(__file__).parent.parent / "specs"


def rows(name: str) -> list[Any]:
    """The rows of a spec file, each with its input as test id."""
    table = json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row["input"], row["expect"], id=row["input"] or "empty") for row in table]


@pytest.mark.parametrize(("text", "expect"), rows("quantities"))
def test_quantities(text: str, expect: list[dict[str, str]]) -> None:
    found = [(q.text, q.value, q.value_max, q.unit, q.qualifier) for q in quantities(text)]
    assert found == [
        (
            row["text"],
            Decimal(row["value"]),
            Decimal(row["value_max"]) if "value_max" in row else None,
            row["unit"],
            row["qualifier"],
        )
        for row in expect
    ]


@pytest.mark.parametrize(("text", "expect"), rows("metrics"))
def test_indicator(text: str, expect: str | list[str]) -> None:
    """One indicator stands for the only figure of a text, a list for all of its figures."""
    assert [metric.indicator for metric in PLAIN.metrics(text)] == ([expect] if isinstance(expect, str) else expect)


@pytest.mark.parametrize("row", load("units"), ids=lambda row: f"{row['unit']} {row['example']}")
def test_every_unit_is_read_in_its_example(row: dict[str, str]) -> None:
    assert row["unit"] in [quantity.unit for quantity in quantities(row["example"])]


NOT_FIGURES = [row for part in ("words", "marks", "lines", "numbers") for row in load("not_figures")[part]]


@pytest.mark.parametrize("row", [row for row in NOT_FIGURES if row["why"]], ids=lambda row: row["example"])
def test_a_number_of_a_trap_is_no_figure_and_told_why(row: dict[str, str]) -> None:
    found = list(numbers(row["example"]))
    assert not [one for one in found if isinstance(one, Quantity)]
    assert row["why"] in {one.why for one in found if isinstance(one, NotFigure)}


@pytest.mark.parametrize("word", [word for row in NOT_FIGURES if row["why"] for word in row.get("words", ())])
def test_a_fixed_word_counts_nothing(word: str) -> None:
    assert not quantities(f"大家{word}。")


@pytest.mark.parametrize("row", [*load("plans")["before"], *load("plans")["behind"]], ids=lambda row: row["example"])
def test_the_figures_of_a_plan_are_planned(row: dict[str, str]) -> None:
    found = list(PLAIN.scoped(row["example"], PLAIN.metrics(row["example"])))
    assert {metric.scope for metric in found} == {"planned"}


def test_metric_carries_its_sentence() -> None:
    first, second = PLAIN.metrics("开展活动25场。服务居民约700人次,“好评”!")
    assert first.sentence == "开展活动25场。"
    assert second.sentence == "服务居民约700人次,“好评”!"


def test_sentences_leave_out_white_space() -> None:
    text = " 一句。\n\n  二句“好!”三句"
    assert [text[start:end] for start, end in sentences(text)] == ["一句。", "二句“好!”", "三句"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("１２", 12), ("一亿二千万", 120000000), ("二〇二一", 2021), ("十", 10), ("一千零五", 1005), ("1.5亿", 150000000)],
)
def test_number(text: str, value: int) -> None:
    assert number(text) == value


VOCABULARY = Vocabulary(
    {
        "actors": (
            Term(id="jiefanghui", zh="街坊会", en="Neighbours' club"),
            Term(id="council", zh="会", en="Council"),
        ),
        "forms": (Term(id="club", zh="俱乐部", en="Club", aliases=("街坊会", "AI")),),
        "places": (Place(id="jiujiang", zh="九江镇", en="Jiujiang", level="town"),),
        "organisations": (Term(id="federation", zh="九江镇街坊会联合会", en="Federation"),),
    }
)


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("九江镇的街坊会与街坊会", [("places", 0), ("forms", 4), ("actors", 4)]),
        ("九江镇街坊会联合会", [("places", 0), ("organisations", 0)]),
        ("开会", []),
        ("MAIN与AI", [("forms", 5)]),
    ],
)
def test_tags(text: str, expect: list[tuple[str, int]]) -> None:
    assert [(tag.facet, tag.start) for tag in extractor(VOCABULARY).tags(text)] == expect
