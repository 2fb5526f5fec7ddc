// What scripts know of how Chinese is written: numerals, marks, what denies. Tables only; no word of the interface.

// numerals
export const DIGITS = "零一二三四五六七八九";
export const TEN = "十";
/** @type {[string, number][]} */
export const SIZES = [
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 100],
  [TEN, 10],
];
export const NULL = /[零〇]/;
export const LARGE = "亿万";
export const ARTICLE = "一"; // hardly a number when alone: 一起
export const MIXED = /[百千万亿]\d/u; // 3万4000
export const ONE = /^[1-9一二两三四五六七八九]$/;
export const ROW = /^[零〇一二三四五六七八九]{3,}$/;
const NUMERAL = "[零〇○一二两三四五六七八九十廿卅卌百千万亿几]+";
export const CHINESE = /* @__PURE__ */ new RegExp(`[\\d.]*${NUMERAL}(?:[点、]${NUMERAL})*\\d*`, "gu"); // with all marks in it
export const NUMBER = /\d(?:[^\p{L}]*\d)?(?=(?!点\d)\p{Script=Han})/gu; // with all marks in it: 1,23 is no 23
export const ROUND = /((?:\d0|\d[万亿]))(?=(?![百千万亿多余来几年月号点])\p{Script=Han})/gu; // what may be more than it says
export const QUALIFIERS = ["多", "余"];
export const MORE = /((?:\d0|\d[万亿]))[多余](?=\p{Script=Han})/gu; // what is said to be
export const COUNTS = /[一二两三四五六七八九十]/; // else it is only a scale, as of a name: 千灯湖
export const OTHER_DIGITS = /* @__PURE__ */ new Map([
  ["〇", "零"],
  ["两", "二"],
]);

// words of a question
export const NOT = "不";
export const DENIED = /[不没]/;
export const POTENTIAL = /^.不.$/u; // 留不住, 管不了: what cannot be done to what a page calls 留住

// amounts, as a reader types them: what is written for a numeral, and for which
export const WRITTEN =
  "兩两 萬万 億亿 ○〇 廿二十 卄二十 卅三十 卌四十 俩两 仨三 " +
  "壹一 贰二 貳二 叁三 參三 叄三 肆四 伍五 陆六 陸六 柒七 捌八 玖九 拾十 佰百 仟千 w万 W万 k千 K千";
// thousands, parted by a comma or a space, or by a wide comma in wide digits; any other mark makes it no single number
export const GROUPED =
  /^(?:\d{1,3}(?:,\d{3})+|[０-９]{1,3}(?:，[０-９]{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?![\d０-９])/u;
export const MARKS = /[,，\s]/g;
export const NO_AMOUNT = /\p{No}|^[0０][\d０-９]/u; // ², ½, 007
export const AND_MORE = /(.)(?:[多余来](?=[万亿]?$)|\+$)/u;
export const POINT = /^([^\d点]+)点([零〇一二三四五六七八九]+)([万亿]?)$/u;

// marks
export const BETWEEN_ITEMS = /[,，、\s]+/u; // of a list as one types it
export const BETWEEN_SYLLABLES = /[\s'’·-]/g; // of pinyin

// figures, as in a question: 六百多个钟头, 2000元到1万元, 1.3万
const AMOUNT =
  "(?:\\d|[零〇一二两三四五六七八九十百千万亿])(?:[\\d,.点零〇一二两三四五六七八九十百千万亿])*[多余来几]?[万亿]?";
/** A number, and the end of its range where it has one, with the unit between them. */
export const FIGURE = /* @__PURE__ */ new RegExp(
  `(${AMOUNT})\\s*(?:\\p{sc=Han}{0,2}?\\s*(?:[到至~]|[-—–]+)\\s*(${AMOUNT}))?\\s*`,
  "gu",
);
export const SOME_NUMBER = /[\d二两三四五六七八九十百千万亿]/;
export const SCALE = /[万亿千百]$/u;
export const BEFORE_UNITS = ["", "个"]; // 600个小时
