// Runs the core as browsers do: `node core.mjs ARCHIVES PYODIDE QUESTIONS` prints an answer for each [path, text, today].
import { readFileSync } from "node:fs";
import { opened } from "../../theme/static/js/form/core.js";

process.on("uncaughtException", ({ message }) => {
  console.error(message); // without the line of code, which is a megabyte
  process.exit(1);
});
const [folder, pyodide, questions] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const bytes = (name) => new Uint8Array(readFileSync(`${folder}/${name}.bin`));
const python = await loadPyodide({ stdLibURL: `${folder}/library.bin` });
const names = ["packages", "core", "desk", "divisions"];
const { tell } = opened(python, Object.fromEntries(names.map((name) => [name, bytes(name)])));
const answers = JSON.parse(readFileSync(questions, "utf8")).map((question) => tell(...question));
console.log(JSON.stringify(answers));
