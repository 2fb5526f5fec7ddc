// Pages that have some of the words of a question: those that tell most of them come first.

import { queryTerms } from "../index/terms.js";

const NEAR = 0.8; // what a word counts that a page has under another name
const PAIR = 0.5; // what two neighbouring characters count of a word that no page has
const HAN = /\p{Script=Han}/u;

/** @typedef {import("../index/pages.js").Index} Index */

/**
 * The pages that have most of the words, best first. A word counts the more the fewer pages have it; of two pages with
 * the same words that comes first where lunr finds them to weigh more.
 * @param {Index} index
 * @param {string[][]} words each with other names of the same thing
 * @param {number} pages of the whole index
 * @param {number} share of the best page's words that others must have
 */
export async function holding(index, words, pages, share) {
  /** @type {Map<number, {told: number, score: number}>} */
  const found = new Map();
  const all = await Promise.all(words.map((names) => wordFound(index, names)));
  for (const { counts, scores } of all.flat()) {
    const telling = counts * Math.log(1 + pages / scores.size);
    for (const [number, score] of scores) {
      const one = found.get(number) ?? { told: 0, score: 0 };
      found.set(number, { told: one.told + telling, score: one.score + counts * score });
    }
  }
  const least = share * Math.max(0, ...Array.from(found.values(), (one) => one.told));
  const numbers = [...found]
    .filter(([, { told }]) => told >= least)
    .map(([number, { told, score }]) => ({ number, score: told * score }))
    .sort((one, other) => other.score - one.score || one.number - other.number)
    .map(({ number }) => number);
  const hasAll = (/** @type {number} */ number) => all.every(([one]) => one?.counts === 1 && one.scores.has(number));
  return { numbers, whole: new Set(numbers.filter(hasAll)) };
}

/** @typedef {{counts: number, scores: Map<number, number>}} Word what it counts, and its score in each page */

/**
 * Where a word stands, or another name of it; where none does, each pair of its characters.
 * @param {Index} index
 * @param {string[]} names
 * @returns {Promise<Word[]>}
 */
async function wordFound(index, names) {
  const found = await Promise.all(names.map((name) => index.scored(name)));
  if (found.some((pages) => pages.length)) return [{ counts: 1, scores: best(found) }];
  const characters = queryTerms(names[0]).required.filter((pair) => HAN.test(pair)); // pairs of letters tell nothing
  const pairs = await Promise.all(characters.map((pair) => index.scored(pair)));
  return pairs.filter((pages) => pages.length).map((pages) => ({ counts: PAIR, scores: best([pages]) }));
}

/**
 * The better score of each page; what comes after the first counts less.
 * @param {import("../index/pages.js").Scored[][]} found
 */
function best(found) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  found.forEach((pages, at) => {
    for (const { number, score } of pages) {
      scores.set(number, Math.max(scores.get(number) ?? 0, at ? NEAR * score : score));
    }
  });
  return scores;
}
