// What is left to do, told at the end with a way to each question.

import {
  form_advice,
  form_draft,
  form_editors,
  form_left,
  form_nothing_wrong,
  form_unchecked,
  form_wrong,
  text_semicolon,
} from "words";
import { element, renew } from "../dom/elements.js";
import { filled } from "../dom/filled.js";
import { MARKS } from "./language.js";
import { EDITORS, END } from "./problems.js";
import { told } from "./telling.js";

/** @typedef {import("./problems.js").Problem} Problem */
/** @typedef {import("./telling.js").Pages} Pages */

const GROUPS = /** @type {const} */ ([
  ["error", form_wrong],
  ["todo", form_left],
  ["warning", form_advice],
]);

/**
 * @param {HTMLElement} place
 * @param {Map<string, Problem[]> | undefined} found by question; nothing where it was not checked
 * @param {Pages} pages
 * @param {(id: string) => void} go
 */
export function review(place, found, pages, go) {
  if (!found) return renew(place, element("p", "notice", form_unchecked));
  const asked = [...found].filter(([id]) => id !== EDITORS);
  const all = asked.flatMap(([id, problems]) => problems.map((one) => row(id, one, pages)));
  const rows = [...new Map(all.map((one) => [`${one.id} ${one.text}`, one])).values()]; // six steps without words are one line
  const theirs = new Set((found.get(EDITORS) ?? []).map((problem) => told({ ...problem, instead: "" }, pages)));
  const groups = GROUPS.flatMap(([severity, title]) => {
    const own = rows.filter((one) => one.severity === severity);
    if (own.length === 0) return [];
    const items = own.map(({ id, text }) => item(id, text, go));
    return [element("h3", "ask__label", title), element("ul", `form__left form__left--${severity}`, ...items)];
  });
  const isOpen = rows.some(({ severity }) => severity === "todo");
  const last = groups.length === 0 ? [element("p", "notice", form_nothing_wrong)] : [];
  const more = [
    ...(isOpen ? [form_draft] : []),
    ...(theirs.size ? [filled(form_editors, { what: [...theirs].join(text_semicolon) })] : []),
  ];
  renew(place, ...groups, ...last, ...more.map((text) => element("p", "quiet", text)));
}

/** @param {string} id @param {Problem} problem @param {Pages} pages */
function row(id, problem, pages) {
  const { severity, found } = problem;
  return { id, severity, text: severity === "todo" ? found.replace(MARKS, "") : told(problem, pages) };
}

/** @param {string} id @param {string} text @param {(id: string) => void} go */
function item(id, text, go) {
  const target = document.getElementById(`ask-${id}`);
  if (!target || id === END) return element("li", "", text);
  const button = element("button", "form__jump", text);
  button.type = "button";
  button.dataset.to = id;
  button.addEventListener("click", () => go(id));
  return element("li", "", button);
}
