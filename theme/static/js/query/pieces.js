// The words of a text, as of a question: 小区电动车乱停怎么办 as 小区, 电动车, 乱停.

import { fold, hasLetters } from "../index/terms.js";
import { NOT, POTENTIAL } from "./language.js";
import { qualified, renumbered } from "./numerals.js";

/** @typedef {import("./prepared.js").Prepared} Prepared */
/** @typedef {{text: string, known: boolean}} Piece */

const UNIT = /[a-z0-9]+(?:[.,+\-/'&:][a-z0-9]+)*|./gsu; // a Latin word or number, or a character
const COST = { known: 1, unknown: 2 }; // of a word, of a character outside of words
const CUTTABLE = /\p{Script=Han}{4}/u; // what no name knows, and is longer than a word

/**
 * A text as the words it is made of, without those that say nothing and single characters between words.
 * @param {string} text
 * @param {Prepared} ready
 * @returns {{pieces: Piece[], isQuestion: boolean}}
 */
export function takenApart(text, ready) {
  const all = cut(fold(text), ready);
  const told = all
    .filter((piece) => !ready.fillers.has(piece.text) && hasLetters(piece.text))
    .flatMap((piece) => (piece.known ? [piece] : beforeNumbers(piece.text).flatMap(affirmed)));
  const long = told.filter((piece) => piece.known || piece.text.length > 1);
  const pieces = [...new Map((long.length ? long : told).map((piece) => [piece.text, piece])).values()];
  return { pieces, isQuestion: all.some((piece) => ready.fillers.has(piece.text)) };
}

/** @param {Piece[]} pieces */
export function joined(pieces) {
  return pieces.map((piece) => piece.text).join(" ");
}

/**
 * The pieces as words of which a page need not have all, each with other names of the same thing; none for a text that
 * is one word as it stands.
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Prepared} ready
 * @returns {string[][]}
 */
export function inWords(text, pieces, ready) {
  const [first, second] = pieces;
  const isAsTyped = !second && first?.text === fold(text);
  if (!first || (isAsTyped && (first.known || !CUTTABLE.test(text)))) return [];
  return pieces.map(({ text, known }) => {
    const others = (ready.others.get(text) ?? []).filter((other) => other.leads).map((other) => other.text);
    return [...new Set([text, ...others, ...(known ? [] : [renumbered(text), ...qualified(text)])])];
  });
}

/**
 * A text parted before each number, which tells of what stands behind it: 坚持21天 as 坚持, 21天.
 * @param {string} text
 */
function beforeNumbers(text) {
  return text.replace(/(\p{Script=Han})(?=\d)/gu, "$1 ").split(" ");
}

/**
 * What a page calls that which is not done: 留住 for 留不住, 遵守 for 不遵守.
 * @param {string} text
 * @returns {Piece[]}
 */
function affirmed(text) {
  const parts = POTENTIAL.test(text) ? [text.replace(NOT, "")] : text.split(NOT).filter(Boolean);
  return parts.map((part) => ({ text: part, known: false }));
}

/**
 * A text cut so that the fewest characters are outside of words, and the words are the fewest. A Latin word or number is
 * never cut, what is no letter always.
 * @param {string} folded
 * @param {Prepared} ready
 * @returns {Piece[]}
 */
function cut(folded, ready) {
  const units = folded.match(UNIT) ?? [];
  const isWord = (/** @type {string} */ word) => ready.words.has(word) || ready.fillers.has(word) || !hasLetters(word);
  const best = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= units.length; end += 1) {
    best[end] = { cost: best[end - 1].cost + COST.unknown, from: end - 1, known: false };
    for (let from = Math.max(0, end - ready.longest); from < end; from += 1) {
      const cost = best[from].cost + COST.known;
      if (cost < best[end].cost && isWord(units.slice(from, end).join(""))) best[end] = { cost, from, known: true };
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let end = units.length; end > 0; end = best[end].from) {
    const { from, known } = best[end];
    const text = units.slice(from, end).join("");
    if (!known && pieces[0]?.known === false) pieces[0].text = text + pieces[0].text;
    else pieces.unshift({ text, known });
  }
  return pieces;
}
