// What the check says of the file, at the questions that it is about.

import { form_problem } from "words";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

/** @typedef {{line: number, field: string, found: string, instead: string, severity: "error" | "warning" | "todo"}} Problem */
/** @typedef {import("./compose.js").Lines} Lines */

const END = "end"; // what is about no question is told at the end

/**
 * The problems of each question, by its id.
 * @param {Problem[]} problems
 * @param {Lines[]} lines
 * @returns {Map<string, Problem[]>}
 */
export function byQuestion(problems, lines) {
  const ids = new Set(lines.map(({ id }) => id));
  /** @type {Map<string, Problem[]>} */
  const found = new Map();
  for (const problem of problems) {
    const key = problem.field.split(/[.[]/)[0];
    const place = lines.find(({ first, last }) => first <= problem.line && problem.line <= last);
    const id = (ids.has(key) ? key : place?.id) ?? END;
    found.set(id, [...(found.get(id) ?? []), problem]);
  }
  return found;
}

/** @param {Problem} problem */
export const said = ({ found, instead }) => filled(form_problem, { found, instead });

/**
 * Show what is said of an answer; what is still open is no fault of it.
 * @param {HTMLElement} question
 * @param {{text: string, severity: string}[]} lines
 */
export function show(question, lines) {
  const list = /** @type {HTMLElement} */ (question.querySelector(".ask__problems"));
  const items = lines.map(({ text, severity }) => element("li", `ask__problem ask__problem--${severity}`, text));
  if (list.textContent !== items.map(({ textContent }) => textContent).join("")) list.replaceChildren(...items);
}
