// How characters and names are read: pinyin without tones.

import { fold, hasLetters } from "../index/terms.js";

/** @typedef {import("./prepared.js").Data} Data */
/** @typedef {{text: string, characters: string[], sounds: string[], full: string, initials: string}} Spoken */

/**
 * The reading of every common character: `sounds` counts along the rows 16 to 55 of GB 2312, where the common ones stand
 * in the order of their readings.
 * @param {Data} data
 * @returns {Map<string, string>}
 */
export function readingsOf(data) {
  const decoder = new TextDecoder("gb2312");
  const bytes = [];
  for (let row = 0xb0; row < 0xd8; row += 1) for (let cell = 0xa1; cell < 0xff; cell += 1) bytes.push(row, cell);
  const common = Array.from(decoder.decode(new Uint8Array(bytes)));
  /** @type {Map<string, string>} */
  const found = new Map();
  let at = 0;
  for (const [, sound, count] of data.sounds.matchAll(/([a-z]+)(\d+)/g)) {
    for (const end = at + Number(count); at < end; at += 1) found.set(common[at], sound);
  }
  for (const [, character, sound] of data.rare.matchAll(/(\P{ASCII})([a-z]+)/gu)) found.set(character, sound);
  return found;
}

/** @type {[RegExp, string][]} */
const ACCENTS = [
  [/^([zcs])h/, "$1"],
  [/ng$/, "n"],
  [/^l/, "n"],
]; // 社 as se, 房 as fan, 老 as nao

/**
 * A sound without what accents change.
 * @param {string} sound
 */
export function plain(sound) {
  return ACCENTS.reduce((said, [accent, instead]) => said.replace(accent, instead), sound);
}

/**
 * A name with the reading of each of its letters; what has no reading is read as it is written.
 * @param {string} name
 * @param {string | undefined} written its reading, where it is not that of its characters
 * @param {Map<string, string>} readings
 * @returns {Spoken}
 */
export function spokenOf(name, written, readings) {
  const all = Array.from(name);
  const read = written?.split(" ") ?? all.map((character) => readings.get(character) ?? fold(character));
  const letters = all.map((character, at) => ({ character, sound: read[at] })).filter((one) => hasLetters(one.sound));
  const sounds = letters.map((one) => one.sound);
  return {
    text: name,
    characters: letters.map((one) => one.character),
    sounds,
    full: sounds.join(""),
    initials: sounds.map((sound) => sound[0]).join(""),
  };
}
