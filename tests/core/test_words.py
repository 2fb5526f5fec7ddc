"""The words of the interface: one file a language, whose ids are what templates, views and scripts use, and all of it."""

import ast
import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from jinja2 import Environment, nodes
from jinja2.lexer import TOKEN_COMMENT
from markupsafe import Markup

from casebook.words import Words, modules, places, words_in
from casebook_pelican.words import marked
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "theme" / "static" / "js").rglob("*.js"))
CORE = ROOT / "plugins" / "casebook"
TABLES = ("SitePage", "Facet", "_structure")  # rows of tables, which name words ...
DECLARED = ("title", "name", "searched", "filter_name", "way_name")  # ... by these
READERS = sorted(path for folder in ("library", "views", "export", "search") for path in (CORE / folder).rglob("*.py"))
READERS.append(CORE / "facets.py")
SHOWN = [path for path in READERS if path.relative_to(CORE).parts[0] not in ("library", "facets.py")]
FILE = CORE / "words" / "zh.json"
WRITTEN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’]")  # Chinese characters and punctuation


class Asked(NamedTuple):
    """One place where a word is asked for: its id, or what the id begins with; the names of the values, if told."""

    path: Path
    name: str
    is_start: bool
    values: frozenset[str] | None


# Language, not words of the interface: tables made from how texts are written, by file and name.
LANGUAGE = {
    ("views/axes.py", "_EASILY_TAKEN"): "units as texts write them",
    ("views/axes.py", "_SEVERAL"): "units as texts write them",
    ("views/axes.py", "_TEN_THOUSAND"): "a numeral",
    ("views/caveats.py", "_NO_DATE"): "marks of a date behind a number",
    ("views/figures.py", "_LEADS_ON"): "marks at the end of a sentence",
    ("views/phrases.py", "_BEFORE"): "marks that may not begin a line",
    ("views/phrases.py", "_AFTER"): "marks that may not end one",
    ("views/pointers.py", "_POINTER"): "brackets that point to a method",
    ("views/pointers.py", "_BETWEEN"): "what stands between two links",
    ("views/spread.py", "TAKEN"): "units as texts write them",
    ("views/strip.py", "_DAYS"): "units as texts write them",
    ("views/strip.py", "PERSONS"): "a kind of units",
}
LANGUAGE_OF_SCRIPTS = ("static/js/query/language.js", "static/js/form/language.js")  # in files of their own


# ---- the words themselves


def test_a_word_and_its_values():
    words = Words({"case_where": "在哪里", "case_steps": "{count} 步"})
    assert words.case_where == words("case_where") == "在哪里"
    assert words("case_steps", count=3) == "3 步"


@pytest.mark.parametrize(
    ("name", "values"),
    [("nowhere", {}), ("case_steps", {}), ("case_steps", {"count": 3, "more": 1}), ("case_where", {"count": 3})],
    ids=["unknown", "missing", "surplus", "no place"],
)
def test_a_wrong_question_is_an_error(name, values):
    words = Words({"case_where": "在哪里", "case_steps": "{count} 步"})
    with pytest.raises(ValueError, match=name):
        words(name, **values)


@pytest.mark.parametrize("name", ["nowhere", "case_steps"])
def test_only_plain_words_are_attributes(name):
    with pytest.raises(AttributeError, match=name):
        getattr(Words({"case_steps": "{count} 步"}), name)


def test_templates_get_html_that_escapes_values():
    words = marked(Words({"a": "{link} & {name}"}))
    said = words("a", link=Markup("<a>x</a>"), name="<b>")
    assert said == Markup("<a>x</a> &amp; &lt;b&gt;")


@pytest.mark.parametrize("source", ["{{ words.nowhere }}", "{{ words('nowhere') }}"])
def test_a_template_that_asks_for_an_unknown_word_fails(source):
    template = Environment(autoescape=True).from_string(source)
    with pytest.raises(ValueError, match="nowhere"):
        template.render(words=words_in("zh"))


# ---- the file


def test_the_file_is_sorted_and_its_keys_are_identifiers_that_begin_with_the_room():
    text = FILE.read_text(encoding="utf-8")
    texts = json.loads(text)
    assert text == json.dumps(dict(sorted(texts.items())), ensure_ascii=False, indent=2) + "\n"
    assert [name for name in texts if name != "lang" and not re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", name)] == []
    assert [name for name, value in texts.items() if not (isinstance(value, str) and value)] == []


def test_the_file_comes_with_the_package():
    assert words_in("zh").lang == "zh-Hans"


def test_scripts_get_a_module_a_room():
    found = modules(Words({"case_where": "在哪里", "case_quoted": "“{text}”\n", "lang": "zh-Hans"}))
    assert found["case.js"] == 'export const case_quoted = "“{text}”\\n";\nexport const case_where = "在哪里";\n'
    assert found["index.js"] == 'export * from "./case.js";\nexport * from "./lang.js";\n'
    assert json.loads(found["package.json"])["sideEffects"] is False  # else a page would load the words of all others


# ---- who uses it


def in_template(path: Path) -> Iterator[Asked]:
    tree = Environment().parse(path.read_text(encoding="utf-8"))
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for call in tree.find_all(nodes.Call):
        if is_words(call.node):
            yield from asked(path, call.args[0], frozenset(value.key for value in call.kwargs))
    for one in tree.find_all((nodes.Getattr, nodes.Getitem)):
        if id(one) not in called and is_words(one.node):
            key = nodes.Const(one.attr) if isinstance(one, nodes.Getattr) else one.arg
            yield from asked(path, key, frozenset())


def is_words(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "words"


def asked(path: Path, key: nodes.Node, values: frozenset[str]) -> Iterator[Asked]:
    """`"case_where"`; the one or the other; or `"case_" ~ x`, which asks for whatever begins so."""
    if isinstance(key, nodes.CondExpr):
        yield from asked(path, key.expr1, values)
        yield from asked(path, key.expr2, values)
    elif isinstance(key, nodes.Concat):
        yield Asked(path, key.nodes[0].value, True, None)
    else:
        assert isinstance(key, nodes.Const), f"{path.name}:{key.lineno} asks for a word by no constant"
        yield Asked(path, key.value, False, values)


def in_python(path: Path) -> Iterator[Asked]:
    text = path.read_text(encoding="utf-8")
    tree, names = ast.parse(text), {"library.words"}
    if "casebook.words" in text or re.search(r"\bwords\b.* = .*library\.words", text):
        names.add("words")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TABLES:
            declared = (
                value.value.value
                for value in node.keywords
                if value.arg in DECLARED and isinstance(value.value, ast.Constant) and value.value.value
            )
            yield from (Asked(path, name, False, frozenset()) for name in declared)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in names:
            yield from asked_in_python(path, node.args[0], frozenset(str(value.arg) for value in node.keywords))
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) in names:
            yield from asked_in_python(path, node.slice, frozenset())
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in names:
            yield Asked(path, node.attr, False, frozenset())


def asked_in_python(path: Path, key: ast.expr, values: frozenset[str]) -> Iterator[Asked]:
    """`"case_where"`; the one or the other; `f"case_{x}"`, which asks for whatever begins so; what a table declares."""
    if isinstance(key, ast.IfExp):
        yield from asked_in_python(path, key.body, values)
        yield from asked_in_python(path, key.orelse, values)
    elif isinstance(key, ast.JoinedStr):
        yield Asked(path, ast.literal_eval(key.values[0]), True, None)
    elif isinstance(key, ast.Attribute) and key.attr in DECLARED:
        return
    else:
        assert isinstance(key, ast.Constant), f"{path.name}:{key.lineno} asks for a word by no constant"
        yield Asked(path, key.value, False, values)


def in_script(path: Path) -> Iterator[Asked]:
    """What is imported from "words", and the values that `filled` gets at once."""
    text = path.read_text(encoding="utf-8")
    for names in re.findall(r"import\s*\{([^}]*)\}\s*from\s*\"words\"", text):
        for name in filter(None, (one.strip() for one in names.split(","))):
            yield Asked(path, name, False, None)
    for name, values in re.findall(r"\bfilled\(\s*(\w+),\s*\{([^{}]*)\}", text):
        if name in words_in("zh").texts:
            keys = frozenset(re.match(r"\s*(\w+)", one)[1] for one in values.split(",") if one.strip())
            yield Asked(path, name, False, keys)


@pytest.fixture(scope="module")
def every() -> list[Asked]:
    """All words that are asked for."""
    return [
        *(one for path in TEMPLATES for one in in_template(path)),
        *(one for path in (*READERS, CORE / "dataset" / "archive.py") for one in in_python(path)),
        *(one for path in SCRIPTS for one in in_script(path)),
    ]


TEXTS = words_in("zh").texts


def test_every_word_that_is_asked_for_is_in_the_file(every):
    missing = [
        f"{one.path.relative_to(ROOT)}: {one.name}"
        for one in every
        if not (any(name.startswith(one.name) for name in TEXTS) if one.is_start else one.name in TEXTS)
    ]
    assert missing == []


def test_every_word_of_the_file_is_asked_for(every):
    exact = {one.name for one in every if not one.is_start}
    starts = tuple({one.name for one in every if one.is_start})
    assert [name for name in TEXTS if name not in exact and not name.startswith(starts)] == []


def test_words_are_given_the_values_that_they_have_places_for(every):
    wrong = [
        f"{one.path.relative_to(ROOT)}: {one.name} has {sorted(places(TEXTS[one.name]))}, gets {sorted(one.values)}"
        for one in every
        if one.values is not None and one.name in TEXTS and places(TEXTS[one.name]) != one.values
    ]
    assert wrong == []


# ---- and nobody has words of his own


def literals_of_template(path: Path) -> Iterator[str]:
    for line, kind, text in Environment().lex(path.read_text(encoding="utf-8")):
        if kind != TOKEN_COMMENT and WRITTEN.search(text):
            yield f"{line}: {text.strip()}"


def literals_of_python(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(CORE).as_posix()
    exempt = {id(part) for node in tree.body if is_language(name, node) for part in ast.walk(node)}
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and is_text(node)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docstrings | exempt else None
        if isinstance(text, str) and WRITTEN.search(text):
            yield f"{node.lineno}: {text}"


def is_language(name: str, node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and (name, ast.unparse(node.targets[0])) in LANGUAGE


def is_text(node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant)


def literals_of_script(path: Path) -> Iterator[str]:
    """Strings, templates and regular expressions: whatever is left without comments."""
    token = re.compile(r"//[^\n]*|/\*.*?\*/|(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)", re.DOTALL)
    code = token.sub(lambda found: found[1] or "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"))
    for line, text in enumerate(code.splitlines(), 1):
        if WRITTEN.search(text):
            yield f"{line}: {text.strip()}"


LITERALS = {
    **{path.relative_to(ROOT / "theme").as_posix(): partial(literals_of_template, path) for path in TEMPLATES},
    **{path.relative_to(CORE).as_posix(): partial(literals_of_python, path) for path in SHOWN},
    **{path.relative_to(ROOT / "theme").as_posix(): partial(literals_of_script, path) for path in SCRIPTS},
}


@pytest.mark.parametrize("name", [name for name in LITERALS if name not in LANGUAGE_OF_SCRIPTS])
def test_nothing_that_is_shown_is_written_in_code(name):
    assert list(LITERALS[name]()) == []


def test_tables_of_scripts_are_chinese():
    assert all(list(LITERALS[name]()) for name in LANGUAGE_OF_SCRIPTS)


@pytest.mark.parametrize(("name", "table"), LANGUAGE)
def test_tables_of_the_language_are_there_and_chinese(name, table):
    assert WRITTEN.search(re.search(rf"^{table} = (.*)", (CORE / name).read_text(encoding="utf-8"), re.MULTILINE)[1])
