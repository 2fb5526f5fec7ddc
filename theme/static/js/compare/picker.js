// What else may be compared: the list to pick a case from, and links to cases near to one that is alone.

import { compare_all_cases, compare_choose, compare_newest_cases, compare_other_cases, connections_near } from "words";
import { element } from "../dom/elements.js";
import { addressOf } from "./state.js";
import { linkTo } from "./table.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./data.js").Directory} Directory */
/** @typedef {import("./data.js").Named} Named */

/**
 * Cases that are not shown: those near to one that is, then the newest; what was picked while files came stays picked.
 * @param {HTMLSelectElement} picker
 * @param {Directory} directory
 * @param {Case[]} cases those that are shown
 * @param {string[]} slugs those that the address names
 */
export function fillPicker(picker, { cases: newest, more }, cases, slugs) {
  const close = new Map(cases.flatMap(({ near }) => near));
  const near = [...close].filter(([slug]) => !slugs.includes(slug));
  const others = newest.filter(([slug]) => !close.has(slug) && !slugs.includes(slug));
  const picked = picker.value;
  picker.replaceChildren(
    new Option(compare_choose, ""),
    ...group(connections_near, near),
    ...group(more ? compare_newest_cases : close.size ? compare_other_cases : compare_all_cases, others),
  );
  if ([...near, ...others].some(([slug]) => slug === picked)) picker.value = picked;
}

/**
 * @param {string} name
 * @param {Named[]} cases
 */
function group(name, cases) {
  if (!cases.length) return [];
  const made = element("optgroup", "", ...cases.map(([slug, title]) => new Option(title, slug)));
  made.label = name;
  return [made];
}

/**
 * Links that put a case near to another beside it.
 * @param {Case} alone
 */
export function linksToNear({ slug, near }) {
  return near.map(([other, title]) => element("li", "", linkTo(title, `compare/${addressOf([slug, other])}`, "tap")));
}
