// The list of cases, as cards or as a table: group by group, with the figures asked for and a box to compare by.

import {
  explore_column_case,
  explore_column_when,
  explore_compare,
  explore_page,
  explore_page_after,
  explore_page_before,
  explore_table_label,
  explore_unreported,
  figures_main,
} from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { headed } from "./told.js";
import { drawn } from "../dom/drawn.js";
import { inSite } from "../dom/inside.js";

/** @typedef {import("./data.js").Words} Words */
/** @typedef {import("./result.js").Result} Result */

/** @typedef {(key: string) => string} NameOf the name of a facet; empty where the collection has none such */
/** @typedef {{groups: HTMLElement[], later: (() => Promise<void>)[]}} Drawn `later` each draw some more of the cases */

const STEP = 6; // cases drawn together: two screens of a phone, and as many files as a browser fetches at once

/**
 * The columns of a table, as the rows have their cells (theme/templates/macros/explore.html).
 * @param {Result} result
 * @param {NameOf} nameOf
 */
const columns = ({ measure }, nameOf) =>
  [
    explore_column_case,
    measure ? measure.indicator.name : figures_main,
    nameOf("place"),
    explore_column_when,
    nameOf("form"),
    explore_compare,
  ].filter(Boolean);

/**
 * The groups of this page of the list: the first cases are drawn, the others have their places.
 * @param {Result} result
 * @param {NameOf} nameOf
 * @returns {Promise<Drawn>}
 */
export async function listOf(result, nameOf) {
  const { items, measure, state } = result;
  const isTable = state.view === "table";
  const places = items.map(() => element(isTable ? "tr" : "li", isTable ? "coming" : "card coming"));
  const groups = [...new Set(items.map(({ group }) => group))].map((group) => {
    const here = places.filter((_, at) => items[at].group === group);
    const inside = isTable ? table(here, columns(result, nameOf)) : cards(here);
    if (!measure) return inside;
    const { title, note } = headed(result, group);
    return element(
      "section",
      "explore__group",
      element("h2", "block__title", title),
      element("p", "quiet", note),
      inside,
    );
  });
  const draw = async (/** @type {number} */ from) => {
    const numbers = items.slice(from, from + STEP).map(({ number }) => number);
    const [html, words] = await Promise.all([
      result.data.drawn(isTable ? "rows" : "cards", numbers),
      wordsOf(result, numbers),
    ]);
    numbers.forEach((number, at) => {
      const told = words.get(number) ?? [];
      places[from + at].replaceWith(isTable ? row(result, html[at], told) : card(result, html[at], told));
    });
  };
  await draw(0);
  const later = items.flatMap((_, at) => (at && at % STEP === 0 ? [() => draw(at)] : []));
  return { groups, later };
}

/**
 * The figures of the indicator of those cases that have any, in words.
 * @param {Result} result
 * @param {number[]} numbers
 * @returns {Promise<Map<number, Words[]>>}
 */
async function wordsOf({ data, measure }, numbers) {
  if (!measure) return new Map();
  const reporting = new Set(measure.all.flatMap(({ figures }) => figures.map(([number]) => number)));
  return data.words(
    measure.indicator.id,
    numbers.filter((number) => reporting.has(number)),
  );
}

/** @param {HTMLElement[]} inside */
function cards(inside) {
  const list = element("ul", "cards", ...inside);
  list.setAttribute("role", "list");
  return list;
}

/**
 * @param {Result} result
 * @param {string} html
 * @param {Words[]} words
 */
function card(result, html, words) {
  const made = drawn(html);
  const figures = figuresOf(result, words);
  if (figures.length) made.querySelector("h2")?.after(element("p", "explore__figures", ...figures));
  return made;
}

/**
 * @param {Result} result
 * @param {string} html
 * @param {Words[]} words
 */
function row(result, html, words) {
  const made = drawn(html);
  const row = /** @type {HTMLTableRowElement} */ (made.firstElementChild);
  if (result.measure) row.cells[1].replaceChildren(...figuresOf(result, words, explore_unreported));
  row.append(element("td", "cases-table__pick"));
  return made;
}

/**
 * @param {HTMLElement[]} rows
 * @param {string[]} names of the columns
 */
function table(rows, names) {
  const heads = names.map((name) => {
    const head = element("th", "cases-table__name", name);
    head.scope = "col";
    return head;
  });
  const body = element("tbody", "", ...rows);
  const whole = element("table", "cases-table", element("thead", "", element("tr", "", ...heads)), body);
  const frame = element("div", "cases-table__frame", whole);
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", explore_table_label);
  return frame;
}

/**
 * What a case says of the indicator: by the series chosen, or else by others, each with its series.
 * @param {Result} result
 * @param {Words[]} words
 * @param {string} [none]
 * @returns {HTMLElement[]}
 */
function figuresOf({ measure }, words, none = "") {
  if (!measure) return [];
  const place = measure.all.indexOf(measure.here);
  const here = words.filter(([series]) => series === place).map((one) => figure(one, one[3]));
  const found = here.length ? here : words.map((one) => figure(one, one[3] || measure.all[one[0]].title));
  return found.length || !none ? found : [element("span", "quiet", none)];
}

/**
 * @param {Words} words
 * @param {string} notes
 */
function figure([, text, address], notes) {
  const link = element("a", "explore__value", text);
  link.href = inSite(address).href;
  return element("span", "explore__figure", link, ...(notes ? [" ", element("span", "small quiet", notes)] : []));
}

/**
 * Links to the pages of the list, where there are several.
 * @param {number} page
 * @param {number} pages
 * @param {(page: number) => string} addressOf
 * @returns {HTMLElement[]}
 */
export function pageLinks(page, pages, addressOf) {
  if (pages < 2) return [];
  const link = (/** @type {string} */ text, /** @type {number} */ to) => {
    const made = element("a", "button", text);
    made.href = addressOf(to);
    made.dataset.page = String(to);
    return made;
  };
  return [
    ...(page > 1 ? [link(explore_page_before, page - 1)] : []),
    element("span", "quiet", filled(explore_page, { page, pages })),
    ...(page < pages ? [link(explore_page_after, page + 1)] : []),
  ];
}
