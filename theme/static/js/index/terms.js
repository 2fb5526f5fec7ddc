// How text is cut into search terms: the same rules as plugins/casebook/search/terms.py, held to them by
// tests/specs/terms.json.

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const COMPOUND = /[a-z0-9]+(?:[.,+\-/'&:][a-z0-9]+)*/g;

// what readers take for one, as plugins/casebook/alike.py has it: tests/specs/spellings.json
/** @type {[RegExp, string][]} */
const SAME = [
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u301c/g, "~"],
  [/[\u201c-\u201f\u300c-\u300f]/g, '"'],
  [/[\u2018-\u201b]/g, "'"],
  [/[\u2022\u30fb]/g, "\u00b7"],
  [/\u3007/g, "\u96f6"], // zero
  [/[\u00ad\u200b-\u200d\ufeff]/g, ""],
];
const COMMA = /(\d),(?=\d{3}(?!\d))/g;
/** A character, and what is left out behind it: a comma of thousands, a space between Chinese and other letters. */
export const SEAM = /(\p{sc=Han}(?= +[a-z\d])|[a-z\d](?= +\p{sc=Han})|\d(?=,\d{3}(?!\d)))(?: +|,)/gu;

/**
 * Text as it is compared: of full-width forms, cases, dashes, quotes, dots and thousands one each.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  const folded = text.normalize("NFKC").toLowerCase();
  return SAME.reduce((same, [odd, instead]) => same.replace(odd, instead), folded).replace(COMMA, "$1");
}

/**
 * A text as a query is sought in it: folded, without the spaces that some write between Chinese and other letters.
 * @param {string} text
 */
export function foldText(text) {
  return fold(text).replace(SEAM, "$1");
}

/**
 * The longest pieces of letters, digits and marks.
 * @param {string} folded
 * @returns {string[]}
 */
export function runs(folded) {
  return folded.match(RUN) ?? [];
}

/**
 * Whether a text holds a letter, digit or mark at all.
 * @param {string} text
 */
export function hasLetters(text) {
  return text.search(RUN) >= 0;
}

/**
 * Latin words and numbers with what joins them: 5020.86, 1+n.
 * @param {string} folded
 * @returns {string[]}
 */
export function compounds(folded) {
  return folded.match(COMPOUND) ?? [];
}

/**
 * Neighbouring pairs of characters of a run, or the run itself when it has one character.
 * @param {string} run
 * @returns {string[]}
 */
function pairs(run) {
  const characters = Array.from(run);
  return characters.length > 1
    ? characters.slice(1).map((character, index) => characters[index] + character)
    : characters;
}

/**
 * What a page must have, and what makes it rank higher, for what a reader typed.
 * @param {string} text
 * @returns {{required: string[], words: string[]}}
 */
export function queryTerms(text) {
  const folded = fold(text);
  const required = new Set(runs(folded).flatMap(pairs));
  const words = new Set(compounds(folded).filter((word) => word.length > 2 && !required.has(word)));
  return { required: [...required], words: [...words] };
}

/**
 * Whether a page that has all terms of a text surely holds it: it has no more than pairs of characters.
 * @param {string} text
 */
export function isSure(text) {
  const folded = fold(text);
  return [...runs(folded), ...compounds(folded)].every((piece) => Array.from(piece).length < 3);
}
