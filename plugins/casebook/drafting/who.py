"""Which organisations an article names, and the role that it tells of each."""

from collections.abc import Iterator

from casebook.drafting.found import FoundBody
from casebook.drafting.people import names_someone
from casebook.drafting.reading import Reading
from casebook.drafting.sentences import said
from casebook.extract.evidence import Candidate, odds
from casebook.extract.organisations import is_own
from casebook.tables import load

TAKES_PART = "take-part"  # the role of a body of which the article tells none
_MOST, _SHORTEST, _LONGEST = 20, 4, 28
_TELLING = 7  # characters of a name without its place that is no common word
_SEATED = ("kind offices", "kind parties", "kind committees", "kind units", "kind managers")


def bodies_of(reading: Reading) -> tuple[FoundBody, ...]:
    """The organisations of an article, in the order of their first mention; each by its longest name alone."""
    roles = {one.name: one.role for one in reversed(reading.organisations) if one.role}
    found: dict[str, int] = {}
    for name, start in sorted(_named(reading), key=lambda one: one[1]):
        term = reading.library.vocabulary.find("organisations", name)
        found.setdefault(term.zh if term else name, start)
    every = [name for name in found if not any(_is_part(reading, name, other) for other in found)]
    return tuple(_body(reading, name, found[name], roles.get(name, "")) for name in every[:_MOST])


def _is_part(reading: Reading, name: str, other: str) -> bool:
    """Whether a name is another one cut short, or a term with a character more: 志愿服务队伍."""
    find = reading.library.vocabulary.find
    if name == other or find("organisations", name):
        return False
    is_term = find("organisations", other) is not None
    return other.startswith(name) or other.endswith(name) or (is_term and name.startswith(other))


def _body(reading: Reading, name: str, start: int, role: str) -> FoundBody:
    term = reading.library.vocabulary.find("roles", role or TAKES_PART)
    return FoundBody(name=name, role=term.zh if term else "", is_told=bool(role), said=said(reading.page, start))


def _named(reading: Reading) -> Iterator[tuple[str, int]]:
    """Names that are those of organisations, and where they stand."""
    vocabulary = reading.library.vocabulary
    actors = {one.name for one in reading.evidence.actors if one.is_sure or odds(one, "actors") > 0}
    places = tuple({place.name for place in reading.places})
    for one in reading.organisations:
        is_likely = one.name in actors and (one.name.startswith(places) or len(one.name) >= _TELLING)
        is_known = is_likely or is_own(one.name) or vocabulary.find("organisations", one.name)
        if is_known and _is_name(one.name):
            yield one.name, one.start
    for actor in reading.evidence.actors:
        if actor.name in actors and _is_seated(actor) and actor.name.startswith(places) and _is_name(actor.name):
            yield actor.name, actor.start
    for tag in reading.tags:
        if tag.facet == "organisations" and tag.term:
            yield vocabulary["organisations", tag.term].zh, tag.start


def _is_seated(actor: Candidate) -> bool:
    """Whether it is the department or committee of a place that is named."""
    return "placed" in actor.features and not actor.features.isdisjoint(_SEATED)


def _is_name(name: str) -> bool:
    is_person = name.endswith(tuple(load("drafting")["known_as"]))
    return _SHORTEST <= len(name) <= _LONGEST and name.isprintable() and not is_person and not names_someone(name)
