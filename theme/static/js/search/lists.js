// The lists on the search page by which results are narrowed down.

import { text_any, text_in_brackets } from "words";
import { filled } from "../dom/filled.js";
import { kept } from "./answer.js";
import { options } from "./facets.js";

/** @typedef {Map<string, HTMLSelectElement>} Lists by facet */

/**
 * The lists that the page has: it knows by which facets results are narrowed down.
 * @param {HTMLElement} filters
 * @returns {Lists}
 */
export function listsIn(filters) {
  return new Map(Array.from(filters.querySelectorAll("select"), (list) => [list.id.replace("site-", ""), list]));
}

/**
 * Fill each list with the options that the pages found have.
 * @param {Lists} lists
 * @param {import("./answer.js").Answer} answer
 * @param {Record<string, string>} chosen
 */
export async function fillLists(lists, answer, chosen) {
  const facets = [...lists.keys()];
  const found = await Promise.all(facets.map((facet) => options(answer.index, facet, kept(answer), chosen)));
  [...lists.values()].forEach((list, place) => fill(list, found[place], chosen[facets[place]] ?? ""));
}

/**
 * What is chosen in the lists.
 * @param {Lists} lists
 * @returns {Record<string, string>}
 */
export function chosenIn(lists) {
  return Object.fromEntries([...lists].flatMap(([facet, { value }]) => (value ? [[facet, value]] : [])));
}

/**
 * Fill a list with its options; the first stands for all. One without any is not shown.
 * @param {HTMLSelectElement} list
 * @param {{id: string, name: string, count: number}[]} found
 * @param {string} chosen
 */
function fill(list, found, chosen) {
  const all = new Option(text_any, "");
  list.replaceChildren(
    all,
    ...found.map(({ id, name, count }) => new Option(filled(text_in_brackets, { text: name, note: count }), id)),
  );
  list.value = chosen;
  list.closest("label")?.toggleAttribute("hidden", !found.length);
}
