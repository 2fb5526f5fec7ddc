"""What a browser loads to read and check a case as we do: Python for browsers, packages, the core (decision 0049).

Each archive is made anew only when what it is made of has changed. Packages that are Python alone are those that are
installed here; the others are made for browsers, and lie beside Python for browsers.
"""

import gzip
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import yaml

from casebook.store import digest_of
from casebook_theme.bytecode import BYTECODE, LIBRARY, PYODIDE, compiled
from casebook_theme.node import ROOT, THEME

FORM = THEME / "form"  # with a package.json and a list of wheels of its own: what only the form needs
RUNTIME = ROOT / ".build" / "runtime"
WHEELS = FORM / "node_modules" / ".wheels"  # beside the packages of npm, so that they go together
_STAMP = "stamp.json"
_LIBRARY = "library.bin"
_LIST = FORM / "wheels.lock"
_BROWSER = ("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314", "--abi", "none")
_PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--platform", "any", "--only-binary", ":all:")
_PACKAGES = ("annotated_types", "markdown", "pydantic", "typing_extensions", "typing_inspection", "yaml")
_ABOVE = frozenset(("export", "history", "lock", "search", "views"))  # folders of the core that reading does not import
_UNUSED_DATA = (("data", "init"),)  # the empty collection
# of Python's library: what nothing of this imports, and the character sets that no browser asks for
_UNUSED = re.compile(
    r"(_pyio|_pyrepl|argparse|bdb|cmd|code|configparser|ctypes|curses|dbm|doctest|ensurepip|filecmp|fileinput|ftplib|"
    r"getopt|getpass|http|idlelib|imaplib|lib2to3|mailbox|multiprocessing|netrc|optparse|pdb|pickletools|poplib|profile|"
    r"pstats|pydoc|pydoc_data|shelve|smtplib|sqlite3|statistics|tabnanny|test|this|timeit|tkinter|tomllib|trace|turtle|"
    r"turtledemo|unittest|venv|webbrowser|wsgiref|xmlrpc|zipapp)(\.py|/.*)|.*/|"
    r"encodings/(?!(__init__|aliases|ascii|big5|cp437|gb18030|gb2312|gbk|idna|latin_1|utf_8|utf_8_sig)\.py).*"
)
_UNUSED_PARTS = (("v1",), ("deprecated",), ("mypy.py",), ("test_tools.py",))  # of packages
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same files make the same archive


class _Archive(NamedTuple):
    """An archive: a digest of what it is made of, and how it is made."""

    mark: Callable[[], str]
    make: Callable[[], bytes]


def fetched() -> bool:
    """Fetch the wheels that the list names, each by its hash, unless they are there; pip says why they do not come."""
    stamp, wanted = WHEELS / ".installed", _LIST.read_bytes()
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return True
    options = ("-qq", "--no-deps", "--require-hashes", "--disable-pip-version-check", *_BROWSER, *_PLATFORM)
    command = (sys.executable, "-m", "pip", "download", *options, "--dest", WHEELS, "--requirement", _LIST)
    if subprocess.run([str(part) for part in command], cwd=ROOT).returncode:
        return False
    stamp.write_bytes(wanted)
    return True


def versions(listed: Path) -> Iterator[tuple[str, str]]:
    """The packages of a list, each with its version."""
    yield from re.findall(r"^([\w.-]+)==([\w.]+)", listed.read_text(encoding="utf-8"), flags=re.MULTILINE)


def made() -> None:
    """Make the archives of RUNTIME anew, as far as what they are made of has changed."""
    RUNTIME.mkdir(parents=True, exist_ok=True)
    stamp = RUNTIME / _STAMP
    known: dict[str, str] = json.loads(stamp.read_bytes()) if stamp.is_file() else {}
    own = digest_of(Path(__file__), *BYTECODE)
    marks = {name: f"{own} {archive.mark()}" for name, archive in _ARCHIVES.items()}
    for name, archive in _ARCHIVES.items():
        if known.get(name) != marks[name] or not (RUNTIME / name).is_file():
            (RUNTIME / name).write_bytes(archive.make())
    stamp.write_text(json.dumps(marks), encoding="utf-8")


def archives() -> dict[str, Path]:
    """Name -> file of each archive."""
    return {name: RUNTIME / name for name in _ARCHIVES}


def _python() -> bytes:
    """Python for browsers, packed: not every host packs such files when it sends them."""
    return gzip.compress((PYODIDE / "pyodide.asm.wasm").read_bytes(), 9, mtime=0)


def _library() -> bytes:
    """Python's library without what is not used, as an archive that Python reads from."""
    with zipfile.ZipFile(LIBRARY) as whole:
        used = ((name, whole.read(name)) for name in whole.namelist() if not _UNUSED.fullmatch(name))
        return _zipped(compiled(used))


def _packages() -> bytes:
    return _zipped(compiled((*_wheels(), *_pure()), RUNTIME / _LIBRARY))


def _wheels() -> Iterator[tuple[str, bytes]]:
    for wheel in sorted(WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as whole:
            yield from ((name, whole.read(name)) for name in whole.namelist() if re.search(r"\.(py|so)$", name))


def _pure() -> Iterator[tuple[str, bytes]]:
    for name in _PACKAGES:
        spec = find_spec(name)
        path = Path((spec and spec.origin) or "")
        root = path.parent.parent if path.name == "__init__.py" else path.parent
        files = sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]
        files = [file for file in files if file.relative_to(root).parts[1:2] not in _UNUSED_PARTS]
        yield from ((file.relative_to(root).as_posix(), file.read_bytes()) for file in files)


def _core() -> bytes:
    return _zipped(compiled((_read(path) for path in _files_of_core()), RUNTIME / _LIBRARY))


def _files_of_core() -> Iterator[Path]:
    root = ROOT / "plugins" / "casebook"
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        is_ours = path.suffix in (".py", ".yaml", ".json") and "__pycache__" not in parts
        if is_ours and parts[0] not in _ABOVE and parts[:2] not in _UNUSED_DATA:
            yield path


def _read(path: Path) -> tuple[str, bytes]:
    """A file of the core; a table as JSON where that says the same, which is read a hundred times as fast."""
    name, data = path.relative_to(ROOT / "plugins").as_posix(), path.read_bytes()
    if path.suffix == ".yaml":
        table = yaml.load(data, Loader=yaml.CSafeLoader)
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        assert json.loads(text) == table, f"{name} cannot be written as JSON"
        return name.removesuffix(".yaml") + ".json", text.encode()
    return name, data


def _zipped(files: Iterator[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for name, data in files:
            about = zipfile.ZipInfo(name, _WHEN)
            about.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(about, data)
    return made.getvalue()


def _of_list() -> str:
    return digest_of(FORM / "package-lock.json")


_ARCHIVES = {  # in this order: the others are compiled with the library
    "python.bin": _Archive(_of_list, _python),
    _LIBRARY: _Archive(_of_list, _library),
    "packages.bin": _Archive(lambda: digest_of(_LIST, ROOT / "requirements.lock"), _packages),
    "core.bin": _Archive(lambda: digest_of(*_files_of_core()), _core),
}
