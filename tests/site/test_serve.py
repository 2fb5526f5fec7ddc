"""The server at home: addresses as on a static host, no others' questions, and what changed or is wrong shown at once."""

import asyncio
import contextlib
import json
import socket
import time
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

import casebook.readings
from casebook_pelican import resident, watching
from casebook_pelican.last_site import EDITION
from casebook_pelican.resident import CODE, CONTENT, STATIC, TEMPLATES, Resident, State
from casebook_pelican.serve import EVENTS, HOST, SCRIPT, PortError, listening
from casebook_pelican.worker import WORKER
from tests.conftest import CANTEENS, ROOT
from tests.serving import ALL, Home, free, serving, until

STORM = 1000  # changes
CASE, METHOD, THEME = "cases/yunhe-tasting", "methods/tasting-table", "themes/fewer-leftovers"


@pytest.fixture(scope="module")
def port(tiny: Path):
    """The port of a running server of the small collection."""
    home = Resident(ROOT / "pelicanconf.py", CANTEENS, lambda: True)
    number = serving(home, {CONTENT: CANTEENS})
    until(lambda: home.edition)
    return number


def ask(port: int, target: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a request whose target is sent as it is."""
    with contextlib.closing(HTTPConnection(HOST, port, timeout=20)) as connection:
        connection.putrequest(method, "/", skip_host="Host" in headers)
        connection._buffer[0] = connection._buffer[0].replace(b" / ", b" %b " % target.encode("latin-1"))
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()


def asset(site: Path, name: str) -> str:
    """The address of what is named after its content."""
    (path,) = site.glob(f"theme/{name}")
    return f"/{path.relative_to(site).as_posix()}"


def test_addresses(port, tiny):
    response, _ = ask(port, "/cases?a=1&b=%2f")
    assert (response.status, response.headers["Location"]) == (302, "/cases/?a=1&b=%2f")
    response, page = ask(port, "/cases/")
    assert SCRIPT in page.decode()
    response, style = ask(port, asset(tiny, "css/site-*.css"))
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert b"<script" not in style
    for path in ("/nope/", "/theme/nope.css", "/theme/"):
        response, page = ask(port, path)
        assert response.status == 404
        assert "没有这一页" in page.decode()


def test_what_a_static_host_answers(port, tiny):
    response, _ = ask(port, "/", "HEAD")
    assert (response.status, response.headers["Cache-Control"]) == (200, "no-store")
    length = response.headers["Content-Length"]
    response, page = ask(port, "/", Range="bytes=0-9")
    assert (response.status, str(len(page))) == (200, length)
    script = asset(tiny, "js/site-*.js")
    for name, kind in (("/search/manifest.json", "application/json"), (script, "text/javascript")):
        response, _ = ask(port, name)
        assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"):
        response, _ = ask(port, "/", method)
        assert response.status in (405, 400), method


ELSEWHERE = [
    "/..%2f..%2f..%2fetc/passwd",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/%2fetc/passwd",
]
ELSEWHERE += [
    "////evil/..%2f..",
    "//evil.test/..",
    "/\tevil",
    "/.%2e/",
    "/cases/../cases",
    "/c:/windows",
    "/C:%2fwindows/",
]
ODD = [
    "/%00",
    "/cases/%00/",
    "/..%5c..%5cetc",
    "/%5c%5cevil.test",
    "/a%0d%0aSet-Cookie:%20a=b",
    "/%ff",
    "/%c0%ae%c0%ae/",
]
ODD += [f"/{'a' * 300}", f"/{'a/' * 50}{'%E4%B8%AD' * 100}", "/%1b[2J", "/%7f"]


ODD += ["*", "cases/", "http://evil.test/", "http://127.0.0.1/cases"]


@pytest.mark.parametrize("targets", [ELSEWHERE, ODD], ids=["elsewhere", "odd"])
def test_no_address_leads_out_of_the_site(port, targets, capfd):
    for target in targets:
        response, body = ask(port, target)
        assert response.status == 400 or (targets is ELSEWHERE and response.status == 404), target
        assert "Location" not in response.headers, target
        assert b"root:" not in body, target
    assert capfd.readouterr().err == ""


def test_a_folder_has_its_one_address(port):
    for target in ("/cases", "/%63ases", "/cases%2f..%2fcases"):
        response, _ = ask(port, target)
        assert response.headers["Location"] == ("/cases/" if ".." not in target else None)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8000", "localhost:1", "[::1]", "[::1]:8000"])
def test_hosts_of_this_machine(port, host):
    assert ask(port, "/", Host=host)[0].status == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.test", "evil.test:8000", "127.0.0.1.evil.test", "localhost.evil.test", "localhost@evil.test"),
        *("192.168.1.1", "0.0.0.0", "127.0.0.2", "127.0.0.1:8000:1", "127.0.0.1:x", "[::2]", "a b"),
    ],
)
def test_a_name_that_was_made_to_lead_here_is_refused(port, host):
    for target in ("/", "/search/manifest.json", SCRIPT, EVENTS):
        response, body = ask(port, target, Host=host)
        assert response.status in (400, 403), target
        assert b"<" not in body


def test_who_reads_slowly_or_says_nothing_keeps_nobody_waiting(port):
    slow = [socket.create_connection((HOST, port)) for _ in range(20)]
    for one in slow[:10]:
        one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    for one in slow[10:]:
        one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert ask(port, "/")[0].status == 200
    for one in slow:
        one.close()


@pytest.mark.parametrize("port", ["0", "-1", "70000", "65536", "http", "", "8000.0", " 80", "٣", "99999999999"])
def test_what_is_no_port(port):
    with pytest.raises(PortError, match="is no port"):
        listening(port)


def test_a_port_that_is_taken_or_kept(monkeypatch):
    with free() as taken:
        taken.listen()
        with pytest.raises(PortError, match="another program uses it"):
            listening(str(taken.getsockname()[1]))

    def kept(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("casebook_pelican.serve.bind_sockets", kept)
    with pytest.raises(PortError, match="Port 80 cannot be used: the system keeps it for itself"):
        listening("80")


# --- what is shown ---


@pytest.fixture
def home(tmp_path: Path, tiny: Path) -> Home:
    return Home(tmp_path)


@pytest.mark.parametrize("name", ["moved", "many"])
def test_what_is_made_when_asked_for_is_what_a_build_writes(request, name, moved_content):
    built: Path = request.getfixturevalue(name)
    content = {"moved": moved_content, "many": built.with_suffix(".repository-80") / "content"}[name]
    home = Resident(ROOT / "pelicanconf.py", content, lambda: True)
    home.update(ALL)
    assert home.edition
    files = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]
    if name == "many":  # the lists, and some of each folder
        files = sorted(files)[:: max(1, len(files) // 300)]
    differ = {path for path in files if home.edition.file(path) != (built / path).read_bytes()}
    assert differ - {EDITION, WORKER} == set()


def test_of_a_changed_text_only_its_file_is_read(home, monkeypatch):
    read: list[str] = []
    original = casebook.readings.read

    def noted(found, *others):
        read.append(found.slug)
        return original(found, *others)

    monkeypatch.setattr(casebook.readings, "read", noted)
    before = home.state(CASE).edition
    home.edit(f"{CASE}.md", "\n## ", "\n后来隔壁的街坊也来学。\n\n## ")
    assert "隔壁的街坊也来学" in home.page(CASE)
    assert read == ["yunhe-tasting"]
    assert home.state(CASE) == State(home.site.edition.name)
    assert home.site.edition.name != before


def test_a_title_changes_where_it_stands(home):
    before = home.page("cases")
    home.edit("cases/fanglin-leftovers.md", "title: 芳林小学先称剩饭再改菜单", "title: 芳林小学称剩饭")
    assert "芳林小学先称剩饭" in before.replace("<wbr>", "")
    for page in map(home.page, ("cases", "cases/fanglin-leftovers", "about")):
        assert "芳林小学称剩饭" in page.replace("<wbr>", "")
    assert "芳林小学先称剩饭" not in home.page("cases").replace("<wbr>", "")


def test_a_name_of_the_vocabulary_changes_on_all_pages(home):
    name = next(path for path in (home.content / "cases").glob("*.md") if "少剩饭" in path.read_text())
    for path in home.content.rglob("*.md"):
        path.write_text(path.read_text().replace("少剩饭", "剩饭少"))
    home.edit("vocabulary/themes.yaml", "少剩饭", "剩饭少")
    assert "剩饭少" in home.page(f"cases/{name.stem}")


def test_an_error_is_told_on_its_page_while_the_last_good_text_stays(home):
    good = home.page(CASE)
    home.edit(f"{CASE}.md", "title: ", "titel: ")
    assert home.page(CASE) == good
    state = home.state(CASE)
    assert state.title.startswith("有错误,网页没有更新")
    assert [(line.kind, "titel: 不认识的键 titel" in line.text) for line in state.own] == [("错误", True)]
    assert state.others == ""
    other = home.state(METHOD)
    assert (other.own, other.others, other.rest) == ((), "别的文件有 1 处错误", state.own)
    home.edit(f"{CASE}.md", "titel: ", "title: ")
    assert home.state(CASE) == State(home.site.edition.name)


def test_problems_of_a_page_are_told_on_the_pages_below_it_and_those_of_terms_on_theirs(home):
    home.edit(f"{METHOD}.md", "title: ", "titel: ")
    home.edit("vocabulary/themes.yaml", "{id: menus", "{idd: menus")
    own = {one: home.state(one).own for one in (METHOD, f"{METHOD}/card", f"{METHOD}/changes", "themes/queues")}
    assert {one: {line.text.split(":")[0].split("/")[-1] for line in lines} for one, lines in own.items()} == {
        METHOD: {"tasting-table.md"},
        f"{METHOD}/card": {"tasting-table.md"},
        f"{METHOD}/changes": {"tasting-table.md"},
        "themes/queues": {"themes.yaml"},
    }


def test_a_page_comes_and_goes(home):
    text = (home.content / f"{CASE}.md").read_text().replace("title: ", "title: 又一次")
    new = home.content / "cases" / "another.md"
    new.write_text(text.replace("added:", "addded:"))
    home.site.update({CONTENT})
    assert home.page("cases/another") == ""
    assert any("addded" in line.text for line in home.state("cases/another").own)
    new.write_text(text)
    home.site.update({CONTENT})
    assert "又一次" in home.page("cases/another").replace("<wbr>", "")
    new.unlink()
    home.site.update({CONTENT})
    assert home.page("cases/another") == ""


def test_a_template_changes_and_a_broken_one_changes_nothing(home):
    home.edit("templates/base.html", "<main ", '<main data-new="1" ', TEMPLATES)
    good = home.page(CASE)
    assert 'data-new="1"' in good
    home.edit("templates/method.html", "{% extends", "{% if %}{% extends", TEMPLATES)
    assert home.page(CASE) == good
    assert home.page(METHOD)
    (line,) = home.state("about").own
    assert "theme/templates/method.html:1 模板: " in line.text
    home.edit(f"{CASE}.md", "\n## ", "\n后来隔壁的街坊也来学。\n\n## ")
    assert home.page(CASE) == good
    home.edit("templates/method.html", "{% if %}", "", TEMPLATES)
    assert home.state("about") == State(home.site.edition.name)
    assert "隔壁的街坊也来学" in home.page(CASE)


def test_a_style_sheet_changes_and_one_that_cannot_be_bundled_changes_nothing(home):
    names = home.theme / "build" / ".names.json"
    (old,) = (home.theme / "build").glob("css/site-*.css")
    names.write_text(names.read_text().replace(old.name, "site-NEW.css"))
    new = old.rename(old.with_name("site-NEW.css"))
    new.write_text("a{}")
    home.site.update({STATIC})
    assert "css/site-NEW.css" in home.page(CASE)
    assert home.site.edition.file("theme/css/site-NEW.css") == b"a{}"
    new.write_text("b{}")
    home.is_bundled = False
    home.site.update({STATIC})
    assert home.site.edition.file("theme/css/site-NEW.css") == b"a{}"
    assert [line.text.split(":")[0] for line in home.state("about").own] == ["theme/static"]


def test_what_a_bug_has_left_out_is_made_up_for(home, monkeypatch, capsys):
    with monkeypatch.context() as patched:
        patched.setattr(resident, "read_site", lambda *_, **__: {}["bug"])
        home.edit(f"{CASE}.md", "\n## ", "\n后来隔壁的街坊也来学。\n\n## ")
    assert "KeyError" in capsys.readouterr().err
    assert "隔壁的街坊" not in home.page(CASE)
    assert "KeyError" in home.state(CASE).own[0].text
    home.site.update({TEMPLATES})
    assert "隔壁的街坊" in home.page(CASE)
    assert home.state(CASE) == State(home.site.edition.name)


def told(port: int, address: str) -> Iterator[dict]:
    """What a page is told, each time."""
    with urllib.request.urlopen(f"http://{HOST}:{port}{EVENTS}?page={quote('/' + address)}", timeout=60) as events:
        for line in events:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


def test_an_open_page_is_told_of_what_is_new_and_of_what_is_wrong(home):
    watched = {CONTENT: home.content, TEMPLATES: home.theme / "templates"}
    port = serving(home.site, watched)
    states = told(port, f"{CASE}/")
    first = next(states)
    path = home.content / f"{CASE}.md"
    good = path.read_text()
    path.write_text(good.replace("title: ", "titel: "))
    assert next(one for one in states if "titel: 不认识的键" in str(one["own"]))
    path.write_text(good.replace("\n## ", "\n后来隔壁的街坊也来学。\n\n## "))
    state = next(one for one in states if not one["title"] and one["edition"] != first["edition"])
    page = ask(port, f"/{CASE}/")[1].decode()
    assert "隔壁的街坊" in page
    assert f'data-edition="{state["edition"]}"' in page


def test_a_page_that_cannot_be_made_says_why_and_waits(home, capfd):
    port = serving(home.site, {CONTENT: home.content})
    home.edit("templates/method.html", "{% block main %}", "{% block main %}{{ view.nothing.there }}", TEMPLATES)
    response, page = ask(port, f"/{METHOD}/")
    assert (response.status, SCRIPT in page.decode()) == (500, True)
    assert "这一页没有做成:AttributeError" in page.decode()
    assert "AttributeError" in capfd.readouterr().err
    assert ask(port, f"/{CASE}/")[0].status == 200


def test_before_there_is_a_site_its_errors_are_told(tmp_path):
    (tmp_path / "content" / "cases").mkdir(parents=True)
    (tmp_path / "content" / "cases" / "one.md").write_text("---\ntitel: x\n---\n")
    home = Resident(ROOT / "pelicanconf.py", tmp_path / "content", lambda: True)
    port = serving(home, {CONTENT: tmp_path / "content"})
    state = next(one for one in told(port, "") if one["rest"])
    assert state["title"] == "有错误,还没有网页"
    response, page = ask(port, "/")
    assert (response.status, "还没有网站" in page.decode(), SCRIPT in page.decode()) == (404, True, True)


def test_changed_code_starts_the_program_anew_or_says_why_not(home, tmp_path):
    (tmp_path / "plugins").mkdir()
    asked: list[int] = []

    def restart() -> str:
        asked.append(1)
        return "SyntaxError: 第 3 行" if len(asked) == 1 else ""

    port = serving(home.site, {CONTENT: home.content, CODE: tmp_path / "plugins"}, restart)
    states = told(port, f"{CASE}/")
    next(states)
    time.sleep(1)  # until the folder is watched
    assert asked == []
    (tmp_path / "plugins" / "one.py").touch()
    state = next(one for one in states if one["own"])
    assert "plugins:1 程序: SyntaxError: 第 3 行" in state["own"][0][1]
    (tmp_path / "plugins" / "one.py").write_text("1")
    assert next(one for one in states if not one["own"])["title"] == ""


# --- watching ---


class Updates:
    """Updates that wait until they are let go, and what each was given."""

    def __init__(self, watched: Path) -> None:
        self.watched = watched
        self.given: list[frozenset[str]] = []
        self.told = 0
        self.go = asyncio.Event()
        self.go.set()

    async def update(self, changed: frozenset[str]) -> None:
        self.given.append(changed)
        await asyncio.wait_for(self.go.wait(), 30)

    def tell(self) -> None:
        self.told += 1

    def change(self, times: int = 1, folder: str = "") -> None:
        for number in range(times):
            (self.watched / folder / f"{time.monotonic_ns()}-{number}").touch()

    async def until(self, count: int) -> None:
        """Wait until so many updates have begun, and a moment longer than more would take."""
        async with asyncio.timeout(60):
            while len(self.given) < count:
                await asyncio.sleep(0.02)
        await asyncio.sleep(1.5 * watching.QUIET / 1000)
        assert len(self.given) == count


def watched(tmp_path: Path, story, *more: str) -> Updates:
    """Run `story` on updates after changes in folders, after the first of them."""
    updates = Updates(tmp_path / "content")
    folders = {"content": updates.watched, **{name: tmp_path / name for name in more}}
    for folder in folders.values():
        folder.mkdir()

    async def run() -> None:
        first = frozenset(("first",))
        task = asyncio.create_task(watching.update_after_changes(folders, first, updates.update, updates.tell))
        await updates.until(1)
        await story(updates)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(run())
    return updates


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(watching, "LOOK", 100)
    monkeypatch.setattr(watching, "QUIET", 300)  # on a busy machine a storm has pauses


def test_a_storm_is_one_update_and_what_comes_meanwhile_one_more(tmp_path):
    async def story(updates: Updates) -> None:
        await asyncio.to_thread(updates.change, STORM)
        await updates.until(2)
        updates.go.clear()
        updates.change()
        await updates.until(3)
        for _ in range(2):
            await asyncio.to_thread(updates.change, 100)
            await asyncio.sleep(1.5 * watching.QUIET / 1000)
        await updates.until(3)
        updates.go.set()
        await updates.until(4)

    assert watched(tmp_path, story).told == 4


def test_an_update_is_given_what_has_changed(tmp_path):
    async def story(updates: Updates) -> None:
        (tmp_path / "theme" / "one").touch()
        await updates.until(2)
        updates.go.clear()
        updates.change()
        await updates.until(3)
        updates.change()
        await asyncio.sleep(2 * watching.QUIET / 1000)
        (tmp_path / "theme" / "two").touch()
        await asyncio.sleep(2 * watching.QUIET / 1000)
        updates.go.set()
        await updates.until(4)

    given = watched(tmp_path, story, "theme").given
    assert [sorted(one) for one in given] == [["first"], ["theme"], ["content"], ["content", "theme"]]


def test_a_folder_may_go_and_come_back(tmp_path):
    async def story(updates: Updates) -> None:
        away = updates.watched.rename(tmp_path / "away")
        await updates.until(2)
        away.rename(updates.watched)
        await updates.until(3)
        updates.change()
        await updates.until(4)

    watched(tmp_path, story)


def test_where_nobody_tells_of_changes_one_looks(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "is_remote", lambda _: True)

    async def story(updates: Updates) -> None:
        updates.change()
        await updates.until(2)

    watched(tmp_path, story)


def test_where_the_system_has_no_more_watches_one_looks(tmp_path, monkeypatch, capsys):
    really = watching.awatch

    def exhausted(*folders, force_polling, **options):
        if not force_polling:
            raise RuntimeError("Too many open files")
        return really(*folders, force_polling=True, **options)

    monkeypatch.setattr(watching, "awatch", exhausted)

    async def story(updates: Updates) -> None:
        updates.change()
        await updates.until(2)

    watched(tmp_path, story)
    assert capsys.readouterr().err == "Too many open files: looking for changes instead\n"


@pytest.mark.parametrize(
    ("rows", "expect"),
    [
        (["1 0 0:1 / / rw - ext4 /dev/a rw"], False),
        (["1 0 0:1 / / rw - ext4 /dev/a rw", "2 1 0:2 / {} rw shared:1 - nfs4 host:/x rw"], True),
        (["1 0 0:1 / / rw - ext4 /dev/a rw", "2 1 0:2 / {} rw - fuse.sshfs host:/x rw"], True),
        (["1 0 0:1 / / rw - 9p host rw", "2 1 0:2 / {} rw - ext4 /dev/b rw"], False),
        (["nonsense", ""], False),
    ],
)
def test_file_systems_of_other_machines(tmp_path, monkeypatch, rows, expect):
    (tmp_path / "mounts").write_text("\n".join(rows).format(tmp_path))
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(watching, "MOUNTS", tmp_path / "mounts")
    assert watching.is_remote([tmp_path / "content"]) is expect
    monkeypatch.setattr(watching, "MOUNTS", tmp_path / "none")
    assert not watching.is_remote([tmp_path / "content"])
