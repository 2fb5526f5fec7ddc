// What is said of results: how much was found, or what to do when nothing was.

import {
  search_found,
  search_found_about,
  search_found_least,
  search_found_meant,
  search_found_some,
  search_kind_cases,
  search_kind_figures,
  search_kind_methods,
  search_kind_steps,
  search_kind_terms,
  search_lacks,
  search_lost,
  search_lost_all,
  search_narrowed_out,
  search_nothing,
  search_nothing_of_kind,
  search_otherwise,
  search_unit_cases,
  search_unit_figures,
  search_unit_methods,
  search_unit_pages,
  search_unit_steps,
  search_unit_terms,
  search_unread,
  text_quoted,
} from "words";
import { filled } from "../dom/filled.js";
import { brief } from "../dom/typed.js";
import { kept } from "./answer.js";
import { HOW } from "./meant.js";
import { PAGES } from "./results.js";

/** @typedef {import("./answer.js").Results} Results */

/** @type {Record<string, {unit: string, kind: string}>} how many of a kind of results, and the kind, by view */
const WORDS = {
  "": { unit: search_unit_pages, kind: "" },
  cases: { unit: search_unit_cases, kind: search_kind_cases },
  methods: { unit: search_unit_methods, kind: search_kind_methods },
  steps: { unit: search_unit_steps, kind: search_kind_steps },
  figures: { unit: search_unit_figures, kind: search_kind_figures },
  terms: { unit: search_unit_terms, kind: search_kind_terms },
};

/**
 * How much was found, in words, and what could not be had of it.
 * @param {Results} results
 */
export function told(results) {
  const { answer, reading, items } = results;
  const lost = reading.lost.length;
  if (lost && !items.length) return filled(search_lost_all, { query: brief(answer.query), count: kept(answer).length });
  return found(results) + (lost ? filled(search_lost, { count: lost }) : "") + (answer.lacks ? search_lacks : "");
}

/**
 * How much was found, by what was typed or else by what may have been meant: about or at least until all of it was read.
 * @param {Results} results
 */
function found({ answer, view, reading, items }) {
  const query = brief(answer.query);
  const all = kept(answer).length;
  if (all && !items.length) {
    if (reading.isDone) return filled(search_narrowed_out, { query, count: all });
    return filled(search_unread, { query, count: reading.unread.length });
  }
  const typed = reading.counted(false);
  const { count, isAbout } = typed.count ? typed : reading.counted(true);
  if (!count) return nothing(answer, WORDS[view.id].kind, query);
  const [number, form] = view.shape === PAGES ? [count, howMany(isAbout)] : [items.length, atLeast(reading.isDone)];
  const asked = answer.also && !typed.count ? meant(answer.also, query) : filled(text_quoted, { text: query });
  return filled(form, { query: asked, count: filled(WORDS[view.id].unit, { count: number }) });
}

/** @param {boolean} isAbout */
const howMany = (isAbout) => (isAbout ? search_found_about : search_found);
/** @param {boolean} isDone */
const atLeast = (isDone) => (isDone ? search_found : search_found_least);

/**
 * What was searched in place of what was typed.
 * @param {import("./also.js").Also} also
 * @param {string} query
 */
function meant({ variant: { text, why } }, query) {
  return why === "words"
    ? filled(search_found_some, { query })
    : filled(search_found_meant, { query, text, why: HOW[why] });
}

/**
 * @param {import("./answer.js").Answer} answer
 * @param {string} kind
 * @param {string} query
 */
function nothing({ near }, kind, query) {
  const text = kind ? filled(search_nothing_of_kind, { query, kind }) : filled(search_nothing, { query });
  return near.length ? text : text + search_otherwise;
}
