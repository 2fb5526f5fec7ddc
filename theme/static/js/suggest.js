// The pages that are suggested for what a reader is typing.

import { alsoFound } from "./also.js";
import { partsOf } from "./occurrences.js";
import { marked, partAt, searchPage } from "./links.js";
import { asked } from "./site_index.js";
import { matches, snippet } from "./snippet.js";

const SHOWN = 8;

/** @typedef {import("./pages.js").Index} Index */
/** @typedef {{kind: string, title: import("./occurrences.js").Part[], facts: string, href: string}} Hit */
/** @typedef {{label: string, hits: Hit[]}} Group hits of what was typed, or of what else was searched, as `label` says */
/** @typedef {{groups: Group[], all: {text: string, href: string}, count: string}} Suggestions */

/**
 * The best pages for a query, and a link to all; no groups when there is none.
 * @param {string} query
 * @returns {Promise<Suggestions>}
 */
export function suggested(query) {
  return asked(async (index) => {
    const numbers = await index.find(query);
    const also = await alsoFound(index, query, numbers);
    const first = { label: "", hits: await hits(index, numbers.slice(0, SHOWN), query) };
    const groups = [first];
    if (also) {
      const { text, why } = also.variant;
      const others = await hits(index, also.numbers.slice(0, SHOWN - first.hits.length), text);
      groups.push({ label: `也搜了 “${text}”（${why}）`, hits: others });
    }
    const total = numbers.length + (also?.numbers.length ?? 0);
    const count = `${total > SHOWN ? "约 " : ""}${total} 个结果`; // verified are only those that are read
    return {
      groups: groups.filter((group) => group.hits.length),
      all: { text: `查看全部${total > SHOWN ? "" : " "}${count}`, href: searchPage(query) },
      count,
    };
  });
}

/**
 * These pages as hits: those that hold the query as typed before those that only hold its pieces.
 * @param {Index} index
 * @param {number[]} numbers
 * @param {string} query
 */
async function hits(index, numbers, query) {
  const pages = await Promise.all(numbers.map((number) => index.page(number)));
  const holding = pages.filter((page) => matches(page.text, query));
  return [...holding, ...pages.filter((page) => !holding.includes(page))].map((page) => hit(page, query));
}

/**
 * @param {import("./pages.js").PageText} page
 * @param {string} query
 * @returns {Hit}
 */
function hit(page, query) {
  const part = partAt(page.parts, snippet(page.text, query, page.prose).at);
  return {
    kind: page.kind,
    title: partsOf(page.title, query),
    facts: [page.facts, part.title].filter(Boolean).join(" · "),
    href: marked(page.url, query, part.anchor),
  };
}
