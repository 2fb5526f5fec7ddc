"""The theme as browsers get it: words as modules, scripts and styles bundled, types of what scripts fetch."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from casebook.store import digest
from casebook.words import modules, words_in
from casebook_theme.bytecode import PYODIDE
from casebook_theme.node import ROOT, THEME, node, run

BUNDLED = THEME / "build"
STAMP = ".stamp"  # a digest of what the files beside it are made of, and of them
NAMES = ".names.json"  # entry -> the files of it beside this one, for plugins/casebook_pelican/assets.py alone
# What is bundled, group by group: the scripts of a group share files, which a reader then fetches once; those of pages
# that have little in common would only be cut into many small files. What few pages need of the styles is apart.
ENTRIES = (
    ("js/site.js", "js/search.js", "js/moved.js", "js/turned.js"),
    ("js/explore.js",),
    ("js/compare.js",),
    ("js/form.js", "js/report.js"),
    ("js/reader.js",),
    (
        "css/site.css",
        "css/case.css",
        "css/compare.css",
        "css/data.css",
        "css/explore.css",
        "css/form.css",
        "css/method.css",
        "css/method_card.css",
        "css/pictures.css",
        "css/sheet.css",
    ),
)
WORKERS = ("worker", "farewell")  # bundled to hidden files, for plugins/casebook_pelican/worker.py alone
WORDS = ROOT / ".build" / "words"  # the words of the interface as modules, which scripts import from "words"
RECORDS = ROOT / ".build" / "records"  # .json: the schema of what scripts fetch; .d.ts: the same for tsc


def _browsers() -> str:
    """The supported browsers as esbuild names them, from theme/package.json, where eslint finds them, too."""
    listed: list[str] = json.loads((THEME / "package.json").read_text(encoding="utf-8"))["browserslist"]
    return ",".join(name.replace(" >= ", "").replace("ios_saf", "ios") for name in listed)


def _worded() -> None:
    """Write the words as modules, a room a file: a page then loads those of its own rooms alone."""
    shutil.rmtree(WORDS, ignore_errors=True)
    WORDS.mkdir(parents=True)
    for name, text in modules(words_in()).items():
        (WORDS / name).write_text(text, encoding="utf-8", newline="\n")


def bundled(folder: Path) -> bool:
    """Bundle theme/static/ into an empty folder for the browsers we support.

    Every file is named after its content; `NAMES` tells which name an entry has. What several scripts of a group share,
    and what is fetched later, are files of their own.
    """
    _worded()
    meta = folder / NAMES
    common = ("--bundle", "--minify", "--charset=utf8", f"--target={_browsers()}", "--log-level=warning")
    options = (
        *common,
        f"--alias:words={WORDS / 'index.js'}",
        f"--alias:pyodide={PYODIDE / 'pyodide.mjs'}",
        f"--alias:pyodide-module={PYODIDE / 'pyodide.asm.mjs'}",
        *("--external:node:*", "--external:ws"),  # what Pyodide imports in Node alone
        "--splitting",
        "--entry-names=[dir]/[name]-[hash]",
        "--chunk-names=js/[name]-[hash]",
        "--legal-comments=linked",
        "--format=esm",
        f"--outbase={THEME / 'static'}",
        f"--outdir={folder}",
        f"--metafile={meta}",
    )
    named: dict[str, dict[str, object]] = {}
    for group in ENTRIES:
        entries = [THEME / "static" / entry for entry in group]
        if not run(*node("esbuild/bin/esbuild", *entries, *options)):
            return False
        named |= _named(entries, json.loads(meta.read_text(encoding="utf-8"))["outputs"])
    meta.write_text(json.dumps(named), encoding="utf-8")
    workers = (THEME / "static" / "js" / f"{name}.js" for name in WORKERS)
    is_made = run(
        *node("esbuild/bin/esbuild", *workers, *common, "--format=iife", "--entry-names=.[name]", f"--outdir={folder}")
    )
    if is_made:
        (folder / STAMP).write_bytes(_stamp(folder))
    return is_made


def is_bundled(folder: Path) -> bool:
    """Whether a folder has what bundling would make: of the same sources by the same code, and unchanged since."""
    stamp = folder / STAMP
    return stamp.is_file() and WORDS.is_dir() and stamp.read_bytes() == _stamp(folder)


def _stamp(folder: Path) -> bytes:
    scripts = _files(THEME / "static")
    code = (*sorted(Path(__file__).parent.glob("*.py")), THEME / "package.json", THEME / "package-lock.json")
    made = [path for path in _files(folder) if path.name != STAMP]
    names = [str(path.relative_to(root)) for root, paths in ((THEME, scripts), (folder, made)) for path in paths]
    words = modules(words_in())
    return digest(repr((names, words)).encode(), *(path.read_bytes() for path in (*scripts, *code, *made)))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _named(entries: Sequence[Path], outputs: dict[str, Any]) -> dict[str, dict[str, object]]:
    """Name of an entry -> its file, and the files that it imports; esbuild makes it import all that these import.

    A file is `js/site-3HBPQ7VN.js`: with the folder that is bundled into, no two builds would be equal.
    """

    def file(path: str) -> str:
        return "/".join(Path(path).parts[-2:])

    return {
        (ROOT / output["entryPoint"]).name: {
            "file": file(path),
            "imports": [file(one["path"]) for one in output["imports"] if one["kind"] == "import-statement"],
        }
        for path, output in outputs.items()
        if "entryPoint" in output and (ROOT / output["entryPoint"]).resolve() in entries
    }


def declared() -> bool:
    """Declare in .build/records.d.ts what the files hold that scripts fetch, as `import("records")` has it."""
    from casebook.export.fetched import fetched_schema  # takes half a second, and is needed by lint alone

    schema, types = RECORDS.with_suffix(".json"), RECORDS.with_suffix(".d.ts")
    schema.parent.mkdir(exist_ok=True)
    schema.write_text(fetched_schema(), encoding="utf-8", newline="\n")
    options = ("--input", schema, "--output", types, "--no-additionalProperties")
    return run(*node("json-schema-to-typescript/dist/src/cli.js", *options))
