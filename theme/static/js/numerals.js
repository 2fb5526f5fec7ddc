// Numbers written the other way: 二十三万 as 23万, 3组 as 三组.

const DIGITS = "零一二三四五六七八九";
const SCALES = new Map([["十", 10], ["百", 100], ["千", 1000]]);
const NUMERAL = `${DIGITS}〇两十百千`;
const CHINESE = new RegExp(`(?!一(?![${NUMERAL}]))[${NUMERAL}]+`, "gu"); // 一 alone is often no number: 一起
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
  if (character === "两") return 2;
  return Math.max(0, DIGITS.indexOf(character)); // 〇 is 0, too
}

/** @param {number} number below a hundred */
function inChinese(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return [tens > 1 ? DIGITS[tens] : "", tens ? "十" : "", ones ? DIGITS[ones] : ""].join("");
}
