// Two tabs with one form: which of the two counts, and what stood here once more, where that was the wrong answer.

import { form_back_again, form_elsewhere, form_fine, form_use_mine, form_use_theirs, form_used_theirs } from "words";
import { element } from "../dom/elements.js";

/** @typedef {import("./compose.js").Answers} Answers */
/** @typedef {[label: string, act: () => void]} Way */

/**
 * Ask which of two tabs counts; what is told stands in `place`.
 * @param {HTMLElement} place
 * @param {import("./kept.js").Shelf} store
 * @param {{now: () => Answers, fill: (answers: Answers) => void, keep: () => void}} form
 */
export function askWhich(place, store, { now, fill, keep }) {
  /** @param {string} text @param {Way[]} ways */
  const tell = (text, ...ways) => {
    const buttons = ways.map(([label, act]) => {
      const button = element("button", "button", label);
      button.type = "button";
      button.addEventListener("click", () => {
        place.hidden = true;
        act();
      });
      return button;
    });
    place.replaceChildren(element("p", "", text), element("p", "form__ways", ...buttons));
    place.hidden = false;
  };
  const mine = () => {
    store.take();
    keep();
  };
  const theirs = () => {
    const before = now();
    store.take();
    fill(store.read() ?? before);
    const back = () => {
      fill(before);
      keep();
    };
    tell(form_used_theirs, [form_back_again, back], [form_fine, () => {}]);
  };
  tell(form_elsewhere, [form_use_theirs, theirs], [form_use_mine, mine]);
}
