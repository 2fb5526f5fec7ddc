"""Looks at built sites in Chromium: what pages are made of, and whether anything of a stranger runs on them."""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Error, Page, Route

from tests.attack.filled import PAYLOADS

JUDGE = (Path(__file__).parent / "judge.js").read_text(encoding="utf-8")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
CALLS = """
for (const name of ["alert", "confirm", "prompt", "print", "msgbox", "evil"]) window[name] = () => ran(location.href);
addEventListener("securitypolicyviolation", (event) => ran(`CSP ${event.violatedDirective} ${event.blockedURI}`));
"""
STEP, LONGEST = 40, 4000  # milliseconds
QUIET = f"""async () => {{
  const count = () => performance.getEntriesByType("resource").length;
  const before = count();
  await new Promise((next) => setTimeout(next, {STEP}));
  return count() === before && document.readyState === "complete";
}}"""
# states of pages that an address asks for; % is the hostile text, in what is asked and behind #
ADDRESSES = (
    "search/?q=%",
    "search/?q=停车&theme=%&form=%&place=%&kind=%&view=%&page=%#%",
    "cases/?theme=%&place=%&form=%&actor=%&indicator=%&view=%&by=%&from=%&to=%&page=%#%",
    "cases/?indicator=volunteers&series=%&least=%&most=%&order=%",
    "compare/?cases=%",
    "compare/?cases=taoyuan-parking,taoyuan-garden,%&rows=%#%",
    "cases/taoyuan-parking/?q=%#%",
    "methods/talk-it-over/?q=停车%#step-%",
    "?%=%#%",
    "404.html?q=%#%",
)
# pages whose scripts fetch files of data
DATA = (
    "search/?q=停车",
    "cases/?view=table&indicator=volunteers",
    "cases/?view=map",
    "cases/?indicator=volunteers&least=x&theme=parking",
    "compare/?cases=taoyuan-parking,taoyuan-garden",
    "cases/taoyuan-parking/?q=停车#step-talk",
)


@dataclass
class Seen:
    """What happened on pages: how many were opened, what ran or asked another host, what they had besides."""

    pages: int = 0
    ran: list[str] = field(default_factory=list)
    odd: dict[str, str] = field(default_factory=dict)

    def add(self, parts: Iterable[str], known: set[str], where: str) -> None:
        self.odd |= {part: where for part in parts if part not in known}


@contextmanager
def watched(browser: Browser, host: str, seen: Seen) -> Iterator[Page]:
    """A page on which it is noticed when something runs that should not, or another host is asked."""
    context = browser.new_context(base_url=host, locale="zh-CN")
    page = context.new_page()
    page.expose_function("ran", lambda what: seen.ran.append(what))
    page.add_init_script(CALLS)
    page.on("dialog", lambda dialog: (seen.ran.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda other: seen.ran.append(f"popup {other.url}"))
    page.on("request", lambda one: None if one.url.startswith((host, "blob:")) else seen.ran.append(f"asked {one.url}"))
    yield page
    context.close()


def paths(site: Path) -> list[str]:
    """The address of every page of a built site, below its root."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def parts(browser: Browser, host: str, addresses: list[str]) -> tuple[dict[str, str], str]:
    """What the files of pages are made of: part -> the first page that has it; and all their words."""
    page = browser.new_page()
    page.goto(f"{host}404.html")
    told = page.evaluate(f"(paths) => {_judge()}.of(paths)", [f"{host}{quote(one)}" for one in addresses])
    page.close()
    return told["found"], told["words"]


def without_policy(site: Path, copy: Path) -> Path:
    """A copy of a built site without the Content-Security-Policy of its pages."""
    shutil.copytree(site, copy)
    for path in copy.rglob("*.html"):
        bare, count = POLICY.subn("", path.read_text(encoding="utf-8"))
        assert count == 1, path
        path.write_text(bare, encoding="utf-8")
    return copy


def opened(page: Page, address: str, known: set[str], seen: Seen) -> None:
    """Open an address, wait until its scripts have fetched and drawn what it asks for, and look at the page."""
    page.goto(address)
    for _ in range(LONGEST // STEP):
        with suppress(Error):  # an old address leads on meanwhile
            if page.evaluate(QUIET):
                break
    seen.pages += 1
    seen.add(page.evaluate(f"() => {_judge()}.here()"), known, page.url)


def _judge() -> str:
    return JUDGE[JUDGE.index("(() =>") :].rstrip().rstrip(";")


def addresses(texts: Iterable[str]) -> Iterator[str]:
    """Each address with each text in it."""
    for text in texts:
        safe = quote(text.encode("utf-8", "surrogatepass"), safe="")
        yield from (address.replace("%", safe) for address in ADDRESSES)


def tampering(seed: int, only_words: bool) -> Callable[[Route], None]:
    """What a route does to a file of data: hostile texts in its strings; or in those alone that are Chinese words."""
    count = seed

    def spoilt(node: object) -> object:
        nonlocal count
        if isinstance(node, dict):
            return {key: spoilt(value) for key, value in node.items()}
        if isinstance(node, list):
            return [spoilt(value) for value in node]
        if not isinstance(node, str) or (only_words and not re.search("[\u4e00-\u9fff]", node)):
            return node
        count += 1
        text = PAYLOADS[count % len(PAYLOADS)][1]
        return text if not only_words and count % 2 else node + text

    def handle(route: Route) -> None:
        with suppress(Error):  # a name that no server takes; a page that is closed meanwhile
            answer = route.fetch()
            if answer.ok:
                route.fulfill(response=answer, body=json.dumps(spoilt(answer.json()), ensure_ascii=True))
            else:
                route.fulfill(response=answer)
            return
        with suppress(Error):
            route.abort()

    return handle
