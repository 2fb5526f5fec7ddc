// The pages of the index for what a reader typed, and for what may have been meant.

import { FEW, alsoFound } from "./also.js";
import { hit } from "../match/hits.js";
import { isSure } from "../index/terms.js";
import { isEntry } from "../index/kinds.js";
import { leading, termsLast } from "./order.js";
import { ALL } from "./state.js";
import { BATCH, MOST, START } from "./reading.js";

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("./also.js").Also} Also */
/**
 * A page, and what it was found by: what was typed, or what may have been meant; some words of that are enough, if loose.
 * A term may lead to the others.
 * @typedef {{number: number, query: string, isMeant: boolean, isLoose: boolean, kind: string, isLead: boolean}} Found
 */

/**
 * The pages that the index finds, without those whose text does not hold the query, as far as it can be had: all of them
 * are read until there are a few that hold it.
 * @param {Index} index
 * @param {string} query
 */
async function held(index, query) {
  const numbers = await index.find(query);
  if (isSure(query)) return numbers;
  const order = termsLast(index, numbers); // those are read that are shown first
  /** @type {Set<number>} */
  const lacking = new Set();
  for (let at = 0; at < Math.min(order.length, BATCH * MOST) && at - lacking.size < FEW; at += at ? BATCH : START) {
    await Promise.all(
      order.slice(at, at + (at ? BATCH : START)).map(async (number) => {
        const page = await index.page(number, query);
        if (page && !hit(page, query)) lacking.add(number);
      }),
    );
  }
  return numbers.filter((number) => !lacking.has(number));
}

/**
 * The pages for `query`, best first, then those for what else was searched.
 * @param {Index} index
 * @param {string} query
 * @param {string} [alone] what else is not searched, as the reader wants
 * @returns {Promise<{pages: Found[], also: Also | null, lacks: boolean}>} `lacks`: what else may be meant cannot be had
 */
export async function foundFor(index, query, alone = "") {
  const find = (/** @type {string} */ text) => held(index, text);
  const numbers = await find(query);
  let lacks = false;
  const others =
    alone === ALL
      ? null
      : await alsoFound({ ...index, find }, query, numbers).catch((error) => {
          if (!numbers.length) throw error;
          lacks = true;
          return null;
        });
  const also =
    alone || numbers.length || isEnough(others)
      ? others
      : await import("./else.js")
          .then(({ meant }) => meant(index, others?.isLoose === false ? others.variant.text : query, others))
          .catch(() => {
            lacks = true;
            return others;
          });
  const typed = await shown(index, numbers, { query, isMeant: false, isLoose: false }, true);
  if (!also) return { pages: typed, also, lacks };
  const by = { query: also.variant.text, texts: also.texts, isMeant: true, isLoose: also.isLoose };
  const mayLead = !typed.some(({ kind }) => isEntry(kind));
  return { pages: [...typed, ...(await shown(index, also.numbers, by, mayLead))], also, lacks };
}

/**
 * Whether what else was found leaves nothing to ask by meaning: as another name, or written in characters on a few pages.
 * @param {Also | null} also
 */
function isEnough(also) {
  return Boolean(also && !also.isLoose && (also.variant.kind !== "pinyin" || also.numbers.length >= FEW));
}

/**
 * The pages in the order in which they are shown, with what they were found by.
 * @param {Index} index
 * @param {number[]} numbers best first
 * @param {Pick<Found, "query" | "isMeant" | "isLoose"> & {texts?: Map<number, string>}} by `texts`: of a page its own query
 * @param {boolean} mayLead whether terms among them may lead to the others
 * @returns {Promise<Found[]>}
 */
async function shown(index, numbers, { texts, ...by }, mayLead) {
  const leads = mayLead ? await leading(index, numbers, by.query) : [];
  const others = termsLast(index, numbers).filter((number) => !leads.includes(number));
  return [...leads, ...others].map((number) => ({
    ...by,
    query: texts?.get(number) ?? by.query,
    number,
    kind: index.kind(number),
    isLead: leads.includes(number),
  }));
}
