// Numbers written the other way: 二十三万 as 23万, 3组 as 三组.

import {
  ARTICLE,
  CHINESE,
  COUNTS,
  DIGITS,
  LARGE,
  MIXED,
  NULL,
  MORE,
  NUMBER,
  ONE,
  OTHER_DIGITS,
  QUALIFIERS,
  ROUND,
  ROW,
  SIZES,
  TEN,
} from "./language.js";

const SMALL = /^[1-9]\d?$/; // a larger one is hardly written in Chinese

/**
 * The text with its numbers written the other way, where it has any: in digits, or else in Chinese.
 * @param {string} text
 */
export function renumbered(text) {
  const digits = text.replace(CHINESE, (word) => (COUNTS.test(word) && word !== ARTICLE ? inDigits(word) : word)); // 一起
  if (digits !== text || MIXED.test(text)) return digits;
  return text.replace(NUMBER, (number) => (SMALL.test(number) ? inChinese(Number(number)) : number));
}

/**
 * The text with its round numbers as a page may qualify them, and without what qualifies them here: 600小时 as 600多小时,
 * 600余小时; none where it has none.
 * @param {string} text
 */
export function qualified(text) {
  const bare = text.replace(MORE, "$1");
  return [bare, ...QUALIFIERS.map((more) => bare.replace(ROUND, `$1${more}`))].filter((other) => other !== text);
}

/**
 * A Chinese number in digits, with the scale that it has; itself where it is not read.
 * @param {string} word
 */
function inDigits(word) {
  const value = /\d/.test(word) ? NaN : worth(word, true);
  if (Number.isNaN(value)) return word;
  const [scale, size] = SIZES.find(([mark]) => LARGE.includes(mark) && word.includes(mark)) ?? ["", 1];
  return value / size + scale;
}

/** @param {number} number below a hundred */
function inChinese(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return [tens > 1 ? DIGITS[tens] : "", tens ? TEN : "", ones ? DIGITS[ones] : ""].join("");
}

/**
 * What a numeral is worth, by the rules of plugins/casebook/extract/worth.py (tests/specs/numerals.json holds both to
 * them); NaN where it breaks them. `isFirst`: it begins the number, so that 百 may stand alone.
 * @param {string} text
 * @param {boolean} [isFirst]
 * @returns {number}
 */
export function worth(text, isFirst = false) {
  const [scale, size] = SIZES.find(([mark]) => text.includes(mark)) ?? ["", 1];
  if (!scale) return plain(text);
  const at = text.lastIndexOf(scale);
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  const times = timesOf(head, scale, size, isFirst && !tail);
  return tail && !Number.isInteger(times) ? NaN : times * size + rest(tail, size);
}

/**
 * How often a scale counts by what stands before it: 万 and 亿 count a whole number, the others a digit.
 * @param {string} head
 * @param {string} scale
 * @param {number} size
 * @param {boolean} isFirst
 */
function timesOf(head, scale, size, isFirst) {
  if (!head) return isFirst || scale === TEN ? 1 : NaN;
  if (size < 1e4) return head.length > 1 && !/^\d/.test(head) ? NaN : plain(head);
  return head.includes(scale) ? NaN : worth(head, true);
}

/**
 * What stands after a scale: 五 after 万 is 5000, 4000 fills it, 零五 leaves a gap.
 * @param {string} tail
 * @param {number} size
 */
function rest(tail, size) {
  if (!tail) return 0;
  if (ONE.test(tail)) return (plain(tail) * size) / 10;
  if (/^\d+$/.test(tail)) return 10 ** tail.length === size ? Number(tail) : NaN;
  const hasGap = tail.search(NULL) === 0;
  const value = worth(hasGap ? tail.slice(1) : tail);
  return value < (hasGap ? size / 10 : size) ? value : NaN;
}

/** @param {string} text without scales; digits in a row are as of a year, few without 〇 rather counts that neighbour */
function plain(text) {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const isRow = ROW.test(text) && (text.length > 3 || NULL.test(text));
  if (!isRow && text.length !== 1) return NaN;
  return Number(Array.from(text, (character) => digitOf(character)).join(""));
}

/** @param {string} character */
function digitOf(character) {
  const digit = DIGITS.indexOf(OTHER_DIGITS.get(character) ?? character);
  return digit < 0 ? NaN : digit;
}
