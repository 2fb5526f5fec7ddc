// What a search needs only when few pages hold what was typed: one file, fetched then.

import { SOME_NUMBER } from "../query/language.js";
import { variants } from "../query/variants.js";

export { holding } from "./holding.js";
export { meant } from "./meaning.js";

/** @typedef {import("../query/variants.js").Variant} Variant */

/**
 * What else to search: of a query with a number also the figures that are equal to it, and near ones where no page has it.
 * @param {import("../index/pages.js").Index} index
 * @param {string} query
 * @param {import("../query/variants.js").Data} data
 * @param {boolean} isThere whether a page holds what was typed
 * @returns {Promise<Variant[]>}
 */
export async function others(index, query, data, isThere) {
  const all = variants(query, data);
  if (!data.figures || !SOME_NUMBER.test(query)) return all;
  const { figured } = await import("./figures.js");
  return figured(index, query, data, all, isThere);
}
