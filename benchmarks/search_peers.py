"""The golden queries asked of our search, of plain lunr over jieba's words, and of Pagefind, on the same pages.

Run from the root of the project: `inv bench search`, or after a build `python -m benchmarks.search_peers`. README.md of
this folder tells how to install the peers.
"""

import argparse
import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from playwright.sync_api import Browser

from benchmarks.asking import answers, chromium
from benchmarks.golden import SHOWN, Answers, Query, failing, fault, mrr, queries, report, scores, side_by_side
from benchmarks.tables import table
from casebook.files import read_site
from casebook.search import BOOSTS, SearchDocument, documents
from tests.server import served

_SITE = Path("output")
PEERS = Path(".build/peers/bin/python")
_PAGE = '<!doctype html><html lang="zh-CN"><title>{title}</title><main><h1>{title}</h1>{paragraphs}</main></html>'
_PAGEFIND = """async ([texts, shown]) => {
  const pagefind = await import("./pagefind/pagefind.js");
  const found = {};
  for (const text of texts) {
    const { results } = await pagefind.search(text);
    const pages = await Promise.all(results.slice(0, shown).map((result) => result.data()));
    found[text] = pages.map((page) => page.raw_url ?? page.url);
  }
  return found;
}"""


def main(argv: Sequence[str] | None = None) -> int:
    """Ask everyone and print a table of all queries, one of those that need no variants, one of MRR by kind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_peers", description=__doc__)
    parser.add_argument("--site", type=Path, default=_SITE, help=f"the built site (default {_SITE})")
    parser.add_argument("--peers-python", type=Path, default=PEERS, help=f"one that has the peers (default {PEERS})")
    args = parser.parse_args(argv)
    asked = queries()
    texts = [query.text for query in asked]
    corpus = list(documents(read_site(Path("content")).library))
    with chromium() as browser:
        with served(args.site) as address:
            found: dict[str, Answers] = {"ours": answers(browser.new_page(), address, texts)}
        found |= peers(args.peers_python, corpus, texts, browser)
    print(f"{len(corpus)} pages, {len(asked)} queries. Ours by kind:\n\n{report(asked, found['ours'])}\n")
    print("\n".join(["Ours, not passing:", "", *failing(asked, found["ours"]), ""]))
    plain = [query for query in asked if not query.needs]
    for title, some in (("All queries", asked), ("Those that need no variants", plain)):
        print(f"{title} ({len(some)}):\n\n{_comparison(some, found)}\n")
    print(f"MRR by kind:\n\n{side_by_side(asked, found, mrr)}")
    return 0


def _comparison(asked: Sequence[Query], found: Mapping[str, Answers]) -> str:
    rows = [
        [
            name,
            *(f"{score:.3f}" for score in scores(asked, answered)),
            str(sum(not fault(query, answered[query.text]) for query in asked)),
        ]
        for name, answered in found.items()
    ]
    return table(("", f"recall@{SHOWN}", f"precision@{SHOWN}", "MRR", f"NDCG@{SHOWN}", "passing"), rows)


# --- the peers ------------------------------------------------------------------------------------------------


def peers(python: Path, corpus: Sequence[SearchDocument], texts: Sequence[str], browser: Browser) -> dict[str, Answers]:
    """What each of the peers finds; none, and a word on stderr, when there is no Python that has them."""
    if not python.is_file():
        print(f"The peers are left out, as there is no {python}: see benchmarks/README.md.", file=sys.stderr)
        return {}
    return {
        "lunr, jieba": _jieba_lunr(python, corpus, texts),
        "Pagefind": _pagefind(python, corpus, texts, browser),
    }


def _jieba_lunr(python: Path, corpus: Iterable[SearchDocument], texts: Sequence[str]) -> Answers:
    asked = {"documents": [msgspec.to_builtins(page) for page in corpus], "boosts": BOOSTS, "queries": texts}
    run = subprocess.run(
        [python, str(Path(__file__).with_name("jieba_lunr.py"))],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    found: Answers = json.loads(run.stdout.splitlines()[-1])
    return found


def _pagefind(python: Path, corpus: Iterable[SearchDocument], texts: Sequence[str], browser: Browser) -> Answers:
    """Pagefind's own index of bare pages, asked by its own script in Chromium, with its own settings."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page in corpus:
            path = folder / page.ref / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_html(page), encoding="utf-8")
        subprocess.run([python, "-m", "pagefind", "--site", str(folder)], check=True, stdout=subprocess.DEVNULL)
        (folder / "index.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
        with served(folder) as address:
            asking = browser.new_page()
            asking.goto(address)
            found = asking.evaluate(_PAGEFIND, [texts, SHOWN])
    return {text: [url.lstrip("/") for url in urls] for text, urls in found.items()}


def _html(page: SearchDocument) -> str:
    """A page of the same text that we search: title, other names, summary, body."""
    paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in (page.names, page.summary, *page.body.splitlines()))
    return _PAGE.format(title=html.escape(page.title), paragraphs=paragraphs)


if __name__ == "__main__":
    sys.exit(main())
