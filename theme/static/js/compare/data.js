// The files of the comparison: the list of all cases, and a file a case.

import { filesOf } from "../index/files.js";
import { once } from "../index/once.js";
import { fetchJson, published } from "../index/published.js";

/** @typedef {import("./cells.js").Case} Case */

/** What one makes of the list of all cases. */
const asked = published("compare/manifest", (manifest) => manifest);
const builds = once(async (/** @type {string} */ build) => filesOf(build, fetchJson));

/** The list of all cases. */
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
  const file = await builds(build);
  const found = await file("compare/*", slug).catch(() => null);
  return found?.slug === slug ? found : null;
}
