// The page of all cases: filters, sorts and shows them in several ways, and keeps all of it in the address.

import "./dom/promised.js";
import { explore_failed, explore_none, explore_now, explore_see, text_chosen, text_fetching } from "words";
import { filled } from "./dom/filled.js";
import { keepPlace, returnToPlace, visit, wasLeft } from "./dom/address.js";
import { element, parts } from "./dom/elements.js";
import { follow, showViews } from "./dom/links.js";
import { questions } from "./dom/questions.js";
import { troubles, why } from "./dom/trouble.js";
import { chips, clearAll } from "./explore/chips.js";
import { coming } from "./explore/coming.js";
import { asked } from "./explore/data.js";
import { listOf, pageLinks } from "./explore/list.js";
import { mapOf } from "./explore/map.js";
import { onClear, onPanel, openChosen, showCount, showOptions } from "./explore/panels.js";
import { onPicked, showBoxes, showPicked } from "./explore/picked.js";
import { onRange, showRange } from "./explore/range.js";
import { resultOf } from "./explore/result.js";
import { told } from "./explore/told.js";
import { BY_FIGURE, addressOf, changed, fromAddress, inPlace, queryOf, withoutMeasure } from "./explore/state.js";

/** @typedef {import("./explore/result.js").Result} Result */
/** @typedef {import("./explore/state.js").State} State */

const at = parts("explore");
const root = /** @type {HTMLElement} */ (document.getElementById("explore"));
const isWide = () => matchMedia("(min-width: 60rem)").matches; // then the filters have a column of their own
const filters = /** @type {HTMLDetailsElement} */ (at("filters"));
const form = /** @type {HTMLFormElement} */ (at("form"));
const done = /** @type {HTMLElement} */ (form.querySelector("[type=submit]"));
const range = /** @type {HTMLDetailsElement} */ (at("range"));
const status = /** @type {HTMLElement} */ (at("status"));
const notices = /** @type {HTMLElement} */ (at("notices"));
const chosen = /** @type {HTMLElement} */ (at("chosen"));
const list = /** @type {HTMLElement} */ (at("results"));
const nav = /** @type {HTMLElement} */ (at("pages"));
const views = /** @type {HTMLElement} */ (at("views"));
const sorts = /** @type {HTMLSelectElement} */ (at("sort"));
const panels = /** @type {HTMLDetailsElement[]} */ ([...form.querySelectorAll("details[data-joins]")]);
const keyOf = (/** @type {HTMLElement} */ { dataset }) => dataset.key ?? "";
const facets = panels.map((panel) => ({ key: keyOf(panel), joins: panel.dataset.joins ?? "" }));
const isChosen = (/** @type {HTMLElement} */ panel) => Boolean(state.chosen[keyOf(panel)]);
const keys = facets.map(({ key }) => key);
const ways = [...views.querySelectorAll("a")].map(({ dataset }) => dataset.view ?? "").filter(Boolean);
const WRITTEN_PAGES = Math.ceil(Number(root.dataset.count) / list.querySelectorAll(".cards > li").length) || 1; // of none

let { state, unknown } = fromAddress(keys, ways);
const { ask } = questions(() => isCounted || (status.textContent = text_fetching), failed);
const trouble = troubles(show);
/** @type {Result | undefined} */
let shown;
let isShort = false; // whether files of what is shown have not come
let isFirst = true; // whether no list has been shown but that of the page, nor one been asked for by the reader
let isCounted = true; // whether the status says how many cases are asked for, though they may not have come
const others = coming(list, () => showBoxes(list, state.picked), failed);

// --- asking -------------------------------------------------------------------------------------------------------

/** Show what the state says; when its data is not there, what is shown stays, and that is said. */
async function show() {
  const { picked } = state;
  isCounted = false;
  try {
    const found = await ask((isNewest) =>
      asked(async (data) => {
        const result = await resultOf(data, state, facets);
        const filling = isNewest() ? showCounts(result, picked) : undefined;
        filling?.catch(() => {}); // told when the list is there
        return { result, filling, ...(await drawn(result)) };
      }),
    );
    if (!found) return;
    showList(found);
    await found.filling;
  } catch (error) {
    failed(error);
  }
}

/**
 * Say what the state comes to before its cases are there: how many there are, and how many each option would leave.
 * @param {Result} result
 * @param {string[]} picked when it was asked for
 */
function showCounts(result, picked) {
  const meanwhile = state.picked !== picked && { picked: state.picked };
  shown = result;
  isShort = false;
  isCounted = true;
  state = { ...result.state, ...meanwhile };
  showTold(result);
  done.textContent = filled(explore_see, { count: result.groups[0].length });
  list.ariaBusy = "true";
  showControls();
  if (isFirst) openChosen([...(state.indicator ? [range] : []), ...panels.filter(isChosen)], result.data);
  else showAsked(result);
  return fill(result);
}

/** @param {Result} result */
function showTold(result) {
  trouble.show(false);
  status.textContent = told(result);
}

/** @param {unknown} error */
function failed(error) {
  isShort = true;
  list.ariaBusy = "false";
  status.textContent = explore_failed + why(error);
  trouble.show();
}

/**
 * The elements that show what a state comes to.
 * @param {Result} result
 */
async function drawn(result) {
  const isMap = result.state.view === "map";
  const [map, cases] = await Promise.all([isMap ? mapOf(result, nameOf("place")) : [], listOf(result, nameOf)]);
  return { groups: [...map, ...cases.groups], later: cases.later };
}

/** Fill the filters that are open: each file is fetched when it is first looked at. */
async function fillOpen() {
  if (!filters.open) return;
  try {
    if (!shown || isShort) shown = await asked((data) => resultOf(data, state, facets));
    await fill(shown);
    isShort = false;
  } catch (error) {
    failed(error);
  }
}

/** @param {Result} result */
async function fill(result) {
  if (!filters.open) return;
  const open = panels.filter((panel) => panel.open).map((panel) => showOptions(panel, result));
  await Promise.all([...open, ...(range.open ? [showRange(result)] : [])]);
}

// --- showing ------------------------------------------------------------------------------------------------------

/** @param {{result: Result} & import("./explore/list.js").Drawn} found */
function showList({ result, groups, later }) {
  isFirst = false;
  showAsked(result);
  const place =
    list.contains(document.activeElement) && /** @type {HTMLElement} */ (document.activeElement).dataset.place;
  list.replaceChildren(notices, chosen, ...groups);
  list.ariaBusy = "false";
  if (place)
    /** @type {HTMLElement} */ (list.querySelector(`a[data-place="${place}"]`) ?? list).focus({ preventScroll: true });
  if (!groups.length) list.append(element("p", "notice", explore_none));
  showTold(result);
  showBoxes(list, state.picked);
  others.wait(later);
}

/**
 * What was asked for, above the list: of an address, with its first list, since nobody expects the one in sight to move.
 * @param {Result} result
 */
function showAsked(result) {
  notices.replaceChildren(...[...unknown, ...result.unknown].map((sentence) => element("p", "notice", sentence)));
  showChips();
}

/** What does not need more data: how much is chosen, the chips, views, sort, pages, boxes. */
function showControls() {
  if (!isFirst) showChips();
  panels.forEach((panel) => showCount(panel, state.chosen[keyOf(panel)]?.length ?? 0));
  showCount(range, state.indicator ? 1 : 0);
  showViews(views, state.view, (view) => addressOf({ ...state, view }));
  for (const option of sorts.options) option.disabled = BY_FIGURE.includes(option.value) && !state.indicator;
  sorts.value = state.sort;
  nav.replaceChildren(...pageLinks(state.page, shown?.pages ?? WRITTEN_PAGES, (page) => addressOf({ ...state, page })));
  showBoxes(list, state.picked);
  showPicked(state.picked);
}

function showChips() {
  const change = (/** @type {Partial<State>} */ one) => {
    go(changed(state, one));
    filters.querySelector("summary")?.focus({ preventScroll: true }); // the button is no more
  };
  const made = chips(state, shown, nameOf, change);
  at("chosen-count").textContent = made.length ? filled(text_chosen, { count: made.length }) : "";
  chosen.hidden = !made.length;
  chosen.replaceChildren(...made, clearAll(state, change));
}

/**
 * The name of a facet, as its panel says it.
 * @param {string} key
 */
function nameOf(key) {
  return (
    panels
      .find((panel) => keyOf(panel) === key)
      ?.querySelector("summary")
      ?.firstChild?.textContent?.trim() ?? ""
  );
}

// --- what the reader does -----------------------------------------------------------------------------------------

/** @param {State} next */
function go(next) {
  state = next;
  unknown = [];
  visit(addressOf(state));
  show();
}

for (const panel of panels) {
  onPanel(panel, fillOpen, (ids) => go(changed(state, { chosen: { ...state.chosen, [keyOf(panel)]: ids } })));
}
range.addEventListener("toggle", () => range.open && fillOpen());
filters.addEventListener("toggle", () => filters.open && fillOpen());
onClear(range, () => go(changed(state, withoutMeasure(state))));
onRange(
  (change) => go(changed(state, change)),
  (sentence) => (status.textContent = sentence + (shown ? filled(explore_now, { found: told(shown) }) : "")),
);
form.addEventListener("submit", (event) => {
  event.preventDefault(); // every choice has counted when it was made: this leads to what it found
  filters.open = isWide();
  if (!filters.open) list.focus();
});
sorts.addEventListener("change", () => go(changed(state, { sort: sorts.value })));
onPicked(
  list,
  () => state.picked,
  (picked) => {
    state = { ...state, picked };
    history.replaceState(history.state, "", addressOf(state));
    showControls();
  },
);
follow(views, ({ dataset }) => ({ ...state, view: dataset.view ?? "" }), go);
follow(list, ({ dataset }) => (dataset.place === undefined ? undefined : inPlace(state, dataset.place)), go);
follow(
  nav,
  ({ dataset }) => (dataset.page ? { ...state, page: Number(dataset.page) } : undefined),
  (next) => {
    list.focus({ preventScroll: true });
    root.scrollIntoView();
    go(next);
  },
);
addEventListener("popstate", () => {
  const read = fromAddress(keys, ways);
  if (queryOf(read.state) === queryOf(state)) return; // only the anchor is another
  ({ state, unknown } = read);
  show();
});
keepPlace();

// --- the beginning ------------------------------------------------------------------------------------------------

/** The filters take the place of the links: filled, since what is open would push down those below it. */
function reveal() {
  at("ways").hidden = true;
  form.hidden = false;
}

/** Return to the place in a list of which all is there. */
async function returned() {
  if (wasLeft()) await others.all();
  returnToPlace();
}

filters.open = isWide();
root.dataset.ready = "";
showControls();
const isAsWritten = !queryOf({ ...state, picked: [] }) && !state.picked.length && !unknown.length;
if (isAsWritten) {
  isFirst = false;
  reveal();
} else show().then(reveal).then(returned);
