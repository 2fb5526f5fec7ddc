// The lists on the search page by which results are narrowed down.

import { kept } from "./answer.js";
import { options } from "./facets.js";
import { FACETS } from "./state.js";

/**
 * Fill each list with the options that the pages found have.
 * @param {(facet: string) => HTMLSelectElement} listOf
 * @param {import("./answer.js").Answer} answer
 * @param {Record<string, string>} chosen
 */
export async function fillLists(listOf, answer, chosen) {
  const found = await Promise.all(FACETS.map((facet) => options(answer.index, facet, kept(answer), chosen)));
  FACETS.forEach((facet, place) => fill(listOf(facet), found[place], chosen[facet] ?? ""));
}

/**
 * What is chosen in the lists.
 * @param {(facet: string) => HTMLSelectElement} listOf
 * @returns {Record<string, string>}
 */
export function chosenIn(listOf) {
  return Object.fromEntries(FACETS.flatMap((facet) => (listOf(facet).value ? [[facet, listOf(facet).value]] : [])));
}

/**
 * Fill a list with its options; the first stands for all.
 * @param {HTMLSelectElement} list
 * @param {{id: string, name: string, count: number}[]} found
 * @param {string} chosen
 */
function fill(list, found, chosen) {
  const all = new Option("不限", "");
  list.replaceChildren(all, ...found.map(({ id, name, count }) => new Option(`${name}（${count}）`, id)));
  list.value = chosen;
}
