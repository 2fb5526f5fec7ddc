// Python for browsers compiles an archive of modules: `node compiled.mjs PYODIDE LIBRARY GIVEN MADE`.
import { readFileSync, writeFileSync } from "node:fs";

const [pyodide, library, given, made] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const python = await loadPyodide({ stdLibURL: library });
python.FS.writeFile("given.zip", readFileSync(given));
python.runPython(readFileSync(`${import.meta.dirname}/compiled.py`, "utf8"));
writeFileSync(made, python.FS.readFile("made.zip"));
