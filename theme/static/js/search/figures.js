// Figures of pages that are what a query says in another way, or nearly: 600多小时 for 六百个钟头, 5020.86元 for 5000块.

import { fold } from "../index/terms.js";
import { amountOf } from "../query/amounts.js";
import { BEFORE_UNITS, FIGURE, LARGE, SCALE, SIZES } from "../query/language.js";
import { variants } from "../query/variants.js";

const NEAR = 0.1; // of the number that was typed
const MOST = 3; // figures that are searched
const LEAST = 10; // of a number among words: a smaller one is often of a name, 三组联动
const WRITTEN_OUT = 1000; // a number from here on is known without its unit, as plugins/casebook/search/figures.py has it

/** @typedef {import("../query/variants.js").Variant} Variant */
/** @typedef {import("../query/variants.js").Data} Data */
/** @typedef {import("../index/pages.js").Figure} Figure */
/**
 * A number of a query: `low` and `high` are one unless it is a range; `unit` may be none; what stands before and behind;
 * `spelled`: the whole with the number in digits, for what no figure of a page is.
 * @typedef {{low: number, high: number, unit: string, before: string, after: string,
 *   spelled: string[]}} Asked
 */

/**
 * The variants of a query with those of figures among them: what is equal first, what is near before some words alone.
 * @param {import("../index/pages.js").Index} index
 * @param {string} query
 * @param {Data} data
 * @param {Variant[]} all
 * @param {boolean} isThere whether a page holds what was typed
 * @returns {Promise<Variant[]>}
 */
export async function figured(index, query, data, all, isThere) {
  const asked = askedIn(fold(query), data.units);
  if (!asked) return all;
  const rows = await index.figures(keysOf(asked), data.figures);
  const away = (/** @type {Figure} */ [low, high]) =>
    Math.max(Math.abs(low / asked.low - 1), Math.abs(high / asked.high - 1));
  const sorted = rows.filter((row) => away(row) <= NEAR).sort((one, other) => away(one) - away(other));
  /** @type {(kind: "number" | "about", isWanted: (row: Figure) => boolean) => Variant[]} */
  const made = (kind, isWanted) => {
    const texts = sorted.filter((row) => isWanted(row)).map(([, , text]) => told(asked, text));
    return [...new Set(texts)].slice(0, MOST).map((text) => ({ text, kind, why: kind }));
  };
  const isOther = (/** @type {Variant} */ { text }) => text.replaceAll(" ", "") !== fold(query).replaceAll(" ", ""); // else words
  const equal = [...made("number", (row) => !away(row)), ...asked.spelled.map(asNumber)].filter(isOther);
  const near = isThere || !asked.unit ? [] : made("about", (row) => away(row) > 0);
  const isRest = asked.before || asked.after;
  const some =
    isRest && !isThere ? equal.slice(0, 1).flatMap(({ text }) => variants(text, data).filter(isOfWords)) : [];
  const others = all.filter((one) => !isOfWords(one));
  return [...equal, ...others, ...some, ...near, ...all.filter(isOfWords)];
}

/** @type {(text: string) => Variant} */
const asNumber = (text) => ({ text, kind: "number", why: "number" });
/** @param {Variant} variant */
const isOfWords = ({ words }) => Boolean(words);

/**
 * The first number of a text that a figure may have.
 * @param {string} text folded
 * @param {string[][]} units each with all that is written for it
 * @returns {Asked | undefined}
 */
function askedIn(text, units) {
  const all = Array.from(text.matchAll(FIGURE), (match) => askedBy(match, text, units));
  return all.find((asked) => asked && mayBeTold(asked));
}

/**
 * A number of a text, with its unit; none where it cannot be read.
 * @param {RegExpMatchArray} match
 * @param {string} text
 * @param {string[][]} units
 * @returns {Asked | undefined}
 */
function askedBy({ 0: all, 1: first, 2: last = first, index: at = 0 }, text, units) {
  const high = amountOf(last);
  const scale = SCALE.test(first) ? "" : (SCALE.exec(last)?.[0] ?? "");
  const low = [first + scale, first].map(amountOf).find((value) => value && high && value <= high); // 2到3万, 2000到3万
  const behind = text.slice(at + all.length);
  const { unit, form } = unitOf(behind, units);
  const [before, after] = [text.slice(0, at).trim(), behind.slice(form.length).trim()];
  if (!low || !high) return undefined;
  const spelled =
    all.trim() === first
      ? inDigits(low).map((number) => text.slice(0, at) + number + text.slice(at + first.length))
      : [];
  return { low, high, unit, before, after, spelled: spelled.filter((other) => other !== text) };
}

/**
 * A number as it may be written: 13000, 1.3万.
 * @param {number} value
 */
function inDigits(value) {
  return [
    String(value),
    ...SIZES.filter(([mark, size]) => LARGE.includes(mark) && value >= size).map(([mark, size]) => value / size + mark),
  ];
}

/** @param {Asked} asked */
function mayBeTold({ low, high, unit, before, after }) {
  if (before || after) return unit && high >= LEAST;
  return unit || low >= WRITTEN_OUT;
}

/**
 * The unit with which a text begins.
 * @param {string} text
 * @param {string[][]} units
 */
function unitOf(text, units) {
  const found = units.flatMap((forms) =>
    forms.flatMap((form) => BEFORE_UNITS.map((more) => ({ unit: forms[0], form: more + fold(form) }))),
  );
  const fitting = found.filter(({ form }) => text.startsWith(form));
  return fitting.reduce((best, one) => (one.form.length > best.form.length ? one : best), { unit: "", form: "" });
}

/**
 * Where figures stand that may be near a number: by their unit, first digit and scale.
 * @param {Asked} asked
 */
function keysOf({ low, unit }) {
  const sizes = [low, low * (1 - NEAR), low * (1 + NEAR)].map((value) => {
    const [digits, scale] = value.toExponential().split("e");
    return `${unit}${digits[0]}e${scale}`;
  });
  return [...new Set(unit ? sizes : sizes.slice(0, 1))];
}

/**
 * The query with a figure in place of its number.
 * @param {Asked} asked
 * @param {string} figure
 */
function told({ before, after }, figure) {
  return [before, figure, after].filter(Boolean).join(" ");
}
