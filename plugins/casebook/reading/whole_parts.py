"""What all facets whose terms cases write have in common: who writes a term, and what is told of it otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casebook.filenames import LONGEST
from casebook.model.problems import Problem
from casebook.model.terms import Term
from casebook.model.values import Severity
from casebook.reading.romanised import mark
from casebook.reading.validation import field_name
from casebook.reading.written import Written
from casebook.spellings import Spellings
from casebook.vocabulary import Vocabulary

_KEYS = {"en": "title_en"}  # attribute of a source -> the key of a whole one


@dataclass
class Made:
    """A term as it grows: who writes it, and who told each of its attributes first."""

    id: str
    by: list[Written] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Written] = field(default_factory=dict)


class WholePart:
    """What all facets have: the terms, what words mean them, and who writes them."""

    facet = ""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.spoken: dict[str, str] = {}
        self.first: dict[str, Written] = {}
        self.cases: dict[str, set[str]] = defaultdict(set)
        self.problems: list[Problem] = []

    @property
    def shared(self) -> set[str]:
        """The ids of terms that several cases write, and that can stand in the vocabulary files."""
        return {term for term, cases in self.cases.items() if len(cases) > 1}

    def ordered(self, terms: Iterable[Term]) -> Sequence[Any]:
        """Those that several cases write first: in this order `tidy` moves them to the end of the vocabulary files."""
        shared = self.shared
        return sorted(terms, key=lambda term: (term.id not in shared, term.id))

    def note(self, id: str, one: Written) -> None:
        """Note that a case writes a term."""
        self.first.setdefault(id, one)
        self.cases[id].add(one.path)

    def tell(self, one: Written, found: str, instead: str, severity: Severity = "warning", key: str = "") -> None:
        """Add a Problem where a case writes something."""
        name = field_name((*one.loc, key) if key else one.loc)
        self.problems.append(
            Problem(path=one.path, line=one.line, field=name, found=found, instead=instead, severity=severity)
        )

    def near(self, names: Mapping[str, Written], known: Iterable[str], is_near: Any) -> None:
        """Warn of names that are nearly those of others: of the vocabulary files, or written before."""
        spellings = Spellings((*known, *names))
        for name, one in names.items():
            for other in spellings.several(name):
                before = names.get(other)
                if other != name and is_near(name, other) and (before is None or before.order < one.order):
                    where = f"({before.path}:{before.line})" if before else f"({self.facet}.yaml)"
                    instead = f"是同一个,就都写 {other};不是,就留着"
                    self.tell(one, f"“{name}” 是否就是 “{other}”{where}?", instead)
                    break


class ToldPart(WholePart):
    """A facet whose terms are told of by attributes, which must be the same wherever they are written."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary)
        self.made: dict[str, Made] = {}
        self._ids: set[str] = set()

    def add(self, key: str, one: Written, id: str) -> Made:
        """The term for a key, made with this id when it is new."""
        if key not in self.made:
            self.made[key] = Made(self._free(id, key))
        made = self.made[key]
        made.by.append(one)
        self.note(made.id, one)
        return made

    def _free(self, id: str, key: str) -> str:
        """The id; where another has it, with what tells the names apart."""
        is_taken = self.vocabulary.has(self.facet, id) or id in self._ids
        free = f"{id[: LONGEST - 5].rstrip('-')}-{mark(key)}" if is_taken else id
        self._ids.add(free)
        return free

    def take(self, made: Made, values: Mapping[str, Any], one: Written, shown: Mapping[str, Any]) -> None:
        """Take over attributes; what another case tells otherwise is an error with the line to keep."""
        for name, value in values.items():
            if name not in made.values:
                made.values[name], made.told[name] = value, one
            elif made.values[name] != value:
                key = _KEYS.get(name, name) if self.facet == "sources" else name
                first = made.told[name]
                before = _words(dict(first.whole.told if first.whole else {}).get(name))
                found = f"{key} 写成 “{_words(shown[name])}”,{first.path}:{first.line} 却是 “{before}”"
                self.tell(one, found, f"“{one.name}” 只有一个:改成 {key}: {before},或在这里删去 {key}", "error", key)


def _words(value: object) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else str(value)
