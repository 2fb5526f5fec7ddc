"""Makes terms of what cases write whole, and finds where two cases write the same otherwise, or nearly the same.

What is made depends on names alone, not on which case came first, except where two names are read alike.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from casebook.gazetteer import Gazetteer
from casebook.model.problems import Problem
from casebook.model.terms import Organisation, Place, Source, Term
from casebook.model.whole import Participant, WholeSource
from casebook.reading.bodies import not_a_body
from casebook.reading.near_names import kind_of, nearly, nearly_community
from casebook.reading.romanised import hyphened
from casebook.reading.todos import OPENING
from casebook.reading.whole_parts import Made, ToldPart, WholePart
from casebook.reading.whole_places import WholePlaces
from casebook.reading.written import Written
from casebook.vocabulary import Extension, Vocabulary

_TITLE = 40  # characters of a title in an id
_NAME = 90  # of the name of an organisation


class Extended(NamedTuple):
    """The terms that cases write, and the Problems between them."""

    extension: Extension
    problems: tuple[Problem, ...]


def extended(vocabulary: Vocabulary, gazetteer: Gazetteer, every: Iterable[Written]) -> Extended:
    """The terms of what cases write, in the order of the days of these cases."""
    by_facet: dict[str, list[Written]] = defaultdict(list)
    for one in sorted(every, key=lambda one: one.order):
        by_facet[one.facet].append(one)
    places = _Places(vocabulary, gazetteer, by_facet["places"])
    bodies = _Bodies(vocabulary, places, by_facet["organisations"])
    sources = _Sources(vocabulary, by_facet["sources"])
    parts = (places, bodies, sources)
    terms = {part.facet: tuple(part.terms()) for part in parts if part.facet not in vocabulary.left_out}
    return Extended(
        Extension(
            terms={facet: found for facet, found in terms.items() if found},
            origins={(part.facet, term): (one.path, one.line) for part in parts for term, one in part.first.items()},
            spoken={(part.facet, words): term for part in parts for words, term in part.spoken.items()},
            shared=frozenset((part.facet, term) for part in parts for term in part.shared),
        ),
        tuple(problem for part in parts for problem in part.problems),
    )


class _Places(WholePart):
    facet = "places"

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer, every: Sequence[Written]) -> None:
        super().__init__(vocabulary)
        self._whole = WholePlaces(vocabulary, gazetteer)
        for one in every:
            place = self._whole.meant(one.name)
            if place is not None:
                self.use(place, one)
                if not vocabulary.find("places", one.name):
                    self.spoken[one.name] = place.id
        self._twice()
        self._nearly()

    def meant(self, words: str) -> Place | None:
        """The place that words of another facet mean."""
        return self._whole.meant(words)

    def at(self, id: str) -> Place | None:
        """The place with an id."""
        return self._whole.at(id)

    def home(self, name: str) -> Place | None:
        """The place that a name begins with."""
        return self._whole.home(name)

    @property
    def shared(self) -> set[str]:
        """The same, without places that others are called alike, and what lies in these."""
        names = Counter(place.zh for place in self._whole.made.values())
        names.update(name for place in self.vocabulary.terms("places") for name in place.names)
        return {
            term
            for term in super().shared
            if all(names[up.zh] == 1 for up in self._whole.lineage(self._whole.made[term]) if up.id in self._whole.made)
        }

    def use(self, place: Place, one: Written) -> None:
        """Note that a case writes a place, and those above it."""
        for up in self._whole.lineage(place):
            if up.id in self._whole.made:
                self.note(up.id, one)

    def terms(self) -> Sequence[Place]:
        """The places that the vocabulary files lack."""
        return self.ordered(place for place in self._whole.made.values() if place.id in self.first)

    def _communities(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self.terms():
            if place.level == "community":
                found[place.zh].append(place)
        return found

    def _twice(self) -> None:
        """Communities that one case writes in a place, and another in a place within that."""
        for name, places in self._communities().items():
            for place in places:
                over = {up.id for up in self._whole.lineage(place)} - {place.id}
                for other in places:
                    if other is not place and other.parent in over:
                        late = max(self.first[place.id], self.first[other.id], key=lambda one: one.order)
                        early = min(self.first[place.id], self.first[other.id], key=lambda one: one.order)
                        best = self.first[place.id].name
                        found = f"“{name}” 在 {early.path}:{early.line} 写成 {early.name},这里写成 {late.name}"
                        self.tell(late, found, f"是同一处,两个文件都写 {best}", "error")

    def _nearly(self) -> None:
        """Communities that are nearly called as one beside them."""
        here: dict[str | None, dict[str, Written]] = defaultdict(dict)
        for place in self._whole.made.values():
            if place.level == "community" and place.id in self.first:
                here[place.parent][place.zh] = self.first[place.id]
        beside = [one for one in self.vocabulary.terms("places") if isinstance(one, Place) and one.level == "community"]
        for above, names in here.items():
            self.near(names, (one.zh for one in beside if one.parent == above), nearly_community)


class _Bodies(ToldPart):
    facet = "organisations"

    def __init__(self, vocabulary: Vocabulary, places: _Places, every: Sequence[Written]) -> None:
        super().__init__(vocabulary)
        self._places = places
        for one in every:
            assert isinstance(one.whole, Participant)
            if known := vocabulary.find(self.facet, one.name):
                self._spare(one, one.whole, known)
            elif not vocabulary.is_broken(self.facet, one.name) and not not_a_body(one.name):
                made = self.add(one.name, one, hyphened(one.name, _NAME))
                self.take(made, self._values(one.whole), one, one.whole.told)
        first = {name: made.by[0] for name, made in self.made.items()}
        self._homes = {name: place for name in first if (place := self._home(name))}
        self.near(first, (name for term in vocabulary.terms(self.facet) for name in term.names), nearly)
        self._borrowed()

    def terms(self) -> Sequence[Organisation]:
        """The organisations that the vocabulary files lack."""
        return self.ordered(self._term(name, made) for name, made in self.made.items())

    def _values(self, whole: Participant) -> dict[str, Any]:
        values = dict(whole.told)
        kind = self.vocabulary.find("actors", values.pop("kind", ""))
        place = self._places.meant(words) if (words := values.pop("place", "")) else None
        return values | ({"kind": kind.id} if kind else {}) | ({"place": place.id} if place else {})

    def _term(self, name: str, made: Made) -> Organisation:
        values = dict(made.values)
        if "kind" not in values and self.vocabulary.find("actors", kind := kind_of(name)):
            values["kind"] = kind
        if home := self._homes.get(name):
            values["place"] = home
        aliases = tuple(one for one in values.pop("aliases", ()) if not self.vocabulary.find(self.facet, one))
        return Organisation(id=made.id, zh=name, aliases=aliases, **values)

    def _home(self, name: str) -> str:
        """The id of the place of an organisation, which all who write it write, then."""
        made = self.made[name]
        told = made.values.get("place")
        place = self._places.at(told) if told else self._places.home(name)
        for one in made.by if place else ():
            assert place
            self._places.use(place, one)
        return place.id if place else ""

    def _spare(self, one: Written, whole: Participant, known: Term) -> None:
        """What a case tells of an organisation that the vocabulary has."""
        for name in whole.told if (self.facet, known.id) not in self.vocabulary.of_cases else ():
            found = f"“{one.name}” 在 organisations.yaml 里已有({known.id})"
            self.tell(one, found, f"在这里删去 {name};要改,就改那一项", key=name)
            return

    def _borrowed(self) -> None:
        """Other names that are those of another organisation."""
        for name, made in self.made.items():
            for alias in made.values.get("aliases", ()):
                known = self.vocabulary.find(self.facet, alias)
                other = known.zh if known else alias if alias in self.made and alias != name else ""
                if other:
                    one = made.told["aliases"]
                    self.tell(one, f"“{alias}” 是 “{other}” 的名称", "别名里删去它,或就用那个机构", "error", "aliases")


class _Sources(ToldPart):
    facet = "sources"

    def __init__(self, vocabulary: Vocabulary, every: Sequence[Written]) -> None:
        super().__init__(vocabulary)
        files = {self._key(term): term for term in vocabulary.terms(self.facet) if isinstance(term, Source)}
        for one in every:
            assert isinstance(one.whole, WholeSource)
            if known := files.get(one.whole.key):
                self.spoken[one.whole.key] = known.id
                if (self.facet, known.id) not in vocabulary.of_cases:
                    self.tell(one, f"这份来源 sources.yaml 里已有({known.id})", f"只写 - {known.id}")
            elif grade := vocabulary.find("grades", one.whole.grade):
                made = self.add(one.whole.key, one, _source_id(one.whole))
                self.spoken[one.whole.key] = made.id
                self.take(made, {**one.whole.told, "grade": grade.id}, one, one.whole.told)
        self._nearly(files.values())

    def terms(self) -> Sequence[Source]:
        """The sources that the vocabulary files lack."""
        return self.ordered(self._term(made) for made in self.made.values())

    def _term(self, made: Made) -> Source:
        whole = made.by[0].whole
        assert isinstance(whole, WholeSource)
        return whole.term(made.id, made.values)

    @staticmethod
    def _key(term: Source) -> str:
        return "\n".join((term.zh, term.publisher, term.date))

    def _nearly(self, files: Iterable[Source]) -> None:
        told = [made for made in self.made.values() if OPENING not in made.by[0].name]
        titles = {made.by[0].name: made.by[0] for made in told}
        self.near(titles, (term.zh for term in files), nearly)
        seen: dict[str, tuple[str, str]] = {term.zh: (term.id, "sources.yaml") for term in files}
        for made in told:
            one = made.by[0]
            first, where = seen.setdefault(one.name, (made.id, f"{one.path}:{one.line}"))
            if first != made.id:
                found = f"标题 “{one.name}” 和 {where} 的来源一样,发布者或日期不同"
                self.tell(one, found, f"是同一份,就写成一样的,或只写 {first};不是,就留着")


def _source_id(whole: WholeSource) -> str:
    """Title and date in Latin letters: jie-fang-de-ting-che-wei-20201010."""
    day = "".join(filter(str.isalnum, whole.date)).lower()
    return "-".join(filter(None, (hyphened(whole.title, _TITLE), "" if day == "unknown" else day)))
