// Other names of what was typed.

import { foldText } from "../index/terms.js";

/** @typedef {import("./prepared.js").Data} Data */
/** @typedef {import("./prepared.js").Prepared} Prepared */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {"same" | "near" | "after" | "before"} Why how a name stands to another */
/** @typedef {{text: string, why: Why, leads: boolean}} Other `leads`: to the name that pages are labelled with */

/**
 * What each name leads to, the surest first.
 * @param {Data} data
 * @returns {Map<string, Other[]>}
 */
export function othersOf(data) {
  /** @type {Map<string, Other[]>} */
  const found = new Map();
  /** @type {(from: string, to: string[], why: Why, preferred?: string) => void} */
  const lead = (from, to, why, preferred) => {
    const others = found.get(foldText(from)) ?? [];
    others.push(...to.filter((text) => text !== from).map((text) => ({ text, why, leads: text === preferred })));
    found.set(foldText(from), others);
  };
  for (const group of data.names) for (const name of group) lead(name, group, "same", group[0]);
  for (const [written, ...said] of data.everyday) for (const word of said) lead(word, [written], "same", written);
  for (const [before, after] of data.later) {
    lead(before, [after], "after");
    lead(after, [before], "before");
  }
  for (const [name, ...others] of data.near) {
    lead(name, others, "near");
    for (const other of others) lead(other, [name], "near", name);
  }
  for (const [name, ...signs] of data.signs) for (const sign of signs) lead(sign, [name], "near", name);
  return found;
}

/**
 * Other names of a text, or of the one word that it says.
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Prepared} ready
 * @returns {Other[]}
 */
export function otherNames(text, pieces, ready) {
  return ready.others.get(foldText(text)) ?? (pieces.length === 1 ? ready.others.get(pieces[0].text) : undefined) ?? [];
}
