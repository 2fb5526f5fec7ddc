"""A Library of invented cases, of any size, made without reading a file."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from casebook.library import Library
from casebook.model.front import CaseFront, MethodFront
from casebook.model.records import Case, Method, Metric, Step, WrittenLink
from casebook.model.terms import Place
from casebook.vocabulary import Vocabulary

THEMES, INDICATORS, ORGANISATIONS = 25, 40, 400
DISTRICTS, TOWNS = 30, 8  # towns of each district
METHODS, STEPS = 30, 6  # steps of each method
_DESCRIBED = {"title": "标题", "title_en": "Title", "summary": "摘要", "added": "2026-11-22"}


def library(cases: int) -> Library:
    """A Library of so many cases, the same for the same number. A few themes, methods and districts are very common."""
    chance = random.Random(cases)  # noqa: S311 - nothing secret
    methods = {f"method-{number}": _method(number) for number in range(METHODS)}
    invented = {f"case-{number:05}": _case(number, chance) for number in range(cases)}
    places = Vocabulary({"places": tuple(_places())})
    return Library(vocabulary=places, cases=invented, methods=methods, pages={}, bodies={})


def _places() -> Iterator[Place]:
    for district in range(DISTRICTS):
        above = f"district-{district}"
        yield Place(id=above, zh=above, en=above, level="district")
        for town in range(TOWNS):
            name = f"town-{district}-{town}"
            yield Place(id=name, zh=name, en=name, level="town", parent=above)


def _method(number: int) -> Method:
    front = MethodFront.model_validate({**_DESCRIBED, "themes": ("theme-0",)})
    return Method(slug=f"method-{number}", path="", front=front, text="", steps=_steps("stated"))


def _steps(basis: Literal["stated", "narrative"]) -> tuple[Step, ...]:
    return tuple(
        Step(number=n, id=f"step-{n}", title="一步", start=n * 10, end=n * 10 + 10, basis=basis) for n in range(STEPS)
    )


def _common(chance: random.Random, count: int) -> int:
    """A number below `count`, a small one much more often than a large one."""
    return int(count * chance.random() ** 2.5)


def _case(number: int, chance: random.Random) -> Case:
    front = {
        **_DESCRIBED,
        "period": "unknown",
        "places": (f"town-{_common(chance, DISTRICTS)}-{chance.randrange(TOWNS)}",),
        "forms": ("form",),
        "actors": ("actor",),
        "themes": sorted({f"theme-{_common(chance, THEMES)}" for _ in range(3)}),
        "organisations": [{"organisation": f"organisation-{chance.randrange(ORGANISATIONS)}", "role": "lead"}],
        "part_of": f"case-{number - number % 10:05}" if number % 10 and number % 3 == 0 else None,
        "sources": ("source",),
    }
    return Case(
        slug=f"case-{number:05}",
        path="",
        front=CaseFront.model_validate(front),
        text="",
        steps=_steps("narrative"),
        links=tuple(_link(chance, step) for step in range(3)),
        metrics=tuple(_metric(chance, place) for place in range(6)),
    )


def _link(chance: random.Random, step: int) -> WrittenLink:
    """A link to a step of a method, in a step of the case."""
    method, start = f"method-{_common(chance, METHODS)}", step * 10
    name = f"step-{chance.randrange(STEPS)}"
    return WrittenLink(target=method, step=name, text="", start=start, end=start + 1, line=1)


def _metric(chance: random.Random, start: int) -> Metric:
    value = int(10 ** (4 * chance.random()))
    return Metric(
        start=start,
        end=start + 1,
        text=f"{value}人",
        value=Decimal(value),
        value_max=None,
        unit="人",
        qualifier="exact",
        indicator=f"indicator-{_common(chance, INDICATORS)}",
        sentence="",
    )
