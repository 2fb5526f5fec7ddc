// Cases picked to be set side by side: a box on each, and a bar with the link.

import {
  explore_compare,
  explore_compare_case,
  explore_compare_these,
  explore_picked,
  explore_picked_most,
  explore_picked_one,
} from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { MOST_PICKED } from "./state.js";
import { ROOT } from "../dom/root.js";

const bar = /** @type {HTMLElement} */ (document.getElementById("explore-picked"));
const status = /** @type {HTMLElement} */ (bar.querySelector(".picked__status"));
const link = /** @type {HTMLAnchorElement} */ (bar.querySelector("a"));

/**
 * Give each case of the list its box.
 * @param {HTMLElement} list
 * @param {string[]} picked slugs
 */
export function showBoxes(list, picked) {
  const items = list.querySelectorAll(":is(.cards > li, tbody > tr):not(.coming)");
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (items)) {
    const title = /** @type {HTMLAnchorElement} */ (item.querySelector(":is(h2, th) a"));
    const slug = new URL(title.href).pathname.split("/").at(-2) ?? "";
    const box = item.querySelector("input") ?? made(item, title.textContent ?? "");
    box.value = slug;
    box.checked = picked.includes(slug);
  }
}

/**
 * @param {HTMLElement} item
 * @param {string} title
 */
function made(item, title) {
  const box = element("input", "pick__box");
  box.type = "checkbox";
  box.ariaLabel = filled(explore_compare_case, { title });
  (item.querySelector(".cases-table__pick") ?? item).append(element("label", "pick", box, explore_compare));
  return box;
}

/**
 * Say how many are picked, and lead to them side by side once there are two.
 * @param {string[]} picked
 */
export function showPicked(picked) {
  bar.hidden = !picked.length;
  status.textContent = picked.length > 1 ? filled(explore_picked, { count: picked.length }) : explore_picked_one;
  link.hidden = picked.length < 2;
  link.textContent = filled(explore_compare_these, { count: picked.length });
  link.href = new URL(`compare/?cases=${picked.join(",")}`, ROOT).href;
}

/**
 * Tell which cases are picked after each click; a fifth is refused with a sentence.
 * @param {HTMLElement} list
 * @param {() => string[]} now
 * @param {(picked: string[]) => void} pick
 */
export function onPicked(list, now, pick) {
  list.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (!box.matches(".pick__box")) return;
    if (box.checked && now().length >= MOST_PICKED) {
      box.checked = false;
      status.textContent = filled(explore_picked_most, { most: MOST_PICKED });
      return;
    }
    pick(box.checked ? [...now(), box.value] : now().filter((slug) => slug !== box.value));
  });
  bar.querySelector("button")?.addEventListener("click", () => pick([]));
}
