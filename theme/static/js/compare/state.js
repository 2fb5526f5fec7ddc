// Which cases the address of the comparison names, and what to say of those that it names amiss.

import { compare_renamed, compare_too_many, compare_twice, compare_unknown, text_comma } from "words";
import { filled } from "../dom/filled.js";
import { BETWEEN_ITEMS } from "../query/language.js";
import { brief } from "../dom/typed.js";

/** @typedef {import("./data.js").Named} Named */

export const MOST = 4; // cases side by side
const PARAMETER = "cases";

/**
 * The names that an address has, as they stand: `?cases=a,b`, and `?cases=a&cases=b`, which is what a form sends.
 * @param {string} search
 */
export function named(search) {
  const values = new URLSearchParams(search).getAll(PARAMETER);
  return values.flatMap((value) => value.split(BETWEEN_ITEMS)).filter(Boolean);
}

/**
 * The address of a comparison, without the path.
 * @param {string[]} slugs
 */
export function addressOf(slugs) {
  return slugs.length ? `?${PARAMETER}=${slugs.join(",")}` : "";
}

/**
 * The cases that names stand for, four at most, and a sentence on each name that is left out or was another before.
 * @param {string[]} names
 * @param {Map<string, Named>} known
 */
export function chosen(names, known) {
  /** @type {string[]} */
  const slugs = [];
  /** @type {string[]} */
  const told = [];
  /** @type {string[]} */
  const tooMany = [];
  for (const name of names) {
    const [slug, title] = known.get(name) ?? [];
    if (slug === undefined || title === undefined) told.push(filled(compare_unknown, { name: brief(name) }));
    else if (slugs.includes(slug) || tooMany.includes(title)) told.push(filled(compare_twice, { title }));
    else if (slugs.length === MOST) tooMany.push(title);
    else {
      slugs.push(slug);
      if (slug !== name) told.push(filled(compare_renamed, { name, slug, title }));
    }
  }
  if (tooMany.length) told.push(filled(compare_too_many, { most: MOST, titles: tooMany.join(text_comma) }));
  return { slugs, told };
}
