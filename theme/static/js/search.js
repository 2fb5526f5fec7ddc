// The search page: reads the query from the address, asks the index, shows the pages found.

import { indexOf } from "./pages.js";
import { matches, snippet } from "./snippet.js";

const ROOT = new URL("../../", import.meta.url); // this file is theme/js/search.js
const SHOWN = 10; // results at a time
const LONGEST = 200; // characters of a query that are used: a whole pasted article asks for its beginning

/** @typedef {import("./pages.js").PageText} PageText */
/** @typedef {import("./pages.js").Index} Index */

const form = /** @type {HTMLFormElement} */ (document.getElementById("site-search"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("site-query"));
const status = /** @type {HTMLElement} */ (document.getElementById("site-status"));
const list = /** @type {HTMLElement} */ (document.getElementById("site-results"));
const button = /** @type {HTMLButtonElement} */ (document.getElementById("site-more"));

let latest = 0; // the number of the newest search: what an older one brings back is dropped

/**
 * @param {string} path
 * @param {RequestCache} [cache]
 * @returns {Promise<any>}
 */
async function fetchJson(path, cache) {
  const response = await fetch(new URL(path, ROOT), { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @type {Promise<Index> | undefined} */
let loading;

/** The index, opened once; a failure is forgotten, so that the next search tries again. */
function load() {
  loading ??= fetchJson("search/manifest.json", "no-cache")
    .then((manifest) => indexOf(manifest, fetchJson))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/**
 * What `ask` makes of the index; when a file of it is gone, since the site was published anew, of the new one.
 * @template T
 * @param {(index: Index) => Promise<T>} ask
 */
async function asked(ask) {
  try {
    return await ask(await load());
  } catch {
    loading = undefined;
    return ask(await load());
  }
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * A page that was found: its title leads to the part that holds the first match.
 * @param {PageText} page
 * @param {string} query
 */
function resultItem(page, query) {
  const item = element("li", "result", "");
  const { parts, at } = snippet(page.text, query);
  const [, title, anchor] = page.parts.filter(([start]) => start <= at).pop() ?? [0, "", ""];
  const link = /** @type {HTMLAnchorElement} */ (element("a", "result__title", page.title));
  link.href = new URL(anchor ? `${page.url}#${anchor}` : page.url, ROOT).href;
  const words = element("p", "result__snippet", "");
  for (const part of parts) {
    words.append(part.isMatch ? element("mark", "", part.text) : document.createTextNode(part.text));
  }
  const facts = [page.kind, page.facts, title].filter(Boolean).join(" · ");
  item.append(link, element("p", "result__facts", facts), words);
  return item;
}

/**
 * The next results: of these, the pages that hold the query as typed come before those that only hold its pieces.
 * @param {number[]} numbers
 * @param {string} query
 */
async function next(numbers, query) {
  const batch = numbers.slice(list.childElementCount, list.childElementCount + SHOWN);
  const pages = await asked((index) => Promise.all(batch.map((number) => index.page(number))));
  const holding = pages.filter((page) => matches(page.text, query));
  return [...holding, ...pages.filter((page) => !holding.includes(page))].map((page) => resultItem(page, query));
}

/**
 * @param {number[]} numbers
 * @param {string} query
 * @param {number} turn
 */
async function show(numbers, query, turn) {
  const items = await next(numbers, query);
  if (turn !== latest) return;
  list.append(...items);
  button.hidden = list.childElementCount >= numbers.length;
}

/** @param {string} text */
function say(text) {
  list.replaceChildren();
  button.hidden = true;
  status.textContent = text;
}

/** @param {string} typed */
async function search(typed) {
  const turn = (latest += 1);
  const query = Array.from(typed.trim()).slice(0, LONGEST).join("");
  if (!query) {
    say("输入词语或句子，例如：议事协商、众筹、电动车。");
    return;
  }
  status.textContent = "正在查找……";
  try {
    const numbers = await asked((index) => index.find(query));
    if (turn !== latest) return;
    say(
      numbers.length
        ? `“${query}”：找到 ${numbers.length} 页`
        : `没有找到 “${query}”。换个说法，或少写几个字试试。`,
    );
    button.onclick = () => show(numbers, query, turn).catch(() => failed(turn));
    await show(numbers, query, turn);
  } catch {
    failed(turn);
  }
}

/** @param {number} turn */
function failed(turn) {
  if (turn === latest) say("搜索数据没有取到，请检查网络后再试一次。");
}

/** The query of the address bar. */
function typedInAddress() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

function fromAddress() {
  field.value = typedInAddress();
  search(field.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("q", field.value);
  if (field.value !== typedInAddress()) history.pushState(null, "", address);
  search(field.value);
});
addEventListener("popstate", fromAddress);
fromAddress();
