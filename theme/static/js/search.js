// The search page: reads the query from the address, asks the lunr index, shows the pages found.

import lunr from "lunr";
import { find } from "./find.js";
import { snippet } from "./snippet.js";

const ROOT = new URL("../../", import.meta.url); // this file is theme/js/search.js
const SHOWN = 20; // results at a time
const LONGEST = 200; // characters of a query that are used: a whole pasted article asks for its beginning

/** @typedef {{title: string, kind: string, facts: string}} Row */

const form = /** @type {HTMLFormElement} */ (document.getElementById("site-search"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("site-query"));
const status = /** @type {HTMLElement} */ (document.getElementById("site-status"));
const list = /** @type {HTMLElement} */ (document.getElementById("site-results"));

let latest = 0; // the number of the newest search: what an older one brings back is dropped

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
async function fetchJson(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @type {Promise<{index: lunr.Index, pages: Record<string, Row>}> | undefined} */
let loading;

/** The index and the rows of pages, fetched once; a failure is forgotten, so that the next search tries again. */
function load() {
  loading ??= Promise.all([fetchJson("search/index.json"), fetchJson("search/pages.json")])
    .then(([index, pages]) => ({ index: lunr.Index.load(index), pages }))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
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
 * @param {string} ref
 * @param {Row} row
 * @param {string} query
 */
function resultItem(ref, row, query) {
  const item = element("li", "result", "");
  const link = /** @type {HTMLAnchorElement} */ (element("a", "result__title", row.title));
  link.href = new URL(ref, ROOT).href;
  const words = element("p", "result__snippet", "");
  item.append(link, element("p", "result__facts", [row.kind, row.facts].filter(Boolean).join(" · ")), words);
  fetchJson(`search/texts/${ref.replace(/\/$/, "")}.json`).then(
    (text) => {
      for (const part of snippet(text, query)) {
        words.append(part.isMatch ? element("mark", "", part.text) : document.createTextNode(part.text));
      }
    },
    () => words.remove(), // the title alone still leads there
  );
  return item;
}

/**
 * @param {string[]} refs
 * @param {Record<string, Row>} pages
 * @param {string} query
 */
function show(refs, pages, query) {
  list.replaceChildren();
  const more = () => {
    const next = refs.slice(list.childElementCount, list.childElementCount + SHOWN);
    list.append(...next.map((ref) => resultItem(ref, pages[ref], query)));
    button.hidden = list.childElementCount >= refs.length;
  };
  const button = /** @type {HTMLButtonElement} */ (document.getElementById("site-more"));
  button.onclick = more;
  more();
}

/** @param {string} typed */
async function search(typed) {
  const turn = (latest += 1);
  const query = Array.from(typed.trim()).slice(0, LONGEST).join("");
  if (!query) {
    show([], {}, "");
    status.textContent = "输入词语或句子，例如：议事协商、众筹、电动车。";
    return;
  }
  status.textContent = "正在查找……";
  try {
    const { index, pages } = await load();
    if (turn !== latest) return;
    const refs = find(index, query).filter((ref) => ref in pages);
    show(refs, pages, query);
    status.textContent = refs.length
      ? `“${query}”：找到 ${refs.length} 页`
      : `没有找到 “${query}”。换个说法，或少写几个字试试。`;
  } catch {
    if (turn !== latest) return;
    show([], {}, "");
    status.textContent = "搜索数据没有取到，请检查网络后再试一次。";
  }
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
