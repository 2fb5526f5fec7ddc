// What is said beside results: what else was searched, and what else it is called.

import { element } from "../dom/elements.js";
import { brief } from "../dom/typed.js";
import { namesOf } from "./answer.js";
import { meantBy } from "./finding.js";
import { addressOf } from "./state.js";

/** @type {Record<string, string>} */
const HOW = { same: "也叫", near: "相近", after: "后来", before: "前身" }; // how a name stands to what was typed

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
    note.replaceChildren(linkTo("也搜相近的说法", { ...state, alone: false }));
  } else if (also) {
    const alone = linkTo(`只搜“${brief(query)}”`, { ...state, alone: true });
    alone.classList.add("button");
    note.replaceChildren(`${meantBy(also, query)}，找到 ${also.numbers.length} 页。 `, alone);
  } else {
    note.replaceChildren("你要找的是不是：", ...near.map((name) => linkTo(name, { ...state, query: name })));
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
