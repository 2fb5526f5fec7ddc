"""The view of the form in which a case is written in the browser, and where it can be handed in."""

from collections.abc import Iterator
from typing import NamedTuple

from casebook.addresses import CONTRIBUTE, FORM, entry_url
from casebook.library import Library
from casebook.model.values import Struct
from casebook.views.addresses import home_link
from casebook.views.questions import Question, options_of, questions
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

DATA = "form/"  # the folder of what a browser loads to check a case


class _Host(NamedTuple):
    """A host of repositories: its name, its pages for new files and issues, and whether these take a text."""

    name: str
    new: str
    issue: str
    takes_text: bool = False


_HOSTS = {
    "github.com": _Host(
        "GitHub", "{repository}/new/{branch}/{folder}/cases", "{repository}/issues/new", takes_text=True
    ),
    "gitee.com": _Host("Gitee", "{repository}/new/{branch}/{folder}/cases", "{repository}/issues/new"),
}


class Ways(Struct):
    """Where a text can be handed in: a mailbox, a host's pages for new files and for issues; each may be empty."""

    mail: str = ""
    host: str = ""
    new: str = ""
    issue: str = ""
    takes_text: bool = False


class FormView(View):
    """The form: its questions, what a figure may count as, and where the case can be handed in."""

    template: str = "form.html"
    questions: tuple[Question, ...]
    choices: tuple[Question, ...]
    ways: Ways
    guide: Link | None


def form_view(library: Library) -> FormView:
    """The form."""
    guide = guide_of(library)
    return FormView(
        url=FORM,
        title=library.words.form_title,
        description=library.words.form_description,
        crumbs=(home_link(library), *((guide,) if guide else ())),
        questions=questions(library),
        choices=tuple(_choices(library)),
        ways=ways(library),
        guide=guide,
    )


def _choices(library: Library) -> Iterator[Question]:
    """What may be said of a figure that was read otherwise: what it counts, its scope and, of money, its kind."""
    words = library.words
    asked = {"indicator": words.form_ask_indicator, "scope": words.form_ask_scope, "money": words.form_ask_money}
    for name, facet in {"indicator": "indicators", "scope": "scopes", "money": "money-kinds"}.items():
        if options := options_of(library, facet):
            yield Question(id=name, control="choice", ask=asked[name], hint="", options=options)


def guide_of(library: Library) -> Link | None:
    """The page of the collection that tells how to contribute, if it has one."""
    page = library.pages.get(CONTRIBUTE)
    return Link(text=page.front.label or page.front.title, url=entry_url(page)) if page else None


def ways(library: Library) -> Ways:
    """Where a case of this collection can be handed in."""
    given = library.collection.site.contribute
    host = _HOSTS.get(given.repository.removeprefix("https://").partition("/")[0])
    if host is None:
        return Ways(mail=given.mail)
    new = host.new.format(repository=given.repository, branch=given.branch, folder=given.folder)
    issue = host.issue.format(repository=given.repository)
    return Ways(mail=given.mail, host=host.name, new=new, issue=issue, takes_text=host.takes_text)


PAGES = (SitePage(FORM, form_view, title="form_title", name="form_label", footer=78, overview=9),)
