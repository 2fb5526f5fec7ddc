"""Changes as they are shown: pages by their titles, and of a long sentence what differs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from casebook.model.history import Change

LONGEST = 160  # characters of a sentence that is shown
ENTRIES = ("methods", "part_of", "broader", "related")  # keys whose values are names of files
_BARE = re.compile(r"\[\[([^\[\]]*)\]\]")
_LEAD = 40  # characters before what differs, where a long sentence begins later


class BareNames(Mapping[str, str]):
    """The text of a link that has none of its own, by the file it leads to: what that is called is not told here."""

    def __getitem__(self, slug: str) -> str:
        return bare(slug)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def bare(slug: str) -> str:
    """The name of a file in the text of a change."""
    return f"[[{slug}]]"


def shown(found: Iterable[Change], titles: Mapping[str, str]) -> tuple[Change, ...]:
    """The changes with titles of pages; those that only call a page by another of its names are none.

    `titles` has the names that pages had before, too.
    """
    named = [_named(one, titles) for one in found]
    both = _texts(named, "removed") & _texts(named, "added")
    told = (one for one in named if one.before != one.after or not one.before)
    return tuple(_cut(one) for one in told if one.verb == "corrected" or (one.before or one.after) not in both)


def _named(change: Change, titles: Mapping[str, str]) -> Change:
    before, after = (
        _BARE.sub(lambda name: titles.get(name[1], name[1]), text) for text in (change.before, change.after)
    )
    return change.model_copy(update={"before": before, "after": after})


def _texts(changes: Sequence[Change], verb: str) -> Set[str]:
    return {one.before or one.after for one in changes if one.verb == verb and one.of in ("text", *ENTRIES)}


def _cut(change: Change) -> Change:
    both = enumerate(zip(change.before, change.after, strict=False))
    differs = next((at for at, (was, now) in both if was != now), 0)
    before, after = (_short(text, differs) for text in (change.before, change.after))
    return change.model_copy(update={"before": before, "after": after})


def _short(text: str, differs: int) -> str:
    """A text of at most LONGEST characters around the place where it differs."""
    if len(text) <= LONGEST:
        return text
    start = 0 if differs < LONGEST - _LEAD else min(differs - _LEAD, len(text) - LONGEST)
    rest = f"…{text[start + 1 :]}" if start else text
    return rest if len(rest) <= LONGEST else f"{rest[: LONGEST - 1]}…"
