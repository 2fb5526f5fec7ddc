"""Doing words in short titles: whether 收集议题, 意见收集 and 议 name deeds, and 停车难 and 志愿服务队 none."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from casebook.tables import load

_MOST, _SOME = 0.75, 0.4  # shares of titles


@cache
def _finder() -> AhoCorasick:
    """Finds the words of two characters or more that name a deed."""
    told, stated = load("narrative"), load("steps")
    words = {*stated["verbs"], *stated["deeds"], *told["milestones"], *told["deeds"]}
    return AhoCorasick(sorted(word for word in words if len(word) > 1), implementation=Implementation.ContiguousNFA)


@cache
def _single() -> frozenset[str]:
    """The single characters that name a deed."""
    return frozenset(load("steps")["single"])


@cache
def _things() -> tuple[str, ...]:
    return tuple(load("steps")["things"])


@cache
def _slogans() -> re.Pattern[str]:
    return re.compile("|".join(load("steps")["slogans"]))


def shape(titles: Sequence[str]) -> Iterator[str]:
    """The names of what titles look like: how many, how long, and how many of them name deeds or things."""
    yield f"{_number(len(titles))} items"
    bare = [title.strip("“”\"'《》 ") for title in titles]
    lengths = {len(title) for title in bare}
    longest = max(lengths)
    yield "items of one length" if len(lengths) == 1 else f"lengths differ by {min(3, longest - min(lengths))}"
    yield f"items up to {next((size for size in (1, 2, 3, 4, 6, 8, 12, 20) if longest <= size), 'more')}"
    if len(titles) > 2:
        yield from (
            f"items share their {side}"
            for side, at in (("first", 0), ("last", -1))
            if len({one[at:][:1] for one in bare}) == 1
        )
    looks = [_look(title) for title in bare]
    for name in ("begin with a deed", "end with a deed", "are things", "are slogans"):
        share = sum(name in look for look in looks) / len(looks)
        if share >= _SOME:
            yield f"{'most' if share >= _MOST else 'some'} items {name}"
    yield f"deeds: {deeds(bare)}"


def deeds(titles: Sequence[str]) -> str:
    """How many of the titles name deeds, in words: most, some, few, none."""
    share = sum("name a deed" in _look(title) for title in titles) / len(titles)
    return "most" if share >= _MOST else "some" if share >= _SOME else "few" if share else "none"


def _number(count: int) -> str:
    names = ((2, "two"), (3, "three"), (4, "four"), (6, "5-6"), (9, "7-9"))
    return next((name for most, name in names if count <= most), "10+")


@lru_cache(maxsize=1024)
def _look(title: str) -> frozenset[str]:
    """What one title looks like: 收集议题 begins with a deed, 意见收集 ends with one; 志愿服务队 is a thing."""
    found = [(start, end) for _, start, end in _finder().find_matches_as_indexes(title, overlapping=True)]
    is_single = title in _single() or (1 < len(title) < 4 and title[0] in _single())
    begins = is_single or any(start == 0 for start, _ in found)
    looks = {
        "begin with a deed": begins,
        "end with a deed": len(title) > 1 and any(end == len(title) for _, end in found),
        "name a deed": begins or bool(found),
        "are things": title.endswith(_things()),
        "are slogans": bool(_slogans().search(title)),
    }
    return frozenset(name for name, is_so in looks.items() if is_so)
