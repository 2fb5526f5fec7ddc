"""The templates of the theme: what a page takes to render is what differs between pages, and nothing else.

Macros are made once for all pages: they are imported without a context, and all that they know besides their arguments
is the same for the whole site. So is the way to its root, for which a mark stands until the page is whole.

`x.name` is what a record has, and one that has no such thing is a mistake; `x["name"]` is an item of a mapping, or what
a record may not have.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # escapes strings, in C

_CALLS = 256  # with constants alone, that are remembered: a theme has a few dozen
ROOT = "\0"  # no text has this character: what has is refused at the door (casebook/characters.py)


def html(value: Any) -> str:
    """What `escape` gives, as far as it matters to whoever joins it: most values are text without a sign of HTML."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)


class _Generator(CodeGenerator):
    """Makes code that does at once what Jinja looks up first, hundreds of times a page.

    Values are escaped by `html`, attributes are Python's, and what is called is called: nothing of ours asks for a
    context.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.html(")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - as Jinja names it, and below
        if frame.buffer is None and len(node.nodes) > 1:
            frame = frame.copy()
            frame.buffer = "yield environment.pieces"
        super().visit_Output(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs:
            self.fail("write down what is given: neither * nor **", node.lineno)
        only_values = node.args and not (node.kwargs or forward_caller)
        is_once = only_values and all(isinstance(one, nodes.Const) for one in node.args)
        self.write("environment.once(" if is_once else "")
        self.visit(node.node, frame)
        self.write(", " if is_once else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = [argument.name for argument in macro_ref.node.args]
        more = (macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller)
        self.write(f"environment.macro(macro, {getattr(macro_ref.node, 'name', 'caller')!r}, {names!r}, {more!r})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")


_markup: Callable[[str], Markup] = partial(
    str.__new__, Markup
)  # `Markup(text)` looks first whether it has an `__html__`


def macro(
    environment: Environment,
    function: Callable[..., str],
    name: str,
    names: list[str],
    more: tuple[bool, bool, bool],
) -> Callable[..., str]:
    """A macro as a function of its arguments; the function that Jinja makes of it takes all of them, in their order."""
    if any(more):
        return Macro(environment, function, name, names, *more)
    count = len(names)

    def called(*values: Any, **named: Any) -> str:
        if named or len(values) != count:
            rest = [named.pop(one, missing) for one in names[len(values) :]]
            if named or len(values) > count:
                raise TypeError(
                    f"the macro {name} takes {', '.join(names)}, and was given {len(values)} values, {[*named]}"
                )
            values = (*values, *rest)
        return _markup(function(*values))

    return called


class _Pieces:
    """Stands where macros have the list to which what they say is added: of a page that is handed on.

    What stands side by side is one piece, since each goes through all templates that a page extends.
    """

    extend = staticmethod("".join)


class _Nothing(Undefined):
    """An item that is not there; a name that nobody gives is a mistake, such as that of a page within a macro."""

    def __init__(self, hint: str | None = None, obj: Any = missing, *args: Any, **named: Any) -> None:
        super().__init__(hint, obj, *args, **named)
        if obj is missing:
            self._fail_with_undefined_error()


class _Environment(Environment):
    code_generator_class = _Generator
    html = staticmethod(html)
    macro = macro
    pieces = _Pieces
    once: Callable[..., str]  # what a function says of constants: macros, words and names of assets say always the same
    module: Callable[[str], Any]  # a template whose macros, and what else stands in it, are made once


def environment(folder: Path, compiled: Path, options: Mapping[str, Any]) -> Environment:
    """The templates of a folder, none of them looked at again; links in them begin with `ROOT`.

    Python of them is kept in the folder `compiled`, by what made it, and how.
    """
    compiled.mkdir(parents=True, exist_ok=True)
    made_by = f"{version('jinja2')} {sorted(options.items())}"
    maker = hashlib.sha256(Path(__file__).read_bytes() + made_by.encode()).hexdigest()[:10]
    made = _Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=FileSystemBytecodeCache(str(compiled), f"{maker}-%s"),
        auto_reload=False,
        cache_size=-1,
        undefined=_Nothing,
        **options,
    )
    made.once = lru_cache(_CALLS, typed=True)(lambda function, *values: function(*values))
    made.module = cache(lambda name: made.get_template(name).module)
    made.globals["SITEURL"] = ROOT
    return made
