// What is said of the program that checks while it comes, and the button that fetches it.

import {
  form_core_again,
  form_core_done,
  form_core_failed,
  form_core_fetching,
  form_core_kept,
  form_core_old,
  form_core_ready,
  form_core_starting,
  form_core_waiting,
  form_core_wrong,
} from "words";
import { parts, say } from "../dom/elements.js";
import { filled } from "../dom/filled.js";
import { why } from "../dom/trouble.js";
import { archiveRows, mega, sizeOf } from "./archives.js";
import { isAble } from "./asking.js";

const at = parts("form");
const [said, come, bar, fetch] = ["core-said", "core-come", "core-bar", "core-fetch"].map((id) => at(id));

/** @param {string} text */
function tell(text) {
  say(said, text);
  come.hidden = bar.hidden = fetch.hidden = true;
}

/** @param {string} text @param {string} [label] */
function offer(text, label) {
  tell(text);
  fetch.hidden = false;
  if (label) fetch.textContent = label;
}

/** What the page says when it hears of it. */
export const core = {
  coming(/** @type {number} */ done, /** @type {number} */ size) {
    tell(form_core_fetching);
    come.hidden = bar.hidden = false;
    come.textContent = filled(form_core_done, { done: mega(done), size: mega(size) });
    bar.value = done / size;
  },
  starting: () => tell(form_core_starting),
  ready: () => tell(form_core_ready),
  kept: (/** @type {boolean} */ isKept) => isKept && tell(form_core_kept),
  failed: (/** @type {string} */ cause) =>
    offer(filled(form_core_failed, { why: why(new Error(cause)) }), form_core_again),
  wrong: () => tell(form_core_wrong),
};

/**
 * Load what checks, at once unless the reader saves data; say before how much it is.
 * @param {URL} root
 * @param {() => void} start
 */
export async function begin(root, start) {
  if (!isAble()) return tell(form_core_old);
  fetch.addEventListener("click", () => {
    core.starting();
    start();
  });
  try {
    const size = mega(sizeOf(await archiveRows(root)));
    if (/** @type {any} */ (navigator).connection?.saveData) return offer(filled(form_core_waiting, { size }));
    tell(filled(form_core_waiting, { size }));
    start();
  } catch (error) {
    offer(filled(form_core_failed, { why: why(error) }), form_core_again);
  }
}
