// When few pages hold what was typed: the first of what else may have been meant that finds more.

import { variants } from "./variants.js";

const FEW = 3; // pages found: with fewer, what was meant is searched, too

/** @typedef {import("./pages.js").Index} Index */
/** @typedef {{variant: import("./variants.js").Variant, numbers: number[]}} Also what else was searched, and found */

/**
 * What else was searched, when it finds a page which is not there yet.
 * @param {Index} index
 * @param {string} query
 * @param {number[]} there the pages that hold the query
 * @returns {Promise<Also | null>}
 */
export async function alsoFound(index, query, there) {
  if (there.length >= FEW) return null;
  for (const variant of variants(query, await index.others())) {
    const numbers = (await index.find(variant.text)).filter((number) => !there.includes(number));
    if (numbers.length) return { variant, numbers };
  }
  return null;
}
