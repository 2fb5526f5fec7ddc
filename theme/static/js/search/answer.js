// What is found for what the reader searches: the pages of the index, narrowed down, as results of one kind.

import { otherNames, suggested } from "./also.js";
import { narrowed } from "./facets.js";
import { foundFor } from "./finding.js";
import { Reading } from "./reading.js";
import { FIGURES, PAGES, STEPS } from "./results.js";

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("./also.js").Also} Also */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./finding.js").Found} Found */
/** @typedef {{id: string, takes: (kind: string) => boolean, shape: import("./results.js").Shape<any>}} View */
/**
 * What is found before it is narrowed down; `dropped` are pages whose text turned out not to hold the query, `near` names
 * that may have been meant, when nothing is found; `lacks` says that what else may be meant could not be searched.
 * @typedef {{index: Index, query: string, alone: boolean, also: Also | null, pages: Found[], dropped: Set<Found>,
 *   near: string[], lacks: boolean}} Answer
 */
/** @typedef {{answer: Answer, view: View, pages: Found[], reading: Reading, items: any[]}} Results */

const isEntry = (/** @type {string} */ kind) => kind === "case" || kind === "method";
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
  { id: "terms", takes: (kind) => !isEntry(kind) && kind !== "page", shape: PAGES },
];

/** @type {Answer | undefined} */
let last; // narrowing it down asks the index no more

/**
 * What the index has for a query, and for what may have been meant.
 * @param {Index} index
 * @param {string} query
 * @param {boolean} alone whether nothing else is searched, as the reader wants
 * @returns {Promise<Answer>}
 */
async function answered(index, query, alone) {
  if (last?.index === index && last.query === query && last.alone === alone) return last;
  const found = await foundFor(index, query, alone);
  const near = alone || found.pages.length ? [] : await suggested(index, query);
  last = { index, query, alone, near, dropped: new Set(), ...found };
  return last;
}

/**
 * The results of a query with the view and the terms that the reader chose, at least so many when there are.
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
  const reading = new Reading(index, taken, answer.dropped);
  return { answer, view, pages, reading, items: await reading.first(view.shape.of, wanted) };
}

/**
 * Those of the pages found that may hold the query, as far as they were read.
 * @param {Answer} answer
 * @param {Found[]} [pages]
 */
export function kept({ pages: all, dropped }, pages = all) {
  return pages.filter((page) => !dropped.has(page));
}

/**
 * How much there is of each kind, as far as it is known: pages that the index found, steps and figures of those read.
 * @param {Results} results
 * @returns {Map<string, string>}
 */
export function counts({ answer, pages, view, reading }) {
  const kinds = kept(answer, pages).map(({ number }) => answer.index.kind(number));
  return new Map(
    VIEWS.map(({ id, takes, shape }) => {
      if (shape === PAGES) return [id, String(kinds.filter(takes).length)];
      if (view.id && view.id !== id) return [id, ""]; // other pages than these were read
      const count = reading.hits.flatMap(shape.of).length;
      return [id, reading.isDone ? String(count) : count ? `${count}+` : ""];
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
