// What else to search for what a reader typed, best first: traditional characters, pinyin, other names, words that sound
// alike, the words of a question.

import { fold, runs } from "../index/terms.js";
import { otherNames } from "./names.js";
import { qualified, renumbered } from "./numerals.js";
import { inWords, takenApart } from "./pieces.js";
import { ofPinyin } from "./pinyin.js";
import { prepared } from "./prepared.js";
import { sounding } from "./sounds.js";
import { spelled } from "./spelling.js";

const MOST = 5; // variants in all
const EACH = 3; // variants of one kind
const LONGEST = 60; // characters that are looked at: what is longer is an article, not a query

/** @typedef {import("./prepared.js").Data} Data */
/** @typedef {"simplified" | "pinyin" | "spelling" | "synonym" | "sound" | "words" | "number" | "about"} Kind */
/**
 * `why`: its kind, or of a synonym how it stands to what was typed; `words`: what a page may have of each word, the word first; any of them counts, and not every word is needed.
 * @typedef {{text: string, kind: Kind, why: Exclude<Kind, "synonym"> | import("./names.js").Why, words?: string[][]}} Variant
 */

/**
 * What else to search, best first, at most five; each says in a word why.
 * @param {string} text
 * @param {import("./prepared.js").Data} data
 * @returns {Variant[]}
 */
export function variants(text, data) {
  const ready = prepared(data);
  const typed = Array.from(
    text
      .trim()
      .slice(0, 4 * LONGEST)
      .normalize("NFKC"),
  )
    .slice(0, LONGEST)
    .join("");
  const plain = Array.from(typed, (character) => ready.simplified.get(character) ?? character).join("");
  const meant = ofPinyin(plain, ready);
  const right = meant.length ? plain : spelled(plain, data.english);
  const base = meant[0] ?? right;
  const { pieces, isQuestion } = takenApart(base, ready);
  return firsts(typed, [
    ...made("simplified", [plain]),
    ...made("pinyin", meant),
    ...made("spelling", [right]),
    ...made("sound", sounding(base, pieces, ready)),
    ...(isQuestion ? [] : synonyms(otherNames(base, pieces, ready))),
    ...(isQuestion || pieces.every((piece) => piece.known) ? [] : made("number", numbered(base))),
    ...spoken(inWords(base, pieces, ready)),
  ]);
}

/**
 * A text with its numbers written otherwise, and qualified.
 * @param {string} text
 */
function numbered(text) {
  const other = renumbered(text);
  return [other, ...qualified(/\d/.test(other) ? other : text)];
}

/**
 * @param {Exclude<Kind, "synonym">} kind
 * @param {string[]} texts
 * @returns {Variant[]}
 */
function made(kind, texts) {
  return texts.map((text) => ({ text, kind, why: kind }));
}

/**
 * @param {import("./names.js").Other[]} others
 * @returns {Variant[]}
 */
function synonyms(others) {
  return others.map(({ text, why }) => ({ text, kind: "synonym", why }));
}

/**
 * @param {string[][]} words
 * @returns {Variant[]}
 */
function spoken(words) {
  const text = words.map((names) => names.join("/")).join(" ");
  return words.length ? [{ text, kind: "words", why: "words", words }] : [];
}

/**
 * Those that find more than what was typed and the ones before: what holds one of them finds fewer pages than it, when
 * all of it is asked for.
 * @param {string} typed
 * @param {Variant[]} all
 * @returns {Variant[]}
 */
function firsts(typed, all) {
  const asked = (/** @type {string} */ text) => runs(fold(text)).join(" "); // what a search asks for, as terms.js cuts
  const texts = [asked(typed)];
  /** @type {Map<Kind, number>} */
  const counts = new Map();
  return all
    .filter(({ text, kind, words }) => {
      const count = counts.get(kind) ?? 0;
      const wanted = asked(text);
      if (count === EACH || !wanted || (!words && texts.some((other) => wanted.includes(other)))) return false;
      texts.push(wanted);
      counts.set(kind, count + 1);
      return true;
    })
    .slice(0, MOST);
}
