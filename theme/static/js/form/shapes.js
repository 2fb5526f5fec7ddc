// What can be said of an answer before the check is there: whether it is, how long it may be, whether a date can be read.
// The page has these rules from the JSON Schema of the model.

import { form_shape_date, form_shape_long } from "words";
import { filled } from "../dom/filled.js";
import { edtf } from "./dates.js";

/**
 * @param {HTMLElement} question
 * @returns {string[]}
 */
export function shapesOf(question) {
  /** @type {HTMLInputElement[]} */
  const fields = [...question.querySelectorAll("input.ask__field:enabled")].map((one) => /** @type {any} */ (one));
  return fields.flatMap(({ value, dataset }) => {
    const most = Number(dataset.most ?? Infinity);
    if (value.length > most) return [filled(form_shape_long, { count: value.length, most })];
    const isDate = ["start", "end", "date", "day"].includes(dataset.part ?? "");
    return isDate && value.trim() && edtf(value) === undefined ? [filled(form_shape_date, { text: value.trim() })] : [];
  });
}
