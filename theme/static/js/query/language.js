// What scripts know of how Chinese is written: numerals, marks, what denies. Tables only; no word of the interface.

// numerals
export const DIGITS = "零一二三四五六七八九";
export const TEN = "十";
export const TWO = "两";
export const SCALES = new Map([
  [TEN, 10],
  ["百", 100],
  ["千", 1000],
]);
const NUMERAL = `${DIGITS}〇${TWO}十百千`;
export const CHINESE = new RegExp(`(?!一(?![${NUMERAL}]))[${NUMERAL}]+`, "gu"); // 一 alone is often no number: 一起
export const SCALE = new Map([
  ["千", 1e3],
  ["百", 100],
  ["万", 1e4],
  ["亿", 1e8],
]);
export const ROUND = /([百千万亿])([1-9一二两三四五六七八九])$/u; // 1万五 is 15000, not 10005
export const BELOW = new Map([
  ["百", "十"],
  ["千", "百"],
  ["万", "千"],
  ["亿", "千万"],
]);
const PIECE = `(?:\\d+\\.?\\d*|[${NUMERAL}]+)(?:[千百]?万?亿?)`;
export const AMOUNT = new RegExp(`^(?:${PIECE})+$`, "u");
export const PIECES = new RegExp(`(\\d+\\.?\\d*|[${NUMERAL}]+)([千百]?万?亿?)`, "gu");

// words of a question
export const NOT = "不";
export const POTENTIAL = /^.不.$/u; // 留不住, 管不了: what cannot be done to what a page calls 留住

// marks
export const BETWEEN_ITEMS = /[,，、\s]+/u; // of a list as one types it
export const BETWEEN_SYLLABLES = /[\s'’·-]/g; // of pinyin
