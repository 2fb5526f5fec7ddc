// Data files of the site as it is published now: a manifest names their folder, which changes with their content.

import { ROOT } from "../dom/root.js";

/** @typedef {import("records").Fetched} Fetched */

const PATIENCE = 15_000; // milliseconds for a file

/**
 * What a file says; a file that takes too long fails.
 * @param {string} path below the root of the site
 * @param {RequestCache} [cache]
 * @returns {Promise<any>}
 */
export async function fetchJson(path, cache) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const response = await fetch(new URL(path, ROOT), { cache, signal: giveUp.signal });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A way to ask data: opened when first asked, and anew when a file is gone, since the site was published meanwhile. A
 * failure is forgotten, so that the next question tries again.
 * @template {keyof Fetched} Path
 * @template Data
 * @param {Path} manifest its path
 * @param {(manifest: Fetched[Path]) => Data} open
 */
export function published(manifest, open) {
  /** @type {Promise<Data> | undefined} */
  let loading;

  function load() {
    loading ??= fetchJson(`${manifest}.json`, "no-cache")
      .then(open)
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  }

  /**
   * @template T
   * @param {(data: Data) => Promise<T>} ask
   * @returns {Promise<T>}
   */
  return async function asked(ask) {
    try {
      return await ask(await load());
    } catch {
      loading = undefined;
      return ask(await load());
    }
  };
}
