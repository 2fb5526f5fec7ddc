// What else a reader may want: when few pages hold what was typed, the first of what else may have been meant that finds
// more; when none does, the nearest names; in any case, what else it is called.

import { foldText, queryTerms } from "../index/terms.js";

export const FEW = 3; // pages found: with fewer, what was meant is searched, too
const NEAR = 0.8; // what a word counts that a page has under another name
const PAIR = 0.5; // what two neighbouring characters count of a word that no page has
const LEAST = 0.3; // of the words that the best page has; where pages hold what was typed, another must have them all
const HAN = /\p{Script=Han}/u;
const LEADS = new Set(["same", "near"]); // names by which a page is meant

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("../query/variants.js").Variant} Variant */
/** @typedef {{variant: Variant, numbers: number[], isLoose: boolean}} Also what else was found; by some of the words, if loose */

/**
 * What else was searched, when it finds a page which is not there yet.
 * @param {Index} index
 * @param {string} query
 * @param {number[]} there the pages that hold the query
 * @returns {Promise<Also | null>}
 */
export async function alsoFound(index, query, there) {
  if (there.length >= FEW) return null;
  const [data, { variants }] = await Promise.all([othersFor(index, query), import("../query/variants.js")]);
  const share = there.length ? 1 : LEAST;
  for (const { words, ...variant } of variants(query, data)) {
    const found = await (words ? holding(index, words, data.pages, share) : index.find(variant.text));
    const numbers = found.filter((number) => !there.includes(number));
    if (numbers.length) return { variant, numbers, isLoose: Boolean(words) };
  }
  return null;
}

/**
 * What else to search is made from this: of a large collection with the names that a query may mean.
 * @param {Index} index
 * @param {string} query
 */
async function othersFor(index, query) {
  const data = await index.others();
  if (!data.files) return data;
  const { keysOf, withNames } = await import("../query/keys.js");
  return withNames(data, await index.names(keysOf(query, data), data.files));
}

/**
 * Names that a reader may have meant, nearest first: for when nothing at all is found. Each finds a page.
 * @param {Index} index
 * @param {string} query
 * @returns {Promise<string[]>}
 */
export async function suggested(index, query) {
  const [data, { nearest }] = await Promise.all([othersFor(index, query), import("../query/nearest.js")]);
  const names = nearest(query, data);
  const found = await Promise.all(names.map((name) => index.find(name)));
  return names.filter((_, at) => found[at].length);
}

/** @typedef {Pick<import("records").PageText, "title" | "others">} Named what a page says of its names */
/** @typedef {{why: Named["others"][number][0], text: string}} Name another name of what was typed, and how it stands to it */

/**
 * What else that is called which was typed, from the pages found: its preferred name, its others, what it was before.
 * @param {Named[]} pages best first
 * @param {string} query
 * @returns {Name[]}
 */
export function otherNames(pages, query) {
  const typed = foldText(query).trim();
  const isTyped = (/** @type {string} */ name) => foldText(name) === typed;
  const own = pages.find((page) => isTyped(page.title));
  if (own) return own.others.map(([why, text]) => ({ why, text }));
  for (const { title, others } of pages) {
    const [lead] = others.find(([why, name]) => LEADS.has(why) && isTyped(name)) ?? [];
    if (!lead) continue;
    const more = others.filter(([why, name]) => why !== "near" && !isTyped(name)); // near to one, not to the other
    return [{ why: lead, text: title }, ...more.map(([why, text]) => ({ why, text }))];
  }
  return [];
}

/**
 * The pages that have most of the words, best first. A word counts the more the fewer pages have it; of two pages with
 * the same words that comes first where lunr finds them to weigh more.
 * @param {Index} index
 * @param {string[][]} words each with other names of the same thing
 * @param {number} pages of the whole index
 * @param {number} share of the best page's words that others must have
 */
async function holding(index, words, pages, share) {
  /** @type {Map<number, {told: number, score: number}>} */
  const found = new Map();
  for (const { counts, scores } of (await Promise.all(words.map((names) => wordFound(index, names)))).flat()) {
    const telling = counts * Math.log(1 + pages / scores.size);
    for (const [number, score] of scores) {
      const one = found.get(number) ?? { told: 0, score: 0 };
      found.set(number, { told: one.told + telling, score: one.score + counts * score });
    }
  }
  const least = share * Math.max(0, ...Array.from(found.values(), (one) => one.told));
  return [...found]
    .filter(([, { told }]) => told >= least)
    .map(([number, { told, score }]) => ({ number, score: told * score }))
    .sort((one, other) => other.score - one.score || one.number - other.number)
    .map(({ number }) => number);
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
