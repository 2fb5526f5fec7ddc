// What else may be compared: the list to pick a case from, and links to cases near to one that is alone.

import { compare_all_cases, compare_choose, compare_other_cases, connections_near } from "words";
import { element } from "../dom/elements.js";
import { addressOf } from "./state.js";
import { linkTo } from "./table.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {[slug: string, title: string]} Named */

/**
 * All cases that are not shown, those near to one that is first; what was picked while files came stays picked.
 * @param {HTMLSelectElement} picker
 * @param {Named[]} free
 * @param {Case[]} cases those that are shown
 */
export function fillPicker(picker, free, cases) {
  const close = new Set(cases.flatMap((one) => one.near));
  const picked = picker.value;
  picker.replaceChildren(
    new Option(compare_choose, ""),
    ...group(
      connections_near,
      free.filter(([slug]) => close.has(slug)),
    ),
    ...group(
      close.size ? compare_other_cases : compare_all_cases,
      free.filter(([slug]) => !close.has(slug)),
    ),
  );
  if (free.some(([slug]) => slug === picked)) picker.value = picked;
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
 * @param {Map<string, string>} titles
 */
export function linksToNear({ slug, near }, titles) {
  return near.flatMap((other) => {
    const title = titles.get(other);
    return title === undefined ? [] : [element("li", "", linkTo(title, `compare/${addressOf([slug, other])}`, "tap"))];
  });
}
