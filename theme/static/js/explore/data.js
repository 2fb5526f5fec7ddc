// The columns of the cases (plugins/casebook/export/columns.py), each fetched when it is first used.

import { filesOf } from "../index/files.js";
import { once } from "../index/once.js";
import { published } from "../index/published.js";
import { summed } from "../index/weights.js";

/** @typedef {{id: string, name: string, numbers: number[], depth: number}} Term of a facet, with the cases that have it */
/** @typedef {{terms: Term[], unused: number}} Facet `unused`: how many terms no case has */
/** @typedef {{id: string, name: string, kind: string, numbers: number[]}} Indicator with the cases that report it */
/** @typedef {import("records").SeriesColumn} Series */
/** @typedef {Series["figures"][number]} Figure [case, value, least, most (null: no end), words, address, notes] */
/** @typedef {import("records").FacetColumn["terms"][number]} TermRow [id, name, cases as deltas, depth of a place] */
/** @typedef {import("records").Fetched["explore/indicators"][number]} IndicatorRow [id, name, kind, cases as deltas] */
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
 * @property {(place: string) => Promise<import("records").DrawnMap>} map drawn, and what the position of its tiles means
 * @property {(kind: "cards" | "rows", numbers: number[]) => Promise<string[]>} drawn the HTML of these cases
 */

/**
 * @param {import("records").ColumnsManifest} manifest
 * @param {import("../index/published.js").Opening} opening
 * @returns {Data}
 */
function dataOf({ build, count, file: size, page }, opening) {
  const file = filesOf(build, opening.file);
  return {
    build,
    count,
    page,
    facet: once(async (key) => {
      const { terms, unused } = await file("explore/facets/*", key);
      return { terms: terms.map(term), unused };
    }),
    indicators: async () => (await file("explore/indicators")).map(indicator),
    series: (id) => file("explore/indicators/*", id),
    order: (by) => file("explore/orders/*", by),
    maps: () => file("explore/maps"),
    map: (place) => file("explore/maps/*", place),
    slugs: () => file("explore/cases"),
    async drawn(kind, numbers) {
      const files = await Promise.all(numbers.map((number) => file(`explore/${kind}/*`, Math.floor(number / size))));
      return numbers.map((number, at) => files[at][number % size]);
    },
  };
}

/**
 * @param {TermRow} row
 * @returns {Term}
 */
function term([id, name, deltas, depth = 0]) {
  return { id, name, numbers: summed(deltas), depth };
}

/**
 * @param {IndicatorRow} row
 * @returns {Indicator}
 */
function indicator([id, name, kind, deltas]) {
  return { id, name, kind, numbers: summed(deltas) };
}

/** What one makes of the columns. */
export const asked = published("explore/manifest", dataOf);
