"""A collection as it might be with more cases: `python -m benchmarks.grown CASES FOLDER`.

After the cases that there are come copies of them, a generation after the other. The sentences of a copy stand in
another order, and its figures and evidence are kept. Titles, places, bodies, sources and some themes and methods have
names of their own, in all text; a generation takes most of them from those before, so that old terms have more and more
cases as well. Every second generation leads to its own, the others to the first.
"""

import datetime
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import yaml
from pypinyin import lazy_pinyin

# As so many generations of cases come, so many of terms: a power below one, as of words in texts (Heaps)
POWERS = {"organisations": 0.7, "places": 0.7, "sources": 0.8, "themes": 0.2, "methods": 0.3}
FREE = "community"  # the level of places that there may be others of
IN_TEXT = ("organisations", "places")  # facets whose terms stand in all text by their names
_LINES = {  # others: where front matter names them, by what
    "sources": ("id", re.compile(r"(?<=^sources: \[).*(?=\]$)|(?<=source: )[^,}\n]+", re.M)),
    "themes": ("zh", re.compile(r"(?<=^themes: \[).*(?=\]$)", re.M)),
}
_SLUGS = re.compile(  # of cases and methods
    r"(?<=\|)[\w-]+(?=[#\]])|(?<=^part_of: )[\w-]+|(?<=programme: )[\w-]+|(?<=step: )[\w-]+(?=#)"
    r"|(?<=^methods: \[)[\w, -]+|(?<=^related: \[)[\w, -]+|(?<=^broader: \[)[\w, -]+",
    re.M,
)
_OWN = re.compile(r"^redirect_from:.*\n", re.M)
_NAMED = re.compile(r"^(title|title_en|aliases|added): (.*)$", re.M)
_ONLY_ONE_HAS = ("short", "redirect_from", "signs", "strong", "weak")  # of terms
_SENTENCE = re.compile(r"[^。！？]*[。！？][”’）]*|[^。！？]+$")
_PROSE = re.compile(r"[^\s#>|:{0-9*-]")  # what a paragraph begins with
_START = re.compile(r"[\u4e00-\u9fff]{2}(?=..)")  # of a name, which a word takes the place of
_WORDS = "岚溪澜汀浦涧泓沁渚皋峦岭屿岫崮樟楠榆槐桐桂梧枫柏棠莲菱荻芦蕙茗薇芷蘅茂苑坞埠墟圩塘堰陂泾浜漕潭"
_NEWEST = datetime.date(2026, 11, 22)
_DAYS = 900  # over which cases came
_Row = dict[str, object]


class Generation(NamedTuple):
    """What copies of one generation have instead: names in all text, words in lines of front matter, slugs."""

    number: int
    names: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    slugs: Mapping[str, str]


def grow(source: Path, folder: Path, cases: int) -> None:
    """Write the collection in `source` to `folder`, with so many cases, or with those that it has if they are more."""
    shutil.copytree(source, folder)
    paths = sorted((source / "cases").glob("*.md"))
    copies = list(islice(((number, path) for number in count(2) for path in paths), max(cases - len(paths), 0)))
    last = copies[-1][0] if copies else 1
    names = _Names()
    terms = {facet: _vocabulary(folder, facet, last, names) for facet in (*IN_TEXT, *_LINES)}
    methods = _numbers("methods", last)
    entries = [*copies, *((number, path) for number in methods[1:] for path in sorted((source / "methods").glob("*")))]
    there = {f"{path.stem}-{number}" for number, path in entries}

    @cache
    def generation(number: int) -> Generation:
        chance = _chance("generation", number)
        drawn = {facet: _drawn(chance, _numbers(facet, number)) for facet in POWERS}
        slugs = {
            path.stem: f"{path.stem}-{drawn['methods'] if path.parent.name == 'methods' else number}"
            for _, path in entries
        }
        return Generation(
            number=number,
            names={old: new for facet in IN_TEXT for old, new in terms[facet](drawn[facet]).items()},
            words={facet: terms[facet](drawn[facet]) for facet in _LINES},
            slugs={old: new for old, new in slugs.items() if new in there} if number % 2 else {},
        )

    for number, path in entries:
        text = _copied(path, generation(number), names)
        (folder / path.parent.name / f"{path.stem}-{number}.md").write_text(text, encoding="utf-8")


def _numbers(facet: str, generation: int) -> range:
    """The generations of a facet that there are when so many of cases are there."""
    return range(1, max(1, round(generation ** POWERS[facet])) + 1)


def _drawn(chance: random.Random, numbers: range) -> int:
    """One of the numbers, an early one more often."""
    return numbers[int(len(numbers) * chance.random() ** 2)]


def _chance(*seed: object) -> random.Random:
    return random.Random(" ".join(map(str, seed)))  # noqa: S311 - nothing secret


# --- names ------------------------------------------------------------------------------------------------------


class _Names:
    """Names that nobody has yet."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def word(self, seed: str, names: Iterable[str]) -> str:
        """A word, the same for the same seed if it can be, with which no name is one that is taken."""
        chance, all_names = _chance(seed), list(names)
        while True:
            word = "".join(chance.choices(_WORDS, k=2))
            made = {named(word, name) for name in all_names}
            if made.isdisjoint(self._taken):
                self._taken |= made
                return word


def named(word: str, name: str) -> str:
    """A name of somebody else of the same kind: 洲村社区, 岚溪社区."""
    return word + _START.sub("", name, count=1) if _START.match(name) else word + name


def _spelt(word: str) -> str:
    return "".join(lazy_pinyin(word)).capitalize()


# --- terms ------------------------------------------------------------------------------------------------------


class _Plain(yaml.SafeDumper):
    """Without anchors, which a collection may not have."""

    def ignore_aliases(self, data: object) -> bool:
        """Write what stands twice twice."""
        return True


def _vocabulary(folder: Path, facet: str, last: int, names: _Names) -> Callable[[int], Mapping[str, str]]:
    """Write a facet's terms of all generations; gives for a number what each name of the first has become."""
    path = folder / "vocabulary" / f"{facet}.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
    same = {name: name for row in rows for name in _names_of(row)}  # so that none is replaced within another
    became = {1: same}
    more: list[_Row] = []
    for number in _numbers(facet, last)[1:]:
        became[number] = dict(same)
        for row in _growing(rows):
            old = _whole(_names_of(row))
            word = names.word(f"{facet} {row['id']} {number}", old)
            more.append(_term(row, number, word))
            became[number] |= {name: named(word, name) for name in old}
            if facet not in IN_TEXT:
                became[number][str(row["id"])] = f"{row['id']}-{number}"
    with path.open("a", encoding="utf-8") as file:
        file.write(yaml.dump(more, Dumper=_Plain, allow_unicode=True, sort_keys=False) if more else "")
    return became.__getitem__


def _growing(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The terms that there may be more of: those that no other is part of, and that no table of places lists."""
    rows = list(rows)
    whole = {row.get("parent") for row in rows}
    yield from (row for row in rows if row["id"] not in whole and row.get("level", FREE) == FREE)


def _names_of(row: _Row) -> list[str]:
    """The Chinese name of a term, then its other names."""
    aliases = row.get("aliases")
    return [str(row["zh"]), *(map(str, aliases) if isinstance(aliases, list) else ())]


def _whole(names: list[str]) -> list[str]:
    """The names that do not stand within another one."""
    return [name for name in names if not any(name in other for other in names if other != name)]


def _term(row: _Row, number: int, word: str) -> _Row:
    name, *aliases = dict.fromkeys(named(word, name) for name in _whole(_names_of(row)))
    own = {"id": f"{row['id']}-{number}", "zh": name, "en": f"{_spelt(word)} {row['en']}", "aliases": aliases}
    return {**{key: value for key, value in row.items() if key not in _ONLY_ONE_HAS}, **own}


# --- cases and methods ------------------------------------------------------------------------------------------


def _copied(path: Path, generation: Generation, names: _Names) -> str:
    """The file of an entry of a generation."""
    slug = f"{path.stem}-{generation.number}"
    text = _replaced(_OWN.sub("", path.read_text(encoding="utf-8")), generation.names)
    for facet, (_, lines) in _LINES.items():
        text = _each(lines, text, generation.words[facet])
    head, mark, body = _each(_SLUGS, text, generation.slugs).partition("\n---\n")
    old = re.findall(
        r"[^\[\],]+", " ,".join(value for key, value in _NAMED.findall(head) if key in ("title", "aliases"))
    )
    word = names.word(slug, (name.strip() for name in old))
    return (
        _NAMED.sub(lambda line: f"{line[1]}: {_OF_ITS_OWN[line[1]](word, line[2])}", head)
        + mark
        + _shuffled(slug, body)
    )


def _replaced(text: str, names: Mapping[str, str]) -> str:
    """A text with other names, the longest at a place."""
    if not names:
        return text
    return _expression(tuple(names)).sub(lambda found: names[found[0]], text)


@cache
def _expression(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _each(lines: re.Pattern[str], text: str, names: Mapping[str, str]) -> str:
    """A text where each word of lists that an expression finds is another, if it has become another."""
    return lines.sub(lambda found: ", ".join(names.get(one, one) for one in found[0].split(", ")), text)


def _dated(word: str, _: str) -> str:
    return str(_NEWEST - datetime.timedelta(days=_chance(word).randrange(_DAYS)))


def _listed(word: str, value: str) -> str:
    return f"[{', '.join(dict.fromkeys(named(word, name) for name in value.strip('[]').split(', ')))}]"


_OF_ITS_OWN: Mapping[str, Callable[[str, str], str]] = {
    "title": named,
    "title_en": lambda word, value: f"{_spelt(word)} {value}",
    "aliases": _listed,
    "added": _dated,
}


def _shuffled(slug: str, body: str) -> str:
    """A body whose paragraphs have their sentences in another order."""
    chance = _chance(slug, "sentences")
    return "\n".join(_paragraph(chance, line) if _PROSE.match(line) else line for line in body.split("\n"))


def _paragraph(chance: random.Random, line: str) -> str:
    sentences = _SENTENCE.findall(line)
    return "".join(chance.sample(sentences, len(sentences)))


if __name__ == "__main__":
    grow(Path("content"), Path(sys.argv[2]), int(sys.argv[1]))
