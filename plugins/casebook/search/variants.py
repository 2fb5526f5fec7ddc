"""The data with which `theme/static/js/query/variants.js` finds what else a reader may have meant.

Traditional characters, names of one thing, how names sound, the words of a question. docs/decisions/0012 says why.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from opencc import OpenCC

from casebook.extract.lexicon import finder
from casebook.facets import METHODS
from casebook.gazetteer import short
from casebook.library import Library, relations
from casebook.model.terms import Place
from casebook.model.values import Record, Struct
from casebook.search.figures import figure_files, unit_forms
from casebook.search.name_files import first_and_others, name_files
from casebook.search.readings import HAN, Read, Readings, read
from casebook.search.records import SearchDocument
from casebook.tables import load

LONGEST_CUT = 8  # characters of a name that is cut into parts: a longer one is a sentence
LONGEST_PART = 4

_WORD = re.compile(r"[a-z]{4,}")
Groups = dict[str, dict[str, None]]  # preferred name -> what leads to it, without repetition, in order


class VariantsData(Struct):
    """The data of variants; groups begin with the preferred name and have only words that stand on some page.

    `simplified`: traditional and simplified characters in turn. `names`: other names of one thing, as many as
    have room; `files`: how many files have the others. `units`: what is written for each kind of unit, it first;
    `figures`: how many files have the figures (figures.py). `near`: words that lead to a term, `signs`: words that
    tell of it. `later`: [what came before, what came after]. `everyday`: what cases write, and what people say.
    `parts`: words that names are made of. `english`: words of English names. `fillers`: words of questions.
    `sounds`, `rare`, `readings`: see `Readings`. `pages`: how many are searched.
    """

    pages: int
    simplified: str
    names: list[list[str]]
    files: int
    units: list[list[str]]
    figures: int
    near: list[list[str]]
    signs: list[list[str]]
    parts: list[str]
    later: list[list[str]]
    everyday: list[list[str]]
    english: list[str]
    fillers: list[str]
    sounds: str
    rare: str
    readings: dict[str, str]


def variants_files(library: Library, documents: Iterable[SearchDocument], read: Read = read) -> dict[str, object]:
    """Name -> content: the fields of VariantsData, and the names that have no room among them."""
    found = tuple(documents)
    texts = [document.text for document in found]
    names, near, signs = _names(library), _near(library, "aliases"), _near(library, "signs")
    later = tuple(_later(library))
    own = {*names, *near}
    named = {*own, *signs, *(name for _, name in later), *(row.written for row in library.collection.everyday)}
    there = standing(named, texts)
    groups = {key: _listed(of, own, there) for key, of in (("names", names), ("near", near), ("signs", signs))}
    readings = Readings((name for key in ("names", "near") for group in groups[key] for name in group), read)
    first, others = first_and_others(groups["names"])
    files, figures = name_files(others, readings), figure_files(library)
    data = VariantsData(
        pages=len(found),
        simplified=_simplified(set[str]().union(*texts)),
        names=first,
        files=len(files),
        units=unit_forms(library),
        figures=len(figures),
        near=groups["near"],
        signs=groups["signs"],
        parts=sorted({*_parts(name for of in groups.values() for group in of for name in group), *_places(library)}),
        later=[list(pair) for pair in later if pair[1] in there],
        everyday=[[row.written, *row.words] for row in library.collection.everyday if row.written in there],
        english=_english(found),
        fillers=sorted({word for row in fillers() for word in row.words}),
        sounds=readings.counted,
        rare=" ".join(character + sound for character, sound in sorted(readings.rare.items())),
        readings={name: " ".join(sounds) for name, sounds in readings.odd.items()},
    )
    kinds: dict[str, Sequence[object]] = {"names": files, "figures": figures}
    more = {f"{kind}/{number}": file for kind, some in kinds.items() for number, file in enumerate(some)}
    return {"variants": data, **more}


# --- tables -----------------------------------------------------------------------------------------------------


class Filler(Record):
    """Words of a question that say nothing about its subject, and an example of a question with them."""

    words: tuple[str, ...]
    example: str


def fillers() -> tuple[Filler, ...]:
    """The rows of data/fillers.yaml."""
    return tuple(Filler(**row) for row in load("fillers"))


# --- names ------------------------------------------------------------------------------------------------------


def _names(library: Library) -> Groups:
    """Groups of names, each for one method, case, organisation or place."""
    fronts = (*(method.front for method in library.methods.values()), *(case.front for case in library.cases.values()))
    terms = (
        term
        for facet in library.collection.facets("named")
        if facet.is_proper
        for term in library.vocabulary.terms(facet.id)
    )
    return _merged((*((front.title, front.aliases) for front in fronts), *((term.zh, term.aliases) for term in terms)))


def _near(library: Library, words: str) -> Groups:
    """Names of subjects and the `words` (aliases or signs) that lead to them."""
    return _merged(
        (t.zh, getattr(t, words))
        for facet in library.collection.facets("named")
        if not facet.is_proper
        for t in library.vocabulary.terms(facet.id)
    )


def _merged(named: Iterable[tuple[str, Sequence[str]]]) -> Groups:
    groups: Groups = {}
    for preferred, others in named:
        groups.setdefault(preferred, {}).update(dict.fromkeys(others))
    return groups


def standing(names: Iterable[str], texts: Iterable[str]) -> set[str]:
    """The ones of `names` that stand in a text."""
    return set[str]().union(*map(finder(names), texts))


def _listed(groups: Groups, own: set[str], there: set[str]) -> list[list[str]]:
    """Groups with names on pages, without names that have a subject of their own: 三社联动 is not 多方联动."""
    found = ((name, others) for name, others in groups.items() if name in there)
    return [[name, *(other for other in others if other not in own)] for name, others in found]


def _later(library: Library) -> Iterator[tuple[str, str]]:
    """(predecessor, successor) by name, from the thesaurus."""
    keys = [(facet, term.id, term.zh) for facet, terms in library.vocabulary.facets.items() for term in terms]
    keys += [(METHODS, method.slug, method.front.title) for method in library.methods.values()]
    for facet, key, name in keys:
        for change in relations(library, (facet, key)).predecessors:
            yield change.name, name


def _places(library: Library) -> Iterator[str]:
    """Places without their suffix: 佛山 for 佛山市, so that 佛山南海 is two words."""
    for place in library.vocabulary.terms("places"):
        if isinstance(place, Place) and place.level != "community" and (name := short(place.zh, place.level)):
            yield name


def _english(documents: Iterable[SearchDocument]) -> list[str]:
    """The words of English names, for comparison with misspelt words."""
    found = {word for one in documents for word in _WORD.findall(f"{one.title} {one.names}".lower())}
    return sorted(found)


def _parts(names: Iterable[str]) -> list[str]:
    """The words inside names: pieces with different neighbours on both sides (社区 in 社区基金, 安置社区)."""
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    whole = {name for name in names if len(name) <= LONGEST_CUT}
    for name in whole:
        for length in range(2, min(len(name), LONGEST_PART) + 1):
            for start in range(len(name) - length + 1):
                end = start + length
                before[name[start:end]].add(name[start - 1] if start else "")
                after[name[start:end]].add(name[end : end + 1])
    several = (part for part in before if min(len(before[part]), len(after[part])) > 1)
    return sorted(set(several) - whole)


# --- characters -------------------------------------------------------------------------------------------------


def _simplified(standing: set[str]) -> str:
    """`議议協协`: each traditional character before its simplified one, if the latter stands in a text of the site.

    Characters of GB 2312 that stand there themselves are left out: simplified Chinese has them for another word (乾隆).
    """
    converter = OpenCC("t2s")
    foreign = (character for character in map(chr, HAN) if not (character in standing and _in_gb2312(character)))
    pairs = ((character, converter.convert(character)) for character in foreign)
    return "".join(old + new for old, new in pairs if old != new and new in standing)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
