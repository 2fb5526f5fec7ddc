// The files of the comparison: the list of all cases, and a file a case.

import { Late } from "../dom/trouble.js";
import { filesOf } from "../index/files.js";
import { published } from "../index/published.js";

/** @typedef {import("./cells.js").Case} Case */

/** @typedef {(slug: string) => Promise<Case | null>} CaseOf */

/** What one makes of the list of all cases. */
const asked = published("compare/manifest", (manifest, { file, isAgain }) => ({
  manifest,
  caseOf: casesOf(filesOf(manifest.build, file), isAgain),
}));

/** The list of all cases. */
export function directory() {
  return asked(async ({ manifest }) => manifest);
}

/**
 * A way to have a case; null when its file has not come, or is of another case. When it is not there, the site may have
 * been published anew: then it fails, so that all are asked for once more, as the list says by now.
 * @param {import("../index/files.js").Files} file
 * @param {boolean} isAgain
 * @returns {CaseOf}
 */
function casesOf(file, isAgain) {
  return async (slug) => {
    try {
      const found = await file("compare/*", slug);
      return found.slug === slug ? found : null;
    } catch (error) {
      if (isAgain || error instanceof Late) return null;
      throw error;
    }
  };
}

/**
 * The cases of these slugs, all of one build; null for each that cannot be had.
 * @param {string[]} slugs
 * @returns {Promise<(Case | null)[]>}
 */
export function records(slugs) {
  return asked(({ caseOf }) => Promise.all(slugs.map(caseOf)));
}
