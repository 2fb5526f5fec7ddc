// The columns of the comparison by name, one below the other, with buttons that move and remove them.

import { compare_down, compare_moved, compare_remove, compare_removed, compare_up } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { letter } from "./cells.js";
import { key, linkTo } from "./table.js";

/**
 * Shows other columns than those of now, which may be others than those that are drawn, and says what was done.
 * @typedef {(change: (now: string[]) => string[], said: string) => Promise<void>} Go
 */

/** @typedef {"up" | "down" | "remove"} Act */

/** @type {Record<Act, string>} */
const ACTS = { up: compare_up, down: compare_down, remove: compare_remove };

/**
 * @param {string[]} slugs
 * @param {Map<string, string>} titles
 * @param {Go} go
 * @param {(act: Act, slug: string) => void} done after a button was pressed
 */
export function columnsOf(slugs, titles, go, done) {
  return slugs.map((slug, place) => {
    const title = titles.get(slug) ?? slug;
    const without = (/** @type {string[]} */ now) => now.filter((one) => one !== slug);
    const move = (/** @type {Act} */ act, /** @type {number} */ to) =>
      button(act, title, async () => {
        await go(
          (now) => [...without(now).slice(0, to), slug, ...without(now).slice(to)],
          filled(compare_moved, { title, letter: letter(to) }),
        );
        done(act, slug);
      });
    const remove = button("remove", title, async () => {
      await go(without, filled(compare_removed, { title }));
      done("remove", slug);
    });
    const buttons = [
      ...(place > 0 ? [move("up", place - 1)] : []),
      ...(place < slugs.length - 1 ? [move("down", place + 1)] : []),
      remove,
    ];
    const name = linkTo(title, `cases/${slug}/`, "compare-columns__title");
    const inside = element("span", "compare-columns__buttons", ...buttons);
    const column = element("li", "compare-columns__item", key(place), name, inside);
    column.dataset.slug = slug;
    return column;
  });
}

/**
 * The button to be at after one was pressed: the same, or else another of its column, if that is there.
 * @param {HTMLElement} columns
 * @param {Act} act
 * @param {string} slug
 */
export function buttonLike(columns, act, slug) {
  const buttons = [...columns.querySelectorAll("button")].filter((one) => one.closest("li")?.dataset.slug === slug);
  return buttons.find((one) => one.dataset.act === act) ?? buttons[0];
}

/**
 * @param {Act} act
 * @param {string} title
 * @param {() => void} press
 */
function button(act, title, press) {
  const made = element("button", "compare-columns__button", ACTS[act]);
  made.type = "button";
  made.dataset.act = act;
  made.setAttribute("aria-label", `${ACTS[act]} ${title}`);
  made.addEventListener("click", press);
  return made;
}
