"""The templates of the theme: what a page takes to render is what differs between pages, and nothing else.

Macros are made once for all pages: they are imported without a context, and all that they know besides their arguments
is the same for the whole site. So is the way to its root, for which a mark stands until the page is whole.
"""

import hashlib
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, Template, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

ROOT = "\0"  # no text has this character: what has is refused at the door (casebook/characters.py)


def html(value: Any) -> str:
    """What `escape` gives, as far as it matters to whoever joins it: most values are text without a sign of HTML."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Generator(CodeGenerator):
    """Makes code that escapes by `html`, four times as fast as by `escape`; a page has hundreds of values."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.html(")


class _Template(Template):
    """A template whose macros are made once: no page has globals of its own, which Jinja would look for."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        return super()._get_default_module()


class _Nothing(Undefined):
    """What a record does not have; a name that nobody gives is a mistake, such as that of a page within a macro."""

    def __init__(self, hint: str | None = None, obj: Any = missing, *args: Any, **named: Any) -> None:
        super().__init__(hint, obj, *args, **named)
        if obj is missing:
            self._fail_with_undefined_error()


class _Environment(Environment):
    code_generator_class = _Generator
    template_class = _Template
    html = staticmethod(html)


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
    made.globals["SITEURL"] = ROOT
    return made
