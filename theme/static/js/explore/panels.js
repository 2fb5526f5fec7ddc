// The facets to filter by: each a list of boxes with how many cases every option would leave.

import { explore_unused, text_chosen } from "words";
import { filled } from "../dom/filled.js";
import { countsOf } from "./counts.js";
import { optionsIn } from "./options.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./result.js").Result} Result */

const FEW = 4; // files

/** @type {WeakMap<HTMLElement, import("./options.js").Show>} */
const shows = new WeakMap();

/**
 * Show the options of a facet, and what of them is chosen; they are made once for each build of the data.
 * @param {HTMLElement} panel
 * @param {Result} result
 */
export async function showOptions(panel, result) {
  const key = panel.dataset.key ?? "";
  const { terms, unused } = await result.data.facet(key);
  if (panel.dataset.build !== result.data.build) {
    panel.dataset.build = result.data.build;
    shows.set(panel, optionsIn(part(panel, ".filter__options"), key, terms));
    showUnused(panel, unused);
  }
  const counts = await countsOf(result, key, terms, { but: panel.dataset.joins === "any" ? key : undefined });
  shows.get(panel)?.(counts, new Set(result.state.chosen[key]));
}

/**
 * Open the panels that something is chosen from, unless their counts would take more files than a page may fetch first.
 * @param {HTMLDetailsElement[]} chosen
 * @param {Data} data
 */
export function openChosen(chosen, data) {
  let room = FEW;
  for (const panel of chosen) {
    const files = data.files(panel.dataset.key ?? "");
    panel.open = files <= room;
    if (panel.open) room -= files;
  }
}

/**
 * Fill a panel when it is opened, and tell which of its options are chosen.
 * @param {HTMLDetailsElement} panel
 * @param {() => void} fill
 * @param {(ids: string[]) => void} choose
 */
export function onPanel(panel, fill, choose) {
  panel.addEventListener("toggle", () => panel.open && fill());
  panel.addEventListener("change", () =>
    choose([...panel.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value)),
  );
  onClear(panel, () => choose([]));
}

/**
 * Tell when the button that clears a filter is pressed.
 * @param {HTMLDetailsElement} panel
 * @param {() => void} clear
 */
export function onClear(panel, clear) {
  panel.querySelector("button")?.addEventListener("click", () => {
    clear();
    panel.querySelector("summary")?.focus(); // the button is no more
  });
}

/**
 * @param {HTMLElement} panel
 * @param {number} unused
 */
function showUnused(panel, unused) {
  const note = part(panel, ".filter__unused");
  note.hidden = !unused;
  part(note, "span").textContent = filled(explore_unused, { count: unused });
}

/**
 * Say how much of each filter is chosen, also when it is folded away, and offer to clear it.
 * @param {HTMLElement} panel
 * @param {number} count
 */
export function showCount(panel, count) {
  part(panel, ".filter__chosen").textContent = count ? filled(text_chosen, { count }) : "";
  part(panel, ".filter__clear").hidden = !count;
}

/**
 * @param {HTMLElement} inside
 * @param {string} selector
 */
function part(inside, selector) {
  return /** @type {HTMLElement} */ (inside.querySelector(selector));
}
