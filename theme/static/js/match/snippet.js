// The piece of a page's text around a match, cut into plain and marked parts.

import { compounds, fold, foldText, runs, SEAM } from "../index/terms.js";

const HAN = /\p{Script=Han}/u;
const BEFORE = 24; // characters of text before the first match
const ENGLISH = /^[a-z]+$/;
const STEM = 4; // letters of a word that are left at least
const LENGTH = 96; // characters of a snippet in all
/** @type {Map<string, string>} */
const FOLDED = new Map(); // character -> what it folds to: all texts together have some thousand

/** @typedef {{folded: string, starts: number[], ends: number[]}} Folding where each character of `folded` stands in a text */

/**
 * The text folded character by character, so that every offset in it leads back to the text.
 * @param {string} text
 * @returns {Folding}
 */
export function foldWithOrigin(text) {
  let characters = "";
  /** @type {number[][]} */
  const spans = []; // start and end in the text; none of what is left out
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
    const piece = FOLDED.get(character) ?? fold(character);
    FOLDED.set(character, piece);
    characters += piece;
    for (let i = 0; i < piece.length; i += 1) spans.push([at, at + character.length]);
    at += character.length;
  }
  const folded = characters.replace(SEAM, (all, first, start) => {
    spans.fill([], start + first.length, start + all.length);
    return first;
  });
  const kept = spans.filter((span) => span.length);
  return { folded, starts: [...kept.map(([start]) => start), text.length], ends: kept.map(([, end]) => end) };
}

/**
 * What to mark: the typed words as typed where the text has them, or else their runs, or else pairs of them.
 * @param {string} query
 * @param {string} folded
 * @returns {string[]}
 */
export function needles(query, folded) {
  const phrase = fold(query).trim();
  const whole = foldText(phrase);
  if (whole && folded.includes(whole)) return [whole];
  const found = runs(phrase).filter((run) => run.length > 1 || HAN.test(run)); // a letter alone stands everywhere
  const there = found.flatMap((run) => (folded.includes(run) ? run : (withoutEnding(run, folded) ?? [])));
  if (there.length) return there;
  const pairs = found.flatMap((run) => Array.from(run, (_, i) => run.slice(i, i + 2)));
  return pairs.filter((pair) => pair.length > 1 && HAN.test(pair)); // pairs of letters stand everywhere, too
}

/**
 * An English word that the text has with another ending: foundations as foundation, patrolling as patrol.
 * @param {string} run
 * @param {string} folded
 */
function withoutEnding(run, folded) {
  if (!ENGLISH.test(run)) return undefined;
  const stems = [1, 2, 3, 4].map((cut) => run.slice(0, -cut)).filter((stem) => stem.length >= STEM);
  return stems.find((stem) => folded.includes(stem));
}

/** @typedef {{text: string, isMatch: boolean}} Part of a text, to be marked or not */

/**
 * Whether `text` holds every run of letters of `query`, and not only pieces of it; 1+N and 5020.86 as they are.
 * @param {string} text
 * @param {string} query
 */
export function holdsAll(text, query) {
  const folded = foldText(text);
  const sought = fold(query);
  return [...runs(sought), ...compounds(sought)].every((piece) => folded.includes(piece));
}

/**
 * Whether `text` holds every word of `query` as it was typed, with all that stands between its letters.
 * @param {string} text
 * @param {string} query
 */
export function matches(text, query) {
  const folded = foldText(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/**
 * The parts of a snippet of `text` for `query`, in order, those that match marked; and where in `text` the first match is.
 * @param {string} text
 * @param {string} query
 * @param {number} prose where the sentences begin: a match among them tells more than one among the names before them
 * @returns {{parts: Part[], at: number}}
 */
export function snippet(text, query, prose = 0) {
  const folding = foldWithOrigin(text);
  const { folded, starts } = folding;
  const sought = needles(query, folded);
  const begin = starts.findIndex((at) => at >= prose);
  const all = sought.map((needle) => folded.indexOf(needle)).filter((place) => place >= 0);
  const inProse = sought.map((needle) => folded.indexOf(needle, begin)).filter((place) => place >= 0);
  const places = inProse.length ? inProse : all;
  const first = places.length ? Math.min(...places) : begin;
  const line = folded.lastIndexOf("\n", first - 1) + 1; // what stands above it is another paragraph, or names
  const start = Math.max(line, first - BEFORE);
  const end = Math.min(folded.length, start + LENGTH);
  const parts = cut(text, folding, sought, start, end);
  if (start > line) parts.unshift({ text: "…", isMatch: false });
  if (end < folded.length) parts.push({ text: "…", isMatch: false });
  return { parts, at: places.length ? starts[first] : 0 };
}

/**
 * The parts of a text between two places of its folded form.
 * @param {string} text
 * @param {Folding} folding
 * @param {string[]} sought
 * @param {number} start
 * @param {number} end
 * @returns {Part[]}
 */
function cut(text, { folded, starts, ends }, sought, start, end) {
  /** @type {Part[]} */
  const parts = [];
  let told = starts[start];
  const add = (/** @type {number} */ to, /** @type {boolean} */ isMatch) => {
    const piece = text.slice(told, to).replace(/\s+/g, " ");
    if (piece) parts.push({ text: piece, isMatch });
    told = Math.max(told, to);
  };
  let next = nextMatch(folded, sought, start, end);
  while (next) {
    add(starts[next.start], false);
    add(ends[next.end - 1], true);
    next = nextMatch(folded, sought, next.end, end);
  }
  add(starts[end], false);
  return parts;
}

/**
 * @param {string} folded
 * @param {string[]} sought
 * @param {number} from
 * @param {number} to
 */
function nextMatch(folded, sought, from, to) {
  let best = null;
  for (const needle of sought) {
    const start = folded.indexOf(needle, from);
    if (start >= 0 && start < to && (!best || start < best.start)) best = { start, end: start + needle.length };
  }
  return best;
}
