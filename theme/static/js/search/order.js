// The order in which pages that were found are shown: terms that lead, cases and methods, then what only lists them.

import { isEntry, isTerm } from "../index/kinds.js";
import { holdsAll } from "../match/snippet.js";

const LEADS = 3; // terms that may lead
const FIRST = 3; // places in which a term may still lead behind a case or method

/** @typedef {import("../index/pages.js").Index} Index */

/**
 * The pages with those of terms last; else they stay in their order.
 * @param {Index} index
 * @param {number[]} numbers
 */
export function termsLast(index, numbers) {
  const isLast = (/** @type {number} */ number) => isTerm(index.kind(number));
  return [...numbers.filter((number) => !isLast(number)), ...numbers.filter(isLast)];
}

/**
 * The terms that lead to what was typed: those that tell more of it than any case or method, or nearly so when their name
 * says little else. None where there is no case and no method: then terms are all there is.
 * @param {Index} index
 * @param {number[]} numbers best first
 * @param {string} query
 */
export async function leading(index, numbers, query) {
  const entry = numbers.findIndex((number) => isEntry(index.kind(number)));
  if (entry < 0) return [];
  const isOfTerm = (/** @type {number} */ number) => isTerm(index.kind(number));
  const before = numbers.slice(0, entry).filter(isOfTerm);
  const after = numbers.slice(entry, FIRST).filter(isOfTerm);
  const pages = await Promise.all(after.map((number) => index.page(number)));
  const named = after.filter((_, at) => isNamed(pages[at]?.title ?? "", query));
  return [...before, ...named].slice(0, LEADS);
}

/**
 * Whether a name says what was typed, and not much more.
 * @param {string} name
 * @param {string} query
 */
function isNamed(name, query) {
  return holdsAll(name, query) && name.length <= 2 * query.length;
}
