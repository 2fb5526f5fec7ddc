// What else a reader may want: when few pages hold what was typed, the first of what else may have been meant that finds
// more; when none does, the nearest names; in any case, what else it is called.

import { foldText } from "../index/terms.js";

export const FEW = 3; // pages found: with fewer, what was meant is searched, too
const LEAST = 0.3; // of the words that the best page has; where pages hold what was typed, another must have them all
const LEADS = new Set(["same", "near"]); // names by which a page is meant

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("../query/variants.js").Variant} Variant */
/**
 * What else was found; by some of the words, if loose, of which `whole` have each. `readings`: words, and those near to
 * each by which it was found; `texts`: of a page that was found by what words mean, which of them it has.
 * @typedef {{variant: Variant, numbers: number[], whole: Set<number>, isLoose: boolean, readings?: [string, string[]][], texts?: Map<number, string>}} Also
 */

/**
 * What else was searched, when it finds a page which is not there yet.
 * @param {Index} index
 * @param {string} query
 * @param {number[]} there the pages that hold the query
 * @returns {Promise<Also | null>}
 */
export async function alsoFound(index, query, there) {
  if (there.length >= FEW) return null;
  const [data, { others, holding }] = await Promise.all([othersFor(index, query), import("./else.js")]);
  const share = there.length ? 1 : LEAST;
  for (const { words, ...variant } of await others(index, query, data, there.length > 0)) {
    const found = words ? await holding(index, words, data.pages, share) : all(await index.find(variant.text));
    const numbers = found.numbers.filter((number) => !there.includes(number));
    if (numbers.length) return { ...found, variant, numbers, isLoose: Boolean(words) };
  }
  return null;
}

/** @param {number[]} numbers of pages that have every word */
const all = (numbers) => ({ numbers, whole: new Set(numbers) });

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
