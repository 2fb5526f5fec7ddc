// The page that compares: the cases that its address names, side by side; the picker adds one, buttons move and remove.

import "./dom/promised.js";
import {
  compare_added,
  compare_and,
  compare_choose_first,
  compare_comparing,
  compare_failed,
  compare_first,
  compare_lost,
  compare_one_more,
  compare_too_few,
  page_address,
  text_fetching,
} from "words";
import { filled } from "./dom/filled.js";
import { buttonLike, columnsOf } from "./compare/columns.js";
import { csvOf, csvRows } from "./compare/csv.js";
import { directory, records } from "./compare/data.js";
import { download } from "./dom/download.js";
import { listed } from "./compare/figures.js";
import { fillPicker, linksToNear } from "./compare/picker.js";
import { nested, sections } from "./compare/rows.js";
import { MOST, addressOf, chosen, named } from "./compare/state.js";
import { jumpsTo, lists, table } from "./compare/table.js";
import { element, parts } from "./dom/elements.js";
import { questions } from "./dom/questions.js";
import { ROOT } from "./dom/root.js";
import { troubles, why } from "./dom/trouble.js";

const TITLE = document.title;

/** @typedef {import("./compare/cells.js").Case} Case */
/** @typedef {import("./compare/data.js").Directory} Directory */

const at = parts("site");
const main = /** @type {HTMLElement} */ (at("compare"));
const status = /** @type {HTMLElement} */ (at("status"));
const notes = /** @type {HTMLElement} */ (at("notes"));
const columns = /** @type {HTMLElement} */ (at("columns"));
const form = /** @type {HTMLFormElement} */ (at("add"));
const picker = /** @type {HTMLSelectElement} */ (at("case"));
const others = /** @type {HTMLElement} */ (at("others"));
const near = /** @type {HTMLElement} */ (at("near"));
const examples = /** @type {HTMLElement} */ (at("examples"));
const tools = /** @type {HTMLElement} */ (at("tools"));
const jumps = /** @type {HTMLElement} */ (at("jumps"));
const place = /** @type {HTMLElement} */ (at("table"));
const apart = /** @type {HTMLElement} */ (at("apart"));
const address = /** @type {HTMLElement} */ (at("address"));

/** @type {string[]} the slugs that are shown, in the order of the columns */
let slugs = [];
/** @type {Case[]} */
let shown = [];
const { ask } = questions(() => (status.textContent = text_fetching), failed);
const trouble = troubles(() => show());

/**
 * Show what the address names.
 * @param {string} [said] what was done, for the status
 */
async function show(said = "") {
  try {
    const found = await ask(asked);
    if (!found) return;
    slugs = found.slugs;
    draw(found.cases, found.sentences, found.all);
    trouble.show(found.lost > 0);
    status.textContent = said + told(found.cases, found.lost);
  } catch (error) {
    failed(error);
  }
}

/** @param {unknown} error */
function failed(error) {
  status.textContent = compare_failed + why(error);
  trouble.show();
}

/** The cases that the address names, what there is to say of it, and all cases that there are. */
async function asked() {
  const names = named(location.search);
  const { slugs, told } = chosen(names, (await directory(names)).named);
  const found = await records(slugs);
  const all = await directory(names);
  const titles = titlesOf(all);
  const lost = slugs
    .filter((_, number) => !found[number])
    .map((slug) => filled(compare_lost, { title: titles.get(slug) ?? slug }));
  const cases = found.flatMap((one) => one ?? []);
  return { slugs, cases, sentences: [...told, ...lost], lost: lost.length, all };
}

/**
 * The titles of the cases that the address names, by slug.
 * @param {Directory} directory
 */
function titlesOf({ named }) {
  return new Map(named.values());
}

/**
 * What there is to see, or what to do.
 * @param {Case[]} cases
 * @param {number} lost
 */
function told(cases, lost) {
  if (cases.length > 1) return filled(compare_comparing, { count: cases.length });
  if (lost) return compare_too_few;
  return cases.length ? compare_one_more : compare_first;
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
  const all = [...sentences, ...nested(cases)];
  notes.replaceChildren(...all.map((sentence) => element("li", "", sentence)));
  notes.hidden = !all.length;
  drawColumns(titlesOf(directory));
  form.hidden = slugs.length >= MOST;
  fillPicker(picker, directory, cases, slugs);
  others.hidden = !directory.more;
  drawNear(cases);
  examples.hidden = slugs.length > 0 || !examples.querySelector("a");
  drawTable(cases);
}

/** @param {Map<string, string>} titles */
function drawColumns(titles) {
  columns.hidden = !slugs.length;
  columns.replaceChildren(
    ...columnsOf(slugs, titles, go, (act, slug) =>
      (buttonLike(columns, act, slug) ?? (form.hidden ? columns.querySelector("button") : picker))?.focus(),
    ),
  );
}

/** @param {Case[]} cases */
function drawNear(cases) {
  const links = cases.length === 1 && slugs.length === 1 ? linksToNear(cases[0]) : [];
  near.hidden = !links.length;
  at("near-list").replaceChildren(...links);
}

/** @param {Case[]} cases of which two at least are compared */
function drawTable(cases) {
  const compared = cases.length > 1 ? cases : [];
  const rows = sections(compared);
  const apartLists = lists(compared, listed(compared));
  main.toggleAttribute("data-compared", compared.length > 0);
  tools.hidden = !compared.length;
  jumps.replaceChildren(...jumpsTo(rows));
  place.replaceChildren(...(compared.length ? [table(compared, rows)] : []));
  at("apart-lists").replaceChildren(...apartLists);
  apart.hidden = !apartLists.length;
  address.textContent = compared.length ? filled(page_address, { address: here() }) : "";
  const names = compared.map(({ link }) => link.text).join(compare_and);
  document.title = names ? `${names} · ${TITLE}` : TITLE;
}

// --- what the reader does -----------------------------------------------------------------------------------------

/** @type {import("./compare/columns.js").Go} */
function go(change, said) {
  slugs = change(slugs); // before the files are there: who presses twice means what the first press left
  history.pushState(null, "", here());
  return show(said);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const slug = picker.value;
  if (!slug) {
    picker.focus();
    status.textContent = compare_choose_first;
    return;
  }
  await go((now) => [...now, slug], filled(compare_added, { title: picker.selectedOptions[0].text }));
  if (!form.hidden) picker.focus();
  else columns.querySelector("button")?.focus();
});
at("print").addEventListener("click", () => print());
at("csv").addEventListener("click", () => {
  const rows = csvRows(shown, sections(shown), { root: ROOT.href, address: here() });
  download(`compare-${shown.map(({ slug }) => slug).join("-")}.csv`, csvOf(rows), "text/csv;charset=utf-8");
});
addEventListener("popstate", () => {
  if (here() !== location.href.split("#")[0]) show(); // else only the place is another
});

show().then(
  () => location.hash && document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: "instant" }),
);
