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
 * The groups of this page of the list.
 * @param {Result} result
 * @param {NameOf} nameOf
 * @returns {Promise<HTMLElement[]>}
 */
export async function listOf(result, nameOf) {
  const isTable = result.state.view === "table";
  const shown = result.items.map(({ number }) => number);
  const [drawn, words] = await Promise.all([
    result.data.drawn(isTable ? "rows" : "cards", shown),
    wordsOf(result, shown),
  ]);
  const found = [...new Set(result.items.map(({ group }) => group))];
  return found.map((group) => {
    const places = result.items.flatMap((item, at) => (item.group === group ? [at] : []));
    const numbers = places.map((at) => result.items[at].number);
    const html = places.map((at) => drawn[at]).join("");
    const told = numbers.map((number) => words.get(number) ?? []);
    const inside = isTable ? table(result, told, html, columns(result, nameOf)) : cards(result, told, html);
    if (!result.measure) return inside;
    const { title, note } = headed(result, group);
    return element(
      "section",
      "explore__group",
      element("h2", "block__title", title),
      element("p", "quiet", note),
      inside,
    );
  });
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

/**
 * @param {Result} result
 * @param {Words[][]} told of each case
 * @param {string} html
 */
function cards(result, told, html) {
  const list = element("ul", "cards");
  list.setAttribute("role", "list");
  list.append(drawn(html));
  told.forEach((words, at) => {
    const figures = figuresOf(result, words);
    if (figures.length) list.children[at].querySelector("h2")?.after(element("p", "explore__figures", ...figures));
  });
  return list;
}

/**
 * @param {Result} result
 * @param {Words[][]} told of each case
 * @param {string} html
 * @param {string[]} names of the columns
 */
function table(result, told, html, names) {
  const heads = names.map((name) => {
    const head = element("th", "cases-table__name", name);
    head.scope = "col";
    return head;
  });
  const body = element("tbody", "");
  body.append(drawn(html));
  told.forEach((words, at) => {
    const row = /** @type {HTMLTableRowElement} */ (body.children[at]);
    if (result.measure) row.cells[1].replaceChildren(...figuresOf(result, words, explore_unreported));
    row.append(element("td", "cases-table__pick"));
  });
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
