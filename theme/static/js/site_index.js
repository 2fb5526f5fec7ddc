// The index of the site as it is published now: opened when first asked, and anew when it was replaced meanwhile.

import { indexOf } from "./pages.js";
import { ROOT } from "./root.js";

/** @typedef {import("./pages.js").Index} Index */

/**
 * @param {string} path
 * @param {RequestCache} [cache]
 * @returns {Promise<any>}
 */
async function fetchJson(path, cache) {
  const response = await fetch(new URL(path, ROOT), { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @type {Promise<Index> | undefined} */
let loading;

/** The index, opened once; a failure is forgotten, so that the next search tries again. */
function load() {
  loading ??= fetchJson("search/manifest.json", "no-cache")
    .then((manifest) => indexOf(manifest, fetchJson))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/**
 * What `ask` makes of the index; when a file of it is gone, since the site was published anew, of the new one.
 * @template T
 * @param {(index: Index) => Promise<T>} ask
 */
export async function asked(ask) {
  try {
    return await ask(await load());
  } catch {
    loading = undefined;
    return ask(await load());
  }
}
