// What is left to do, told at the end with a way to each question.

import { form_advice, form_draft, form_left, form_nothing_wrong, form_unchecked, form_wrong } from "words";
import { element } from "../dom/elements.js";
import { MARKS } from "./language.js";
import { said } from "./problems.js";

/** @typedef {import("./problems.js").Problem} Problem */

const GROUPS = /** @type {const} */ ([
  ["error", form_wrong],
  ["todo", form_left],
  ["warning", form_advice],
]);

/**
 * @param {HTMLElement} place
 * @param {Map<string, Problem[]> | undefined} found by question; nothing where it was not checked
 * @param {(id: string) => void} go
 */
export function review(place, found, go) {
  if (!found) return place.replaceChildren(element("p", "notice", form_unchecked));
  const rows = [...found].flatMap(([id, problems]) => problems.map((problem) => ({ id, problem })));
  const groups = GROUPS.flatMap(([severity, title]) => {
    const own = rows.filter(({ problem }) => problem.severity === severity);
    if (own.length === 0) return [];
    const items = own.map(({ id, problem }) => item(id, problem, go));
    return [element("h3", "ask__label", title), element("ul", `form__left form__left--${severity}`, ...items)];
  });
  const isOpen = rows.some(({ problem }) => problem.severity === "todo");
  const last = groups.length === 0 ? [element("p", "notice", form_nothing_wrong)] : [];
  place.replaceChildren(...groups, ...last, ...(isOpen ? [element("p", "quiet", form_draft)] : []));
}

/** @param {string} id @param {Problem} problem @param {(id: string) => void} go */
function item(id, problem, go) {
  const text = problem.severity === "todo" ? problem.found.replace(MARKS, "") : said(problem);
  const target = document.getElementById(`ask-${id}`);
  if (!target || id === "end") return element("li", "", text);
  const button = element("button", "form__jump", text);
  button.type = "button";
  button.addEventListener("click", () => go(id));
  return element("li", "", button);
}
