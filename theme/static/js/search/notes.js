// What is said beside results: what else was searched, and what else it is called.

import { search_also_found, search_also_near, search_did_you_mean, search_only } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { brief } from "../dom/typed.js";
import { namesOf } from "./answer.js";
import { HOW, meantBy } from "./meant.js";
import { addressOf } from "./state.js";

/** @typedef {import("./answer.js").Results} Results */
/** @typedef {import("./state.js").State} State */

/**
 * Say what else was searched, and offer to search for what was typed alone; or offer names that may have been meant.
 * @param {HTMLElement} note
 * @param {Results} results
 * @param {State} state
 */
export function showAlso(note, { answer: { query, also, near } }, state) {
  note.hidden = !also && !near.length && !state.alone;
  if (state.alone) {
    note.replaceChildren(linkTo(search_also_near, { ...state, alone: false }));
  } else if (also) {
    const alone = linkTo(filled(search_only, { query: brief(query) }), { ...state, alone: true });
    const what = meantBy(also, query);
    alone.classList.add("button");
    note.replaceChildren(filled(search_also_found, { what, count: also.numbers.length }), " ", alone);
  } else {
    note.replaceChildren(search_did_you_mean, ...near.map((name) => linkTo(name, { ...state, query: name })));
  }
}

/**
 * What else that is called which was typed.
 * @param {HTMLElement} names
 * @param {Results} results
 * @param {State} state
 */
export function showNames(names, results, state) {
  const found = [...namesOf(results)];
  names.hidden = !found.length;
  names.replaceChildren(
    ...found.map(([why, all]) =>
      element(
        "span",
        "search-names__group",
        HOW[why],
        ...all.map((name) => linkTo(name, { ...state, query: name, alone: false })),
      ),
    ),
  );
}

/**
 * @param {string} text
 * @param {State} next
 */
function linkTo(text, next) {
  const link = element("a", "tap", text);
  link.href = addressOf(next);
  return link;
}
