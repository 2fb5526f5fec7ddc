// The words of a text: the same rules as plugins/casebook/search/segments.py, held to them by tests/specs/segments.json.

import { fold } from "../index/terms.js";

const RUN = /[\u3005\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+|[a-z]+/gu; // as plugins/casebook/alike.py has Chinese
const LATIN = /^[a-z]/;

/**
 * Runs of Chinese, and words of other letters.
 * @param {string} text
 */
function wordRuns(text) {
  return fold(text).match(RUN) ?? [];
}

/**
 * What the words of a text may begin with, each the name of a file: two characters in turn, or a word of other letters.
 * @param {string} text
 */
export function beginnings(text) {
  return wordRuns(text).flatMap((run) => {
    const characters = Array.from(run);
    return LATIN.test(run) ? run : characters.slice(1).map((character, at) => characters[at] + character);
  });
}

/**
 * The words of a text, as often as they stand in it: always the longest that is known, else a character.
 * @param {string} text
 * @param {{has: (word: string) => boolean}} known
 * @param {number} longest characters of a word
 */
export function segments(text, known, longest) {
  return wordRuns(text).flatMap((run) => (LATIN.test(run) ? run : cut(run, known, longest)));
}

/**
 * @param {string} run
 * @param {{has: (word: string) => boolean}} known
 * @param {number} longest
 */
function cut(run, known, longest) {
  const characters = Array.from(run);
  const words = [];
  for (let start = 0; start < characters.length;) {
    let end = Math.min(start + longest, characters.length);
    while (end > start + 1 && !known.has(characters.slice(start, end).join(""))) end -= 1;
    words.push(characters.slice(start, end).join(""));
    start = end;
  }
  return words;
}
