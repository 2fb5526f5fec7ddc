// Did you mean: the names that are nearest to what was typed, by their characters and how they sound.

import { distance } from "./spelling.js";
import { fold } from "../index/terms.js";
import { prepared } from "./prepared.js";
import { plain } from "./readings.js";

const MOST = 3; // names
const LONGEST = 24; // characters that are looked at
const FAR = { characters: 0.4, letters: 0.25 }; // how much of a name may be otherwise
const SOUND = { same: 0.25, accent: 0.35 }; // what a character counts that only sounds like the right one

/** @typedef {{character: string, sound: string}} Letter */

/**
 * Names that are near to `text`, the nearest first; none that is `text` itself.
 * @param {string} text
 * @param {import("./prepared.js").Data} data
 * @returns {string[]}
 */
export function nearest(text, data) {
  const { spoken, simplified, readings } = prepared(data);
  const typed = Array.from(fold(text).replace(/[^\p{L}\p{N}]/gu, "")).slice(0, LONGEST);
  const letters = typed.map((each) => simplified.get(each) ?? each).map((each) => letter(each, readings.get(each)));
  const isPinyin = /^[a-z]{4,}$/.test(typed.join(""));
  const far = (/** @type {import("./readings.js").Spoken} */ name) =>
    isPinyin
      ? share(typed, Array.from(name.full), FAR.letters)
      : share(
          letters,
          name.characters.map((each, at) => letter(each, name.sounds[at])),
          FAR.characters,
          unlike,
        );
  return spoken
    .map((name) => ({ name, far: far(name) }))
    .filter(({ far }) => far > 0 && far < 1)
    .sort((one, other) => one.far - other.far || one.name.text.length - other.name.text.length)
    .slice(0, MOST)
    .map(({ name }) => name.text);
}

/**
 * @param {string} character
 * @param {string | undefined} sound
 * @returns {Letter}
 */
function letter(character, sound) {
  return { character, sound: sound ?? character };
}

/**
 * How far two rows are from each other, as a share of what may be otherwise; 1 when as far or more.
 * @template T
 * @param {T[]} one
 * @param {T[]} other
 * @param {number} most of the longer one
 * @param {(a: T, b: T) => number} [cost]
 */
function share(one, other, most, cost) {
  const limit = most * Math.max(one.length, other.length);
  return Math.min(1, distance(one, other, limit, cost) / limit);
}

/**
 * @param {Letter} one
 * @param {Letter} other
 */
function unlike(one, other) {
  if (one.character === other.character) return 0;
  if (one.sound === other.sound) return SOUND.same;
  return plain(one.sound) === plain(other.sound) ? SOUND.accent : 1;
}
