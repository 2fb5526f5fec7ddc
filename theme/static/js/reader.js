// The worker that reads and checks what is written in the form: it loads Python and the core, and answers what they say.
// It has no policy of its own on a host without headers, so that the pages need none that is wider.

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide-module";
import { opened } from "./form/core.js";
import { fetchedArchives } from "./form/archives.js";

const scope = /** @type {any} */ (self);
const ABI = "2026_0"; // of the wheels, as their names have it
const NOWHERE = "https://python.invalid/"; // stands for where Python would fetch its parts from, which are here already

/**
 * Python asks for two of its parts by their addresses; it is given those that are there.
 * @param {Awaited<ReturnType<typeof fetchedArchives>>} archives
 */
async function started({ python, library }) {
  const parts = new Map([
    ["pyodide.asm.wasm", () => new Response(unpacked(python), { headers: { "Content-Type": "application/wasm" } })],
    ["python_stdlib.zip", () => new Response(library)],
  ]);
  const { fetch } = scope;
  scope.fetch = async (/** @type {any} */ asked, /** @type {any} */ options) => {
    const part = parts.get(String(asked.url ?? asked).slice(NOWHERE.length));
    return part ? part() : fetch(asked, options);
  };
  try {
    return await loadPyodide({
      indexURL: NOWHERE,
      createPyodideModule,
      lockFileContents: { info: { abi_version: ABI }, packages: {} },
      stdout: () => {},
      stderr: () => {},
    });
  } finally {
    scope.fetch = fetch;
  }
}

/** @param {BlobPart} data */
function unpacked(data) {
  return new Blob([data]).stream().pipeThrough(new scope.DecompressionStream("gzip"));
}

/** @type {import("./form/core.js").Core | undefined} */
let core;

/** @param {string} root where the site is */
async function load(root) {
  const archives = await fetchedArchives(new URL(root), (done, size) => scope.postMessage({ done, size }));
  scope.postMessage({ isStarting: true });
  core = opened(await started(archives), archives);
  scope.postMessage({ isReady: true });
}

scope.addEventListener("message", async (/** @type {any} */ { data }) => {
  try {
    if (data.root) await load(data.root);
    else if (data.path) scope.postMessage({ number: data.number, told: core?.tell(data.path, data.text, data.today) });
    else scope.postMessage({ drafted: core?.draft(data) });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    scope.postMessage({ number: data.number, failed: message.slice(-500) });
  }
});
