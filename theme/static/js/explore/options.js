// The options of a facet: all of them, or of very many the first, and those whose names hold what is typed.

import { explore_find, explore_find_left, explore_find_none } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";

/** @typedef {import("./data.js").Term} Term */
/** @typedef {{count: number, any: boolean}} Count how many cases an option would leave, and whether any is shown at all */
/** @typedef {(counts: Count[], chosen: Set<string>) => void} Show what each option would leave, and which are chosen */

const MOST = 50; // shown together, as many as pages of lists have

/**
 * Make the options of a facet anew.
 * @param {HTMLElement} frame
 * @param {string} key
 * @param {Term[]} terms
 * @returns {Show}
 */
export function optionsIn(frame, key, terms) {
  if (terms.length > MOST) return someOf(frame, key, terms);
  const all = terms.map((term) => option(key, term));
  frame.replaceChildren(...all);
  return (counts, chosen) => all.forEach((one, at) => showOption(one, counts[at], chosen.has(terms[at].id)));
}

/**
 * Which options are shown changes when one types or opens the facet, not under the finger of who chooses one.
 * @param {HTMLElement} frame
 * @param {string} key
 * @param {Term[]} terms
 * @returns {Show}
 */
function someOf(frame, key, terms) {
  const field = element("input", "filters__list");
  const list = element("div", "");
  const note = element("p", "small quiet");
  const label = element("label", "filters__label", filled(explore_find, { count: terms.length }), field);
  field.type = "search";
  field.autocomplete = "off";
  note.setAttribute("role", "status");
  frame.replaceChildren(label, list, note);
  /** @type {Map<number, HTMLElement>} place among the terms -> option */
  const shown = new Map();
  let isOld = true;
  /** @type {Count[]} */
  let counts = [];
  /** @type {Set<string>} */
  let chosen = new Set();

  function choose() {
    const typed = field.value.trim().toLowerCase();
    const isMet = (/** @type {number} */ at) => (typed ? terms[at].name.toLowerCase().includes(typed) : counts[at].any);
    const met = [...terms.keys()].filter(isMet);
    const wanted = new Set([...met.slice(0, MOST), ...[...terms.keys()].filter((at) => chosen.has(terms[at].id))]);
    const made = [...wanted].sort((one, other) => one - other).map((at) => [at, option(key, terms[at])]);
    shown.clear();
    for (const [at, one] of /** @type {[number, HTMLElement][]} */ (made)) shown.set(at, one);
    list.replaceChildren(...shown.values());
    const left = met.length - MOST;
    if (left > 0) note.textContent = filled(explore_find_left, { count: left });
    else note.textContent = met.length ? "" : explore_find_none;
    isOld = false;
  }

  function show() {
    const isMissed = terms.some(({ id }, at) => chosen.has(id) && !shown.has(at));
    if (isOld || isMissed) choose();
    for (const [at, one] of shown) showOption(one, counts[at], chosen.has(terms[at].id));
  }

  field.addEventListener("input", () => {
    isOld = true;
    show();
  });
  field.addEventListener("change", (event) => event.stopPropagation()); // nothing is chosen by it
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // nor is the form done
  });
  frame.closest("details")?.addEventListener("toggle", () => (isOld = true));
  return (nowCounts, nowChosen) => {
    [counts, chosen] = [nowCounts, nowChosen];
    show();
  };
}

/**
 * @param {string} key
 * @param {Term} term
 */
function option(key, { id, name, depth }) {
  const box = element("input", "option__box");
  box.type = "checkbox";
  box.name = key;
  box.value = id;
  const label = element(
    "label",
    "option",
    box,
    element("span", "option__name", name),
    element("span", "option__count quiet"),
  );
  if (depth) label.dataset.depth = String(depth);
  return label;
}

/**
 * @param {HTMLElement} label
 * @param {Count} count
 * @param {boolean} isChosen
 */
function showOption(label, { count, any }, isChosen) {
  const box = /** @type {HTMLInputElement} */ (label.querySelector("input"));
  const said = /** @type {HTMLElement} */ (label.querySelector(".option__count"));
  box.checked = isChosen;
  box.disabled = !any && !isChosen;
  if (said.textContent !== String(count)) said.textContent = String(count); // else all is laid out anew
}
