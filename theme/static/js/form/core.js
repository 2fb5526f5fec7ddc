// The core in a browser: our own modules in a Python that was started, asked for what they say of a text.

/**
 * @typedef {object} Core
 * @property {(path: string, text: string, today: string) => any} tell what it says of the text of a file
 * @property {(text: string, isOwn: boolean, today: string) => {answers: Record<string, any>, wrong: string}} draft
 */
/** @typedef {"packages" | "core" | "desk" | "divisions"} Archive */

const OPEN = `
from casebook.browser import Opened
lambda desk, divisions: Opened(desk.to_bytes(), divisions.to_bytes())
`;

/**
 * Open the desk of the collection.
 * @param {any} python what loadPyodide gives
 * @param {Record<Archive, Uint8Array>} archives
 * @returns {Core}
 */
export function opened(python, { packages, core, desk, divisions }) {
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  for (const archive of [packages, core]) python.unpackArchive(archive, "zip", { extractDir: folder });
  const found = python.runPython(OPEN)(desk, divisions);
  return {
    tell: (path, text, today) => JSON.parse(found.told(path, text, today)),
    draft: (text, isOwn, today) => JSON.parse(found.drafted(text, isOwn, today)),
  };
}
