// The files of the comparison: the list of all cases, and a file a case. After the site was published anew the old files
// are gone; then the list is fetched again, and the cases from where it says.

import { ROOT } from "../dom/root.js";

const PATIENCE = 15_000; // milliseconds for a file

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./state.js").Directory & {build: string}} Manifest */

/**
 * @param {string} path
 * @param {RequestCache} [cache]
 * @returns {Promise<any>}
 */
async function fetchJson(path, cache) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const response = await fetch(new URL(`compare/${path}`, ROOT), { cache, signal: giveUp.signal });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}

/** @type {Promise<Manifest> | undefined} */
let loading;
/** @type {Map<string, Case>} */
const known = new Map();

/** The list of all cases, fetched once; a failure is forgotten, so that the next call tries again. */
export function manifest() {
  loading ??= fetchJson("manifest.json", "no-cache").catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * A case; null when its file is not there, cut off, or of another case.
 * @param {string} build
 * @param {string} slug
 */
async function read(build, slug) {
  const key = `${build}/${slug}`;
  const found = known.get(key) ?? (await fetchJson(`${key}.json`).catch(() => null));
  if (found?.slug !== slug) return null;
  known.set(key, found);
  return /** @type {Case} */ (found);
}

/**
 * The cases of these slugs, all of one build; null for each that cannot be had.
 * @param {string[]} slugs
 * @returns {Promise<(Case | null)[]>}
 */
export async function records(slugs) {
  const { build } = await manifest();
  const found = await Promise.all(slugs.map((slug) => read(build, slug)));
  if (!found.includes(null)) return found;
  loading = undefined;
  const { build: now } = await manifest();
  return now === build ? found : Promise.all(slugs.map((slug) => read(now, slug)));
}
