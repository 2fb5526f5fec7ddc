// What an article that was pasted says of an answer, where its words are none: told below the question.

import { form_found_places, form_found_title, form_offered, form_offered_figure, text_comma } from "words";
import { say } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

/** @type {Record<string, string>} */
const HINTS = { title: form_found_title, places: form_found_places };

/**
 * @param {HTMLElement} question
 * @param {import("./compose.js").Answers} answers
 * @param {ReturnType<typeof import("./proofs.js").proofsOf> | undefined} proofs of what is told already, in whatever words
 */
export function offerTo(question, { hints = {}, offered = [] }, proofs) {
  const id = question.dataset.id ?? "";
  const told = new Set([...(proofs?.values() ?? [])].map(({ proof }) => proof?.quote));
  const left = offered.filter((/** @type {{quote: string}} */ { quote }) => !told.has(quote));
  const hint = hints[id] ? filled(HINTS[id], hints[id]) : figuresLeft(question, left);
  say(/** @type {HTMLElement} */ (question.querySelector(".ask__offered")), hint);
}

/**
 * The figures of an article that an answer does not tell yet.
 * @param {HTMLElement} question
 * @param {{part: string, words: string, paragraph: number}[]} offered
 */
function figuresLeft(question, offered) {
  const text = [...question.querySelectorAll("textarea")].map(({ value }) => value).join("\n");
  const own = offered.filter(({ part, words }) => part === question.dataset.id && !text.includes(words));
  const told = own.map(({ words, paragraph }) => filled(form_offered_figure, { words, paragraph }));
  return own.length ? filled(form_offered, { figures: told.join(text_comma) }) : "";
}
