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
  const { folded, starts, ends } = foldWithOrigin(text);
  const sought = needles(query, folded).map((needle) => needle.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (!sought.length) return [];
  // one expression for all: a long question has hundreds of pairs, and a page hundreds of matches
  const matches = [...folded.matchAll(new RegExp(sought.join("|"), "g"))];
  return matches.map(({ index = 0, 0: found }) => ({ start: starts[index], end: ends[index + found.length - 1] }));
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
