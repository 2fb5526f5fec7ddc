"""Questions as practitioners ask them: how our search and its peers answer them, and what an answer costs.

Run from the root of the project: `inv bench asked`, or after a build `python -m benchmarks.asked`. asked/README.md
tells how the questions were written, README.md how to install the peers.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from benchmarks.asking import chromium
from benchmarks.golden import SHOWN, Answers, Question, is_early, mrr, side_by_side
from benchmarks.scale_queries import compressed, half_and_most
from benchmarks.search_peers import PEERS, peers
from benchmarks.tables import table
from casebook.files import read_site
from casebook.search import SearchDocument, documents
from tests.scripts import ask

_FOLDER = Path(__file__).with_name("asked")
OPEN, KEPT = _FOLDER / "open.json", _FOLDER / "kept.json"
_SITE = Path("output")
_OURS = {"ours": "", "without meaning": "words", "as typed alone": "1"}  # -> `alone` in the address of the search page


def main(argv: Sequence[str] | None = None) -> int:
    """Print of each half how it is answered, whole and by kind, and what an answer costs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.asked", description=__doc__)
    parser.add_argument("--site", type=Path, default=_SITE, help=f"the built site (default {_SITE})")
    parser.add_argument("--peers-python", type=Path, default=PEERS, help=f"one that has the peers (default {PEERS})")
    parser.add_argument("--kept", action="store_true", help="ask the kept questions, too: only when all is done")
    args = parser.parse_args(argv)
    corpus = list(documents(read_site(Path("content")).library))
    for half in (OPEN, *([KEPT] if args.kept else [])):
        asked = _addressed(questions(half), corpus)
        found = _answers(args.site, args.peers_python, corpus, [question.text for question in asked])
        print(f"{half.stem}, {len(asked)} questions, {len(corpus)} pages:\n\n{_comparison(asked, found)}\n")
        print(f"MRR by kind:\n\n{side_by_side(asked, found, mrr)}\n")
        print(f"Among the first three, by kind:\n\n{side_by_side(asked, found, _early)}\n")
        print(f"What an answer costs:\n\n{costs(args.site, [question.text for question in asked])}\n", flush=True)
    return 0


def questions(half: Path) -> tuple[Question, ...]:
    """The questions of a half, with slugs of pages."""
    return TypeAdapter(tuple[Question, ...]).validate_json(half.read_bytes())


def _addressed(asked: Iterable[Question], corpus: Iterable[SearchDocument]) -> list[Question]:
    """The questions with addresses for slugs."""
    pages = {page.ref.split("/")[1]: page.ref for page in corpus if page.kind in ("case", "method")}
    return [
        one.model_copy(update={"grades": {pages.get(slug, slug): grade for slug, grade in one.grades.items()}})
        for one in asked
    ]


def _answers(site: Path, python: Path, corpus: Sequence[SearchDocument], texts: Sequence[str]) -> dict[str, Answers]:
    """Search -> what it shows first for each question, a page once."""
    found: dict[str, Answers] = {
        name: dict(zip(texts, ask(site, alone=alone, answers=texts)["answers"], strict=True))
        for name, alone in _OURS.items()
    }
    with chromium() as browser:
        found |= peers(python, corpus, texts, browser)
    return {
        name: {text: list(dict.fromkeys(pages))[:SHOWN] for text, pages in answered.items()}
        for name, answered in found.items()
    }


def _comparison(asked: Sequence[Question], found: Mapping[str, Answers]) -> str:
    rows = [
        [name, mrr(asked, answered), _early(asked, answered), str(sum(not answered[one.text] for one in asked))]
        for name, answered in found.items()
    ]
    return table(("", "MRR", "among the first three", "nothing found"), rows)


def _early(asked: Sequence[Question], answers: Answers) -> str:
    return str(sum(is_early(answers[question.text], question.grades) for question in asked))


def costs(site: Path, texts: Sequence[str]) -> str:
    """What the files weigh that a question fetches as the first of a visit, and how long it takes with them at hand."""
    rows = []
    for name, alone in _OURS.items():
        told = ask(site, alone=alone, costs=texts)["costs"]
        sizes = {
            path: compressed((site / path).read_text(encoding="utf-8")) / 1000 for files, _ in told for path in files
        }
        fetched = half_and_most([sum(map(sizes.__getitem__, files)) for files, _ in told])
        number = half_and_most([len(files) for files, _ in told])
        spent = half_and_most([milliseconds for _, milliseconds in told])
        rows.append([name, *map("{:.1f}".format, fetched), *map("{:.0f}".format, number), *map("{:.1f}".format, spent)])
    return table(("", "kB, p50", "p95", "files, p50", "p95", "ms, p50", "p95"), rows)


if __name__ == "__main__":
    sys.exit(main())
