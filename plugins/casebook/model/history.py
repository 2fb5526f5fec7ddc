"""The records of what changed: between two versions of a page, on a day, and in all the time that is kept."""

from collections.abc import Mapping
from typing import Literal

from casebook.model.values import Kind, Record

Verb = Literal["added", "corrected", "removed"]
Event = Literal["new", "changed", "moved", "gone"]  # what became of a page on a day


class Change(Record):
    """One thing that is told otherwise than before: `of` names it, `where` is the heading that it stands under.

    `of` is a key of the front matter, or `text`, `figure` (a sentence whose numbers differ), `part` (a heading with all
    below it), `evidence`. `count` says how many of them.
    """

    verb: Verb
    of: str
    where: str = ""
    before: str = ""
    after: str = ""
    count: int = 1


class PageChange(Record):
    """What became of a page on a day (ISO). `changes` are the most telling; `counts` has how many there are of each.

    `former` is the slug that a page had before it moved.
    """

    day: str
    kind: Kind
    slug: str
    title: str
    event: Event
    former: str = ""
    changes: tuple[Change, ...] = ()
    counts: Mapping[Verb, int] = {}


class History(Record):
    """All changes, the latest first; `kept` says how much of the history this copy has: if not all, there are none."""

    kept: Literal["all", "part", "nothing"] = "nothing"
    changes: tuple[PageChange, ...] = ()
