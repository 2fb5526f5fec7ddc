"""Finds where an article plays, among all the places that it names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casebook.extract.acting import parts
from casebook.extract.evidence import Candidate, at_least, at_most, likely
from casebook.extract.places import PlaceMention
from casebook.extract.standing import Standing

_PRESS = (
    "网",
    "日报",
    "晚报",
    "晨报",
    "都市报",
    "早报",
    "电视台",
    "新闻",
    "频道",
    "在线",
    "全搜索",
    "头条",
    "快报",
    "法制报",
)
_ENDS = (
    "社区",
    "小区",
    "居民区",
    "新村",
    "村",
    "经开区",
    "高新区",
    "开发区",
    "新区",
    "号院",
    "弄",
    "胡同",
    "花园",
    "苑",
    "街道",
    "镇",
    "乡",
    "区",
    "县",
    "市",
    "省",
)
_MARKS = tuple('“《「"')  # before a name that is perhaps that of something else: 《绿荫绕社区》
_NAMES = (1, 5, 20, 60, 150)  # so many names of divisions have a character
_MANY, _OF, _LONGEST = (3, 6, 10), (1, 2, 4), 9


class Scene(NamedTuple):
    """A place of an article: all its mentions, the first before the others, and what speaks for it."""

    mentions: Sequence[PlaceMention]
    candidate: Candidate


def scenes_of(
    text: str, standing: Standing, places: Iterable[PlaceMention], characters: Mapping[str, int]
) -> list[Scene]:
    """Every place that an article names, with what speaks for its being where the article plays."""
    found: dict[object, list[PlaceMention]] = {}
    for place in places:
        found.setdefault(place.key, []).append(place)
    firsts = [mentions[0] for mentions in found.values()]
    above = Counter(name for one in firsts for name in one.chain[:-1])
    names = {name for one in firsts if one.is_sure for name in one.chain[-1:]}
    levels: Counter[str] = Counter(one.level for one in firsts)
    behind = {one.end for mentions in found.values() for one in mentions if one.is_sure}
    every = [one for mentions in found.values() for one in mentions]
    listed = {one.end + 1 for one in every if text[one.end : one.end + 1] == "、"} & {one.start for one in every}
    ends = {one.end for one in every if one.end + 1 in listed}
    shared = frozenset(at_least(_MANY, len(found), "many")).union(f"with {level}" for level in levels)
    scenes = []
    for mentions in found.values():
        first = mentions[0]
        shows = shared.union(
            _shows(text, standing, mentions),
            _related(first, above, names, levels),
            _sounds(first, characters),
            ("behind a place",) if any(one.start in behind for one in mentions) else (),
            ("among places",) if any(one.start in listed or one.end in ends for one in mentions) else (),
        )
        level = first.level if any(one.is_sure for one in mentions) else "unsure"
        shows |= {f"{level} {one}" for one in shows}
        scenes.append(Scene(mentions, Candidate(first.name, first.start, shows | {level, f"{level} {first.level}"})))
    return scenes


def places(scenes: Iterable[Scene]) -> list[PlaceMention]:
    """Where an article plays, in the order of the first mentions."""
    return [scene.mentions[0] for scene in scenes if likely([scene.candidate], "places")]


def _shows(text: str, standing: Standing, mentions: Sequence[PlaceMention]) -> Iterator[str]:
    """What the mentions of a place show: where they stand, what is around them, how the name ends."""
    told = [one for one in mentions if standing.within(one.start)]
    yield from standing.features([one.start for one in told])
    yield from parts(text, [(one.start, one.end) for one in told])
    if len(told) < len(mentions):
        yield "around the article" if told else "around the article alone"
        if not told and mentions[0].start >= standing.end:
            yield "behind the article"
    if all(text.startswith(_PRESS, one.end) for one in mentions):
        yield "press"
    if all(text[one.start - 1 : one.start] in _MARKS for one in mentions):
        yield "marked"
    name = mentions[0].name
    yield f"ends {next((end for end in _ENDS if name.endswith(end)), 'otherwise')}"
    yield f"characters {min(len(name), _LONGEST)}"


def _sounds(place: PlaceMention, characters: Mapping[str, int]) -> tuple[str, ...]:
    """Whether a community's name sounds like one: in how many others the rarest of its characters stands."""
    if place.level != "community":
        return ()
    own = place.name.removesuffix(next(filter(place.name.endswith, _ENDS), ""))
    rarest = min((characters.get(char, 0) for char in own if char > "一"), default=0)
    return at_least(_NAMES, rarest, "rarest character")


def _related(
    place: PlaceMention, above: Mapping[str, int], names: set[str], levels: Mapping[str, int]
) -> Iterator[str]:
    """How a place lies to the others that the article names."""
    if place.chain and above[place.chain[-1]]:
        yield "above another"
    if any(name in names for name in place.chain[:-1]):
        yield "below another"
    if not place.chain:
        yield "lies anywhere"
    yield from at_most(_OF, levels[place.level], "of")
