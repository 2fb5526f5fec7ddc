// How many cases each option would leave.

import { counted } from "./filter.js";

/** @typedef {import("./result.js").Result} Result */
/** @typedef {() => Promise<Map<string, {numbers: number[]}>>} Having the cases of terms */

/**
 * For each option how many of the cases have it that meet all choices (for `but`, all others), and whether any is shown at
 * all. Which cases these are is fetched only when something else is chosen: else all that have it count.
 * @param {Result} result
 * @param {string} key of a facet, or INDICATORS
 * @param {{id: string, count: number}[]} options
 * @param {{but?: string, isOfAll?: boolean, having?: Having}} [asked] `isOfAll`: wherever they stand as to the chosen
 *   figures; `having`: the cases of the options, if a file has them together
 * @returns {Promise<{count: number, any: boolean}[]>}
 */
export async function countsOf(result, key, options, { but, isOfAll, having } = {}) {
  const { data, choices, measure, marked, stands } = result;
  const isFree = choices.every((choice) => choice.key === but || !choice.chosen.length) && (isOfAll || !measure);
  if (isFree) return options.map(({ count }) => ({ count, any: count > 0 }));
  const ids = options.map(({ id }) => id);
  const found = await (having?.() ?? data.having(key, ids));
  const marks = marked(but);
  const within = isOfAll ? new Uint8Array(data.count) : stands; // the bounds of one indicator say nothing of another
  return ids.map((id) => counted(found.get(id)?.numbers ?? [], marks, within));
}
