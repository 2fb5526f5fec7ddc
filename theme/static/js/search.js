// The search page: reads the query from the address, asks the index, shows the pages found.

import { alsoFound } from "./also.js";
import { ROOT } from "./root.js";
import { asked } from "./site_index.js";
import { matches, snippet } from "./snippet.js";

const SHOWN = 10; // results at a time
const LONGEST = 200; // characters of a query that are used: a whole pasted article asks for its beginning

/** @typedef {import("./pages.js").PageText} PageText */
/** @typedef {{number: number, query: string}} Found a page, and what it was found by */
/** @typedef {import("./also.js").Also} Also */

const form = /** @type {HTMLFormElement} */ (document.getElementById("site-search"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("site-query"));
const status = /** @type {HTMLElement} */ (document.getElementById("site-status"));
const list = /** @type {HTMLElement} */ (document.getElementById("site-results"));
const button = /** @type {HTMLButtonElement} */ (document.getElementById("site-more"));
const note = /** @type {HTMLElement} */ (document.getElementById("site-also"));

let latest = 0; // the number of the newest search: what an older one brings back is dropped

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
  const { parts, at } = snippet(page.text, query, page.prose);
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
 * @param {Found[]} found
 * @param {number} from
 */
async function next(found, from) {
  const batch = found.slice(from, from + SHOWN);
  const read = await asked((index) =>
    Promise.all(batch.map(async ({ number, query }) => ({ page: await index.page(number), query }))),
  );
  const holding = read.filter(({ page, query }) => matches(page.text, query));
  const others = read.filter((one) => !holding.includes(one));
  return [...holding, ...others].map(({ page, query }) => resultItem(page, query));
}

/**
 * @param {Found[]} found
 * @param {HTMLElement[]} items the next of them
 */
function show(found, items) {
  list.append(...items);
  button.hidden = list.childElementCount >= found.length;
}

/**
 * @param {Found[]} found
 * @param {number} turn
 */
async function more(found, turn) {
  const items = await next(found, list.childElementCount);
  if (turn === latest) show(found, items);
}

/**
 * Say what else was searched, and offer to search for what was typed alone.
 * @param {Also | null} also
 * @param {string} query
 */
function sayAlso(also, query) {
  note.hidden = !also;
  if (!also) return;
  const alone = /** @type {HTMLButtonElement} */ (element("button", "button", `只搜 “${query}”`));
  alone.type = "button";
  alone.onclick = () => search(query, true);
  note.replaceChildren(`也搜了 “${also.variant.text}”（${also.variant.why}），找到 ${also.numbers.length} 页。 `, alone);
}

/** @param {string} text */
function say(text) {
  list.replaceChildren();
  button.hidden = true;
  note.hidden = true;
  status.textContent = text;
}

/**
 * @param {string} typed
 * @param {boolean} [alone] whether nothing else is searched, as the reader wants
 */
async function search(typed, alone = false) {
  const turn = (latest += 1);
  const query = Array.from(typed.trim()).slice(0, LONGEST).join("");
  if (!query) {
    say("输入词语或句子，例如：议事协商、众筹、电动车。");
    return;
  }
  status.textContent = "正在查找……";
  try {
    const { numbers, also } = await asked(async (index) => {
      const numbers = await index.find(query);
      return { numbers, also: alone ? null : await alsoFound(index, query, numbers) };
    });
    const found = [
      ...numbers.map((number) => ({ number, query })),
      ...(also ? also.numbers.map((number) => ({ number, query: also.variant.text })) : []),
    ];
    const items = await next(found, 0);
    if (turn !== latest) return;
    say(
      numbers.length
        ? `“${query}”：找到 ${numbers.length} 页`
        : `没有找到 “${query}”。${also ? "" : "换个说法，或少写几个字试试。"}`,
    );
    sayAlso(also, query);
    button.onclick = () => more(found, turn).catch(() => failed(turn));
    show(found, items);
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
