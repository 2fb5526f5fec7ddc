// What the check says of the file, at the questions that it is about.

import { element, renew } from "../dom/elements.js";
import { FIGURES } from "./compose.js";
import { linked } from "./telling.js";

/** @typedef {{line: number, field: string, found: string, instead: string, severity: "error" | "warning" | "todo"}} Problem */
/** @typedef {import("./compose.js").Lines} Lines */

export const END = "end"; // what is about no question is told at the end
export const EDITORS = "editors"; // what no question of the form asks for, they see to
const KEY = /^[a-z]\w*$/; // of the front matter; rules for the text name what they are about in Chinese

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
    const own = ids.has(key) ? key : KEY.test(key) ? EDITORS : (place?.id ?? END);
    const id = own === FIGURES ? EDITORS : own;
    found.set(id, [...(found.get(id) ?? []), problem]);
  }
  return found;
}

/**
 * Show what is said of an answer; what is still open is no fault of it.
 * @param {HTMLElement} question
 * @param {{text: string, severity: string}[]} lines
 * @param {import("./telling.js").Pages} pages those that are named become links
 */
export function show(question, lines, pages) {
  const list = /** @type {HTMLElement} */ (question.querySelector(".ask__problems"));
  const items = lines.map(({ text, severity }) =>
    element("li", `ask__problem ask__problem--${severity}`, ...linked(text, pages)),
  );
  renew(list, ...items);
}
