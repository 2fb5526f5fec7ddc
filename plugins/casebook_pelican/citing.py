"""Citations of a page as its template shows them, with patterns from which a script makes those of its parts."""

from collections.abc import Callable
from typing import NamedTuple

from casebook.citing import FORMATS, Casebook, Cited, citations
from casebook.library import Library
from casebook.model.values import Struct
from casebook.views.entries import CaseView
from casebook.views.method_page import MethodView

# Marks in patterns, characters that no text may have: a part and its anchor; year, month and day on which it is looked
# at; the address of the page, where the site does not know its own. A script has the same (page/citing.js).
PART, ANCHOR, ACCESSED, PAGE = "\ue000", "\ue001", "\ue002-\ue003-\ue004", "\ue005"


class Citation(NamedTuple):
    """A citation in a format: `text` of the page, `page` and `part` as patterns with marks."""

    format: str
    text: str
    page: str
    part: str


def citing(library: Library, address: str) -> Callable[[Struct], list[Citation]]:
    """What makes the citations of the page of a case or method."""
    casebook = Casebook(library.collection.site.name, "zh-CN")

    def cited(view: CaseView | MethodView) -> list[Citation]:
        url = f"{address}/{view.canonical}" if address else PAGE
        key = "casebook-" + view.canonical.strip("/").replace("/", "-")
        whole = Cited(key, view.title, url, view.cited)
        part = Cited(
            f"{key}-{ANCHOR}", library.words("cite_part", part=PART, page=view.title), f"{url}#{ANCHOR}", view.cited
        )
        texts = citations(casebook, whole._replace(url=f"{address}/{view.canonical}"))
        pages, parts = (citations(casebook, one, ACCESSED) for one in (whole, part))
        return [Citation(name, texts[name], pages[name], parts[name]) for name in FORMATS]

    return cited  # type: ignore[return-value]
