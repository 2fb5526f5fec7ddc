// The page of all cases: filters, sorts and shows them in several ways, and keeps all of it in the address.

import { element } from "./dom/elements.js";
import { asked } from "./explore/data.js";
import { listOf, pageLinks } from "./explore/list.js";
import { mapOf } from "./explore/map.js";
import { showCount, showOptions } from "./explore/panels.js";
import { onPicked, showBoxes, showPicked } from "./explore/picked.js";
import { onRange, showRange } from "./explore/range.js";
import { resultOf, told } from "./explore/result.js";
import { addressOf, changed, empty, fromAddress, queryOf } from "./explore/state.js";

const SLOW = 400; // milliseconds, after which it is said that something is under way
const FAILED = "筛选要用的数据没有取到：可能断网了，也可能网站刚刚更新。下面仍是原来的列表，请刷新或者稍后再试。";

/** @typedef {import("./explore/result.js").Result} Result */
/** @typedef {import("./explore/state.js").State} State */

const at = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(`explore-${id}`));
const root = /** @type {HTMLElement} */ (document.getElementById("explore"));
const isWide = () => matchMedia("(min-width: 60rem)").matches; // then the filters have a column of their own
const filters = /** @type {HTMLDetailsElement} */ (at("filters"));
const form = /** @type {HTMLFormElement} */ (at("form"));
const done = /** @type {HTMLElement} */ (form.querySelector("[type=submit]"));
const range = /** @type {HTMLDetailsElement} */ (at("range"));
const status = /** @type {HTMLElement} */ (at("status"));
const notices = /** @type {HTMLElement} */ (at("notices"));
const chips = /** @type {HTMLElement} */ (at("chosen"));
const list = /** @type {HTMLElement} */ (at("results"));
const nav = /** @type {HTMLElement} */ (at("pages"));
const views = /** @type {HTMLElement} */ (at("views"));
const sorts = /** @type {HTMLSelectElement} */ (at("sort"));
const panels = /** @type {HTMLDetailsElement[]} */ ([...form.querySelectorAll("details[data-joins]")]);
const facets = panels.map(({ dataset }) => ({ key: dataset.key ?? "", joins: dataset.joins ?? "" }));
const keys = facets.map(({ key }) => key);
const WRITTEN_PAGES = Math.ceil(Number(root.dataset.count) / list.querySelectorAll(".cards > li").length);

let { state, unknown } = fromAddress(keys);
let latest = 0; // the number of the newest question: what an older one brings back is dropped
/** @type {Result | undefined} */
let shown;

// --- asking -------------------------------------------------------------------------------------------------------

/** Show what the state says; when its data is not there, what is shown stays, and that is said. */
async function show() {
  const turn = (latest += 1);
  const waiting = setTimeout(() => turn === latest && (status.textContent = "正在取数据……"), SLOW);
  try {
    const [result, groups] = await asked(async (data) => {
      const found = await resultOf(data, state, facets);
      const parts = await Promise.all([state.view === "map" ? mapOf(found) : [], listOf(found)]);
      return /** @type {const} */ ([found, parts.flat()]);
    });
    clearTimeout(waiting); // before anything that takes time: it would overwrite what is said then
    if (turn !== latest) return;
    shown = result;
    state = result.state;
    showList(groups, result);
    showNotices([...unknown, ...result.unknown]);
    showControls();
    await fillOpen();
  } catch {
    clearTimeout(waiting);
    if (turn === latest) status.textContent = FAILED;
  }
}

/** Fill the filters that are open: each file is fetched when it is first looked at. */
async function fillOpen() {
  try {
    const result = (shown ??= await asked((data) => resultOf(data, state, facets)));
    const open = panels.filter((panel) => panel.open).map((panel) => showOptions(panel, result));
    await Promise.all([...open, ...(range.open ? [showRange(result)] : [])]);
  } catch {
    status.textContent = FAILED;
  }
}

// --- showing ------------------------------------------------------------------------------------------------------

/**
 * @param {HTMLElement[]} groups
 * @param {Result} result
 */
function showList(groups, result) {
  const place = list.contains(document.activeElement) && /** @type {HTMLElement} */ (document.activeElement).dataset.place;
  list.replaceChildren(notices, chips, ...groups);
  if (place) /** @type {HTMLElement} */ (list.querySelector(`a[data-place="${place}"]`) ?? list).focus({ preventScroll: true });
  if (!groups.length) list.append(element("p", "notice", "没有案例同时符合这些条件。去掉一个试试。"));
  status.textContent = told(result);
  done.textContent = `看 ${result.groups[0].length} 个案例`;
}

/** @param {string[]} sentences */
function showNotices(sentences) {
  notices.replaceChildren(...sentences.map((sentence) => element("p", "notice", sentence)));
}

/** What does not need more data: how much is chosen, the chips, views, sort, pages, boxes. */
function showControls() {
  const choices = shown?.choices ?? [];
  panels.forEach((panel) => showCount(panel, state.chosen[panel.dataset.key ?? ""]?.length ?? 0));
  showCount(range, state.indicator ? 1 : 0);
  const made = [...choices.flatMap(chipsOf), ...measureChips()];
  at("chosen-count").textContent = made.length ? `${made.length} 项` : "";
  chips.hidden = !made.length;
  chips.replaceChildren(...made, chip("全部清除", "全部清除筛选", { ...noFilters(), sort: "" }));
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (views.querySelectorAll("a"))) {
    const view = link.dataset.view ?? "";
    link.href = addressOf({ ...state, view });
    link.ariaCurrent = String(view === state.view);
  }
  for (const option of sorts.options) option.disabled = ["most", "least"].includes(option.value) && !state.indicator;
  sorts.value = state.sort;
  nav.replaceChildren(...pageLinks(state.page, shown?.pages ?? WRITTEN_PAGES, (page) => addressOf({ ...state, page })));
  showBoxes(list, state.picked);
  showPicked(state.picked);
}

/** @param {import("./explore/filter.js").Choice} choice */
function chipsOf({ key, chosen }) {
  const name = panels.find(({ dataset }) => dataset.key === key)?.querySelector("summary")?.firstChild?.textContent?.trim();
  return chosen.map((term) => {
    const rest = (state.chosen[key] ?? []).filter((id) => id !== term.id);
    return chip(`${name}：${term.name}`, "", { chosen: { ...state.chosen, [key]: rest } });
  });
}

function measureChips() {
  const measure = shown?.measure;
  if (!measure) return [];
  const { indicator, here } = measure;
  const bounds = [state.min && `至少 ${state.min}${here.unit}`, state.max && `至多 ${state.max}${here.unit}`];
  const text = [`${indicator.name}（${here.title}）`, ...bounds].filter(Boolean).join(" ");
  return [chip(text, "", noMeasure())];
}

/**
 * A button that takes something away.
 * @param {string} text
 * @param {string} label
 * @param {Partial<State>} change
 */
function chip(text, label, change) {
  const button = element("button", "explore__chip", text);
  button.type = "button";
  button.ariaLabel = label || `去掉 ${text}`;
  button.addEventListener("click", () => {
    go(changed(state, change));
    filters.querySelector("summary")?.focus({ preventScroll: true }); // the button is no more
  });
  return button;
}

function noMeasure() {
  return { indicator: "", series: "", min: "", max: "", sort: ["most", "least"].includes(state.sort) ? "" : state.sort };
}

function noFilters() {
  return { ...empty(), view: state.view, picked: state.picked };
}

// --- what the reader does -----------------------------------------------------------------------------------------

/** @param {State} next */
function go(next) {
  state = next;
  unknown = [];
  const address = addressOf(state);
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
  show();
}

for (const panel of panels) {
  const key = panel.dataset.key ?? "";
  panel.addEventListener("toggle", () => panel.open && fillOpen());
  panel.addEventListener("change", () => {
    const ids = [...panel.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value);
    go(changed(state, { chosen: { ...state.chosen, [key]: ids } }));
  });
  panel.querySelector("button")?.addEventListener("click", () => {
    go(changed(state, { chosen: { ...state.chosen, [key]: [] } }));
    panel.querySelector("summary")?.focus();
  });
}
range.addEventListener("toggle", () => range.open && fillOpen());
range.querySelector("button")?.addEventListener("click", () => {
  go(changed(state, noMeasure()));
  range.querySelector("summary")?.focus();
});
onRange(
  (change) => go(changed(state, change)),
  (sentence) => (status.textContent = `${sentence}${shown ? `现在是：${told(shown)}` : ""}`),
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
/**
 * Follow the links of a part of the page without loading it anew.
 * @param {HTMLElement} part
 * @param {(link: HTMLAnchorElement) => State | undefined} next
 */
function follow(part, next) {
  part.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const state = link && next(link);
    if (!state || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(state);
  });
}
follow(views, ({ dataset }) => ({ ...state, view: dataset.view ?? "" }));
follow(list, ({ dataset }) => {
  if (dataset.place === undefined) return undefined;
  return changed(state, { chosen: { ...state.chosen, place: dataset.place ? [dataset.place] : [] } });
});
follow(nav, ({ dataset }) => {
  if (!dataset.page) return undefined;
  list.focus({ preventScroll: true });
  root.scrollIntoView();
  return { ...state, page: Number(dataset.page) };
});
addEventListener("popstate", () => {
  const read = fromAddress(keys);
  if (queryOf(read.state) === queryOf(state)) return; // only the anchor is another
  ({ state, unknown } = read);
  show();
});
addEventListener("pagehide", () => history.replaceState({ ...history.state, top: scrollY }, ""));

// --- the beginning ------------------------------------------------------------------------------------------------

/** The filters take the place of the links: filled, since what is open would push down those below it. */
function reveal() {
  at("ways").hidden = true;
  form.hidden = false;
}

filters.open = isWide();
for (const panel of panels) panel.open = keys.includes(panel.dataset.key ?? "") && Boolean(state.chosen[panel.dataset.key ?? ""]);
range.open = Boolean(state.indicator);
root.dataset.ready = "";
showControls();
const isAsWritten = !queryOf({ ...state, picked: [] }) && !state.picked.length && !unknown.length;
if (isAsWritten) reveal();
else show().then(reveal).then(() => history.state?.top && scrollTo(0, history.state.top));
