"""Python's bytecode for browsers, made by the Python that runs there: to compile what a form loads takes it seconds."""

import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from casebook_theme.node import NODE, THEME

PYODIDE = THEME / "form" / "node_modules" / "pyodide"
LIBRARY = PYODIDE / "python_stdlib.zip"
_SCRIPT = THEME / "form" / "compiled.mjs"
BYTECODE = (Path(__file__), _SCRIPT, _SCRIPT.with_suffix(".py"))  # what decides how it is made


def compiled(files: Iterable[tuple[str, bytes]], library: Path = LIBRARY) -> Iterator[tuple[str, bytes]]:
    """Names and contents of files, each module as bytecode: no docstrings, no assertions, no numbers of lines.

    `library` is an archive of Python's library for browsers. CalledProcessError, after what Node says, if a module has
    mistakes.
    """
    with TemporaryDirectory() as folder:
        given, made = Path(folder) / "given.zip", Path(folder) / "made.zip"
        with zipfile.ZipFile(given, "w") as archive:
            for name, data in files:
                archive.writestr(name, data)
        command = (NODE, _SCRIPT, PYODIDE, library, given, made)
        subprocess.run([str(part) for part in command], check=True)
        with zipfile.ZipFile(made) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist())
