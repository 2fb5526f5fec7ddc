// One question at a time: which one is in sight, how far one has come, and the way to any other.

import { form_finish, form_next, form_progress, form_skip } from "words";
import { element, parts } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

const at = parts("form");
const bar = /** @type {HTMLProgressElement} */ (at("bar"));
const number = /** @type {HTMLElement} */ (at("number"));
const back = /** @type {HTMLButtonElement} */ (at("back"));
const next = /** @type {HTMLButtonElement} */ (at("next"));
const list = /** @type {HTMLElement} */ (at("list"));

/**
 * @typedef {object} Screens
 * @property {(id: string, isMoved?: boolean) => void} show a question; one that was moved to takes the focus
 * @property {(state: (id: string) => {isAnswered: boolean, isWrong: boolean}) => void} mark what is answered, what is wrong
 * @property {() => string} here the id of the one in sight
 */

/**
 * @param {HTMLElement[]} questions
 * @param {(id: string) => void} shown is told which one is in sight
 * @returns {Screens}
 */
export function screens(questions, shown) {
  const ids = questions.map(({ dataset }) => dataset.id ?? "");
  const links = ids.map((id, index) => {
    const title = questions[index].querySelector("h2")?.textContent ?? "";
    const button = element("button", "form__jump", title);
    button.type = "button";
    button.addEventListener("click", () => show(id, true));
    list.append(element("li", "", button));
    return button;
  });
  let here = 0;
  /** @type {(id: string) => {isAnswered: boolean, isWrong: boolean}} */
  let state = () => ({ isAnswered: false, isWrong: false });

  /** @param {string} id @param {boolean} [isMoved] */
  function show(id, isMoved = false) {
    here = Math.max(0, ids.indexOf(id));
    questions.forEach((question, index) => (question.hidden = index !== here));
    const last = questions.length - 1; // what stands before the questions and after them has no number
    bar.value = here / last;
    number.textContent = here > 0 && here < last ? filled(form_progress, { number: here, count: last - 1 }) : "";
    back.hidden = here === 0;
    next.hidden = here === last;
    named();
    links.forEach((link, index) => link.setAttribute("aria-current", index === here ? "step" : "false"));
    shown(ids[here]);
    if (!isMoved) return;
    questions[here].querySelector("h2")?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  function named() {
    const isLast = here === questions.length - 2;
    next.textContent = isLast ? form_finish : here === 0 || state(ids[here]).isAnswered ? form_next : form_skip;
  }

  back.addEventListener("click", () => show(ids[here - 1], true));
  next.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    if (here < ids.length - 1) show(ids[here + 1], true);
  });
  return {
    show,
    mark(found) {
      state = found;
      named();
      links.forEach((link, index) => {
        const { isAnswered, isWrong } = state(ids[index]);
        link.classList.toggle("form__jump--done", isAnswered && !isWrong);
        link.classList.toggle("form__jump--wrong", isWrong);
      });
    },
    here: () => ids[here],
  };
}
