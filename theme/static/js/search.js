// The search page: searches as one types, shows what is found, and keeps all of it in the address.

import "./dom/promised.js";
import { text_chosen, search_searching, search_cut, search_failed, search_filters_failed } from "words";
import { filled } from "./dom/filled.js";
import { keep, keepPlace, returnToPlace, visit } from "./dom/address.js";
import { parts } from "./dom/elements.js";
import { whenSeen } from "./dom/insight.js";
import { follow, showViews } from "./dom/links.js";
import { questions } from "./dom/questions.js";
import { troubles, why } from "./dom/trouble.js";
import { LONGEST, brief, onTyped, tidy } from "./dom/typed.js";
import { asked } from "./index/site_index.js";
import { counts, hasMore, kept, more, resultsOf } from "./search/answer.js";
import { chosenIn, fillLists, listsIn } from "./search/lists.js";
import { showAlso, showNames, showWaysOn } from "./search/notes.js";
import { isEntry } from "./index/kinds.js";
import { lead } from "./search/results.js";
import { told } from "./search/told.js";
import { addressOf, fromAddress } from "./search/state.js";

const SHOWN = 10; // results at a time
const LOW = 220; // pixels that a result is high, about
const TITLE = document.title;

/** @typedef {import("./search/answer.js").Results} Results */
/** @typedef {import("./search/state.js").State} State */

const at = parts("site");
const form = /** @type {HTMLFormElement} */ (at("search"));
const field = /** @type {HTMLInputElement} */ (at("query"));
const status = /** @type {HTMLElement} */ (at("status"));
const note = /** @type {HTMLElement} */ (at("also"));
const names = /** @type {HTMLElement} */ (at("names"));
const views = /** @type {HTMLElement} */ (at("views"));
const filters = /** @type {HTMLDetailsElement} */ (at("filters"));
const chosenCount = /** @type {HTMLElement} */ (at("chosen"));
const clear = /** @type {HTMLButtonElement} */ (at("clear"));
const leads = /** @type {HTMLElement} */ (at("leads"));
const list = /** @type {HTMLElement} */ (at("results"));
const waysOn = ["nothing", "tell"].map(at);
const button = /** @type {HTMLButtonElement} */ (at("more"));
const { ask, drop } = questions(() => (status.textContent = search_searching), failed);
const trouble = troubles(search);

const lists = listsIn(filters);
const facets = [...lists.keys()];
let state = fromAddress(facets);
let isTyping = false; // whether the address is one of typing that goes on: it is replaced, not added to
/** @type {Results | undefined} */
let shown;

// --- searching ----------------------------------------------------------------------------------------------------

/** Search for what the state says, and show as many results as were shown when the reader left, or as there is room for. */
async function search() {
  const query = tidy(state.query);
  document.title = query ? `${brief(query)} · ${TITLE}` : TITLE;
  if (!query) {
    drop();
    say(status.dataset.hint ?? "");
    asked(async () => {}).catch(() => {}); // so that the index is there when it is asked: a failure is told then
    return;
  }
  try {
    const wanted = history.state?.shown ?? Math.min(SHOWN, Math.ceil(innerHeight / LOW));
    const results = await ask(() => asked((index) => resultsOf(index, query, state, wanted)));
    if (!results) return;
    show(results, wanted);
    const isCut = Array.from(state.query.trim()).length > LONGEST;
    status.textContent = isCut ? filled(search_cut, { count: LONGEST }) + told(results) : told(results);
    if (filters.open) showFilters(results);
  } catch (error) {
    failed(error);
  }
}

/** Show ten more than the first ten or than are there, and go to them. */
async function showMore() {
  const before = Math.max(SHOWN, list.childElementCount);
  await showUpTo(before + SHOWN);
  list.children[before]?.querySelector("a")?.focus();
}

/**
 * Show so many results; when their files are gone, since the site was published anew, search again.
 * @param {number} count
 */
async function showUpTo(count) {
  const results = shown;
  if (!results || list.childElementCount >= count) return;
  keep({ shown: count });
  try {
    const next = await more(results, count);
    if (results.reading !== shown?.reading || list.childElementCount >= count) return;
    const stay = results.items.every((one, at) => next.items[at] === one);
    show(next, count, stay ? list.childElementCount : 0);
    status.textContent = told(next);
  } catch {
    search();
  }
}

/**
 * Read on, a page at a time, until it is known whether there is more to show: the button never leads to nothing.
 * @param {Results} results
 * @param {number} count how many are shown
 */
async function lookAhead(results, count) {
  const before = told(results);
  const next = await more(results, count + 1, 1).catch(() => results); // a failure is told when more is wanted
  if (results.reading !== shown?.reading) return;
  shown = next;
  button.hidden = hasMore(next, Math.max(count, list.childElementCount)) === false; // more may be shown meanwhile
  status.textContent = status.textContent?.replace(before, told(next)) ?? "";
  showCounts(next);
}

// --- showing ------------------------------------------------------------------------------------------------------

/** @param {string} text */
function say(text) {
  shown = undefined;
  list.replaceChildren();
  for (const part of [button, leads, note, names, views, filters]) part.hidden = true;
  showWaysOn(waysOn);
  trouble.show(false);
  status.textContent = text;
}

/**
 * Say that files have not come; what is shown for this query stays.
 * @param {unknown} error
 */
function failed(error) {
  const text = search_failed + why(error);
  if (shown?.answer.query === tidy(state.query)) status.textContent = text;
  else say(text);
  trouble.show();
}

/**
 * @param {Results} results
 * @param {number} count how many of the items
 * @param {number} [there] how many of them are there and stay: one may have the focus
 */
function show(results, count, there = 0) {
  shown = results;
  const { answer, items, reading } = results;
  leads.replaceChildren(...results.leads.map(lead));
  leads.hidden = !results.leads.length;
  const drawn = items.slice(there, count).map(results.view.shape.draw);
  if (there) list.append(...drawn);
  else list.replaceChildren(...drawn);
  const isLost = reading.lost.length > 0;
  button.hidden = !hasMore(results, count) || (isLost && !items.length);
  trouble.show(isLost || answer.lacks);
  const all = kept(answer);
  views.hidden = !all.length;
  filters.hidden = !all.some(({ kind }) => isEntry(kind)); // only these have what the lists narrow down by
  showAlso(note, results, state);
  showNames(names, results, state);
  showWaysOn(waysOn, results);
  showCounts(results);
  showChosen();
  if (hasMore(results, count) === undefined) lookAhead(results, count);
  seeEnd();
}

/** @param {Results} results */
function showCounts(results) {
  const found = counts(results);
  showViews(views, results.view.id, (view) => addressOf({ ...state, view }));
  for (const link of views.querySelectorAll("a")) {
    const { view = "" } = link.dataset;
    const count = found.get(view) ?? "";
    link.querySelector(".views__count")?.replaceChildren(count);
    link.parentElement?.toggleAttribute("hidden", !parseInt(count, 10) && view !== results.view.id); // it leads to nothing
  }
}

/** Say how many terms are chosen, also when their lists are folded away. */
function showChosen() {
  const count = Object.keys(state.chosen).length;
  chosenCount.textContent = count ? filled(text_chosen, { count }) : "";
  clear.hidden = !count;
}

/**
 * Fill the lists of terms; when their files are not there, say so and leave the results.
 * @param {Results} results
 */
async function showFilters({ answer }) {
  try {
    await fillLists(lists, answer, state.chosen);
  } catch (error) {
    status.textContent = search_filters_failed + why(error);
    trouble.show();
  }
}

// --- what the reader does -----------------------------------------------------------------------------------------

/**
 * @param {State} next
 * @param {boolean} [typing] whether the reader is still typing
 */
function go(next, typing = false) {
  state = next;
  visit(addressOf(state), typing && isTyping);
  isTyping = typing;
  search();
}

/**
 * Go where a link leads, with what it says in the field.
 * @param {State} next
 */
function goTo(next) {
  go(next);
  field.value = state.query;
}

/**
 * The state with what stands in the field, which may not have been searched yet.
 * @returns {State}
 */
function typed() {
  const isSame = tidy(field.value) === tidy(state.query);
  return { ...state, query: field.value, alone: isSame ? state.alone : "" };
}

onTyped(field, (query) => {
  if (query !== tidy(state.query)) go(typed(), true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(typed());
});
const seeEnd = whenSeen(button, () => showUpTo(SHOWN)); // the rest of the first ten, for which there was no room
button.addEventListener("click", showMore);
clear.addEventListener("click", () => go({ ...typed(), chosen: {} }));
filters.addEventListener("toggle", () => {
  if (filters.open && shown) showFilters(shown);
});
for (const one of lists.values()) one.addEventListener("change", () => go({ ...typed(), chosen: chosenIn(lists) }));
follow(views, (link) => ({ ...typed(), view: link.dataset.view ?? "" }), goTo);
follow(note, (link) => fromAddress(facets, link.search), goTo);
follow(names, (link) => fromAddress(facets, link.search), goTo);
addEventListener("popstate", () => {
  if (addressOf(fromAddress(facets)) === addressOf(state)) return; // only the anchor is another
  state = fromAddress(facets);
  field.value = state.query;
  isTyping = false;
  search();
});
keepPlace();

filters.open = Object.keys(state.chosen).length > 0;
if (field.value !== field.defaultValue) {
  go(typed(), true); // typed before this script was there
} else {
  field.value = state.query;
  search().then(returnToPlace);
}
