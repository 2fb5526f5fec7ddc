// How text is cut into search terms: the same rules as plugins/casebook/search/terms.py, held to them by
// tests/specs/terms.json.

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const COMPOUND = /[a-z0-9]+(?:[.,+\-/'&:][a-z0-9]+)*/g;

/**
 * Text as it is compared: full-width forms made normal, upper case made lower.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase();
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
