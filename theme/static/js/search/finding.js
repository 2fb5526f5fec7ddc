// The pages of the index for what a reader typed, and for what may have been meant.

import { alsoFound } from "./also.js";
import { hit } from "../match/hits.js";
import { BATCH } from "./reading.js";

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("./also.js").Also} Also */
/**
 * A page, and what it was found by: what was typed, or what may have been meant; some words of that are enough, if loose.
 * @typedef {{number: number, query: string, isMeant: boolean, isLoose: boolean}} Found
 */

/**
 * The pages that the index finds; when they are few, only those whose text holds the query, as far as it can be had.
 * @param {Index} index
 * @param {string} query
 */
async function held(index, query) {
  const numbers = await index.find(query);
  if (numbers.length > BATCH) return numbers;
  const pages = await Promise.all(numbers.map((number) => index.page(number)));
  return numbers.filter((_, at) => {
    const page = pages[at];
    return !page || hit(page, query);
  });
}

/**
 * The pages for `query`, best first, then those for what else was searched.
 * @param {Index} index
 * @param {string} query
 * @param {boolean} [alone] whether nothing else is searched, as the reader wants
 * @returns {Promise<{pages: Found[], also: Also | null, lacks: boolean}>} `lacks`: what else may be meant cannot be had
 */
export async function foundFor(index, query, alone = false) {
  const find = (/** @type {string} */ text) => held(index, text);
  const numbers = await find(query);
  let lacks = false;
  const also = alone
    ? null
    : await alsoFound({ ...index, find }, query, numbers).catch((error) => {
        if (!numbers.length) throw error;
        lacks = true;
        return null;
      });
  const typed = numbers.map((number) => ({ number, query, isMeant: false, isLoose: false }));
  if (!also) return { pages: typed, also, lacks };
  const { variant, isLoose } = also;
  return {
    pages: [...typed, ...also.numbers.map((number) => ({ number, query: variant.text, isMeant: true, isLoose }))],
    also,
    lacks,
  };
}
