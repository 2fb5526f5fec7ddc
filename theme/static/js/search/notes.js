// What is said beside results: what else was searched, and what else it is called.

import {
  search_also_found,
  search_also_near,
  search_by_meaning,
  search_by_words,
  search_did_you_mean,
  search_meaning,
  search_only,
  search_reading,
  search_some_meaning,
  text_comma,
  text_semicolon,
} from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { brief } from "../dom/typed.js";
import { kept, namesOf } from "./answer.js";
import { HOW, meantBy } from "./meant.js";
import { ALL, MEANING, addressOf } from "./state.js";

/** @typedef {import("./answer.js").Results} Results */
/** @typedef {import("./state.js").State} State */

/**
 * Say what else was searched beside what was typed, and offer to search for that alone; or offer names that may have been
 * meant. Where only what was meant finds anything, the status says it, and nothing is offered that finds nothing. How words
 * were read is said wherever it found anything, and can be taken back.
 * @param {HTMLElement} note
 * @param {Results} results
 * @param {State} state
 */
export function showAlso(note, { answer: { query, also, near }, reading }, state) {
  const said = state.alone
    ? [linkTo(state.alone === MEANING ? search_by_meaning : search_also_near, { ...state, alone: "" })]
    : near.length
      ? [search_did_you_mean, ...near.map((name) => linkTo(name, { ...state, query: name }))]
      : [];
  if (also && reading.counted(false).count > 0) {
    const what = meantBy(also, query);
    said.push(filled(search_also_found, { what, count: also.numbers.length }), " ");
    said.push(button(filled(search_only, { query: brief(query) }), { ...state, alone: ALL }), " ");
  }
  if (also?.readings) {
    said.push(meaning(also.readings), " ", linkTo(search_by_words, { ...state, alone: MEANING }));
  }
  note.hidden = !said.length;
  note.replaceChildren(...said);
}

/**
 * How words were read; that it was by what they mean, where no word stands for another.
 * @param {[string, string[]][]} readings
 */
function meaning(readings) {
  const all = readings.map(([word, names]) => filled(search_reading, { word, near: names.join(text_comma) }));
  return all.length ? filled(search_meaning, { readings: all.join(text_semicolon) }) : search_some_meaning;
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
        ...all.map((name) => linkTo(name, { ...state, query: name, alone: "" })),
      ),
    ),
  );
}

/**
 * Lead on where nothing was found, and where there is no case of it yet.
 * @param {(HTMLElement | null)[]} parts what leads to problems, and what says how to tell of a case; a collection may lack them
 * @param {Results} [results] none before anything is searched
 */
export function showWaysOn([problems, tell], results) {
  const isEmpty = results !== undefined && !kept(results.answer).length;
  if (problems) problems.hidden = !isEmpty;
  const first = results ? [...results.leads, ...results.items.slice(0, 1)] : [];
  if (tell) tell.hidden = !isEmpty && !first.some(({ page }) => page?.nearest.length);
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

/**
 * @param {string} text
 * @param {State} next
 */
function button(text, next) {
  const link = linkTo(text, next);
  link.classList.add("button");
  return link;
}
