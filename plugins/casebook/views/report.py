"""The view of the form in which a reader tells of a mistake, or asks for something to be taken down."""

from casebook.addresses import CONTRIBUTE
from casebook.library import Library
from casebook.model.values import Struct
from casebook.views.addresses import home_link
from casebook.views.form import Ways, guide_of, ways
from casebook.views.questions import Option
from casebook.views.records import View
from casebook.views.site_page import SitePage

REPORT = f"{CONTRIBUTE}/report/"
KINDS = ("mistake", "removal", "other")  # what is told of; words say each


class ReportField(Struct):
    """A field of the report: what it asks, and whether it takes more than a line."""

    id: str
    ask: str
    hint: str
    is_long: bool = False


class ReportView(View):
    """The form; `kinds` are what a reader may want, `fields` what is asked of it, `ways` where the report goes."""

    template: str = "report.html"
    kinds: tuple[Option, ...]
    fields: tuple[ReportField, ...]
    ways: Ways


def report_view(library: Library) -> ReportView:
    """The form."""
    words, guide = library.words, guide_of(library)
    return ReportView(
        url=REPORT,
        title=words.report_title,
        description=words.report_description,
        crumbs=(home_link(library), *((guide,) if guide else ())),
        kinds=tuple(Option(value=one, text=words[f"report_kind_{one}"]) for one in KINDS),
        fields=report_fields(library),
        ways=ways(library),
    )


def report_fields(library: Library) -> tuple[ReportField, ...]:
    """What is asked; page and sentence are filled in where the reader comes from."""
    words = library.words
    return (
        ReportField(id="page", ask=words.report_page, hint=words.report_page_hint),
        ReportField(id="words", ask=words.report_words, hint=words.report_words_hint, is_long=True),
        ReportField(id="right", ask=words.report_right, hint=words.report_right_hint, is_long=True),
        ReportField(id="proof", ask=words.report_proof, hint=words.report_proof_hint),
        ReportField(id="contact", ask=words.report_contact, hint=words.report_contact_hint),
    )


PAGES = (SitePage(REPORT, report_view, title="report_title", name="report_label", overview=10),)
