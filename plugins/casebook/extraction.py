"""The command `extract`: articles in, a line of JSON each out."""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from casebook.articles import Article, TooLongError, article, decoded
from casebook.characters import json_text, shown
from casebook.extract import Extractor, steps
from casebook.extract import explained as explained_steps
from casebook.extract.evidence import Candidate, likely
from casebook.extract.moments import when
from casebook.extract.numerals import CHINESE
from casebook.extract.scenes import places
from casebook.extract.themes import themes
from casebook.extract.weights import weights
from casebook.model.records import Metric
from casebook.reading.bounds import LARGEST_ARTICLE, LONGEST_ARTICLE

STDIN = "-"
_SMALL = 10  # what a number in words that measures nothing goes up to
_FEW = 20  # files are done before one asks how far it is

# errno -> what was found, and what to do
_COMPLAINTS = {
    errno.ENOENT: ("没有这个文件", "请检查路径"),
    errno.EISDIR: ("是文件夹", "请写出里面的文件,例如 {path}/*.txt"),
    errno.EACCES: ("没有权限", "请改文件的权限"),
    errno.EFBIG: (f"超过 {LARGEST_ARTICLE // 2**20} MiB", "请拆成几个文件"),
    errno.EMSGSIZE: (f"文字超过 {LONGEST_ARTICLE // 10_000} 万字", "请拆成几个文件"),
    errno.EILSEQ: ("不是 UTF-8、GB18030 或 Big5 编码的文字", "请用编辑器另存为 UTF-8"),
}


def print_extractions(paths: Sequence[str], extractor: Extractor, *, explained: bool = False) -> int:
    """Print a line for each file as soon as it is read; `-` is standard input. `explained`: with what decided.

    A file that cannot be read is named on stderr and the rest is done; the exit code is then 1, else 0.
    """
    failed = 0
    progress = Progress(len(paths), sys.stderr)
    for path in paths:
        progress.count()
        try:
            read = read_article(path)
        except OSError as error:
            progress.clear()
            print(shown(_complaint(path, error)), file=sys.stderr)
            failed = 1
            continue
        row = {"id": "stdin" if path == STDIN else Path(path).stem, **extraction(read, extractor, explained=explained)}
        progress.clear()
        try:
            _print_line(row)
        except BrokenPipeError:  # whoever reads has enough (| head)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more when it ends
            break
    progress.clear()
    return failed


def read_article(path: str) -> Article:
    """The article in a file, or in standard input; OSError when there is none or it is too large or no text."""
    if path == STDIN:
        given = sys.stdin.buffer.read(LARGEST_ARTICLE + 1)
    else:
        with Path(path).open("rb") as file:
            given = file.read(LARGEST_ARTICLE + 1)
    if len(given) > LARGEST_ARTICLE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    try:
        return article(decoded(given), None if path == STDIN else Path(path).suffix)
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)) from error
    except TooLongError as error:
        raise OSError(errno.EMSGSIZE, os.strerror(errno.EMSGSIZE)) from error


def extraction(read: Article, extractor: Extractor, *, explained: bool = False) -> dict[str, object]:
    """Metrics, steps and tags of an article; spans lead into what was given, indicator ids are written with `_`.

    `explained`: each metric has its `evidence`, pairs of what spoke for its indicator and how much it weighs, and
    `why_steps` and `why_tags` have that of all that might be a step or a tag.
    """
    if not explained:
        return {"metrics": metrics(read, extractor), "steps": _steps(read), "tags": tags(read.text, extractor)}
    return {
        "metrics": explained_metrics(read, extractor),
        "steps": _steps(read),
        "why_steps": explained_steps(read.text),
        "tags": tags(read.text, extractor),
        "why_tags": explained_tags(read.text, extractor),
    }


def metrics(read: Article, extractor: Extractor) -> list[dict[str, object]]:
    """The metrics of an article, without small numbers in words that count nothing known: 悟出三句话."""
    found = extractor.metrics(read.text)
    return [_metric(read, metric) for metric in found if not _is_manner(read, metric, extractor)]


def explained_metrics(read: Article, extractor: Extractor) -> list[dict[str, object]]:
    """The metrics of an article, each with what decided: a rule and its words, or features and their weights."""
    return [
        {**_metric(read, one.metric), "evidence": [[name.replace("-", "_"), weight] for name, weight in one.evidence]}
        for one in extractor.explained(read.text)
        if not _is_manner(read, one.metric, extractor)
    ]


def _is_manner(read: Article, metric: Metric, extractor: Extractor) -> bool:
    """Whether a figure is a manner of speaking; two in three of such are, in texts that others have annotated.

    What is left of 三大 and the like after the traps is what one can count.
    """
    written = read.text[metric.start : metric.end]
    is_small = metric.value <= _SMALL and metric.value_max is None and metric.qualifier == "exact"
    is_in_words = is_small and written[0] in CHINESE and written[-1] != "大"
    return is_in_words and metric.indicator == extractor.vocabulary.cues.otherwise


def _metric(read: Article, metric: Metric) -> dict[str, object]:
    start, end = read.span(metric.start, metric.end)
    return {
        "span": [start, end],
        "text": read.given[start:end],
        "value": float(metric.value),
        "value_max": None if metric.value_max is None else float(metric.value_max),
        "unit": metric.unit,
        "qualifier": metric.qualifier,
        "indicator": metric.indicator.replace("-", "_"),
    }


def _steps(read: Article) -> list[dict[str, object]]:
    rows = []
    for step in steps(read.text):
        start = read.text.find(step.title, step.start, step.end)  # a heading's number goes before its title
        rows.append(
            {
                "n": step.number,
                "title": step.title,
                "span": list(read.span(start, start + len(step.title))),
                "kind": "explicit" if step.basis == "stated" else "narrative",
                "when": when(read.text[step.start : step.end]),
            }
        )
    return rows


def tags(text: str, extractor: Extractor) -> dict[str, list[object]]:
    """The tags by facet: themes by their term, likeliest first; the others as written, places with their level."""
    found = extractor.evidence(text)
    return {
        "themes": [theme.name for theme in themes(found.themes)],
        "actors": [actor.name for actor in likely(found.actors, "actors")],
        "forms": [form.name for form in likely(found.forms, "forms")],
        "places": [{"name": place.name, "level": place.level} for place in places(found.places)],
    }


def explained_tags(text: str, extractor: Extractor) -> dict[str, list[dict[str, object]]]:
    """All that might be tags by facet, the likeliest first, with the log odds and the features that weigh."""
    found = extractor.evidence(text)
    facets = {
        "themes": found.themes,
        "actors": found.actors,
        "forms": found.forms,
        "places": [scene.candidate for scene in found.places],
    }
    return {facet: _weighed(facet, candidates) for facet, candidates in facets.items()}


def _weighed(facet: str, candidates: Sequence[Candidate]) -> list[dict[str, object]]:
    table = weights(facet)
    rows = sorted(((table.odds(one.features), one) for one in candidates), key=lambda row: (-row[0], row[1].start))
    return [
        {"name": one.name, "odds": round(odds, 2), "evidence": [list(pair) for pair in table.evidence(one.features)]}
        for odds, one in rows
    ]


def _print_line(row: dict[str, object]) -> None:
    """Print JSON in UTF-8, wherever we run; what may not be printed is escaped, and a name that is no text, too."""
    sys.stdout.buffer.write(f"{json_text(row)}\n".encode())
    sys.stdout.buffer.flush()


def _complaint(path: str, error: OSError) -> str:
    found, advice = _COMPLAINTS.get(error.errno or 0, (error.strerror or str(error), "请检查这个文件"))
    shown = "标准输入" if path == STDIN else path
    return f"{shown}: 读不了({found});{advice.format(path=path.rstrip('/'))}"


class Progress:
    """How many of many files are done, on a line that is written over; nothing where nobody watches."""

    def __init__(self, total: int, terminal: TextIO):
        self.total, self.terminal, self.done = total, terminal, 0
        self.is_shown = total > _FEW and terminal.isatty()

    def count(self) -> None:
        """Show that one more is being read."""
        self.done += 1
        self._write(f"{self.done}/{self.total} …")

    def clear(self) -> None:
        """Make room for a line of output on the same terminal."""
        self._write(" " * len(f"{self.total}/{self.total} …") + "\r")

    def _write(self, text: str) -> None:
        if self.is_shown:
            self.terminal.write(f"\r{text}")
            self.terminal.flush()
