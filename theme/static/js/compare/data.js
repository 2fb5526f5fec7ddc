// The files of the comparison: what may be picked, the names of cases, and a file a case.

import { Late } from "../dom/trouble.js";
import { filesOf } from "../index/files.js";
import { published } from "../index/published.js";
import { shardOf } from "../index/shards.js";

/** @typedef {import("./cells.js").Case} Case */

/** @typedef {(slug: string) => Promise<Case | null>} CaseOf */

/** @typedef {[slug: string, title: string]} Named */
/**
 * What is known of the cases: `named` are those of some names, by name; `cases` the newest, `more` how many others there
 * are.
 * @typedef {{named: Map<string, Named>, cases: Named[], more: number}} Directory
 */

/** What one makes of the manifest. */
const asked = published("compare/manifest", (manifest, { file, isAgain }) => {
  const files = filesOf(manifest.build, file);
  return { manifest, files, caseOf: casesOf(files, isAgain) };
});

/**
 * What may be picked, and the cases of these names.
 * @param {string[]} names
 * @returns {Promise<Directory>}
 */
export function directory(names) {
  return asked(async ({ manifest, files }) => {
    const shards = new Set(names.map((name) => shardOf(name, manifest.names)));
    const found = await Promise.all([...shards].map((shard) => files("compare/names/*", shard)));
    const known = new Map(found.flatMap((some) => Object.entries(some)));
    return {
      named: new Map([...known].filter(([name]) => names.includes(name))),
      cases: manifest.cases,
      more: manifest.more,
    };
  });
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
