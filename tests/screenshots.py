"""Takes a screenshot of the built home page: `python -m tests.screenshots FILE`."""

import functools
import http.server
import sys
import threading

from playwright.sync_api import sync_playwright

from tests.chromium import ARGUMENTS, executable
from tests.conftest import ROOT


def main(path: str) -> None:
    """Serve output/ for a moment and write the picture to `path`."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(ROOT / "output"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS)) as browser:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
            page.screenshot(path=path)
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1])
