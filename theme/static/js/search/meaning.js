// What is found by what words mean: pages that have words near to those typed, joined with those that have some of them.

import { DENIED } from "../query/language.js";
import { prepared } from "../query/prepared.js";
import { beginnings, segments } from "../query/segments.js";

const LONGEST = 60; // characters that are looked at
const WORD = 12; // characters of a word
const PARTS = 64; // as in plugins/casebook/search/meaning_files.py
const HEAD = 1.5; // what a word counts that stands in the title or summary
const LEXICAL = 0.65; // what the order by words that stand there counts beside that by what they mean
const KEPT = 3; // among so many stays what comes first by words that stand there
const RANK = 10; // the more, the less it matters which of two pages comes first in one of the orders
const FEW = 2; // words
const SHOWN = 10; // pages whose words are told
const READINGS = 2; // words that are told
const NAMES = 2; // near words of each

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("../index/pages.js").Meaning} Meaning */
/** @typedef {import("./also.js").Also} Also */
/** @typedef {{word: string, near: string, score: number}} Match a word, and what stands for it; nothing if itself does */
/** @typedef {{number: number, score: number, matches: Match[]}} Section of a page */

/**
 * What else is found with the pages that have near words; as it is where no word leads anywhere. Pages that have every word
 * stay first, as long as none comes before them that lacks one.
 * @param {Index} index
 * @param {string} query
 * @param {Also | null} also those that have some of its words
 * @returns {Promise<Also | null>}
 */
export async function meant(index, query, also) {
  const { simplified, fillers } = prepared(await index.others());
  const text = Array.from(query.normalize("NFKC"))
    .slice(0, LONGEST)
    .map((character) => simplified.get(character) ?? character)
    .join("");
  const all = await meanings(index, text, fillers);
  const pages = also ? all : all.filter(({ matches }) => matches.some(({ word }) => word.length > 1)); // else by chance
  if (!pages.length) return also;
  const { variant, numbers, whole } = also ?? {
    variant: /** @type {const} */ ({ text: query, kind: "words", why: "words" }),
    numbers: [],
    whole: new Set(),
  };
  const byMeaning = pages.map(({ number }) => number);
  const joined = keeping(
    numbers[0],
    fused([
      [1, byMeaning],
      [LEXICAL, numbers],
    ]),
  );
  const end = numbers.findIndex((number) => !whole.has(number));
  const stay = new Set([...leads(index, also), ...numbers.slice(0, end < 0 ? numbers.length : end)]);
  const others = joined.filter((number) => !stay.has(number));
  const isOfSite = (/** @type {number} */ number) => index.kind(number) === "page"; // tells of this site
  const order = [...stay, ...others.filter((one) => !isOfSite(one)), ...others.filter(isOfSite)];
  const first = new Set(order.slice(0, SHOWN));
  return {
    variant,
    numbers: order,
    whole,
    isLoose: true,
    readings: readings(pages.filter(({ number }) => first.has(number))),
    texts: new Map(pages.map(({ number, matches }) => [number, textOf(matches)])),
  };
}

/**
 * The terms that come before any case or method for so few words that one of them is half of what was asked.
 * @param {Index} index
 * @param {Also | null} also
 */
function leads(index, also) {
  if (!also || also.variant.text.split(" ").length > FEW) return [];
  const entry = also.numbers.findIndex(index.isEntry);
  return also.numbers.slice(0, Math.max(0, entry));
}

/**
 * The best section of each page for the words of a text, best page first: the second section of a page counts half, the
 * third a third.
 * @param {Index} index
 * @param {string} text
 * @param {Set<string>} fillers which tell nothing unless they deny something, as 没人 does
 */
async function meanings(index, text, fillers) {
  const known = await index.meanings(beginnings(text));
  const words = [...new Set(segments(text, known, WORD))].filter((word) => DENIED.test(word) || !fillers.has(word));
  const alone = await index.meanings(words.filter((word) => word.length === 1));
  /** @type {Map<number, Section>} */
  const sections = new Map();
  for (const word of words) count(sections, word, known.get(word) ?? alone.get(word));
  /** @type {Map<number, Section & {count: number, sum: number}>} */
  const pages = new Map();
  for (const one of [...sections.values()].sort((one, other) => other.score - one.score)) {
    const page = pages.get(one.number) ?? { ...one, count: 0, sum: 0 };
    page.count += 1;
    page.sum += one.score / page.count;
    pages.set(one.number, page);
  }
  return [...pages.values()].sort((one, other) => other.sum - one.sum || one.number - other.number);
}

/**
 * @param {Map<number, Section>} sections
 * @param {string} word
 * @param {Meaning} [meaning]
 */
function count(sections, word, meaning = []) {
  for (const [near, told, deltas] of meaning) {
    let at = 0;
    for (const delta of deltas) {
      at += delta;
      const score = told * (at % PARTS ? 1 : HEAD);
      const one = sections.get(at) ?? { number: Math.floor(at / PARTS), score: 0, matches: [] };
      one.score += score;
      one.matches.push({ word, near, score });
      sections.set(at, one);
    }
  }
}

/**
 * One order of several: what comes early in one of them comes early, what does in all comes first; else the first of them.
 * @param {[number, number[]][]} orders what each counts, and its pages
 */
function fused(orders) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const [counts, order] of orders) {
    order.forEach((number, at) => scores.set(number, (scores.get(number) ?? 0) + counts / (RANK + at + 1)));
  }
  return [...scores].sort(([, score], [, more]) => more - score).map(([number]) => number);
}

/**
 * An order in which one page is among the first, if it is there.
 * @param {number | undefined} page
 * @param {number[]} order
 */
function keeping(page, order) {
  const at = order.findIndex((number) => number === page);
  return at < KEPT
    ? order
    : [...order.slice(0, KEPT - 1), order[at], ...order.slice(KEPT - 1, at), ...order.slice(at + 1)];
}

/**
 * What of a page is sought and marked in its text, what tells most first.
 * @param {Match[]} matches
 */
function textOf(matches) {
  const told = [...matches].sort((one, other) => other.score - one.score).map(({ word, near }) => near || word);
  return told.filter((name, at) => name.length > 1 || !at).join(" ");
}

/**
 * The words that tell most of those for which others stand in these pages, and which.
 * @param {Section[]} pages
 * @returns {[string, string[]][]}
 */
function readings(pages) {
  /** @type {Map<string, {score: number, names: Set<string>}>} */
  const found = new Map();
  for (const { word, near, score } of pages.flatMap(({ matches }) => matches)) {
    if (!near) continue;
    const one = found.get(word) ?? { score: 0, names: new Set() };
    found.set(word, { score: one.score + score, names: one.names.add(near) });
  }
  return [...found]
    .sort(([, one], [, other]) => other.score - one.score)
    .slice(0, READINGS)
    .map(([word, { names }]) => [word, telling(word, [...names]).slice(0, NAMES)]);
}

/**
 * The names without characters of the word itself, as 太 of 太多, where there are others.
 * @param {string} word
 * @param {string[]} names
 */
function telling(word, names) {
  const others = names.filter((name) => name.length > 1 || !word.includes(name));
  return others.length ? others : names;
}
