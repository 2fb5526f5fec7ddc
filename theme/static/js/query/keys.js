// The names of a large collection that a query may mean: they stand in files by how two letters in turn of them sound
// (plugins/casebook/search/name_files.py), for which there is no room in the data of variants.

import { fold, hasLetters } from "../index/terms.js";
import { prepared } from "./prepared.js";
import { plain } from "./readings.js";

const LONGEST = 24; // letters that are looked at
const SYLLABLE = 6; // letters of the longest
const INITIALS = "^";

/** @typedef {import("./prepared.js").Data} Data */

/**
 * The keys by which names stand that a text may mean: of each two letters in turn how they sound; of pinyin, each two
 * syllables that may stand in it, and what may be the first two initials.
 * @param {string} text
 * @param {Data} data
 * @returns {string[]}
 */
export function keysOf(text, data) {
  const { simplified, readings } = prepared(data);
  const bare = fold(text.slice(0, 8 * LONGEST))
    .normalize("NFD")
    .replace(/u\u0308/g, "v")
    .replace(/\p{M}/gu, "");
  const letters = Array.from(bare).filter(hasLetters).slice(0, LONGEST);
  if (letters.every((letter) => /[a-z\d]/.test(letter))) return ofPinyin(letters.join(""), new Set(readings.values()));
  const sounds = letters
    .map((letter) => simplified.get(letter) ?? letter)
    .map((one) => plain(readings.get(one) ?? one));
  return [...new Set(sounds.slice(1).map((sound, at) => `${sounds[at]} ${sound}`))];
}

/**
 * @param {string} typed
 * @param {Set<string>} syllables
 */
function ofPinyin(typed, syllables) {
  const key = typed.replace(/\d/g, ""); // tones
  const begun = (/** @type {number} */ at) =>
    Array.from({ length: SYLLABLE }, (_, length) => key.slice(at, at + length + 1)).filter((one) => syllables.has(one));
  const pairs = Array.from(key, (_, at) =>
    begun(at).flatMap((one) => begun(at + one.length).map((other) => `${plain(one)} ${plain(other)}`)),
  );
  return typed.length > 1 ? [...new Set([INITIALS + typed.slice(0, 2), ...pairs.flat()])] : [];
}

/**
 * The data of variants with more names.
 * @param {Data} data
 * @param {string[][]} groups some of them several times
 * @returns {Data}
 */
export function withNames(data, groups) {
  const found = new Map(groups.map((group) => [group[0], group]));
  return found.size ? { ...data, names: [...data.names, ...found.values()] } : data;
}
