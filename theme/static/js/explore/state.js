// What the reader has chosen on the page of all cases, as the address bar keeps it.

import { explore_unread } from "words";
import { filled } from "../dom/filled.js";
import { isAdded } from "../dom/lengthened.js";
import { amountOf } from "../query/amounts.js";

export const BY_FIGURE = ["most", "least"];
const SORTS = ["", "year", "title", ...BY_FIGURE];
export const MOST_PICKED = 4;
const FOREIGN = ["q"]; // what was searched for on the page before

/**
 * `chosen`: key of a facet -> ids; `min`, `max` as typed; `picked`: slugs of cases to compare.
 * @typedef {{chosen: Record<string, string[]>, indicator: string, series: string, min: string, max: string, sort: string,
 *   view: string, page: number, picked: string[]}} State
 */
/** @typedef {{state: State, unknown: string[]}} Read what was understood of an address, and sentences on the rest */

/** @type {Record<string, (value: string) => boolean>} what stands once in an address, and what it may be */
const SINGLE = {
  indicator: () => true,
  series: () => true,
  min: (value) => amountOf(value) !== null,
  max: (value) => amountOf(value) !== null,
  sort: (value) => SORTS.includes(value),
  page: (value) => /^[1-9]\d{0,5}$/.test(value),
  pick: (value) => value.split(",").length <= MOST_PICKED,
};

/** @returns {State} */
export function empty() {
  return { chosen: {}, indicator: "", series: "", min: "", max: "", sort: "", view: "", page: 1, picked: [] };
}

export const NO_MEASURE = { indicator: "", series: "", min: "", max: "" };

/**
 * What changes when no indicator is chosen any more; then nothing is sorted by its figures, either.
 * @param {State} state
 */
export function withoutMeasure({ sort }) {
  return { ...NO_MEASURE, sort: BY_FIGURE.includes(sort) ? "" : sort };
}

/**
 * The state without what is filtered by.
 * @param {State} state
 * @returns {State}
 */
export function withoutFilters({ view, picked }) {
  return { ...empty(), view, picked };
}

/**
 * The state of an address; what it holds besides is told.
 * @param {string[]} facets the keys of the facets there are
 * @param {string[]} views the ways there are to show cases
 * @param {string} [search]
 * @returns {Read}
 */
export function fromAddress(facets, views, search = location.search) {
  /** @type {typeof SINGLE} */
  const once = { ...SINGLE, view: (value) => views.includes(value) };
  /** @type {Record<string, string[]>} */
  const chosen = {};
  /** @type {string[]} */
  const unknown = [];
  /** @type {Record<string, string>} */
  const single = {};
  for (const [key, value] of new URLSearchParams(search)) {
    if (facets.includes(key)) chosen[key] = [...new Set([...(chosen[key] ?? []), value])];
    else if (Object.hasOwn(once, key) && once[key](value)) single[key] = value;
    else if (value && !FOREIGN.includes(key) && !isAdded(key)) unknown.push(unread(key, value));
  }
  return { state: { ...empty(), chosen, ...ofSingle(single) }, unknown };
}

/**
 * @param {Record<string, string>} single
 * @returns {Partial<State>}
 */
function ofSingle({ page, pick, ...rest }) {
  return { ...rest, page: Number(page ?? 1), picked: pick ? [...new Set(pick.split(","))] : [] };
}

/**
 * The sentence on a part of an address that says nothing here.
 * @param {string} key
 * @param {string} value
 */
export function unread(key, value) {
  return filled(explore_unread, { key, value });
}

/**
 * The query of an address with a state; what is not set is left out.
 * @param {State} state
 */
export function queryOf({ chosen, page, picked, ...rest }) {
  const asked = new URLSearchParams();
  for (const [key, ids] of Object.entries(chosen)) for (const id of ids) asked.append(key, id);
  for (const [key, value] of Object.entries(rest)) if (value) asked.set(key, value);
  if (page > 1) asked.set("page", String(page));
  const query = asked.toString();
  const pick = picked.length ? `pick=${picked.join(",")}` : ""; // commas as they are
  return [query, pick].filter(Boolean).join("&");
}

/**
 * The address of the page with a state.
 * @param {State} state
 */
export function addressOf(state) {
  const query = queryOf(state);
  return query ? `${location.pathname}?${query}` : location.pathname;
}

/**
 * The state with another choice; the list begins anew.
 * @param {State} state
 * @param {Partial<State>} change
 * @returns {State}
 */
export function changed(state, change) {
  return { ...state, page: 1, ...change };
}

/**
 * The state with one place chosen, or none.
 * @param {State} state
 * @param {string} place
 */
export function inPlace(state, place) {
  return changed(state, { chosen: { ...state.chosen, place: place ? [place] : [] } });
}
