// Data files of the site as it is published now: a manifest names their folder, which changes with their content.

import { ROOT } from "../dom/root.js";
import { Late } from "../dom/trouble.js";

/** @typedef {import("records").Fetched} Fetched */
/**
 * What is fetched for one opening of the data, and whether it is the second, after a file was not there.
 * @typedef {{file: import("./files.js").Fetch, isAgain: boolean}} Opening
 */

const SILENCE = 6_000; // milliseconds in which nothing comes of a file, after which it is given up

/**
 * What a file says; Late when nothing comes of it any more. One that comes slowly may take its time.
 * @param {string} path below the root of the site
 * @param {RequestCache} [cache]
 * @returns {Promise<any>}
 */
async function fetchJson(path, cache) {
  const giveUp = new AbortController();
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => giveUp.abort(), SILENCE);
  };
  const heard = new TransformStream({
    transform(part, out) {
      wait();
      out.enqueue(part);
    },
  });
  wait();
  try {
    const response = await fetch(new URL(path, ROOT), { cache, signal: giveUp.signal });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return await new Response(response.body?.pipeThrough(heard)).json();
  } catch (error) {
    throw giveUp.signal.aborted ? new Late(path) : error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A way to ask data: opened when first asked, and anew when a file is gone or of another build, since the site was
 * published meanwhile. After a failure the next question opens anew, past what a cache has of the file that failed.
 * @template {keyof Fetched} Path
 * @template Data
 * @param {Path} manifest its path
 * @param {(manifest: Fetched[Path], opening: Opening) => Data} open
 */
export function published(manifest, open) {
  /** @type {Promise<Data> | undefined} */
  let loading;
  /** @type {Set<string>} */
  const failed = new Set();

  /**
   * @param {string} path
   * @param {string} says its build, or its name
   * @param {() => void} forget
   */
  async function file(path, says, forget) {
    try {
      const [said, found] = await fetchJson(path, failed.has(path) ? "reload" : "default");
      if (said !== says) throw new Error(`${path} is not ${says}`);
      failed.delete(path);
      return found;
    } catch (error) {
      failed.add(path);
      forget();
      throw error;
    }
  }

  /**
   * @param {boolean} isAgain
   * @param {() => void} forget
   */
  async function opened(isAgain, forget) {
    const found = await fetchJson(`${manifest}.json`, "no-cache");
    if (typeof found?.build !== "string") throw new Error(`${manifest} names no build`);
    return open(found, { file: (path, says) => file(path, says, forget), isAgain });
  }

  /** @param {boolean} isAgain */
  function load(isAgain) {
    if (loading) return loading;
    const mine = opened(isAgain, forget);
    function forget() {
      if (loading === mine) loading = undefined;
    }
    mine.catch(forget);
    return (loading = mine);
  }

  /**
   * @template T
   * @param {(data: Data) => Promise<T>} ask
   * @returns {Promise<T>}
   */
  return async function asked(ask) {
    const first = load(false);
    try {
      return await ask(await first);
    } catch (error) {
      if (error instanceof Late) throw error; // who asks again has waited long enough
      if (loading === first) loading = undefined;
      return ask(await load(true));
    }
  };
}
