"""The draft of a case as text: front matter and body."""

import datetime

from casebook.articles import Article
from casebook.drafting.body import body
from casebook.drafting.finding import WHOLE, found
from casebook.drafting.found import Found
from casebook.drafting.front import front
from casebook.drafting.settling import settled
from casebook.library import Library
from casebook.model.values import Struct
from casebook.reading.todos import TODO
from casebook.wrong import Wrong


class DraftText(Struct):
    """The draft of a case: a name for its file, its text, and what was found."""

    slug: str
    text: str
    found: Found


def drafted(article: Article, library: Library, today: datetime.date, only: int = WHOLE) -> DraftText | Wrong:
    """The draft of a case from an article, or one of its stories, which `check` accepts; Wrong if it is no case."""
    read = found(article, library, today, only)
    if isinstance(read, Wrong):
        return read
    read = settled(read, library, lambda one: written(one, library, today))
    return DraftText(slug=read.slug, text=written(read, library, today), found=read)


def told_of(draft: DraftText) -> str:
    """In one line what a draft has and what it asks."""
    found = draft.found
    counts = {
        "个地点": sum(place.is_main for place in found.places),
        "个机构": len(found.bodies),
        "个数字": len(found.figures),
        "步": len(found.steps),
        "处待办": len(TODO.findall(draft.text)),
    }
    return "、".join(f"{number} {what}" for what, number in counts.items())


def written(read: Found, library: Library, today: datetime.date) -> str:
    """The text of a draft."""
    head = front(read, today, library.vocabulary)
    return f"---\n{head}\n---\n\n{body(read, library.collection.sections)}"
