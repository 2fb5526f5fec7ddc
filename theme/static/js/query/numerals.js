// Numbers written the other way: 二十三万 as 23万, 3组 as 三组.

import { AMOUNT, BELOW, BETWEEN_ITEMS, CHINESE, DIGITS, PIECES, ROUND, SCALE, SCALES, TEN, TWO } from "./language.js";

const NUMBER = /\d[\d.]*(?=\p{Script=Han})/gu;
const SMALL = /^[1-9]\d?$/; // a larger one is hardly written in Chinese

/**
 * The text with its numbers written the other way, where it has any: in digits, or else in Chinese.
 * @param {string} text
 */
export function renumbered(text) {
  const digits = text.replace(CHINESE, (word) => String(valueOf(word)));
  if (digits !== text) return digits;
  return text.replace(NUMBER, (number) => (SMALL.test(number) ? inChinese(Number(number)) : number));
}

/**
 * What a Chinese number is worth; without scales its digits stand in a row (二〇二二).
 * @param {string} word
 */
function valueOf(word) {
  const all = Array.from(word);
  if (!all.some((character) => SCALES.has(character))) return all.map(digitOf).join("");
  let sum = 0;
  let digit = 0;
  for (const character of all) {
    const scale = SCALES.get(character);
    if (scale) sum += (digit || 1) * scale;
    digit = scale ? 0 : digitOf(character);
  }
  return sum + digit;
}

/** @param {string} character */
function digitOf(character) {
  if (character === TWO) return 2;
  return Math.max(0, DIGITS.indexOf(character)); // 〇 is 0, too
}

/** @param {number} number below a hundred */
function inChinese(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return [tens > 1 ? DIGITS[tens] : "", tens ? TEN : "", ones ? DIGITS[ones] : ""].join("");
}

/**
 * The value of an amount as people write it: 10000, 1万, 1,000, 五千, 1万5千, 1万五, 二十三万; null when it is none.
 * @param {string} text
 * @returns {number | null}
 */
export function amountOf(text) {
  const typed = text.normalize("NFKC").split(BETWEEN_ITEMS).join("");
  const plain = typed.replace(ROUND, (round, scale) => round + BELOW.get(scale));
  if (!AMOUNT.test(plain)) return null;
  const pieces = [...plain.matchAll(PIECES)].map(([, number, scales]) =>
    Array.from(scales).reduce(scaled, digits(number)),
  );
  return Number(pieces.reduce((sum, piece) => sum + piece, 0).toFixed(6)); // 0.1万 and the like
}

/** @param {string} number */
function digits(number) {
  return Number(/\d/.test(number) ? number : valueOf(number));
}

/**
 * @param {number} value
 * @param {string} scale
 */
function scaled(value, scale) {
  return value * (SCALE.get(scale) ?? 1);
}
