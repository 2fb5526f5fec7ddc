// The columns of the comparison by name, with buttons that move and remove them.

import { compare_left, compare_moved, compare_remove, compare_removed, compare_right } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { letter } from "./cells.js";
import { key, linkTo } from "./table.js";

/**
 * Shows other columns than those of now, which may be others than those that are drawn, and says what was done.
 * @typedef {(change: (now: string[]) => string[], said: string) => Promise<void>} Go
 */

/**
 * @param {string[]} slugs
 * @param {Map<string, string>} titles
 * @param {Go} go
 * @param {(text: string, title: string) => void} done after a button was pressed
 */
export function columnsOf(slugs, titles, go, done) {
  return slugs.map((slug, place) => {
    const title = titles.get(slug) ?? slug;
    const without = (/** @type {string[]} */ now) => now.filter((one) => one !== slug);
    const move = (/** @type {string} */ text, /** @type {number} */ to) =>
      button(text, title, async () => {
        await go(
          (now) => [...without(now).slice(0, to), slug, ...without(now).slice(to)],
          filled(compare_moved, { title, letter: letter(to) }),
        );
        done(text, title);
      });
    const remove = button(compare_remove, title, async () => {
      await go(without, filled(compare_removed, { title }));
      done(compare_remove, title);
    });
    const buttons = [
      ...(place > 0 ? [move(compare_left, place - 1)] : []),
      ...(place < slugs.length - 1 ? [move(compare_right, place + 1)] : []),
      remove,
    ];
    const name = linkTo(title, `cases/${slug}/`, "compare-columns__title");
    return element(
      "li",
      "compare-columns__item",
      key(place),
      name,
      element("span", "compare-columns__buttons", ...buttons),
    );
  });
}

/**
 * The button to be at after one was pressed: the same, or else another of its column, if that is there.
 * @param {HTMLElement} columns
 * @param {string} text
 * @param {string} title
 */
export function buttonLike(columns, text, title) {
  const buttons = [...columns.querySelectorAll("button")].filter((one) => one.ariaLabel?.endsWith(` ${title}`));
  return buttons.find((one) => one.textContent === text) ?? buttons[0];
}

/**
 * @param {string} text
 * @param {string} title
 * @param {() => void} act
 */
function button(text, title, act) {
  const made = element("button", "compare-columns__button", text);
  made.type = "button";
  made.setAttribute("aria-label", `${text} ${title}`);
  made.addEventListener("click", act);
  return made;
}
