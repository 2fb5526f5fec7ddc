// The pages that are suggested for what a reader is typing.

import { suggest_about, suggest_all, suggest_all_about, suggest_count, suggest_lost } from "words";
import { filled } from "../dom/filled.js";
import { foundFor } from "../search/finding.js";
import { MEANING } from "../search/state.js";
import { meantBy } from "../search/meant.js";
import { marked, searchPage } from "../dom/links.js";
import { Reading } from "../search/reading.js";
import { asked } from "../index/site_index.js";

const SHOWN = 8;

/** @typedef {{kind: string, title: import("../match/snippet.js").Part[], facts: string, href: string}} Hit */
/** @typedef {{label: string, hits: Hit[]}} Group hits of what was typed, or of what else was searched, as `label` says */
/** @typedef {{groups: Group[], all: {text: string, href: string}, count: string}} Suggestions */

/**
 * The best pages for a query, and a link to all; no groups when there is none.
 * @param {string} query
 * @returns {Promise<Suggestions>}
 */
export function suggested(query) {
  return asked(async (index) => {
    const { pages, also } = await foundFor(index, query, MEANING);
    const reading = new Reading(index, pages);
    const hits = (await reading.first((hit) => [hit], SHOWN)).slice(0, SHOWN);
    const lost = reading.lost.length;
    if (!hits.length && lost) throw new Error("no page has come");
    const label = also ? meantBy(also, query) : "";
    const groups = [
      { label: "", hits: hits.filter((hit) => !hit.isMeant).map(option) },
      { label, hits: hits.filter((hit) => hit.isMeant).map(option) },
    ];
    const count = reading.hits.length + reading.unread.length + lost;
    const [some, all] = reading.isSure && !lost ? [suggest_count, suggest_all] : [suggest_about, suggest_all_about];
    const text = filled(all, { count });
    return {
      groups: groups.filter((group) => group.hits.length),
      all: { text: lost ? filled(suggest_lost, { all: text, count: lost }) : text, href: searchPage(query) },
      count: filled(some, { count }),
    };
  });
}

/**
 * @param {import("../match/hits.js").Hit} hit
 * @returns {Hit}
 */
function option({ page, query, title, part }) {
  return {
    kind: page.kind,
    title,
    facts: [page.facts, part.title].filter(Boolean).join(" · "),
    href: marked(page.url, query, part.anchor),
  };
}
