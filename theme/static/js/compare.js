// The page that compares: the cases that its address names, side by side; the picker adds one, buttons move and remove.

import { MOST, addressOf, chosen, named } from "./compare/state.js";
import { manifest, records } from "./compare/data.js";
import { jumpsTo, key, linkTo, lists, table } from "./compare/table.js";
import { letter } from "./compare/cells.js";
import { listed } from "./compare/figures.js";
import { nested, sections } from "./compare/rows.js";
import { csvOf, csvRows } from "./compare/csv.js";
import { element } from "./dom/elements.js";
import { ROOT } from "./dom/root.js";

const SLOW = 400; // milliseconds, after which the page says that it is fetching
const TITLE = document.title;
const FAILED = "比较用的数据没有取到，请检查网络后再试一次。";

/** @typedef {import("./compare/cells.js").Case} Case */
/** @typedef {import("./compare/state.js").Directory} Directory */

const at = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(`site-${id}`));
const main = /** @type {HTMLElement} */ (at("compare"));
const status = /** @type {HTMLElement} */ (at("status"));
const notes = /** @type {HTMLElement} */ (at("notes"));
const columns = /** @type {HTMLElement} */ (at("columns"));
const form = /** @type {HTMLFormElement} */ (at("add"));
const picker = /** @type {HTMLSelectElement} */ (at("case"));
const near = /** @type {HTMLElement} */ (at("near"));
const examples = /** @type {HTMLElement} */ (at("examples"));
const tools = /** @type {HTMLElement} */ (at("tools"));
const jumps = /** @type {HTMLElement} */ (at("jumps"));
const retry = /** @type {HTMLButtonElement} */ (at("retry"));
const place = /** @type {HTMLElement} */ (at("table"));
const apart = /** @type {HTMLElement} */ (at("apart"));
const address = /** @type {HTMLElement} */ (at("address"));

/** @type {string[]} the slugs that are shown, in the order of the columns */
let slugs = [];
/** @type {Case[]} */
let shown = [];
let latest = 0; // the number of the newest look at the address: what an older one brings back is dropped

/**
 * Show what the address names.
 * @param {string} [said] what was done, for the status
 */
async function show(said = "") {
  const turn = (latest += 1);
  const waiting = setTimeout(() => turn === latest && (status.textContent = "正在取数据……"), SLOW);
  try {
    const directory = await manifest();
    const found = chosen(named(location.search), directory);
    const cases = await records(found.slugs);
    if (turn !== latest) return;
    const there = cases.flatMap((one) => one ?? []);
    const titles = new Map(directory.cases);
    const lost = found.slugs.filter((_, number) => !cases[number]).map((slug) => `“${titles.get(slug)}” 的数据没有取到。`);
    slugs = found.slugs;
    draw(there, [...found.told, ...lost], await manifest());
    retry.hidden = !lost.length;
    status.textContent = said + told(there, lost.length);
  } catch {
    if (turn !== latest) return;
    status.textContent = FAILED;
    retry.hidden = false;
  } finally {
    clearTimeout(waiting);
  }
}

/**
 * What there is to see, or what to do.
 * @param {Case[]} cases
 * @param {number} lost
 */
function told(cases, lost) {
  if (cases.length > 1) return `正在比较 ${cases.length} 个案例。`;
  if (lost) return "取到的案例不够两个，没法比较。";
  return cases.length ? "再选一个案例，就可以并排看了。" : "先选一个案例，或者从下面的例子开始。";
}

/** The address of what is shown, without a place in it. */
function here() {
  return location.origin + location.pathname + addressOf(slugs);
}

// --- drawing ------------------------------------------------------------------------------------------------------

/**
 * @param {Case[]} cases
 * @param {string[]} sentences
 * @param {Directory} directory
 */
function draw(cases, sentences, directory) {
  shown = cases;
  const isCompared = cases.length > 1;
  const all = [...sentences, ...nested(cases)];
  notes.replaceChildren(...all.map((sentence) => element("li", "", sentence)));
  notes.hidden = !all.length;
  drawColumns(directory);
  drawPicker(cases, directory);
  drawNear(cases, directory);
  examples.hidden = slugs.length > 0 || !examples.querySelector("a");
  main.toggleAttribute("data-compared", isCompared);
  tools.hidden = !isCompared;
  const parts = isCompared ? sections(cases) : [];
  jumps.replaceChildren(...jumpsTo(parts));
  place.classList.toggle("wall", cases.length > 2);
  place.replaceChildren(...(isCompared ? [table(cases, parts)] : []));
  const others = isCompared ? lists(cases, listed(cases)) : [];
  at("apart-lists").replaceChildren(...others);
  apart.hidden = !others.length;
  address.textContent = isCompared ? `本页地址：${here()}` : "";
  document.title = isCompared ? `${cases.map(({ link }) => link.text).join(" 与 ")} · ${TITLE}` : TITLE;
}

/** @param {Directory} directory */
function drawColumns({ cases }) {
  const titles = new Map(cases);
  columns.hidden = !slugs.length;
  columns.replaceChildren(
    ...slugs.map((slug, number) => {
      const title = titles.get(slug) ?? slug;
      const buttons = [
        ...(number > 0 ? [button("左移", slug, title, number - 1)] : []),
        ...(number < slugs.length - 1 ? [button("右移", slug, title, number + 1)] : []),
        button("移除", slug, title, -1),
      ];
      const name = linkTo(title, `cases/${slug}/`, "compare-columns__title");
      return element("li", "compare-columns__item", key(number), name, element("span", "compare-columns__buttons", ...buttons));
    }),
  );
}

/**
 * A button that moves a column to a place, or removes it.
 * @param {string} text
 * @param {string} slug
 * @param {string} title
 * @param {number} to
 */
function button(text, slug, title, to) {
  const made = element("button", "compare-columns__button", text);
  made.type = "button";
  made.setAttribute("aria-label", `${text} ${title}`);
  made.addEventListener("click", async () => {
    const next = slugs.filter((one) => one !== slug);
    if (to >= 0) next.splice(to, 0, slug);
    await go(next, to < 0 ? `已移除 “${title}”。` : `“${title}” 现在是 ${letter(to)}。`);
    focusOn(text, title);
  });
  return made;
}

/**
 * Back to the button that was pressed; when it is gone, to the picker.
 * @param {string} text
 * @param {string} title
 */
function focusOn(text, title) {
  const buttons = /** @type {HTMLElement[]} */ ([...columns.querySelectorAll("button")]).filter((one) => one.ariaLabel?.endsWith(` ${title}`));
  const same = buttons.find((one) => one.textContent === text) ?? buttons[0];
  (same ?? (form.hidden ? columns.querySelector("button") : picker))?.focus();
}

/**
 * All cases that are not shown, those near to one that is first; what was picked while files came stays picked.
 * @param {Case[]} cases
 * @param {Directory} directory
 */
function drawPicker(cases, directory) {
  form.hidden = slugs.length >= MOST;
  const close = new Set(cases.flatMap((one) => one.near));
  const free = directory.cases.filter(([slug]) => !slugs.includes(slug));
  const groups = /** @type {[string, [string, string][]][]} */ ([
    ["相近的案例", free.filter(([slug]) => close.has(slug))],
    [close.size ? "其他案例" : "全部案例", free.filter(([slug]) => !close.has(slug))],
  ]);
  const picked = picker.value;
  picker.replaceChildren(
    new Option("选一个案例", ""),
    ...groups.flatMap(([name, options]) => {
      const group = element("optgroup", "", ...options.map(([slug, title]) => new Option(title, slug)));
      group.label = name;
      return options.length ? [group] : [];
    }),
  );
  if (free.some(([slug]) => slug === picked)) picker.value = picked;
}

/**
 * Beside a case that is alone: links that put one near to it beside it.
 * @param {Case[]} cases
 * @param {Directory} directory
 */
function drawNear(cases, directory) {
  const titles = new Map(directory.cases);
  const alone = cases.length === 1 && slugs.length === 1 ? cases[0] : null;
  const others = (alone?.near ?? []).filter((slug) => titles.has(slug));
  near.hidden = !others.length;
  at("near-list").replaceChildren(
    ...others.map((slug) =>
      element("li", "", linkTo(titles.get(slug) ?? slug, `compare/${addressOf([alone?.slug ?? "", slug])}`, "tap")),
    ),
  );
}

// --- what the reader does -----------------------------------------------------------------------------------------

/**
 * @param {string[]} next
 * @param {string} said
 */
function go(next, said) {
  slugs = next; // before the files are there: who presses twice means what the first press left
  history.pushState(null, "", here());
  return show(said);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const slug = picker.value;
  if (!slug) {
    picker.focus();
    status.textContent = "先在列表里选一个案例。";
    return;
  }
  await go([...slugs, slug], `已加入 “${picker.selectedOptions[0].text}”。`);
  if (!form.hidden) picker.focus();
  else columns.querySelector("button")?.focus();
});
retry.addEventListener("click", () => show());
at("print").addEventListener("click", () => print());
at("csv").addEventListener("click", () => {
  const rows = csvRows(shown, sections(shown), { root: ROOT.href, address: here() });
  const link = element("a", "");
  link.href = URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }));
  link.download = `compare-${shown.map(({ slug }) => slug).join("-")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
});
addEventListener("popstate", () => {
  if (here() !== location.href.split("#")[0]) show(); // else only the place is another
});

show().then(() => location.hash && document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: "instant" }));
