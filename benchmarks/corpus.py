"""A collection of invented cases, of any size, in the language of the real ones.

A chain of characters goes on as the real pages do after the two or three before, often as the pages of the document's
own topics do, so that their words stand together. Every document has groups, places and subjects of its own besides,
and words that stand nowhere else but by chance, so that the vocabulary grows with the collection.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from casebook.files import read_site
from casebook.search import SearchDocument
from casebook.search import documents as pages
from casebook.search.records import BodyPart

BODY, SPREAD = 2200, 450  # characters of a body: the mean, and the deviation from it
SHORTEST = 700
TITLE = 8  # characters that a title taken from a real page has at most
SUMMARY = 80
LABELS = 12  # terms that a case is tagged with
SECTION = 170  # characters of a section, about
TOPICS = 2  # real pages that a document is about
REAL = 200  # characters of a body from which a page is a text and no list

DECIMAL = 0.15  # of the numbers

# Shares of the steps of a chain, each taken where something is known to follow
PHRASE = 0.5  # go on as the real pages do after three characters
OF_TOPIC = 0.3  # go on as the pages of the topics do after two
FREE = 0.05  # go on as the real pages do after one; all others, after two
FRESH = 0.016  # go on with a word that stands nowhere else but by chance
# Shares of the clauses
NAMED = 0.35  # begin with a name of the document

_NUMBER, _LATIN = "#", "@"
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_WORDS = re.compile(r"[A-Za-z]+")
_FILLED = re.compile(f"[{_NUMBER}{_LATIN}]")
_END = "，。；：？！、\n"
_CLAUSE = re.compile(f"[^{_END}]{{2,}}[{_END}]")
_TIERS = {"省": 31, "市": 340, "区": 2800, "镇": 40_000}  # how many there are, about
_OWN = {  # what a document has names of its own for, and how many
    ("社区", "小区", "村", "新村", "花园"): 1,
    ("协会", "志愿队", "合作社", "互助会", "理事会", "工作站", "服务中心", "基金会", "小组"): 2,
    ("路", "广场", "街", "苑", "湖", "山"): 3,
    ("姨", "叔", "老师", "主任", "书记"): 2,
    ("",): 10,  # subjects: 篮球, 柚子
}
Chain = Mapping[str, str]  # what came before -> every character that followed, as often as it did


class Topic(NamedTuple):
    """A real page: how it goes on after two characters, and the first two characters of its clauses."""

    pairs: Chain
    starts: Sequence[str]


class Language(NamedTuple):
    """What is known of the real pages."""

    topics: Sequence[Topic]
    triples: Chain
    pairs: Chain
    singles: Chain
    starts: str  # first characters of clauses
    characters: str  # each as often as it is common
    latin: Sequence[str]
    headings: Sequence[str]
    titles: Sequence[str]
    labels: Sequence[str]


def documents(count: int) -> Iterator[SearchDocument]:
    """So many invented cases; a number is the same case in every collection."""
    language = _language(Path("content"))
    for number in range(count):
        yield _document(number, language)


# --- the language -----------------------------------------------------------------------------------------------


@cache
def _language(content: Path) -> Language:
    found = list(pages(read_site(content).library))
    real = [page for page in found if len(page.body) > REAL]
    texts = [_WORDS.sub(_LATIN, _NUMBERS.sub(_NUMBER, page.body)) + "\n" for page in real]
    han = re.sub(r"[^\u4e00-\u9fff]", "", "".join(texts))
    topics = [Topic(_chain([text], 2), [clause[:2] for clause in _CLAUSE.findall(text)]) for text in texts]
    return Language(
        topics=topics,
        triples=_chain(texts, 3),
        pairs=_chain(texts, 2),
        singles=_chain(texts, 1),
        starts="".join(start[0] for topic in topics for start in topic.starts),
        characters=han + _common() * 4,
        latin=sorted({word for page in real for word in _WORDS.findall(page.text)}),
        headings=sorted({part.title for page in real for part in page.parts}),
        titles=[page.title for page in found if len(page.title) <= TITLE],
        labels=sorted({label for page in real for label in page.names.split() if not label.isascii()}),
    )


def _common() -> str:
    """The 3,755 common characters: the first level of GB 2312."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", errors="ignore") for code in codes)


def _chain(texts: Sequence[str], order: int) -> Chain:
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for place in range(order, len(text)):
            found[text[place - order : place]].append(text[place])
    return {before: "".join(after) for before, after in found.items()}


# --- a document -------------------------------------------------------------------------------------------------


def _document(number: int, language: Language) -> SearchDocument:
    chance = random.Random(number)  # noqa: S311 - nothing secret
    places = [_place(chance.randrange(count), tier, language) for tier, count in _TIERS.items()]
    own = [_word(chance, language) + chance.choice(kinds) for kinds, count in _OWN.items() for _ in range(count)]
    writer = _Writer(language, chance, [*own, places[-1]])
    body, parts = _body(writer, language.headings, chance)
    latin, labels = chance.choices(language.latin, k=5), chance.sample(language.labels, LABELS)
    return SearchDocument(
        ref=f"cases/case-{number:05}/",
        kind="case",
        kind_name="案例",
        title=f"{own[0]}{own[1]}{chance.choice(language.titles)}",
        facts=f"{places[-1]} · {own[0]} · {chance.randint(2005, 2022)}–{chance.randint(2023, 2026)}",
        names=" ".join((*latin, own[2], own[0] + own[-1], own[-2], *labels, *reversed(places))),
        summary=writer.text(SUMMARY).replace("\n", "。"),
        body=body,
        parts=parts,
        weight=2,
    )


def _place(number: int, tier: str, language: Language) -> str:
    """The same number is the same place, in all documents."""
    return _word(random.Random(f"{tier}{number}"), language) + tier  # noqa: S311


def _word(chance: random.Random, language: Language) -> str:
    return "".join(chance.choices(language.characters, k=2))


def _body(writer: "_Writer", headings: Sequence[str], chance: random.Random) -> tuple[str, tuple[BodyPart, ...]]:
    """Sections below headings of the real pages, and where they start."""
    length = max(SHORTEST, chance.gauss(BODY, SPREAD)) - SECTION / 2
    body = ""
    parts: list[BodyPart] = []
    while len(body) < length:
        title = chance.choice(headings)
        parts.append(BodyPart(start=len(body), kind="section", title=title, anchor=f"section-{len(parts)}"))
        body += f"{title}\n{writer.text(SECTION)}\n"
    return body.rstrip(), tuple(parts)


class _Writer:
    """Writes in the language of the topics of one document, with its own names, the first ones most."""

    def __init__(self, language: Language, chance: random.Random, names: Sequence[str]):
        self.language, self.names, self.draw = language, names, chance.random
        self.topics = chance.sample(language.topics, TOPICS)

    def text(self, length: int) -> str:
        """Clauses, so many characters of them or somewhat more."""
        clauses: list[str] = []
        while length > 0:
            clauses.append(self._clause())
            length -= len(clauses[-1])
        return "".join(clauses)[:-1]

    def _clause(self) -> str:
        name = self.names[int(len(self.names) * self.draw() ** 2)] if self.draw() < NAMED else ""
        written = self._one_of(self.topics[self.draw() < 1 / 2].starts)
        while written[-1] not in _END:
            written += self._after(written)
        return name + _FILLED.sub(self._filled, written)

    def _after(self, written: str) -> str:
        drawn, language = self.draw(), self.language
        if self.draw() < FRESH:
            return self._one_of(language.characters) + self._one_of(language.characters)
        last = written[-2:]
        found = language.triples.get(written[-3:]) if drawn < PHRASE else None
        if not found and drawn < PHRASE + OF_TOPIC:
            found = self.topics[self.draw() < 1 / 2].pairs.get(last)
        if not found and drawn < 1 - FREE:
            found = language.pairs.get(last)
        return self._one_of(found or language.singles.get(last[-1]) or language.starts)

    def _filled(self, blank: re.Match[str]) -> str:
        if blank[0] == _LATIN:
            return self._one_of(self.language.latin)
        number = 10 ** (5 * self.draw() ** 2)  # small ones mostly
        return f"{number:.1f}" if self.draw() < DECIMAL else str(int(number))

    def _one_of(self, found: Sequence[str]) -> str:
        return found[int(len(found) * self.draw())]
