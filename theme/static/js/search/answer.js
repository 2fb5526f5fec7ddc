// What is found for what the reader searches: the pages of the index, narrowed down, as results of one kind.

import { otherNames, suggested } from "./also.js";
import { narrowed } from "./facets.js";
import { foundFor } from "./finding.js";
import { isEntry, isTerm } from "../index/kinds.js";
import { Reading } from "./reading.js";
import { ALL } from "./state.js";
import { FIGURES, PAGES, STEPS } from "./results.js";

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("./also.js").Also} Also */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./finding.js").Found} Found */
/** @typedef {import("./reading.js").Hit} Hit */
/** @typedef {{id: string, takes: (kind: string) => boolean, shape: import("./results.js").Shape<any>}} View */
/**
 * What is found before it is narrowed down; `read` is what became known of pages that were read, `near` are names that may
 * have been meant, when nothing is found; `lacks` says that what else may be meant could not be searched.
 * @typedef {{index: Index, query: string, alone: string, also: Also | null, pages: Found[],
 *   read: import("./reading.js").Read, near: string[], lacks: boolean}} Answer
 */
/** @typedef {{answer: Answer, view: View, pages: Found[], reading: Reading, leads: Hit[], items: any[]}} Results */

/**
 * The kinds of results by the names that the address has: what is counted, which pages are read, what is shown of each.
 * @type {View[]}
 */
const VIEWS = [
  { id: "", takes: () => true, shape: PAGES },
  { id: "cases", takes: (kind) => kind === "case", shape: PAGES },
  { id: "methods", takes: (kind) => kind === "method", shape: PAGES },
  { id: "steps", takes: isEntry, shape: STEPS },
  { id: "figures", takes: isEntry, shape: FIGURES },
  { id: "terms", takes: isTerm, shape: PAGES },
];

/** @type {Answer | undefined} */
let last; // narrowing it down asks the index no more

/**
 * What the index has for a query, and for what may have been meant.
 * @param {Index} index
 * @param {string} query
 * @param {string} alone what else is not searched, as the reader wants
 * @returns {Promise<Answer>}
 */
async function answered(index, query, alone) {
  if (last?.index === index && last.query === query && last.alone === alone) return last;
  const found = await foundFor(index, query, alone);
  const near = alone === ALL || found.pages.length ? [] : await suggested(index, query);
  last = { index, query, alone, near, read: { hits: new Map(), dropped: new Set() }, ...found };
  return last;
}

/**
 * The results of a query with the view and the terms that the reader chose, at least so many when there are, and the terms
 * that lead to them.
 * @param {Index} index
 * @param {string} query
 * @param {State} state
 * @param {number} wanted
 * @returns {Promise<Results>}
 */
export async function resultsOf(index, query, { alone, view: id, chosen }, wanted) {
  const view = VIEWS.find((one) => one.id === id) ?? VIEWS[0];
  const answer = await answered(index, query, alone);
  const pages = await narrowed(index, answer.pages, chosen);
  const taken = kept(answer, pages).filter(({ number }) => view.takes(index.kind(number)));
  const reading = new Reading(index, taken, answer.read);
  return more({ answer, view, pages, reading, leads: [], items: [] }, wanted);
}

/**
 * The results with at least `wanted`, when there are so many.
 * @param {Results} results
 * @param {number} wanted
 * @param {number} [size] how many pages are read at a time
 * @returns {Promise<Results>}
 */
export async function more(results, wanted, size) {
  const { pages, reading, view } = results;
  const leads = pages.filter(({ isLead }) => isLead).length;
  const made = await reading.first(view.shape.of, wanted + leads, size ?? reading.batch(wanted) + leads);
  return { ...results, ...parted(view, made) };
}

/**
 * Whether there is more than `count` results to show; undefined as long as only reading on would tell.
 * @param {Results} results
 * @param {number} count
 */
export function hasMore({ items, reading, view }, count) {
  if (items.length > count) return true;
  if (!reading.unread.length) return false;
  return view.shape === PAGES && reading.isSure ? true : undefined;
}

/**
 * The results after the terms that lead to them; where terms are asked for, or all there is, they are results.
 * @param {View} view
 * @param {any[]} made
 * @returns {Pick<Results, "leads" | "items">}
 */
function parted({ id }, made) {
  const leads = id ? 0 : made.filter(({ isLead }) => isLead).length;
  const count = leads < made.length ? leads : 0;
  return { leads: made.slice(0, count), items: made.slice(count) };
}

/**
 * Those of the pages found that may hold the query, as far as they were read.
 * @param {Answer} answer
 * @param {Found[]} [pages]
 */
export function kept({ pages: all, read }, pages = all) {
  return pages.filter((page) => !read.dropped.has(page));
}

/**
 * How much there is of each kind, as far as it is known: pages that the index found, steps and figures of those read.
 * @param {Results} results
 * @returns {Map<string, string>}
 */
export function counts({ answer, pages }) {
  const all = kept(answer, pages);
  return new Map(
    VIEWS.map(({ id, takes, shape }) => {
      const taken = all.filter(({ number }) => takes(answer.index.kind(number)));
      if (shape === PAGES) return [id, String(taken.length)];
      const read = taken.flatMap((page) => answer.read.hits.get(page) ?? []);
      const count = read.flatMap(shape.of).length;
      return [id, read.length === taken.length ? String(count) : count ? `${count}+` : ""];
    }),
  );
}

/**
 * What else that is called which was typed, as the pages read tell: names by how they stand to it.
 * @param {Results} results
 * @returns {Map<import("./also.js").Name["why"], string[]>}
 */
export function namesOf({ answer: { query, also }, reading }) {
  const pages = reading.hits.map(({ page }) => page);
  /** @type {ReturnType<typeof namesOf>} */
  const names = new Map();
  for (const { why, text } of otherNames(pages, query)) {
    if (text !== also?.variant.text) names.set(why, [...(names.get(why) ?? []), text]);
  }
  return names;
}
