// The search page: searches as one types, shows what is found, and keeps all of it in the address.

import { brief, counts, kept, namesOf, resultsOf, told } from "./search/answer.js";
import { fill, options } from "./search/facets.js";
import { element } from "./dom/elements.js";
import { meantBy } from "./search/finding.js";
import { asked } from "./index/site_index.js";
import { FACETS, addressOf, fromAddress } from "./search/state.js";
import { LONGEST, onTyped, tidy } from "./dom/typed.js";

const SHOWN = 10; // results at a time
const SLOW = 400; // milliseconds, after which a search says that it is under way
const TITLE = document.title;

/** @typedef {import("./search/answer.js").Results} Results */
/** @typedef {import("./search/state.js").State} State */

const at = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(`site-${id}`));
const form = /** @type {HTMLFormElement} */ (at("search"));
const field = /** @type {HTMLInputElement} */ (at("query"));
const status = /** @type {HTMLElement} */ (at("status"));
const note = /** @type {HTMLElement} */ (at("also"));
const names = /** @type {HTMLElement} */ (at("names"));
const views = /** @type {HTMLElement} */ (at("views"));
const filters = /** @type {HTMLDetailsElement} */ (at("filters"));
const chosenCount = /** @type {HTMLElement} */ (at("chosen"));
const clear = /** @type {HTMLButtonElement} */ (at("clear"));
const list = /** @type {HTMLElement} */ (at("results"));
const button = /** @type {HTMLButtonElement} */ (at("more"));

let state = fromAddress();
let isTyping = false; // whether the address is one of typing that goes on: it is replaced, not added to
let latest = 0; // the number of the newest search: what an older one brings back is dropped
/** @type {Results | undefined} */
let shown;

// --- searching ----------------------------------------------------------------------------------------------------

/** Search for what the state says, and show as many results as were shown when the reader left. */
async function search() {
  const turn = (latest += 1);
  const query = tidy(state.query);
  document.title = query ? `${brief(query)} · ${TITLE}` : TITLE;
  if (!query) {
    say("输入词语或句子，例如：议事协商、众筹、电动车。");
    asked(async () => {}).catch(() => {}); // so that the index is there when it is asked: a failure is told then
    return;
  }
  const waiting = setTimeout(() => turn === latest && (status.textContent = "正在查找……"), SLOW);
  try {
    const wanted = history.state?.shown ?? SHOWN;
    const results = await asked((index) => resultsOf(index, query, state, wanted));
    clearTimeout(waiting); // before anything that takes time: it would overwrite what is said then
    if (turn !== latest) return;
    show(results, wanted);
    const isCut = Array.from(state.query.trim()).length > LONGEST;
    status.textContent = isCut ? `太长，只用了前 ${LONGEST} 个字。${told(results)}` : told(results);
    if (filters.open) fillLists(results);
  } catch {
    clearTimeout(waiting);
    if (turn === latest) failed(query);
  }
}

/** Show ten more; when their files are gone, since the site was published anew, search again. */
async function showMore() {
  const results = shown;
  if (!results) return;
  const before = list.childElementCount;
  history.replaceState({ ...history.state, shown: before + SHOWN }, "");
  try {
    const items = await results.reading.first(results.view.shape.of, before + SHOWN);
    if (results !== shown) return;
    show({ ...results, items }, before + SHOWN);
    status.textContent = told({ ...results, items });
    list.children[before]?.querySelector("a")?.focus();
  } catch {
    search();
  }
}

// --- showing ------------------------------------------------------------------------------------------------------

/** @param {string} text */
function say(text) {
  shown = undefined;
  list.replaceChildren();
  for (const part of [button, note, names, views, filters]) part.hidden = true;
  status.textContent = text;
}

/**
 * Say that files were not there; what is shown for this query stays.
 * @param {string} query
 */
function failed(query) {
  const text = "搜索数据没有取到，请检查网络后再试一次。";
  if (shown?.answer.query === query) status.textContent = text;
  else say(text);
}

/**
 * @param {Results} results
 * @param {number} count how many of the items
 */
function show(results, count) {
  shown = results;
  list.replaceChildren(...results.items.slice(0, count).map(results.view.shape.draw));
  button.hidden = results.items.length <= count && results.reading.isDone;
  const isEmpty = !kept(results.answer).length;
  views.hidden = isEmpty;
  filters.hidden = isEmpty;
  showAlso(results);
  showNames(results);
  showViews(results);
  showChosen();
}

/**
 * Say what else was searched, and offer to search for what was typed alone; or offer names that may have been meant.
 * @param {Results} results
 */
function showAlso({ answer: { query, also, near } }) {
  note.hidden = !also && !near.length && !state.alone;
  if (state.alone) {
    note.replaceChildren(linkTo("也搜相近的说法", { ...state, alone: false }));
  } else if (also) {
    const alone = linkTo(`只搜“${brief(query)}”`, { ...state, alone: true });
    alone.classList.add("button");
    note.replaceChildren(`${meantBy(also, query)}，找到 ${also.numbers.length} 页。 `, alone);
  } else {
    note.replaceChildren("你要找的是不是：", ...near.map((name) => linkTo(name, { ...state, query: name })));
  }
}

/**
 * What else that is called which was typed.
 * @param {Results} results
 */
function showNames(results) {
  const found = [...namesOf(results)];
  names.hidden = !found.length;
  names.replaceChildren(
    ...found.map(([why, all]) =>
      element("span", "search-names__group", why, ...all.map((name) => linkTo(name, { ...state, query: name, alone: false }))),
    ),
  );
}

/**
 * @param {string} text
 * @param {State} next
 */
function linkTo(text, next) {
  const link = element("a", "tap", text);
  link.href = addressOf(next);
  return link;
}

/** @param {Results} results */
function showViews(results) {
  const found = counts(results);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (views.querySelectorAll("a"))) {
    const id = link.dataset.view ?? "";
    link.href = addressOf({ ...state, view: id });
    link.ariaCurrent = String(id === results.view.id);
    link.querySelector(".views__count")?.replaceChildren(found.get(id) ?? "");
  }
}

/** Say how many terms are chosen, also when their lists are folded away. */
function showChosen() {
  const count = Object.keys(state.chosen).length;
  chosenCount.textContent = count ? `${count} 项` : "";
  clear.hidden = !count;
}

/**
 * Fill the lists of terms; when their files are not there, say so and leave the results.
 * @param {Results} results
 */
async function fillLists({ answer }) {
  try {
    const found = await Promise.all(FACETS.map((facet) => options(answer.index, facet, kept(answer), state.chosen)));
    FACETS.forEach((facet, place) => fill(at(facet), found[place], state.chosen[facet] ?? ""));
  } catch {
    status.textContent = "筛选的数据没有取到，请检查网络后再试一次。";
  }
}

// --- what the reader does -----------------------------------------------------------------------------------------

/**
 * @param {State} next
 * @param {boolean} [typing] whether the reader is still typing
 */
function go(next, typing = false) {
  state = next;
  const address = addressOf(state);
  if (address !== location.pathname + location.search) {
    if (typing && isTyping) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
  isTyping = typing;
  search();
}

/**
 * The state with what stands in the field, which may not have been searched yet.
 * @returns {State}
 */
function typed() {
  const isSame = tidy(field.value) === tidy(state.query);
  return { ...state, query: field.value, alone: isSame && state.alone };
}

onTyped(field, (query) => {
  if (query !== tidy(state.query)) go(typed(), true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(typed());
});
button.addEventListener("click", showMore);
clear.addEventListener("click", () => go({ ...typed(), chosen: {} }));
filters.addEventListener("toggle", () => {
  if (filters.open && shown) fillLists(shown);
});
for (const facet of FACETS) {
  at(facet).addEventListener("change", () => {
    const chosen = FACETS.flatMap((one) => (at(one).value ? [[one, at(one).value]] : []));
    go({ ...typed(), chosen: Object.fromEntries(chosen) });
  });
}
/**
 * Follow the links of a part of the page without loading it anew.
 * @param {HTMLElement} part
 * @param {(link: HTMLAnchorElement) => State} next
 */
function follow(part, next) {
  part.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(next(link));
    field.value = state.query;
  });
}
follow(views, (link) => ({ ...typed(), view: link.dataset.view ?? "" }));
follow(note, (link) => fromAddress(link.search));
follow(names, (link) => fromAddress(link.search));
addEventListener("popstate", () => {
  if (addressOf(fromAddress()) === addressOf(state)) return; // only the anchor is another
  state = fromAddress();
  field.value = state.query;
  isTyping = false;
  search();
});
addEventListener("pagehide", () => history.replaceState({ ...history.state, top: scrollY }, ""));

filters.open = Object.keys(state.chosen).length > 0;
if (field.value !== field.defaultValue) {
  go(typed(), true); // typed before this script was there
} else {
  field.value = state.query;
  search().then(() => history.state?.top && scrollTo(0, history.state.top));
}
