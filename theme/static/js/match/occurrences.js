// Every place in a text where it holds what a reader typed.

import { foldWithOrigin, needles } from "./snippet.js";

/** @typedef {import("./snippet.js").Part} Part */

/**
 * Where `text` holds `query`, in order: as typed, or else its words, or else their pairs, as in a snippet.
 * @param {string} text
 * @param {string} query
 * @returns {{start: number, end: number}[]} offsets in `text`, half open
 */
export function occurrences(text, query) {
  const { folded, origin } = foldWithOrigin(text);
  const sought = needles(query, folded).map((needle) => needle.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (!sought.length) return [];
  // one expression for all: a long question has hundreds of pairs, and a page hundreds of matches
  const matches = [...folded.matchAll(new RegExp(sought.join("|"), "g"))];
  return matches.map(({ index = 0, 0: found }) => ({ start: origin[index], end: after(origin, index + found.length) }));
}

/**
 * The offset in the text where what ends at `end` in the folded text ends: a character that folds to several (㎡: m2) is
 * never cut.
 * @param {number[]} origin
 * @param {number} end
 */
function after(origin, end) {
  let next = end;
  while (origin[next] === origin[end - 1]) next += 1;
  return origin[next];
}

/**
 * All of `text`, cut into plain and matching parts.
 * @param {string} text
 * @param {string} query
 * @returns {Part[]}
 */
export function partsOf(text, query) {
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  for (const { start, end } of occurrences(text, query)) {
    parts.push({ text: text.slice(at, start), isMatch: false }, { text: text.slice(start, end), isMatch: true });
    at = end;
  }
  return [...parts, { text: text.slice(at), isMatch: false }].filter((part) => part.text);
}
