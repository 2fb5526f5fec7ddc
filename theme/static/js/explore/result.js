// What a state of the page of all cases comes to: the cases in their groups, and what of the state there is none of.

import { explore_last_page, explore_no_indicator, explore_no_sort, explore_not_comparable } from "words";
import { filled } from "../dom/filled.js";
import { WITHIN, byFigure, filtered, grouped, standings } from "./filter.js";
import { BY_FIGURE, NO_MEASURE, unread } from "./state.js";
import { amountOf } from "../query/amounts.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {import("./data.js").Indicator} Indicator */
/** @typedef {import("./data.js").Series} Series */
/** @typedef {import("./filter.js").Choice} Choice */
/** @typedef {import("./state.js").State} State */
/** @typedef {{key: string, joins: string}} Facet */
/** @typedef {{indicator: Indicator, all: Series[], here: Series}} Measure the chosen indicator, its series, and the one chosen */
/**
 * `state` without what there is none of, `unknown` the sentences on that; `groups` by where cases stand; `items` those of
 * this page of the list; `marked(but)` the cases that meet all choices but those of one facet.
 * @typedef {{data: Data, state: State, unknown: string[], choices: Choice[], measure: Measure | null, stands: Uint8Array,
 *   marked: (but?: string) => Uint8Array, groups: number[][], items: {number: number, group: number}[], pages: number}} Result
 */

/**
 * @param {Data} data
 * @param {State} asked
 * @param {Facet[]} facets
 * @returns {Promise<Result>}
 */
export async function resultOf(data, asked, facets) {
  /** @type {string[]} */
  const unknown = [];
  const [choices, reported, picked] = await Promise.all([
    Promise.all(facets.map((facet) => choiceOf(data, facet, asked.chosen[facet.key] ?? [], unknown))),
    reportedOf(data, asked, unknown),
    pickedOf(data, asked.picked, unknown),
  ]);
  const chosen = Object.fromEntries(
    choices.filter((one) => one.chosen.length).map((one) => [one.key, one.chosen.map(({ id }) => id)]),
  );
  const marked = filtered(data.count, choices);
  const measure = reported && { ...reported, here: reported.asked ?? fullest(reported.all, marked()) };
  const figures = measure ? { series: asked.series && measure.here.key, indicator: measure.indicator.id } : NO_MEASURE;
  const sort = sortOf(asked, measure, unknown);
  const isAll = isOfAll(choices, measure);
  const order = await orderOf(data, isAll ? "" : sort, measure);
  const stands = standsOf(data, asked, measure);
  const groups = grouped(order, marked(), stands);
  const all = groups.flatMap((numbers, group) => numbers.map((number) => ({ number, group })));
  const pages = Math.max(1, Math.ceil(all.length / data.page));
  if (asked.page > pages) unknown.push(filled(explore_last_page, { pages, page: asked.page }));
  const page = Math.min(asked.page, pages);
  const here = { first: (page - 1) * data.page, end: page * data.page };
  const items = isAll && sort ? await sorted(data, sort, here) : all.slice(here.first, here.end);
  const state = { ...asked, ...figures, chosen, sort, page, picked };
  return { data, state, unknown, choices, measure, stands, marked, groups, items, pages };
}

/**
 * The items of a page of the list of all cases in another order.
 * @param {Data} data
 * @param {string} by
 * @param {{first: number, end: number}} here
 */
async function sorted(data, by, { first, end }) {
  return (await data.order(by, first, end)).map((number) => ({ number, group: WITHIN }));
}

/**
 * Whether all cases are listed: then of an order only a page is asked for.
 * @param {Choice[]} choices
 * @param {unknown} measure
 */
function isOfAll(choices, measure) {
  return !measure && choices.every(({ chosen }) => !chosen.length);
}

/**
 * @param {Data} data
 * @param {Facet} facet
 * @param {string[]} ids
 * @param {string[]} unknown
 * @returns {Promise<Choice>}
 */
async function choiceOf(data, { key, joins }, ids, unknown) {
  if (!ids.length) return { key, joins, chosen: [] };
  const known = await data.having(key, ids);
  unknown.push(...ids.filter((id) => !known.has(id)).map((id) => unread(key, id)));
  return { key, joins, chosen: ids.flatMap((id) => known.get(id) ?? []) };
}

/**
 * The indicator that is asked for, its series, and that of them which is asked for: bounds alone are those of the first.
 * @param {Data} data
 * @param {State} asked
 * @param {string[]} unknown
 * @returns {Promise<{indicator: Indicator, all: Series[], asked: Series | undefined} | null>}
 */
async function reportedOf(data, { indicator: id, series: key, min, max }, unknown) {
  const isBound = Boolean(min || max);
  if (!id) {
    if (key || isBound) unknown.push(explore_no_indicator);
    return null;
  }
  const indicator = (await data.indicators()).find((one) => one.id === id);
  if (!indicator) {
    unknown.push(unread("indicator", id) + explore_not_comparable);
    return null;
  }
  const all = await data.series(id);
  const asked = all.find((one) => one.key === key);
  if (key && !asked) unknown.push(unread("series", key));
  return { indicator, all, asked: asked ?? (isBound ? all[0] : undefined) };
}

/**
 * The series that most of the cases marked report; of several, the first.
 * @param {Series[]} all
 * @param {Uint8Array} marks
 */
function fullest(all, marks) {
  const counts = all.map(
    ({ figures }) => new Set(figures.map(([number]) => number).filter((number) => marks[number])).size,
  );
  return all[counts.indexOf(Math.max(...counts))];
}

/**
 * @param {Data} data
 * @param {string[]} picked
 * @param {string[]} unknown
 */
async function pickedOf(data, picked, unknown) {
  if (!picked.length) return picked;
  const known = await data.known(picked);
  unknown.push(...picked.filter((slug) => !known.has(slug)).map((slug) => unread("pick", slug)));
  return picked.filter((slug) => known.has(slug));
}

/**
 * @param {State} asked
 * @param {Measure | null} measure
 * @param {string[]} unknown
 */
function sortOf({ sort }, measure, unknown) {
  if (measure || !BY_FIGURE.includes(sort)) return sort;
  unknown.push(explore_no_sort);
  return "";
}

/**
 * @param {Data} data
 * @param {string} sort
 * @param {Measure | null} measure
 */
async function orderOf(data, sort, measure) {
  const newest = [...Array(data.count).keys()];
  if (measure && sort === "most") return byFigure(measure.here.figures, newest, true);
  if (measure && sort === "least") return byFigure(measure.here.figures, newest, false);
  return sort ? data.order(sort) : newest;
}

/**
 * @param {Data} data
 * @param {State} asked
 * @param {Measure | null} measure
 */
function standsOf({ count }, { min, max }, measure) {
  if (!measure) return new Uint8Array(count).fill(WITHIN);
  const others = measure.all.filter((one) => one !== measure.here).flatMap(({ figures }) => figures);
  return standings(count, measure.here.figures, others, min ? amountOf(min) : null, max ? amountOf(max) : null);
}
