// What is chosen, as buttons that take it away.

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
  return chip("全部清除", "全部清除筛选", () => change({ ...withoutFilters(state), sort: "" }));
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
    return chip(`${nameOf(key)}：${term.name}`, "", () => change({ chosen: { ...state.chosen, [key]: rest } }));
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
  const bounds = [state.min && `至少 ${state.min}${here.unit}`, state.max && `至多 ${state.max}${here.unit}`];
  const text = [`${indicator.name}（${here.title}）`, ...bounds].filter(Boolean).join(" ");
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
  button.ariaLabel = label || `去掉 ${text}`;
  button.addEventListener("click", act);
  return button;
}
