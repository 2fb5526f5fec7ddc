"""Doing words in short titles: whether 收集议题, 意见收集 and 议 name deeds, and 停车难 and 志愿服务队 none."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from casebook.extract.kinds import Words
from casebook.tables import load

_MOST, _SOME = 0.75, 0.4  # shares of titles
_SINGLE = 4  # characters; a title that is shorter may begin with a deed of one character
_COUNTS = ((2, "two"), (3, "three"), (4, "four"), (6, "5-6"), (9, "7-9"))
_LENGTHS = (1, 2, 3, 4, 6, 8, 12, 20)


class _Look(NamedTuple):
    """What one title looks like: 收集议题 begins with a deed, 意见收集 ends with one; 志愿服务队 is a thing."""

    begins: bool
    ends: bool
    names: bool
    is_thing: bool
    is_slogan: bool


_LOOKS = ("begin with a deed", "end with a deed", "", "are things", "are slogans")  # as evidence; "" is told apart


@cache
def _words() -> Words:
    """The words of two characters or more that name a deed."""
    told, stated = load("narrative"), load("steps")
    words = (*stated["verbs"], *stated["deeds"], *told["milestones"], *told["deeds"])
    return Words(word for word in words if len(word) > 1)


@cache
def _slogans() -> Words:
    return Words(load("steps")["slogans"])


@cache
def _single() -> frozenset[str]:
    """The single characters that name a deed."""
    return frozenset(load("steps")["single"])


@cache
def _things() -> dict[str, tuple[str, ...]]:
    """The words in which things end, by their last character."""
    words = sorted(load("steps")["things"])
    return {last: tuple(word for word in words if word[-1] == last) for last in {word[-1] for word in words}}


def shape(titles: Sequence[str]) -> list[str]:
    """The names of what titles look like: how many, how long, and how many of them name deeds or things."""
    bare = [title.strip("“”\"'《》 ") for title in titles]
    lengths = [len(title) for title in bare]
    longest, differ = max(lengths), max(lengths) - min(lengths)
    found = [
        f"{_number(len(titles))} items",
        f"lengths differ by {min(3, differ)}" if differ else "items of one length",
        f"items up to {next((size for size in _LENGTHS if longest <= size), 'more')}",
    ]
    if len(titles) > 2 and len({title[:1] for title in bare}) == 1:
        found.append("items share their first")
    if len(titles) > 2 and len({title[-1:] for title in bare}) == 1:
        found.append("items share their last")
    if len(titles) > 2 and sum(map(_is_closed, bare)) >= _MOST * len(bare) and len({title[-1:] for title in bare}) > 1:
        found.append("items end in single deeds")
    looks = [_look(title) for title in bare]
    for name, column in zip(_LOOKS, zip(*looks, strict=True), strict=True):
        share = sum(column) / len(looks)
        if name and share >= _SOME:
            found.append(f"{'most' if share >= _MOST else 'some'} items {name}")
    return [*found, f"deeds: {_in_words(looks)}"]


def deeds(titles: Sequence[str]) -> str:
    """How many of the titles name deeds, in words: most, some, few, none."""
    return _in_words([_look(title) for title in titles])


def are_deeds(titles: Sequence[str]) -> bool:
    """Whether most of the titles name deeds; none is looked at after too many that name none."""
    spare = int((1 - _MOST) * len(titles))
    others = (title for title in titles if not _is_single(title) and not _words().are_in(title))
    return next(islice(others, spare, None), None) is None


def _in_words(looks: Sequence[_Look]) -> str:
    share = sum(look.names for look in looks) / len(looks)
    return "most" if share >= _MOST else "some" if share >= _SOME else "few" if share else "none"


def _number(count: int) -> str:
    return next((name for most, name in _COUNTS if count <= most), "10+")


def _is_single(title: str) -> bool:
    """Whether a title is a single character that names a deed, or few characters that begin with one: 议, 集问题."""
    return title[:1] in _single() and len(title) < _SINGLE


def _is_closed(title: str) -> bool:
    """Whether a few characters end with one that names a deed: 户主提, 民事民议."""
    return 1 < len(title) <= _SINGLE and title[-1:] in _single()


@lru_cache(maxsize=1024)
def _look(title: str) -> _Look:
    found = _words().spans(title)
    begins = _is_single(title) or 0 in [start for start, _ in found]
    return _Look(
        begins,
        len(title) > 1 and len(title) in [end for _, end in found],
        begins or bool(found),
        title.endswith(_things().get(title[-1:], ())),
        _slogans().are_in(title),
    )
