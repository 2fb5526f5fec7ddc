"""`new`: a template that names what is missing, and passes once it is filled in."""

import datetime
import re

import pytest

from casebook.__main__ import main
from casebook.collection import Collection
from casebook.files import read_site
from casebook.model.front import CaseFront, MethodFront
from casebook.reading.template import template
from casebook.vocabulary import Vocabulary
from tests.conftest import CANTEENS

FILLED = {
    "title": "新的案例",
    "title_en": "New",
    "summary": "和平镇桃园小区的居民开了3场议事会，定下1份停车公约，20名志愿者巡查21天，电动自行车不再堵住消防通道；停车前后的数量没有统计。",
    "period": "unknown",
    "places": "[和平镇]",
    "forms": "[服务项目]",
    "actors": "[居民]",
    "themes": "[议事协商]",
    "sources": "[heping-report]",
}


def problems(content, slug):
    return [p for p in read_site(content).problems if p.path.endswith(f"{slug}.md")]


@pytest.mark.parametrize(
    ("kind", "folder", "front"), [("case", "cases", CaseFront), ("method", "methods", MethodFront)]
)
def test_new(content, capsys, kind, folder, front):
    assert main(["new", kind, "brand-new", "--content", str(content)]) == 0
    path = content / folder / "brand-new.md"
    text = path.read_text()
    required = {name for name, info in front.model_fields.items() if info.is_required()} - {"added"}
    found = problems(content, "brand-new")
    assert required <= {problem.field for problem in found}
    assert {problem.severity for problem in found if problem.field == "待办"} == {"error"}
    left_out = {"slug", "redirect_from", *read_site(content).library.collection.left_out}
    assert {name for name in front.model_fields if f"{name}:" not in text} == left_out & set(front.model_fields)

    for name in required:
        text = re.sub(rf"(?m)^{name}:$", f"{name}: {FILLED[name]}", text)
    path.write_text(re.sub("〔[^〕]*〕", "写好了。", text))
    assert problems(content, "brand-new") == []


@pytest.mark.parametrize("slug", ["taoyuan-parking", "talk-it-over"])
def test_new_never_takes_a_name_that_is_there(content, capsys, slug):
    assert main(["new", "case", slug, "--content", str(content)]) == 2
    assert "已经有了" in capsys.readouterr().err


def test_new_refuses_a_name_that_is_no_address(content, capsys):
    assert main(["new", "case", "桃园", "--content", str(content)]) == 2
    assert "不能做文件名" in capsys.readouterr().err


def test_optional_keys_work_when_uncommented():
    text = template("case", datetime.date(2026, 11, 22), Collection(), Vocabulary({}))
    assert "# aliases: [停车五步走]" in text
    assert "added: 2026-11-22" in text


def test_examples_of_terms_are_those_of_the_collection():
    library = read_site(CANTEENS).library
    text = template("case", datetime.date(2026, 11, 22), library.collection, library.vocabulary)
    for example in (
        "#   例:[少剩饭, 排菜单]\nthemes:",
        "#   例:[厨师, 值日生]\nactors:",
        "#   例:- {title: 街坊的停车位, publisher: 东莞日报, date: 2020-10-10, grade: b, url: https://…}\nsources:",
        "# key_figures: [剩饭, 就餐人数]",
    ):
        assert example in text
