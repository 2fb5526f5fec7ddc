// The columns of the cases (plugins/casebook/export/columns.py), each fetched when it is first used.

import { filesOf } from "../index/files.js";
import { once } from "../index/once.js";
import { published } from "../index/published.js";
import { shardOf } from "../index/shards.js";
import { summed } from "../index/weights.js";

/** @typedef {{id: string, name: string, count: number, depth: number}} Term of a facet, with how many cases have it */
/** @typedef {{id: string, name: string, numbers: number[]}} Having a term, or an indicator, with the cases that have it */
/** @typedef {{terms: Term[], unused: number}} Facet `unused`: how many terms no case has */
/** @typedef {{id: string, name: string, kind: string, count: number}} Indicator with how many cases report it */
/** @typedef {{id: string, name: string, count: number}} MappedPlace a place with a map of its parts, and how many cases it has */
/** @typedef {[number: number, value: number, least: number | null, most: number | null]} Figure of a case; null: no end */
/** @typedef {Omit<import("records").SeriesColumn, "figures"> & {figures: Figure[]}} Series */
/** @typedef {import("records").Fetched["explore/figures/*"][string][number]} Words [place of the series, words, address, notes] */
/** @typedef {import("records").FacetColumn["terms"][number]} TermRow [id, name, how many cases, depth of a place] */
/** @typedef {import("records").Fetched["explore/indicators"][number]} IndicatorRow [id, name, kind, how many cases] */
/**
 * @typedef {object} Data
 * @property {string} build
 * @property {number} count how many cases there are
 * @property {number} page how many of them a page of the list has
 * @property {(key: string) => Promise<Facet>} facet
 * @property {(key: string) => number} files how many tell the cases of all its terms
 * @property {() => Promise<Indicator[]>} indicators
 * @property {(key: string, ids: string[]) => Promise<Map<string, Having>>} having the terms of a file with any of these
 * @property {(id: string) => Promise<Series[]>} series of an indicator
 * @property {(id: string, numbers: number[]) => Promise<Map<number, Words[]>>} words of the figures of these cases
 * @property {(by: string, from?: number, to?: number) => Promise<number[]>} order the cases at these places of it
 * @property {(slugs: string[]) => Promise<Set<string>>} known those of some slugs that there are
 * @property {() => Promise<MappedPlace[]>} maps the places that have a map of their parts
 * @property {(place: string) => Promise<import("records").DrawnMap>} map drawn, and what the position of its tiles means
 * @property {(place: string) => Promise<Map<string, {numbers: number[]}>>} lying the cases of the places that a map names
 * @property {(kind: "cards" | "rows", numbers: number[]) => Promise<string[]>} drawn the HTML of these cases
 */

/**
 * @param {import("records").ColumnsManifest} manifest
 * @param {import("../index/published.js").Opening} opening
 * @returns {Data}
 */
function dataOf({ build, count, page, figures, order, terms: shards, slugs }, opening) {
  const file = filesOf(build, opening.file);
  const casesOf = once(async (/** @type {string} */ name) =>
    Object.entries(await file("explore/terms/*", name)).map(([id, [name, deltas]]) => ({
      id,
      name,
      numbers: summed(deltas),
    })),
  );
  return {
    build,
    count,
    page,
    facet: once(async (key) => {
      const { terms, unused } = await file("explore/facets/*", key);
      return { terms: terms.map(term), unused };
    }),
    files: (key) => shards[key],
    indicators: async () => (await file("explore/indicators")).map(indicator),
    async having(key, ids) {
      const names = [...new Set(ids.map((id) => `${key}-${shardOf(id, shards[key])}`))];
      return new Map((await Promise.all(names.map(casesOf))).flat().map((one) => [one.id, one]));
    },
    series: once(async (id) => (await file("explore/indicators/*", id)).map(series)),
    async words(id, numbers) {
      const places = [...new Set(numbers.map((number) => Math.floor(number / figures)))];
      const files = await Promise.all(places.map((place) => file("explore/figures/*", `${id}-${place}`)));
      return new Map(files.flatMap((some) => Object.entries(some).map(([number, words]) => [Number(number), words])));
    },
    async order(by, from = 0, to = count) {
      const first = Math.floor(from / order);
      const places = Array.from({ length: Math.ceil(Math.min(to, count) / order) - first }, (_, at) => first + at);
      const files = await Promise.all(places.map((place) => file("explore/orders/*", `${by}-${place}`)));
      return files.flat().slice(from - first * order, to - first * order);
    },
    maps: async () => (await file("explore/maps")).map(([id, name, count]) => ({ id, name, count })),
    map: (place) => file("explore/maps/*", place),
    lying: once(async (place) => {
      const cases = Object.entries(await file("explore/tiles/*", place));
      return new Map(cases.map(([id, deltas]) => [id, { numbers: summed(deltas) }]));
    }),
    async known(wanted) {
      const places = [...new Set(wanted.map((slug) => shardOf(slug, slugs)))];
      return new Set((await Promise.all(places.map((place) => file("explore/slugs/*", place)))).flat());
    },
    drawn: (kind, numbers) => Promise.all(numbers.map((number) => file(`explore/${kind}/*`, number))),
  };
}

/**
 * @param {TermRow} row
 * @returns {Term}
 */
function term([id, name, count, depth = 0]) {
  return { id, name, count, depth };
}

/**
 * @param {IndicatorRow} row
 * @returns {Indicator}
 */
function indicator([id, name, kind, count]) {
  return { id, name, kind, count };
}

/**
 * @param {import("records").SeriesColumn} column
 * @returns {Series}
 */
function series({ figures, ...said }) {
  const numbers = summed(figures.map(([step]) => step));
  return {
    ...said,
    figures: figures.map(([, value, least = value, most = value], at) => [numbers[at], value, least, most]),
  };
}

export const INDICATORS = "indicator"; // beside the keys of facets: whose cases are those that report them

/** What one makes of the columns. */
export const asked = published("explore/manifest", dataOf);
