"""Finds all that may be stated steps, chains and lists alike, and weighs what speaks for each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from casebook.extract.above import evidence_of, title_of
from casebook.extract.chains import chains
from casebook.extract.headings import Heading
from casebook.extract.lines import Line, lines_of
from casebook.extract.lists import listed
from casebook.extract.points import inline, numbered, pointed, telling
from casebook.extract.runs import Run, runs
from casebook.extract.told import Candidate, Told
from casebook.extract.weights import weights

_MOST = 15
_ABOUT, _SURE = 0.7, 2.0  # log odds
_LIKELIEST = 20  # chains that another may be short for
_SAME = 0.4  # share of steps that two candidates may have in common

Listed = tuple[str, tuple[Told, ...], Iterable[str]]  # what kind of list, its items, what else it shows


def candidates(text: str) -> tuple[Candidate, ...]:
    """Every candidate of stated steps in `text`, with its evidence."""
    lines, title = lines_of(text), title_of(text)
    lists = (
        Candidate("list", steps, frozenset(evidence_of(text, title, name, steps, more)))
        for name, steps, more in (*_headed(text, lines), *_listed(text, lines))
    )
    return (*chains(text, lines), *lists)


def ranked(text: str) -> list[tuple[float, Candidate]]:
    """(Log odds, candidate) of all candidates that are likelier than not, the likeliest first."""
    return _ranked(candidates(text))


def ranked_chains(text: str) -> list[tuple[float, Candidate]]:
    """The chains of `ranked`; no list makes a chain likelier or less likely."""
    return _ranked(chains(text, lines_of(text)))


def _ranked(found: Iterable[Candidate]) -> list[tuple[float, Candidate]]:
    table = weights("stated")
    weighed = ((table.odds(one.evidence), one) for one in found)
    likely = sorted((one for one in weighed if one[0] > 0), key=lambda one: -one[0])
    parts = {*_parts(likely), *_short(likely)}
    return [one for at, one in enumerate(likely) if at not in parts]


def together(likely: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """`likely` of `ranked`, its first chain with the likeliest sure one that states other steps elsewhere."""
    if not likely:
        return []
    odds, first = likely[0]
    for other_odds, other in likely[1:]:
        is_sure = other_odds > _SURE and first.form == other.form == "chain"
        if is_sure and _is_elsewhere(other.steps, first.steps):
            steps = sorted((*first.steps, *other.steps), key=lambda step: step.start)
            return [(odds, first._replace(steps=tuple(steps))), *likely[1:]]
    return [*likely]


def _is_elsewhere(some: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether `some` steps stand apart from the others, and few of them have the title of one of those."""
    if any(some[0].start < other.end and other.start < some[-1].end for other in others):
        return False
    same = sum(any(one.title in other.title or other.title in one.title for other in others) for one in some)
    return same < _SAME * len(some)


def _parts(likely: Sequence[tuple[float, Candidate]]) -> Iterator[int]:
    """The places in `likely` of chains cut from longer ones about as likely: 提议、商议 of 提议、商议，公开."""
    found = [
        (at, odds, one.steps[0].start, {step.start for step in one.steps})
        for at, (odds, one) in enumerate(likely)
        if one.form == "chain"
    ]
    holding: dict[int, list[tuple[float, set[int]]]] = {}  # where a step starts -> the chains that hold it
    for _, odds, _, starts in found:
        for start in starts:
            holding.setdefault(start, []).append((odds, starts))
    for at, odds, first, starts in found:
        if any(starts < other and odds - other_odds < _ABOUT for other_odds, other in holding[first]):
            yield at


def _short(likely: Sequence[tuple[float, Candidate]]) -> Iterator[int]:
    """The places in `likely` of chains whose items another has in full: 提、议 beside 居民提事、代表议事."""
    titles = [tuple([step.title for step in one.steps]) if one.form == "chain" else () for _, one in likely]
    others = [*islice(dict.fromkeys(filter(None, titles)), _LIKELIEST)]
    short = {mine for mine in set(titles) if mine and any(_are_in(mine, other) for other in others)}
    yield from (at for at, mine in enumerate(titles) if mine in short)


def _are_in(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the items of `full` hold those of `short` in turn; single characters, as many as there are."""
    if len(short[0]) == 1 and len(short) != len(full):
        return False
    rest = iter(full)
    return all(any(one in other and one != other for other in rest) for one in short)


def _listed(text: str, lines: Sequence[Line]) -> Iterator[Listed]:
    """The lists without numbers, and the points that sentences number."""
    yield from ((name, items, ("joined by arrow",) if "arrows" in name else ()) for name, items in listed(text, lines))
    yield from (("numbered in words", items, ()) for items in numbered(text))
    yield from (("numbered in line", items, ()) for items in inline(text, lines))
    yield from (("points", items, ()) for items in pointed(text, lines))


def _headed(text: str, lines: Sequence[Line]) -> Iterator[Listed]:
    """The runs of numbered headings, each alone, and those of one level together (1. 2. below 一、 and below 二、)."""
    found = runs(text, lines)
    parts = [(run, _steps(text, run)) for run in found]
    yield from (("headings", steps, _shown(run, steps)) for run, steps in parts)
    for level in sorted({run.headings[0].level for run in found}):
        same = [part for run, part in parts if run.headings[0].level == level and run.context != "other"]
        steps = tuple(step for part in same for step in part)
        if len(same) > 1 and len({step.title for step in steps}) == len(steps) <= _MOST:
            yield "headings in parts", steps, (f"numbered as level {level}",)


def _steps(text: str, run: Run) -> tuple[Told, ...]:
    ends = [heading.start for heading in run.headings[1:]] + [run.end]
    return tuple(
        Told(_title(text, heading), heading.start, end, "stated")
        for heading, end in zip(run.headings, ends, strict=True)
    )


def _title(text: str, heading: Heading) -> str:
    """The title of a heading; of one that is a paragraph, its clause that tells a deed."""
    at = text.find(heading.title, heading.start)
    start, end = telling(text, at, at + len(heading.title))
    return text[start:end].strip()


def _shown(run: Run, steps: Sequence[Told]) -> Iterator[str]:
    """What a run of headings shows of its numbers, the heading above, its titles and what is told below them."""
    first = run.headings[0]
    yield f"numbered as level {first.level}"
    yield f"below a heading of {run.context or 'nothing'}"
    if first.own:
        yield "its numbers say so"
    if sum(len(step.title) for step in steps) * 2 > sum(step.end - step.start for step in steps):
        yield "little is told below"
