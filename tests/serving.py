"""The server at home in a test: a collection and a theme in folders of their own, and the site of them."""

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from casebook_pelican.resident import CONTENT, STATIC, TEMPLATES, Resident, State
from casebook_pelican.serve import HOST, listening, serve
from tests.conftest import CANTEENS, ROOT

ALL = frozenset((CONTENT, STATIC, TEMPLATES))


def free() -> socket.socket:
    """A port of this machine that nothing uses."""
    one = socket.socket()
    one.bind((HOST, 0))
    return one


def serving(home: Resident, watched: dict[str, Path], restart: Callable[[], str] = str) -> int:
    """The port of a server that runs to the end of the tests."""
    with free() as probe:
        number = probe.getsockname()[1]
    sockets = listening(str(number))
    threading.Thread(target=lambda: asyncio.run(serve(home, sockets, watched, restart)), daemon=True).start()
    return number


def until(is_so: Callable[[], object]) -> None:
    for _ in range(3000):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it has not come to that")


class Home:
    """A collection and a theme in folders of their own, and the site of them."""

    def __init__(self, root: Path) -> None:
        self.content = Path(shutil.copytree(CANTEENS, root / "content"))
        self.theme = root / "theme"
        for name in ("templates", "build"):
            shutil.copytree(ROOT / "theme" / name, self.theme / name)
        (self.theme / "static").mkdir()
        shutil.copy(ROOT / "theme" / "static" / "icon.svg", self.theme / "static")
        settings = root / "conf.py"
        plugins = f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]"
        settings.write_text(f"from pelicanconf import *\nTHEME = {str(self.theme)!r}\n{plugins}\n")
        self.is_bundled = True
        self.site = Resident(settings, self.content, lambda: self.is_bundled)
        self.site.update(ALL)

    def page(self, address: str) -> str:
        assert self.site.edition
        page = self.site.edition.file(f"{address}/index.html")
        return page.decode() if page else ""

    def state(self, address: str) -> State:
        return self.site.state(f"{address}/")

    def edit(self, name: str, old: str, new: str, what: str = CONTENT) -> None:
        """Change something, and have it taken over."""
        path = (self.content if what == CONTENT else self.theme) / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))
        self.site.update({what})
