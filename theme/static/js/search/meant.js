// Words for what else may have been meant, and for names of what was typed.

import {
  meant_about,
  meant_after,
  meant_before,
  meant_near,
  meant_number,
  meant_pinyin,
  meant_same,
  meant_simplified,
  meant_sound,
  meant_spelling,
  meant_words,
  meant_also,
  meant_some_words,
} from "words";
import { filled } from "../dom/filled.js";

/** @typedef {import("../query/variants.js").Variant} Variant */

/** @type {Record<Variant["why"], string>} how what is meant, or a name, stands to what was typed */
export const HOW = {
  simplified: meant_simplified,
  pinyin: meant_pinyin,
  spelling: meant_spelling,
  sound: meant_sound,
  number: meant_number,
  about: meant_about,
  words: meant_words,
  same: meant_same,
  near: meant_near,
  after: meant_after,
  before: meant_before,
};

/**
 * What else was searched, in words.
 * @param {import("./also.js").Also} also
 * @param {string} query
 */
export function meantBy({ variant: { text, why } }, query) {
  return text === query ? meant_some_words : filled(meant_also, { text, why: HOW[why] });
}
