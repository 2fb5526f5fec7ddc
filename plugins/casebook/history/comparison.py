"""What two versions of a page tell otherwise: sentences by sentences, names by names, evidence by evidence.

A sentence that only stands elsewhere is the same. Of those that differ the ones that share most are one, corrected.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from casebook.history.showing import ENTRIES, bare
from casebook.history.telling import Telling
from casebook.model.history import Change, Verb

_PAIRED = 200  # sentences on either side that are held against each other: each against each
_ALIKE = 0.4  # of the pairs of characters that two sentences have, how many both have if one was made of the other

_LINES = ("title", "title_en", "summary", "summary_en", "period", "part_of")
_NAMES = (
    *("aliases", "places", "themes", "forms", "actors", "beneficiaries", "methods", "sources"),
    *("broader", "related", "organisations"),
)
_NAMING = ("title", "organisation", "role")  # what names an item that is more than a name
_TEXTS = ("caveats", "departures")  # lists of records with a `text`
_NOTES = ("indicator", "value", "unit", "scope", "money", "as_of", "programme")  # what an author says of a figure
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# What is told first: figures, then what the page is about, then what it says.
_RANKS = ("figure", "note", *_LINES, "caveats", "departures", "part", "evidence", "sources", "text")


class Said(NamedTuple):
    """A sentence, and the heading that it stands under: its key, and its title."""

    text: str
    key: str = ""
    title: str = ""


def changes(before: Telling, after: Telling, *, is_whole: bool = False) -> tuple[Change, ...]:
    """All changes from one version of a page to another, the most telling first.

    A heading that is new or gone is told without the sentences under it, if they are not wanted (`is_whole`), too.
    """
    found = [
        *chain.from_iterable(_line(key, before.front.get(key), after.front.get(key)) for key in _LINES),
        *chain.from_iterable(_names(key, before.front.get(key), after.front.get(key)) for key in _NAMES),
        *chain.from_iterable(_texts(key, _said(before.front.get(key)), _said(after.front.get(key))) for key in _TEXTS),
        *_figures(_records(before.front.get("metrics")), _records(after.front.get("metrics"))),
        *_passages(before, after, is_whole),
    ]
    return tuple(sorted(found, key=_rank))


def counts(found: Iterable[Change]) -> Mapping[Verb, int]:
    """How many of the changes are additions, corrections and removals."""
    sums: dict[Verb, int] = {}
    for one in found:
        sums[one.verb] = sums.get(one.verb, 0) + one.count
    return sums


def _rank(change: Change) -> int:
    return _RANKS.index(change.of) if change.of in _RANKS else len(_RANKS)


def _line(key: str, before: object, after: object) -> Iterator[Change]:
    was, now = (value if isinstance(value, str) else "" for value in (before, after))
    if _same(was) != _same(now):
        verb: Verb = "added" if not was else "corrected" if now else "removed"
        yield Change(verb=verb, of=key, before=_value(key, was), after=_value(key, now))


def _names(key: str, before: object, after: object) -> Iterator[Change]:
    was, now = ({_same(name): name for name in _listed(value)} for value in (before, after))
    gone, came = ({same: _value(key, name) for same, name in names.items()} for names in (was, now))
    yield from (Change(verb="removed", of=key, before=name) for same, name in gone.items() if same not in now)
    yield from (Change(verb="added", of=key, after=name) for same, name in came.items() if same not in was)


def _value(key: str, text: str) -> str:
    return bare(text) if text and key in ENTRIES else text


def _listed(value: object) -> Iterator[str]:
    """The names in a list; of an organisation its name and role, of a source its title."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            yield "，".join(part for key in _NAMING if isinstance(part := one.get(key), str))


def _said(value: object) -> list[Said]:
    return [Said(text) for one in _records(value) if isinstance(text := one.get("text"), str)]


def _records(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


# --- figures --------------------------------------------------------------------------------------------------------


def _figures(before: list[Mapping[str, object]], after: list[Mapping[str, object]]) -> Iterator[Change]:
    """What is otherwise in the list of figures: their evidence, and what the author says of them."""
    was, now = (Counter(filter(None, map(_evidence, figures))) for figures in (before, after))
    more, less = (now - was).total(), (was - now).total()
    both = min(more, less)
    for verb, count in _counted(more - both, both, less - both):
        yield Change(verb=verb, of="evidence", count=count)
    notes = {one.get("quote"): _note(one) for one in before}
    differing = sum(notes.get(one.get("quote"), _note(one)) != _note(one) for one in after)
    if differing:
        yield Change(verb="corrected", of="note", count=differing)


def _counted(added: int, corrected: int, removed: int) -> Iterator[tuple[Verb, int]]:
    found: tuple[tuple[Verb, int], ...] = (("added", added), ("corrected", corrected), ("removed", removed))
    return ((verb, count) for verb, count in found if count)


def _evidence(figure: Mapping[str, object]) -> tuple[str, ...]:
    found = figure.get("evidence")
    return tuple(f"{key} {found[key]}" for key in sorted(found)) if isinstance(found, dict) else ()


def _note(figure: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(figure.get(key) for key in _NOTES)


# --- text -----------------------------------------------------------------------------------------------------------


def _passages(before: Telling, after: Telling, is_whole: bool) -> Iterator[Change]:
    was, now = (
        [Said(text, part.key, part.title) for part in version.passages for text in part.sentences]
        for version in (before, after)
    )
    old, new = ({part.key: part.title for part in version.passages} for version in (before, after))
    found = list(_texts("text", was, now))
    whole = [*_whole("added", found, now, new.keys() - old), *_whole("removed", found, was, old.keys() - new)]
    under = {(change.verb, change.after or change.before) for change in whole}
    yield from _titles(old, new)
    yield from whole
    yield from (change for change in found if is_whole or (change.verb, change.where) not in under)


def _whole(verb: Verb, found: Iterable[Change], said: Iterable[Said], keys: Set[str]) -> Iterator[Change]:
    """The headings `keys` of one version alone, all of whose sentences were added or removed."""
    told = Counter(change.where for change in found if change.verb == verb)
    under: dict[str, list[str]] = {}
    for one in said:
        under.setdefault(one.key, []).append(one.title)
    for key, titles in under.items():
        if key in keys and titles[0] and told[titles[0]] == len(titles):
            before, after = ("", titles[0]) if verb == "added" else (titles[0], "")
            yield Change(verb=verb, of="part", before=before, after=after)


def _titles(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """The headings of steps that are called otherwise."""
    for key, title in after.items():
        if key in before and _same(before[key]) != _same(title):
            yield Change(verb="corrected", of="part", before=before[key], after=title)


def _texts(of: str, before: Sequence[Said], after: Sequence[Said]) -> Iterator[Change]:
    """The sentences that are not in both, in the order of the page; the ones most alike are one that was corrected."""
    was, now = _without(before, after), _without(after, before)
    pairs = _pairs(was[:_PAIRED], now[:_PAIRED])
    for at, one in enumerate(now):
        if at in pairs:
            yield _corrected(of, was[pairs[at]], one)
        else:
            yield Change(verb="added", of=of, where=one.title, after=one.text)
    gone = set(range(len(was))) - set(pairs.values())
    yield from (Change(verb="removed", of=of, where=was[at].title, before=was[at].text) for at in sorted(gone))


def _without(some: Iterable[Said], others: Iterable[Said]) -> list[Said]:
    """Those of `some` that are not among `others`, as often as they are more."""
    left = Counter(_same(one.text) for one in others)
    found: list[Said] = []
    for one in some:
        if left[_same(one.text)]:
            left[_same(one.text)] -= 1
        else:
            found.append(one)
    return found


def _pairs(before: Sequence[Said], after: Sequence[Said]) -> dict[int, int]:
    """Place in `after` -> place in `before`, of sentences that are alike; each is in one pair, the most alike first."""
    grams = [[_grams(one.text) for one in said] for said in (before, after)]
    alike = (
        (-_likeness(old, new), before[one].key != after[other].key, one, other)
        for other, new in enumerate(grams[1])
        for one, old in enumerate(grams[0])
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for less, _, one, other in sorted(row for row in alike if -row[0] >= _ALIKE):
        if other not in pairs and one not in taken and less:
            pairs[other] = one
            taken.add(one)
    return pairs


def _grams(text: str) -> frozenset[str]:
    same = _same(text)
    return frozenset(same[at : at + 2] for at in range(len(same) - 1)) or frozenset((same,))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _corrected(of: str, before: Said, after: Said) -> Change:
    was, now = _NUMBER.findall(before.text), _NUMBER.findall(after.text)
    is_figure = of == "text" and bool(was) and bool(now) and was != now
    return Change(
        verb="corrected",
        of="figure" if is_figure else of,
        where=after.title,
        before=before.text,
        after=after.text,
    )


def _same(text: str) -> str:
    """The text as it is compared: full and half width, and all white space, are nothing that anybody tells."""
    return "".join(unicodedata.normalize("NFKC", text).split())
