// The files of the comparison: the list of all cases, and a file a case.

import { once } from "../index/once.js";
import { fetchJson, published } from "../index/published.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./state.js").Directory & {build: string}} Manifest */

/** What one makes of the list of all cases. */
const asked = published("compare/manifest.json", (/** @type {Manifest} */ manifest) => manifest);
const file = once((/** @type {string} */ path) => fetchJson(`compare/${path}.json`));

/** @returns {Promise<import("./state.js").Directory>} */
export function directory() {
  return asked(async (manifest) => manifest);
}

/**
 * The cases of these slugs, all of one build; null for each that cannot be had. When one cannot, the site may have been
 * published anew: then all are asked for once more, as the list says by now.
 * @param {string[]} slugs
 * @returns {Promise<(Case | null)[]>}
 */
export function records(slugs) {
  let isFirst = true;
  return asked(async ({ build }) => {
    const found = await Promise.all(slugs.map((slug) => record(build, slug)));
    const isLost = isFirst && found.includes(null);
    isFirst = false;
    if (isLost) throw new Error(`not all of build ${build} is there`);
    return found;
  });
}

/**
 * A case; null when its file is not there, cut off, or of another case.
 * @param {string} build
 * @param {string} slug
 * @returns {Promise<Case | null>}
 */
async function record(build, slug) {
  const found = await file(`${build}/${slug}`).catch(() => null);
  return found?.slug === slug ? found : null;
}
