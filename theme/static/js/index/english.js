// English search terms: the same rules as plugins/casebook/search/english.py, held to them by tests/specs/english.json.

import lunr from "lunr";
import { fold, runs } from "./terms.js";

const MARK = "~";
const WORD = /[a-z]{3,}/g;
const LETTERS = /^[a-z]+$/;

/**
 * The terms of an English text: its words without those that say nothing, each by its stem.
 * @param {string} text
 * @returns {string[]}
 */
export function englishTerms(text) {
  return englishWords(text).map((word) => MARK + stem(word));
}

/**
 * The words of an English text, without those that say nothing.
 * @param {string} text
 */
export function englishWords(text) {
  return (fold(text).match(WORD) ?? []).filter((word) => lunr.stopWordFilter(token(word)));
}

/**
 * The terms that a page must have for a query in English; none for one that says anything else.
 * @param {string} text
 * @returns {string[]}
 */
export function englishQuery(text) {
  const isEnglish = runs(fold(text)).every((run) => LETTERS.test(run));
  return isEnglish ? [...new Set(englishTerms(text))] : [];
}

/** @param {string} word */
const token = (word) => new lunr.Token(word, {});

/** @param {string} word */
const stem = (word) => lunr.stemmer(token(word)).toString().replace(/i$/, "y"); // as the other of lunr's stemmers has it
