"""The whole attack, `inv attack`: every hostile text in field after field, in every address and file of data; counted."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from casebook.files import read_site
from tests.attack.browser import DATA, Seen, addresses, opened, parts, paths, tampering, watched, without_policy
from tests.attack.collection import STEADY, planted, write
from tests.attack.filled import BENIGN, COPIES, PAYLOADS, files
from tests.chromium import ARGUMENTS, executable
from tests.conftest import pelican
from tests.server import served

COMMENT = "node 8"  # one in a file of data stays one
FEW = 8  # how many texts each field that takes ids alone is tried with
EVERY = 40  # of so many pages, how many are opened in one site of a round
TAMPERED = 30  # rounds, each with other texts in other strings


def built(folder: Path, output: Path) -> Path:
    run = pelican(folder, output)
    if run.returncode:
        raise AssertionError(run.stdout + run.stderr)
    return output


def clean(browser: Browser, work: Path) -> set[str]:
    """What pages are made of while nobody attacks."""
    site = built(planted(work / "clean.content", 0, BENIGN).folder, work / "clean")
    seen = Seen()
    with served(site) as host, watched(browser, host, seen) as page:
        known = set(parts(browser, host, paths(site))[0])
        for address in (*DATA, "?q=x", "404.html"):
            opened(page, host + address, set(), seen)
    assert seen.ran == [], seen.ran
    return {*known, *seen.odd, "<label data-depth>", "<input disabled>", "<br>"}  # where a filter has nothing to offer


def fields(browser: Browser, work: Path, known: set[str], rounds: int, seen: Seen) -> Path:
    """Sites with hostile texts in all fields, each round with others; the last one without its policy."""
    count: Counter[str] = Counter()
    tried, shown = set(), Counter()
    for number in range(rounds):
        found = planted(work / f"{number}.content", number * 19)
        site = built(found.folder, work / f"{number}")
        bare = without_policy(site, work / f"{number}.bare")
        tried |= {(leaf.name, leaf.text) for leaf in found.leaves}
        count.update(places=len(found.leaves), taken=len(found.taken), fields=0, pages=len(paths(site)))
        count["fields"] = len({leaf.name for leaf in found.leaves})
        with served(site) as host, served(bare) as open_host, watched(browser, open_host, seen) as page:
            made, words = parts(browser, host, paths(site))
            seen.add(made, known, f"round {number} ")
            shown.update(leaf.text in words for leaf in found.taken if leaf.kind == "templates" and not leaf.is_block)
            for path in paths(bare)[number % 4 :: max(1, len(paths(bare)) // EVERY)]:
                opened(page, open_host + path, known, seen)
            with watched(browser, host, seen) as strict:
                for path in paths(site)[number % 20 :: 20]:
                    opened(strict, host + path, known, seen)
        told(f"round {number + 1} of {rounds}", {**count, "pairs of field and text": len(tried)}, seen)
    print(
        f"texts for templates: {shown[True]} shown as they are written, {shown[False]} on no page or changed by Markdown"
    )
    return bare


def told(what: str, count: dict[str, int], seen: Seen) -> None:
    numbers = ", ".join(f"{name} {number}" for name, number in count.items())
    print(f"{what}: {numbers}; pages opened {seen.pages}, ran {len(seen.ran)}, odd {seen.odd}", flush=True)
    if seen.ran:
        print("\n".join(map(repr, seen.ran[:10])))


def asked(browser: Browser, site: Path, known: set[str], seen: Seen) -> None:
    """Every text in every address that scripts read."""
    with served(site) as host:
        for start in range(0, len(PAYLOADS), 50):
            with watched(browser, host, seen) as page:
                for address in addresses(text for _, text in PAYLOADS[start : start + 50]):
                    opened(page, host + address, known, seen)
            told("addresses", {"texts": start + 50}, seen)


def fetched(browser: Browser, site: Path, known: set[str], seen: Seen) -> None:
    """Files of data with hostile texts in their strings."""
    with served(site) as host:
        for number in range(TAMPERED):
            with watched(browser, host, seen) as page:
                page.route("**/*.json", tampering(number * 17, only_words=number % 3 > 0))
                for address in DATA:
                    opened(page, host + address, {*known, COMMENT}, seen)
    told("files of data", {"rounds": TAMPERED}, seen)


def refusals(work: Path) -> None:
    """Fields of ids, dates and words for one of few things: each text alone is refused, or is such a word."""
    counts, taken = Counter(), set()
    every = files(1)
    steady = [(file, leaf) for file in every for leaf in file.leaves() if leaf.before and STEADY.fullmatch(leaf.before)]
    for place, (_, leaf) in enumerate(steady):
        for step in range(FEW):
            leaf.kind, leaf.text = PAYLOADS[(place * FEW + step) * 13 % len(PAYLOADS)]
            leaf.alone = True
            write(work, every)
            is_taken = not read_site(work).errors
            counts[is_taken] += 1
            taken |= {(leaf.name, leaf.text)} if is_taken else set()
        leaf.text = ""
    print(f"fields of ids: {len({leaf.name for _, leaf in steady})}, tried {counts.total()}, refused {counts[False]}")
    print("taken:", sorted(taken))


def main(rounds: int) -> int:
    print(f"{len(PAYLOADS)} texts; {COPIES} entries and terms of each kind")
    bare_seen, address_seen, data_seen = Seen(), Seen(), Seen()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        known = clean(browser, work)
        bare = fields(browser, work, known, rounds, bare_seen)
        fetched(browser, bare, known, data_seen)
        asked(browser, bare, known, address_seen)
        browser.close()
        refusals(work / "refusals")
    every = (bare_seen, address_seen, data_seen)
    return int(any(one.ran or one.odd for one in every))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 30))
