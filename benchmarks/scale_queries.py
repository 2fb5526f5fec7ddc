"""Strings that stand in invented cases, asked of the JavaScript of search in Chromium: what is found, at what cost."""

import gzip
import math
import random
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import add, sub
from pathlib import Path
from typing import NamedTuple

from benchmarks.asking import chromium
from benchmarks.corpus import documents
from benchmarks.tables import table
from casebook.alike import fold
from casebook.files import read_site
from casebook.model.values import Record
from casebook.search import SearchDocument, index_files, numbered, variants_files
from casebook.search.terms import runs
from tests.scripts import bundled
from tests.server import served

LENGTHS = range(2, 7)  # characters of a query
OF_EACH = 100  # queries of a length
SHOWN = 10
READ = 50  # pages that are read for the results shown, at most, as in theme/static/js/search/reading.js

_ENTRY = 'export { indexOf } from "./index/pages.js"; export { matches } from "./match/snippet.js";'
# Every query is the first of a visit, though a file that another asked for is not sent again. The time is that from the
# texts of the files, at hand, to ranked numbers.
_ASK = """async ([queries, shown, read]) => {
  const { indexOf, matches } = await import("./modules.js");
  const sent = new Map();
  const text = async (path) => {
    if (!sent.has(path)) sent.set(path, await (await fetch(path)).text());
    return sent.get(path);
  };
  const manifest = JSON.parse(await text("search/manifest.json"));
  const answers = [];
  for (const query of queries) {
    const files = [];
    const index = indexOf(manifest, async (path) => {
      files.push(path);
      return JSON.parse(await text(path))[1]; // [build, data]
    });
    const found = await index.find(query);
    const answer = { query, found, files: [...files], read: [], holding: [] };
    const start = performance.now();
    await indexOf(manifest, async (path) => JSON.parse(sent.get(path))[1]).find(query);
    answer.milliseconds = performance.now() - start;
    for (const number of found.slice(0, read)) {
      if (answer.holding.length === shown) break;
      const before = files.length;
      if (matches((await index.page(number)).text, query)) answer.holding.push(number);
      answer.read.push(files.slice(before));
    }
    answers.push(answer);
  }
  return answers;
}"""


class Answer(Record):
    """What came of a query: the documents found, best first; the files asked for; of the pages read one by one, those
    that hold it, as JavaScript tells, and the files each took."""

    query: str
    found: list[int]
    files: list[str]
    read: list[list[str]]
    holding: list[int]
    milliseconds: float


class Collection:
    """Invented cases with the files of their index."""

    def __init__(self, count: int):
        self.documents = numbered(documents(count))
        variants = variants_files(read_site(Path("content")).library, self.documents)
        self.files = {f"search/{name}": one.text or "" for name, one in index_files(self.documents, variants).items()}
        self._sizes: dict[str, int] = {}
        self._holding: dict[str, set[int]] = {}

    @cached_property
    def texts(self) -> list[str]:
        """All text of each document, folded."""
        return [fold(document.text) for document in self.documents]

    def holding(self, query: str) -> set[int]:
        """The documents that hold every word of a query as it was typed."""
        if query not in self._holding:
            words = fold(query).split()
            holding = (number for number, text in enumerate(self.texts) if all(word in text for word in words))
            self._holding[query] = set(holding)
        return self._holding[query]

    def write(self, folder: Path) -> None:
        """Write the files as they are published."""
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")

    def size(self, names: Iterable[str]) -> int:
        """The bytes of files after gzip -9."""
        return sum(self._size(name) for name in names)

    def _size(self, name: str) -> int:
        if name not in self._sizes:
            self._sizes[name] = compressed(self.files[name])
        return self._sizes[name]


def compressed(text: str) -> int:
    """The bytes of a text after gzip -9."""
    return len(gzip.compress(text.encode(), 9))


def within_runs(found: Sequence[SearchDocument]) -> list[str]:
    """Strings as readers type them: letters and digits, of every length as many, from anywhere in all text."""
    return _drawn(found, lambda text: runs(fold(text)) == [fold(text)])


def anywhere(found: Sequence[SearchDocument]) -> list[str]:
    """Strings with what stands between words, too, from anywhere in a line."""
    return _drawn(found, lambda text: "\n" not in text and text.strip() == text and any(runs(fold(text))))


def _drawn(found: Sequence[SearchDocument], fits: Callable[[str], bool]) -> list[str]:
    chance = random.Random(len(found))  # noqa: S311 - nothing secret
    text = "\n".join(document.text for document in found)
    drawn: dict[str, None] = {}
    for length in LENGTHS:
        wanted = len(drawn) + OF_EACH
        while len(drawn) < wanted:
            start = chance.randrange(len(text))
            piece = text[start : start + length]
            if len(piece) == length and fits(piece):
                drawn[piece] = None
    return list(drawn)


def answers(collection: Collection, queries: Sequence[str]) -> list[Answer]:
    """Ask Chromium, which fetches the files from a folder as they are published."""
    with tempfile.TemporaryDirectory() as name:
        folder = bundled(_ENTRY, Path(name))
        collection.write(folder)
        with served(folder) as address, chromium() as browser:
            page = browser.new_page()
            page.goto(address)
            return [Answer(**answer) for answer in page.evaluate(_ASK, [queries, SHOWN, READ])]


class Figures(NamedTuple):
    """Of some queries: what share of the pages that hold the string is found; what share of the first ten found holds
    it, and of the ten shown; for how many nothing can be shown; bytes before the first result, those of them without
    texts that were read in vain, bytes of the other texts, and milliseconds: half of the queries, 95 of 100 at most.
    """

    recall: float
    precision: float
    shown: float
    nothing: int
    first: tuple[float, float]
    needed: tuple[float, float]
    others: tuple[float, float]
    milliseconds: tuple[float, float]


def figures(collection: Collection, asked: Sequence[Answer]) -> Figures:
    """The figures of some queries together; the shares are of all their pages."""
    holding = [collection.holding(answer.query) for answer in asked]
    firsts = [answer.found[:SHOWN] for answer in asked]
    index = [collection.size(["search/manifest.json", *answer.files]) for answer in asked]
    first = [collection.size(_before(answer)) for answer in asked]
    read = [collection.size(name for names in answer.read for name in names) for answer in asked]
    return Figures(
        recall=_share([answer.found for answer in asked], holding, of=holding),
        precision=_share(firsts, holding, of=firsts),
        shown=_share([answer.holding for answer in asked], holding, of=[answer.holding for answer in asked]),
        nothing=sum(not answer.holding for answer in asked),
        first=half_and_most(list(map(add, index, first))),
        needed=half_and_most([of + collection.size(_first(answer)) for of, answer in zip(index, asked, strict=True)]),
        others=half_and_most(list(map(sub, read, first))),
        milliseconds=half_and_most([answer.milliseconds for answer in asked]),
    )


def _before(answer: Answer) -> Iterator[str]:
    """The files of the pages that are read up to the first that holds the query."""
    first = answer.found.index(answer.holding[0]) if answer.holding else len(answer.read) - 1
    return (name for names in answer.read[: first + 1] for name in names)


def _first(answer: Answer) -> list[str]:
    """The files of the first page that holds the query."""
    return answer.read[answer.found.index(answer.holding[0])] if answer.holding else []


def _share(some: Sequence[Iterable[int]], good: Sequence[set[int]], of: Sequence[Iterable[int]]) -> float:
    both = sum(len(set(numbers) & right) for numbers, right in zip(some, good, strict=True))
    return both / sum(len(set(numbers)) for numbers in of)


def half_and_most(numbers: Sequence[float]) -> tuple[float, float]:
    """The number that half of them do not exceed, and the one that 95 of 100 do not."""
    ranked = sorted(numbers)
    return statistics.median(ranked), ranked[math.ceil(len(ranked) * 0.95) - 1]


_HEAD = (
    "queries", "number", "recall", "of the first ten holding it", "of the ten shown", "nothing to show",
    "kB before the first result, p50", "p95", "kB of the index and its text, p50", "p95",
    "kB of the other texts, p50", "p95", "ms, p50", "p95",
)  # fmt: skip


def report(count: int) -> str:
    """Markdown: the sizes of all files of so many cases, and the figures of the queries."""
    collection = Collection(count)
    typed = answers(collection, within_runs(collection.documents))
    rows = {"in words": typed}
    rows |= {f"of {length} characters": [one for one in typed if len(one.query) == length] for length in LENGTHS}
    rows["anywhere in a line"] = answers(collection, anywhere(collection.documents))
    told = ([name, str(len(asked)), *_told(figures(collection, asked))] for name, asked in rows.items())
    return f"{_sizes(collection)}\n\n{table(_HEAD, told)}"


def _told(told: Figures) -> Iterator[str]:
    yield from (f"{share:.4f}" for share in (told.recall, told.precision, told.shown))
    yield str(told.nothing)
    yield from (f"{size / 1000:.1f}" for size in (*told.first, *told.needed, *told.others))
    yield from (f"{milliseconds:.1f}" for milliseconds in told.milliseconds)


def _sizes(collection: Collection) -> str:
    """How many files there are of each kind, and their size."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name in collection.files:
        kinds["/".join(name.split("/")[2:-1]) or name.split("/")[-1]].append(name)
    rows = ([kind, str(len(names)), f"{collection.size(names) / 1e6:.3f}"] for kind, names in kinds.items())
    return table(("files", "number", "MB"), rows)
