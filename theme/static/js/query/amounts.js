// Amounts as readers type them: 10000, 1万, 1,000, 五千, 1万5千, 兩萬五.

import { AND_MORE, COUNTS, DIGITS, GROUPED, MARKS, NO_AMOUNT, OTHER_DIGITS, POINT, WRITTEN } from "./language.js";
import { worth } from "./numerals.js";

const PLAIN = new Map(WRITTEN.split(" ").map((pair) => [pair[0], pair.slice(1)]));

/**
 * The value of an amount; null when it cannot be read whole, as extraction would not read it either.
 * @param {string} text
 * @returns {number | null}
 */
export function amountOf(text) {
  const typed = text.trim().replace(GROUPED, (group) => group.replace(MARKS, ""));
  if (NO_AMOUNT.test(typed)) return null;
  const plain = Array.from(typed.normalize("NFKC"), (each) => PLAIN.get(each) ?? each).join("");
  const value = valueOf(plain.replace(AND_MORE, "$1"));
  return Number.isNaN(value) ? null : Number(value.toFixed(6)); // 0.1万 and the like
}

/** @param {string} numeral */
function valueOf(numeral) {
  const [, whole, part, scale] = POINT.exec(numeral) ?? [];
  if (part) return worth(`${worth(whole, true)}.${Array.from(part, inDigits).join("")}${scale}`, true);
  return /\d/.test(numeral) || COUNTS.test(numeral) ? worth(numeral, true) : NaN;
}

/** @param {string} digit */
function inDigits(digit) {
  return DIGITS.indexOf(OTHER_DIGITS.get(digit) ?? digit);
}
