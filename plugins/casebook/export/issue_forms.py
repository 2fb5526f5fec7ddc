"""The issue forms of GitHub: the same questions as in the browser, for whoever is signed in there.

They name no terms, so that a vocabulary can grow without them; an editor picks these.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from casebook.library import Library
from casebook.views.questions import TOLD, Question, questions
from casebook.views.report import KINDS, report_fields

FOLDER = ".github/ISSUE_TEMPLATE"
_SHORT = frozenset(("line", "period", "terms"))  # answered in a line
_WIDE = 10_000  # characters of a line: none is folded
Element = dict[str, Any]


def issue_forms(library: Library) -> Mapping[str, str]:
    """File name -> text of each form."""
    words = library.words
    return {
        "case.yml": _form(words.form_title, words.issue_case, _of_case(library)),
        "report.yml": _form(words.report_title, words.report_description, _of_report(library)),
    }


def _form(name: str, description: str, body: Iterator[Element]) -> str:
    form = {"name": name, "description": description, "body": list(body)}
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=_WIDE)


def _of_case(library: Library) -> Iterator[Element]:
    yield {"type": "markdown", "attributes": {"value": library.words.issue_case_privacy}}
    for one in questions(library):
        if not one.is_further:
            yield _question(one, library)


def _question(one: Question, library: Library) -> Element:
    """A question; what stands in a row is asked for on a line each."""
    parts = library.words.text_comma.join(part.ask for part in one.rows if part.id != TOLD and part.when != TOLD)
    hint = one.hint + (library.words("issue_rows", parts=parts) if parts else "")
    return _element("input" if one.control in _SHORT else "textarea", one.id, one.ask, hint, required=one.is_required)


def _of_report(library: Library) -> Iterator[Element]:
    words = library.words
    yield {"type": "markdown", "attributes": {"value": words.issue_report_public}}
    kinds = [words[f"report_kind_{one}"] for one in KINDS]
    yield _element("dropdown", "kind", words.report_kind, "", required=True, options=kinds)
    for one in report_fields(library):
        if one.id != "contact":  # what is told there is public
            kind = "textarea" if one.is_long else "input"
            yield _element(kind, one.id, one.ask, one.hint, required=one.id == "page")


def _element(kind: str, id: str, label: str, description: str, *, required: bool, **more: object) -> Element:
    told = {"label": label, **({"description": description} if description else {}), **more}
    return {"type": kind, "id": id.replace("_", "-"), "attributes": told, "validations": {"required": required}}
