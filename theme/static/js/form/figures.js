// The figures of an answer as they were read, each of which its author can correct.

import {
  form_figure,
  form_figure_is,
  form_figure_none,
  form_figure_right,
  form_figure_wrong,
  form_offered,
  form_offered_figure,
  text_comma,
} from "words";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

const NONE = " none"; // no name of an indicator begins so

/** @typedef {{quote: string, line: number, label: string}} Figure */
/** @typedef {Record<string, {indicator?: string, not?: boolean}>} Corrected by the words of the figure */

/**
 * Show the figures of a question.
 * @param {HTMLElement} question
 * @param {Figure[]} figures
 * @param {Corrected} corrected
 * @param {(quote: string, meant: {indicator?: string, not?: boolean} | undefined) => void} correct
 */
export function showFigures(question, figures, corrected, correct) {
  const part = /** @type {HTMLElement | null} */ (question.querySelector(".ask__figures"));
  if (!part) return;
  const text = [...question.querySelectorAll("textarea")].map(({ value }) => value).join("\n");
  const others = Object.keys(corrected).filter((quote) => text.includes(quote) && corrected[quote].not);
  const read = figures.filter(({ quote }) => !corrected[quote]?.not);
  const rows = new Map(read.map(({ quote, label }) => [quote, corrected[quote]?.indicator ?? label]));
  for (const quote of others) rows.set(quote, form_figure_none);
  const list = /** @type {HTMLElement} */ (part.querySelector(".ask__found"));
  const made = JSON.stringify([...rows]);
  part.hidden = rows.size === 0;
  if (list.dataset.made === made) return; // what has the focus keeps it
  list.dataset.made = made;
  list.replaceChildren(...[...rows].map(([quote, label]) => item(quote, label, corrected[quote], correct)));
}

/**
 * Offer the figures of an article that an answer does not tell yet.
 * @param {HTMLElement} question
 * @param {{part: string, words: string, paragraph: number}[]} offered
 */
export function offerFigures(question, offered) {
  const place = question.querySelector(".ask__offered");
  if (!place) return;
  const text = [...question.querySelectorAll("textarea")].map(({ value }) => value).join("\n");
  const own = offered.filter(({ part, words }) => part === question.dataset.id && !text.includes(words));
  const told = own.map(({ words, paragraph }) => filled(form_offered_figure, { words, paragraph }));
  place.textContent = own.length ? filled(form_offered, { figures: told.join(text_comma) }) : "";
}

/**
 * @param {string} quote
 * @param {string} label
 * @param {{indicator?: string, not?: boolean} | undefined} meant
 * @param {(quote: string, meant: {indicator?: string, not?: boolean} | undefined) => void} correct
 */
function item(quote, label, meant, correct) {
  const button = element("button", "ask__tool", meant ? form_figure_right : form_figure_wrong);
  const found = element("li", "ask__figure", element("span", "", filled(form_figure, { quote, label })), button);
  button.type = "button";
  button.addEventListener("click", () => {
    if (meant) return correct(quote, undefined);
    const picker = choices();
    button.replaceWith(picker);
    picker.focus();
    picker.addEventListener("change", () =>
      correct(quote, picker.value === NONE ? { not: true } : { indicator: picker.value }),
    );
  });
  return found;
}

function choices() {
  const first = element("option", "", form_figure_is);
  const none = element("option", "", form_figure_none);
  const picker = element("select", "ask__field ask__pick", first, none);
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("form-indicators"));
  [first.value, first.disabled, first.selected, none.value] = ["", true, true, NONE];
  picker.append(template.content.cloneNode(true));
  picker.setAttribute("aria-label", form_figure_is);
  return picker;
}
