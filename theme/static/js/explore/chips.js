// What is chosen, as buttons that take it away.

import {
  explore_chosen,
  explore_chosen_max,
  explore_chosen_min,
  explore_clear_all,
  explore_clear_all_label,
  explore_drop,
  text_in_brackets,
} from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { withoutFilters, withoutMeasure } from "./state.js";

/** @typedef {import("./result.js").Result} Result */
/** @typedef {import("./state.js").State} State */
/** @typedef {(change: Partial<State>) => void} Change */

/**
 * A button for each term chosen, and for the indicator.
 * @param {State} state
 * @param {Result | undefined} result none of what the page showed at first
 * @param {(key: string) => string} nameOf a facet
 * @param {Change} change
 */
export function chips(state, result, nameOf, change) {
  if (!result) return [];
  return [
    ...result.choices.flatMap((choice) => ofChoice(choice, state, nameOf, change)),
    ...ofMeasure(state, result, change),
  ];
}

/**
 * The button that takes all of them away.
 * @param {State} state
 * @param {Change} change
 */
export function clearAll(state, change) {
  return chip(explore_clear_all, explore_clear_all_label, () => change({ ...withoutFilters(state), sort: "" }));
}

/**
 * @param {import("./filter.js").Choice} choice
 * @param {State} state
 * @param {(key: string) => string} nameOf
 * @param {Change} change
 */
function ofChoice({ key, chosen }, state, nameOf, change) {
  return chosen.map((term) => {
    const rest = (state.chosen[key] ?? []).filter((id) => id !== term.id);
    return chip(filled(explore_chosen, { facet: nameOf(key), term: term.name }), "", () =>
      change({ chosen: { ...state.chosen, [key]: rest } }),
    );
  });
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Change} change
 */
function ofMeasure(state, { measure }, change) {
  if (!measure) return [];
  const { indicator, here } = measure;
  const { unit, title } = here;
  const bounds = [
    state.min && filled(explore_chosen_min, { value: state.min, unit }),
    state.max && filled(explore_chosen_max, { value: state.max, unit }),
  ];
  const text = [filled(text_in_brackets, { text: indicator.name, note: title }), ...bounds].filter(Boolean).join(" ");
  return [chip(text, "", () => change(withoutMeasure(state)))];
}

/**
 * @param {string} text
 * @param {string} label
 * @param {() => void} act
 */
function chip(text, label, act) {
  const button = element("button", "explore__chip", text);
  button.type = "button";
  button.ariaLabel = label || filled(explore_drop, { what: text });
  button.addEventListener("click", act);
  return button;
}
