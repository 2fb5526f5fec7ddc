// The columns of the cases (plugins/casebook/export/columns.py), each fetched when it is first used.

import { once } from "../index/once.js";
import { fetchJson, published } from "../index/published.js";
import { summed } from "../index/weights.js";

/** @typedef {{id: string, name: string, numbers: number[], depth: number}} Term of a facet, with the cases that have it */
/** @typedef {{terms: Term[], unused: number}} Facet `unused`: how many terms no case has */
/** @typedef {{id: string, name: string, kind: string, numbers: number[]}} Indicator with the cases that report it */
/**
 * A figure: the case, its value, the least and most that it may be (null: no end), its words, address and notes.
 * @typedef {[number: number, value: number, least: number | null, most: number | null, text: string, address: string, notes: string]} Figure
 */
/** @typedef {{key: string, title: string, unit: string, figures: Figure[]}} Series */
/**
 * @typedef {object} Data
 * @property {string} build
 * @property {number} count how many cases there are
 * @property {number} page how many of them a page of the list has
 * @property {(key: string) => Promise<Facet>} facet
 * @property {() => Promise<Indicator[]>} indicators
 * @property {(id: string) => Promise<Series[]>} series of an indicator
 * @property {(by: string) => Promise<number[]>} order
 * @property {() => Promise<string[]>} slugs
 * @property {() => Promise<string[]>} maps the places that have a map of their parts
 * @property {(place: string) => Promise<{html: string, note: string}>} map drawn, and what the position of its tiles means
 * @property {(kind: "cards" | "rows", numbers: number[]) => Promise<string[]>} drawn the HTML of these cases
 */

/**
 * @param {{build: string, count: number, file: number, page: number}} manifest
 * @returns {Data}
 */
function dataOf({ build, count, file: size, page }) {
  const file = once((/** @type {string} */ name) => fetchJson(`explore/${build}/${name}.json`));
  return {
    build,
    count,
    page,
    facet: once(async (key) => {
      const { terms, unused } = await file(`facets/${key}`);
      return { terms: terms.map(term), unused };
    }),
    indicators: async () => (await file("indicators")).map(indicator),
    series: (id) => file(`indicators/${id}`),
    order: (by) => file(`orders/${by}`),
    maps: () => file("maps"),
    map: (place) => file(`maps/${place}`),
    slugs: () => file("cases"),
    async drawn(kind, numbers) {
      const files = await Promise.all(numbers.map((number) => file(`${kind}/${Math.floor(number / size)}`)));
      return numbers.map((number, at) => files[at][number % size]);
    },
  };
}

/**
 * @param {[string, string, number[], number?]} row
 * @returns {Term}
 */
function term([id, name, deltas, depth = 0]) {
  return { id, name, numbers: summed(deltas), depth };
}

/**
 * @param {[string, string, string, number[]]} row
 * @returns {Indicator}
 */
function indicator([id, name, kind, deltas]) {
  return { id, name, kind, numbers: summed(deltas) };
}

/** What one makes of the columns. */
export const asked = published("explore/manifest.json", dataOf);
