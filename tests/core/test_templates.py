"""Templates as pages need them: macros made once, links from wherever a page is, and nothing that escapes escaping."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError, UndefinedError, meta
from markupsafe import Markup, escape

from casebook_pelican.rendering import references
from casebook_pelican.templates import ROOT, environment, html
from tests.conftest import ROOT as PROJECT

LINK = '{% macro link(url) %}<a href="{{ SITEURL }}/{{ url }}">{{ made() }}</a>{% endmacro %}\n{% set once %}{{ made() }}{% endset %}'
TAG = "{% macro tag(url) %}<i>{{ made(url) }}</i>{% endmacro %}"
PAGE = '{% from "link.html" import link, once %}{{ link(view.url) }} {{ once }} {{ view.note }}'


@pytest.fixture
def templates(tmp_path: Path) -> Environment:
    for name, text in {"link.html": LINK, "page.html": PAGE, "tag.html": TAG}.items():
        (tmp_path / name).write_text(text)
    return environment(tmp_path, tmp_path / "compiled", {"autoescape": True})


def said(templates: Environment, **view: Any) -> str:
    return templates.get_template("page.html").render(view=SimpleNamespace(**view))


@given(st.one_of(st.text(), st.text("<>&'\"a"), st.text().map(Markup), st.integers(), st.floats(), st.none()))
def test_values_are_escaped_as_by_markupsafe(value):
    assert html(value) == escape(value)


def test_every_value_of_a_page_is_escaped(templates):
    templates.globals["made"] = lambda: Markup("<b>")
    assert said(templates, url="?a&b", note="<i>") == f'<a href="{ROOT}/?a&amp;b"><b></a> <b> &lt;i&gt;'


def test_templates_ask_python_at_once(templates):
    """Which leans on inner methods of Jinja: another release may call them otherwise."""
    text = """{% from "link.html" import link %}
{% macro note(text) %}{{ text.title }}{{ link(text.url) }}{{ view.note("a", b=1) }}{% endmacro %}{{ note(view) }}"""
    made = templates.compile(text, raw=True)
    assert "environment.html(" in made
    assert {way for way in (".call(", ".getattr(", "get_template(", "Macro(", " escape(") if way in made} == set()


def test_what_was_compiled_with_other_options_is_not_used(tmp_path):
    (tmp_path / "page.html").write_text("{% if view %}\n{{ view.note }}{% endif %}")
    pages = [
        environment(tmp_path, tmp_path / "compiled", {"autoescape": True, "trim_blocks": is_trimmed})
        .get_template("page.html")
        .render(view=SimpleNamespace(note="x"))
        for is_trimmed in (True, False)
    ]
    assert pages == ["x", "\nx"]


def test_what_is_the_same_on_all_pages_is_made_once(templates):
    calls: list[int] = []
    templates.globals["made"] = lambda: calls.append(1) or len(calls)
    pages = [said(templates, url="x", note="") for _ in range(3)]
    assert [page.split()[-1] for page in pages] == ["1", "1", "1"]
    assert len(calls) == 4  # once for `once`, and in every link


def test_what_a_record_does_not_have_is_a_mistake_unless_it_is_asked_for_as_an_item(templates):
    templates.globals["made"] = lambda: ""
    with pytest.raises(AttributeError, match="'note'"):
        said(templates, url="x")
    may = templates.from_string('{{ view["note"] }}{% if view["note"] %}!{% endif %}{{ of["a"] }}{{ of["b"] }}')
    assert may.render(view=SimpleNamespace(url="x"), of={"a": "<"}) == "&lt;"


@pytest.mark.parametrize(
    ("call", "made"),
    {
        "m(1)": "1-x",
        "m(b=2, a=1)": "1-2",
        "m(1, 2)": "1-2",
        "m(1, b='<')": "1-&lt;",
        "n(1, 2)": "3",
        "m(1, 2, 3)": None,
        "m(1, c=2)": None,
        "m(1, a=2)": None,
        "m()": None,
    }.items(),
)
def test_a_macro_takes_what_it_names(templates, call, made):
    text = (
        "{% macro m(a, b='x') %}{{ a }}-{{ b }}{% endmacro %}{% macro n() %}{{ varargs | sum }}{% endmacro %}{{ CALL }}"
    )
    page = templates.from_string(text.replace("CALL", call))
    if made is None:
        with pytest.raises((TypeError, UndefinedError)):
            page.render()
    else:
        assert page.render() == made


def test_what_stands_within_a_call_is_html(templates):
    text = "{% macro box(title) %}<b>{{ title }}{{ caller() }}</b>{% endmacro %}{% call box('<') %}<i>{{ '>' }}{% endcall %}"
    assert templates.from_string(text).render() == "<b>&lt;<i>&gt;</b>"


def test_what_is_called_with_constants_is_called_once(templates):
    calls: list[str] = []
    templates.globals["made"] = lambda *url: calls.append(*url) or Markup("!")
    page = templates.from_string("{% from 'tag.html' import tag %}{{ tag('a') }}{{ tag('a') }}{{ tag(view) }}")
    assert {page.render(view=view) for view in "ab"} == {"<i>!</i><i>!</i><i>!</i>"}
    assert calls == ["a", "a", "b"]


def test_what_is_given_is_written_down(templates):
    with pytest.raises(TemplateSyntaxError):
        templates.from_string("{{ link(*view.urls) }}")


def test_a_macro_that_asks_for_what_nobody_gives_fails(templates):
    """Such as for the view of a page: macros know their arguments, and what is the same on all pages."""
    with pytest.raises(UndefinedError, match="'made' is undefined"):
        said(templates, url="x", note="")


def test_no_macro_is_made_for_a_page():
    """Made with the context of a page, it would be made for each anew."""
    theme = PROJECT / "theme" / "templates"
    imports = [line for path in theme.rglob("*.html") for line in path.read_text().split("\n") if "{% from" in line]
    assert imports
    assert [line for line in imports if "with context" in line] == []


def test_what_templates_name_is_what_jinja_finds():
    env = Environment(autoescape=True)
    for path in (PROJECT / "theme" / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert references(text) == set(meta.find_referenced_templates(env.parse(text))), path
