// Names that sound like a piece of what was typed.

import { fold, runs } from "../index/terms.js";
import { joined, takenApart } from "./pieces.js";

/** @typedef {import("./prepared.js").Prepared} Prepared */
/** @typedef {import("./readings.js").Spoken} Spoken */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {{characters: string[], sounds: (string | undefined)[], isKnown: boolean[]}} Typed */
/** @typedef {{right: string, same: number, length: number}} Right a text put right, and how much of it was so before */

/**
 * The text with a piece of it put right: what sounds like a name and has characters outside of words.
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Prepared} ready
 * @returns {string[]}
 */
export function sounding(text, pieces, ready) {
  const known = pieces.filter((piece) => piece.known).map((piece) => piece.text);
  return runs(fold(text))
    .filter((run) => !ready.words.has(run))
    .flatMap((run) => namesLike(run, known, ready))
    .sort((one, other) => other.same - one.same || other.length - one.length)
    .map(({ right }) => joined(takenApart(right, ready).pieces));
}

/**
 * What stands for a run when a name that sounds like a piece of it, or a piece of a longer name that sounds like all of
 * it, is put in.
 * @param {string} run
 * @param {string[]} known words of the run, which are no mistakes
 * @param {Prepared} ready
 * @returns {Right[]}
 */
function namesLike(run, known, ready) {
  const characters = Array.from(run);
  const sounds = characters.map((character) => ready.readings.get(character));
  const typed = { characters, sounds, isKnown: knownIn(run, known) };
  return ready.spoken.flatMap((name) => [...within(typed, name), ...pieceOf(typed, name)]);
}

/**
 * Which characters of a run are those of a word that is known.
 * @param {string} run
 * @param {string[]} known
 */
function knownIn(run, known) {
  const isKnown = Array.from(run, () => false);
  for (const word of known.filter((word) => run.includes(word))) {
    const start = Array.from(run.slice(0, run.indexOf(word))).length;
    isKnown.fill(true, start, start + Array.from(word).length);
  }
  return isKnown;
}

/**
 * What was typed with a name in the place of what sounds like it; a name of two characters only for all of it.
 * @param {Typed} typed
 * @param {Spoken} name
 * @returns {Right[]}
 */
function within(typed, { text, characters, sounds }) {
  const [{ length }, all] = [characters, typed.characters];
  const isWhole = length === all.length;
  if (length < (isWhole ? 2 : 3)) return [];
  const least = isWhole && length > 2 ? 1 : length / 2;
  return starts(all.length - length).flatMap((start) => {
    const same = alike(typed, start, characters, sounds);
    const right = [...all.slice(0, start), text, ...all.slice(start + length)].join("");
    return same >= least ? [{ right, same, length }] : [];
  });
}

/**
 * Pieces of a longer name that sound like all that was typed: 金沙半岛 of 金沙半岛小区 for 金沙半道.
 * @param {Typed} typed
 * @param {Spoken} name
 * @returns {Right[]}
 */
function pieceOf(typed, { characters, sounds }) {
  const { length } = typed.characters;
  if (length < 3 || length >= characters.length) return [];
  return starts(characters.length - length).flatMap((start) => {
    const piece = characters.slice(start, start + length);
    const same = alike(typed, 0, piece, sounds.slice(start));
    return same >= length / 2 ? [{ right: piece.join(""), same, length }] : [];
  });
}

/** @param {number} last */
function starts(last) {
  return Array.from({ length: Math.max(0, last + 1) }, (_, start) => start);
}

/**
 * How many characters at `start` are those of a name, where all others sound like it and are in no word; else -1.
 * @param {Typed} typed
 * @param {number} start
 * @param {string[]} characters
 * @param {string[]} sounds
 */
function alike({ characters: all, sounds: said, isKnown }, start, characters, sounds) {
  let same = 0;
  for (let at = 0; at < characters.length; at += 1) {
    if (all[start + at] === characters[at]) same += 1;
    else if (said[start + at] !== sounds[at] || isKnown[start + at]) return -1;
  }
  return same === characters.length ? -1 : same;
}
