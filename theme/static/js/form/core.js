// The core in a browser: our own modules in a Python that was started, asked for what they say of a text.

/**
 * @typedef {object} Core
 * @property {(path: string, text: string, today: string) => any} tell what it says of the text of a file
 * @property {(asked: ToDraft) => Drafted} draft
 */
/**
 * @typedef {{draft: string, isOwn: boolean, today: string, only?: number}} ToDraft an article, whether its words may be taken
 *   over, and which of its stories is wanted: 0 for the whole, nothing where nobody has said
 */
/** @typedef {{answers: Record<string, any>, wrong: string, notes: string[], stories: string[]}} Drafted */
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
    draft: ({ draft, isOwn, today, only }) => JSON.parse(found.drafted(draft, isOwn, today, only)),
  };
}
