// The archives of what checks a case: fetched one after the other, and told how much has come.

const PARTS = 20; // in which what has come is told

/** @typedef {"python" | "library" | "packages" | "core" | "desk" | "divisions"} Archive */
/** @typedef {import("records").Fetched["form/manifest"]["archives"]} Rows */

/**
 * What there is to fetch.
 * @param {URL} root
 * @returns {Promise<Rows>}
 */
export async function archiveRows(root) {
  const response = await fetch(new URL("form/manifest.json", root), { cache: "no-cache" });
  if (!response.ok) throw new Error(`form/manifest.json: ${response.status}`);
  return (await response.json()).archives;
}

/**
 * How many bytes they are.
 * @param {Rows} rows
 */
export function sizeOf(rows) {
  return Object.values(rows).reduce((sum, { size }) => sum + size, 0);
}

/** Bytes as megabytes in words. @param {number} bytes */
export const mega = (bytes) => (bytes / 1_000_000).toFixed(1);

/**
 * All archives; `tell` is told now and then how many bytes have come, of how many.
 * @param {URL} root
 * @param {(done: number, size: number) => void} tell
 * @returns {Promise<Record<Archive, Uint8Array<ArrayBuffer>>>}
 */
export async function fetchedArchives(root, tell) {
  const rows = await archiveRows(root);
  const size = sizeOf(rows);
  let [done, told] = [0, 0];
  const come = (/** @type {number} */ more) => {
    done += more;
    if (done - told >= size / PARTS || done === size) tell((told = done), size);
  };
  /** @type {any} */
  const found = {};
  // Side by side, a line that breaks would lose all of them.
  for (const [name, row] of Object.entries(rows)) found[name] = await bytes(new URL(row.path, root), row.size, come);
  return found;
}

/**
 * The bytes of a file; an Error if they are not as many as they should be.
 * @param {URL} url
 * @param {number} size
 * @param {(more: number) => void} come
 */
async function bytes(url, size, come) {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url.pathname}: ${response.status}`);
  const data = new Uint8Array(size);
  let at = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > size) break; // another file has taken its place
    data.set(value, at);
    at += value.length;
    come(value.length);
  }
  if (at !== size) throw new Error(`${url.pathname}: ${at} of ${size} bytes`);
  return data;
}
