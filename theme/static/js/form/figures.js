// The figures of an answer as they were read, each of which its author can correct.

import {
  form_figure,
  form_figure_done,
  form_figure_none,
  form_figure_of,
  form_figure_places,
  form_figure_proof,
  form_figure_unproven,
  form_figure_wrong,
  text_comma,
} from "words";
import { element, say } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

/** @typedef {{quote: string, scope: string, money: string, indicator: string, isMoney: boolean, amount: string, meaning: string}} Told */
/** @typedef {Told & {label: string, at: string}} Figure what it counts as, in words, and the question in whose answer it stands */
/** @typedef {{indicator?: string, scope?: string, money?: string, not?: boolean}} Meant what its author says that a figure is */
/** @typedef {ReturnType<typeof import("./proofs.js").proofsOf>} Proofs */
/** @typedef {{item: HTMLElement, tell: (label: string, proof: string) => void}} Row */

const NONE = " none"; // no name of an indicator begins so

/** @type {WeakMap<Element, Map<string, Row>>} the rows of a question stay, so that what has the focus keeps it */
const known = new WeakMap();

/**
 * A figure as its author means it, also while the file is not whole, of which nobody reads what it corrects.
 * @param {Told} told
 * @param {Record<string, Meant> | undefined} corrected
 * @param {string} at
 * @returns {Figure}
 */
export function meantBy(told, corrected, at) {
  const { scope, money, indicator } = { ...told, ...corrected?.[told.quote] };
  return { ...told, at, label: [scope, money, indicator].filter(Boolean).join(text_comma) };
}

/**
 * What an author says of figures, with one more word on one of them.
 * @param {Record<string, Meant> | undefined} corrected
 * @param {string} quote
 * @param {Meant | undefined} meant nothing where it was read rightly
 */
export const correctedBy = (corrected, quote, meant) =>
  Object.fromEntries(Object.entries({ ...corrected, [quote]: meant }).filter(([, value]) => value));

/**
 * Show the figures of a question.
 * @param {HTMLElement} question
 * @param {Figure[]} figures
 * @param {Record<string, Meant>} corrected by the words of the figure
 * @param {Proofs | undefined} proofs what the article says of them; nothing where none was pasted
 * @param {(quote: string, meant: Meant | undefined) => void} correct
 */
export function showFigures(question, figures, corrected, proofs, correct) {
  const part = /** @type {HTMLElement | null} */ (question.querySelector(".ask__figures"));
  if (!part) return;
  const wanted = labels(question, figures, corrected);
  part.hidden = wanted.size === 0; // before rows come: what is hidden then is not read out
  const list = /** @type {HTMLElement} */ (part.querySelector(".ask__found"));
  const rows = known.get(list) ?? new Map();
  known.set(list, rows);
  for (const [quote, { item }] of rows) {
    if (wanted.has(quote)) continue;
    item.remove();
    rows.delete(quote);
  }
  const proven = (/** @type {string} */ quote) => (proofs && !corrected[quote]?.not ? provenBy(proofs.get(quote)) : "");
  for (const [quote, label] of wanted) {
    const isMoney = figures.some((one) => one.quote === quote && one.isMoney);
    if (!rows.has(quote)) rows.set(quote, row(quote, isMoney, corrected[quote] ?? {}, correct));
    const { item, tell } = rows.get(quote);
    tell(label, proven(quote));
    if (!item.parentElement) list.append(item); // whole, as it is read out
  }
}

/**
 * What each figure counts as, by its words; also those of which their author said that they are none.
 * @param {HTMLElement} question
 * @param {Figure[]} figures
 * @param {Record<string, Meant>} corrected
 */
function labels(question, figures, corrected) {
  const text = [...question.querySelectorAll("textarea")].map(({ value }) => value).join("\n");
  const none = Object.keys(corrected).filter((quote) => text.includes(quote) && corrected[quote].not);
  return new Map([
    ...figures.map(({ quote, label }) => /** @type {[string, string]} */ ([quote, label])),
    ...none.map((quote) => /** @type {[string, string]} */ ([quote, form_figure_none])),
  ]);
}

/** @param {{proof?: {locator: string, quote: string}, places: string[]} | undefined} found */
function provenBy(found) {
  if (found?.proof) return filled(form_figure_proof, found.proof);
  if (found?.places.length) return filled(form_figure_places, { places: found.places.join(text_comma) });
  return form_figure_unproven;
}

/**
 * @param {string} quote
 * @param {boolean} isMoney
 * @param {Meant} meant
 * @param {(quote: string, meant: Meant | undefined) => void} correct
 * @returns {Row}
 */
function row(quote, isMoney, meant, correct) {
  const [read, proof] = [element("span", ""), element("p", "ask__proof quiet")];
  const button = element("button", "ask__tool", form_figure_wrong);
  const item = element("li", "ask__figure", element("p", "ask__read", read, button), proof);
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-live", "off"); // only how the figure was read is read out
  /** @type {HTMLElement | undefined} */
  let choices;
  button.addEventListener("click", () => {
    if (!choices) item.append((choices = choicesOf(quote, isMoney, meant, correct)));
    else choices.hidden = !choices.hidden;
    button.textContent = choices.hidden ? form_figure_wrong : form_figure_done;
    button.setAttribute("aria-expanded", String(!choices.hidden));
    if (!choices.hidden) choices.querySelector("select")?.focus();
  });
  return {
    item,
    tell(label, proven) {
      say(read, filled(form_figure, { quote, label }));
      button.setAttribute("aria-label", filled(form_figure_of, { what: button.textContent ?? "", quote }));
      say(proof, proven);
      proof.hidden = !proven;
    },
  };
}

/**
 * What its author may say of a figure: what it counts, its scope and, of money, its kind.
 * @param {string} quote
 * @param {boolean} isMoney
 * @param {Meant} meant
 * @param {(quote: string, meant: Meant | undefined) => void} correct
 */
function choicesOf(quote, isMoney, meant, correct) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("form-choices"));
  const choices = element("div", "ask__choices", template.content.cloneNode(true));
  choices.setAttribute("aria-live", "off");
  /** @type {HTMLSelectElement[]} */
  const pickers = [...choices.querySelectorAll("select")];
  for (const picker of pickers) {
    const part = /** @type {"indicator" | "scope" | "money"} */ (picker.dataset.part);
    picker.value = part === "indicator" && meant.not ? NONE : (meant[part] ?? "");
    if (part === "money" && !isMoney) picker.closest("label")?.remove();
  }
  choices.addEventListener("change", () => {
    const picked = pickers.filter(({ value, isConnected }) => value && isConnected);
    const isNone = picked.some(({ value }) => value === NONE);
    const given = Object.fromEntries(picked.map(({ dataset, value }) => [dataset.part, value]));
    correct(quote, isNone ? { not: true } : picked.length ? given : undefined);
  });
  return choices;
}
