// The filter by figures: an indicator, where it has several series one of them, and the bounds.

import { explore_no_number, text_any, text_in_brackets } from "words";
import { filled } from "../dom/filled.js";
import { element, parts } from "../dom/elements.js";
import { countsOf } from "./counts.js";
import { INDICATORS } from "./data.js";
import { counted } from "./filter.js";
import { amountOf } from "../query/amounts.js";

/** @typedef {import("./data.js").Indicator} Indicator */
/** @typedef {import("./result.js").Result} Result */
/** @typedef {import("./state.js").State} State */

const at = parts("explore");
const indicators = /** @type {HTMLSelectElement} */ (at("indicator"));
const series = /** @type {HTMLSelectElement} */ (at("series"));
const seriesLabel = /** @type {HTMLElement} */ (at("series-label"));
const bounds = /** @type {HTMLElement} */ (at("bounds"));
const fields = /** @type {Record<"min" | "max", HTMLInputElement>} */ ({ min: at("min"), max: at("max") });

/**
 * Show what is chosen, and for each indicator how many of the cases that meet all other choices report it.
 * @param {Result} result
 */
export async function showRange(result) {
  const { data, state, measure } = result;
  const all = await data.indicators();
  const counts = await countsOf(result, INDICATORS, all, { isOfAll: true });
  const options = all.map((one, at) => ({ ...one, count: counts[at].count }));
  indicators.replaceChildren(new Option(text_any, ""), ...grouped(options, state.indicator));
  indicators.value = state.indicator;
  showSeries(result);
  bounds.hidden = !measure;
  for (const unit of bounds.querySelectorAll(".filter__unit")) unit.textContent = measure?.here.unit ?? "";
  fields.min.value = state.min;
  fields.max.value = state.max;
  for (const field of Object.values(fields)) field.ariaInvalid = "false";
}

/** @param {Result} result */
function showSeries({ data, measure, marked }) {
  const all = measure?.all ?? [];
  const marks = marked();
  const every = new Uint8Array(data.count); // all within
  series.replaceChildren(
    ...all.map((one) => {
      const cases = [...new Set(one.figures.map(([number]) => number))];
      const { count } = counted(cases, marks, every);
      return new Option(filled(text_in_brackets, { text: one.title, note: count }), one.key);
    }),
  );
  series.value = measure?.here.key ?? "";
  seriesLabel.hidden = all.length < 2;
}

/**
 * @param {(Indicator & {count: number})[]} options
 * @param {string} chosen
 */
function grouped(options, chosen) {
  return [...new Set(options.map(({ kind }) => kind))].map((kind) => {
    const those = options.filter((one) => one.kind === kind);
    const group = element("optgroup", "", ...those.map((one) => option(one, chosen)));
    group.label = kind;
    return group;
  });
}

/**
 * @param {Indicator & {count: number}} indicator
 * @param {string} chosen
 */
function option({ id, name, count }, chosen) {
  const made = new Option(filled(text_in_brackets, { text: name, note: count }), id);
  made.disabled = !count && id !== chosen;
  return made;
}

/**
 * Tell what the reader chooses: what of the state changes, or a sentence on what is no number.
 * @param {(change: Partial<State>) => void} choose
 * @param {(sentence: string) => void} refuse
 */
export function onRange(choose, refuse) {
  indicators.addEventListener("change", () => {
    const sort = indicators.value ? {} : { sort: "" };
    choose({ indicator: indicators.value, series: "", min: "", max: "", ...sort });
  });
  series.addEventListener("change", () => choose({ series: series.value, min: "", max: "" }));
  for (const [name, field] of Object.entries(fields)) {
    field.addEventListener("change", () => {
      const unit = bounds.querySelector(".filter__unit")?.textContent ?? "";
      const typed = field.value.trim();
      const value = amountOf(unit && typed.endsWith(unit) ? typed.slice(0, -unit.length) : typed);
      field.ariaInvalid = String(Boolean(typed) && value === null);
      if (typed && value === null) refuse(filled(explore_no_number, { typed }));
      else
        choose({ series: series.options.length > 1 ? series.value : "", [name]: value === null ? "" : String(value) });
    });
  }
}
