// Rows of figures that may be compared, and lists of those that may not.

import { compare_otherwise, compare_told, compare_unreported, compare_within } from "words";
import { filled } from "../dom/filled.js";
import { item, letter } from "./cells.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./cells.js").Figure} Figure */
/** @typedef {import("./cells.js").Row} Row */

/**
 * The figures of each case that count different things under one name, and so have no row.
 * @param {Case[]} cases
 */
export function listed(cases) {
  return cases.map(({ figures }) => figures.filter((figure) => !figure.is_comparable));
}

/**
 * Rows of figures, a series a row; all series of an indicator stand together.
 * @param {Case[]} cases
 */
export function figureRows(cases) {
  const figures = cases.flatMap((one) => one.figures.filter((figure) => figure.is_comparable));
  const inOrder = [...figures].sort((a, b) => a.order - b.order);
  const series = new Map(inOrder.map((figure) => [figure.series, figure]));
  /** @type {Row[]} */
  const shared = [];
  /** @type {Row[]} */
  const single = [];
  for (const figure of series.values()) {
    const reporting = cases.filter((one) => one.figures.some(({ order }) => order === figure.order));
    (reporting.length > 1 ? shared : single).push(seriesRow(cases, figure));
  }
  return { shared, single };
}

/**
 * @param {Case[]} cases
 * @param {Figure} first
 * @returns {Row}
 */
function seriesRow(cases, { series, indicator, label, order }) {
  const figures = cases.map((one) => one.figures.filter((figure) => figure.series === series));
  return {
    label: indicator.text,
    url: indicator.url,
    under: label,
    figures,
    cells: cases.map((one, place) => ({
      items: figures[place].map((figure) =>
        item(figure.figure, [...figure.notes, figure.is_additive ? within(cases, figures, one) : ""]),
      ),
      missing: missing(one, order),
    })),
  };
}

/**
 * What stands where a case has no figure to compare.
 * @param {Case} one
 * @param {number} order
 */
function missing(one, order) {
  if (one.figures.some((figure) => figure.order === order)) return compare_otherwise;
  return one.told.includes(order) ? compare_told : compare_unreported;
}

/**
 * That figures of a case may be within those of the case above it; of what is not added up (days, rates) none is.
 * @param {Case[]} cases
 * @param {Figure[][]} figures
 * @param {Case} one
 */
function within(cases, figures, one) {
  const above = cases.findIndex((other, place) => one.above.includes(other.slug) && figures[place].length);
  return above < 0 ? "" : filled(compare_within, { letter: letter(above) });
}
