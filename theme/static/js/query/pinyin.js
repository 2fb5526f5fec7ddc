// Names that Latin letters spell: yishixieshang, ysxs, yishi.

import { BETWEEN_SYLLABLES } from "./language.js";

/** @typedef {import("./prepared.js").Prepared} Prepared */
/** @typedef {import("./readings.js").Spoken} Spoken */

const SHORTEST_KEY = 3; // letters from which on a beginning or initials are looked for: two fit too many names
const RANK = { whole: 0, initials: 1, piece: 2, begun: 3, begunInitials: 4 }; // how surely letters spell a name

/**
 * The names, or pieces of names, that `text` spells: with or without tones and spaces, as initials, or begun only.
 * @param {string} text
 * @param {Prepared} ready
 * @returns {string[]}
 */
export function ofPinyin(text, ready) {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/u\u0308/g, "v")
    .replace(/\p{M}/gu, "");
  if (!/^(?=.*[a-z])[a-z\d]+$/.test(plain.replace(BETWEEN_SYLLABLES, ""))) return [];
  const squeezed = plain.replace(/[^a-z\d]/g, "");
  for (const key of [squeezed, squeezed.replace(/\d/g, "")]) {
    const whole = ofKey(key, ready); // a digit is part of a name (21tian) or else a tone (yi4shi4)
    if (whole.length) return whole;
  }
  const each = plain
    .split(/[^a-z\d]+/)
    .filter(Boolean)
    .map((key) => ofKey(key, ready)[0]);
  return each.length > 1 && each.every(Boolean) ? [each.join(" ")] : [];
}

/**
 * What the letters `key` spell, the surest first.
 * @param {string} key
 * @param {Prepared} ready
 * @returns {string[]}
 */
function ofKey(key, ready) {
  /** @type {Map<string, {text: string, rank: number, count: number}>} */
  const found = new Map();
  for (const spoken of ready.spoken) {
    const match = key.length > 1 ? spelt(key, spoken, ready.words) : undefined;
    if (!match) continue;
    const one = found.get(match.text) ?? { ...match, count: 0 };
    found.set(match.text, { ...one, rank: Math.min(one.rank, match.rank), count: one.count + 1 });
  }
  const sorted = [...found.values()].sort((one, other) => one.rank - other.rank || other.count - one.count);
  const isSure = sorted[0]?.rank <= RANK.piece; // then what is only begun is another word: shequ is no 社群
  return sorted.filter((one) => !isSure || one.rank <= RANK.piece).map((one) => one.text);
}

/**
 * The name, or the word at its beginning or further on, that `key` spells, and how surely.
 * @param {string} key
 * @param {Spoken} spoken
 * @param {Set<string>} words
 * @returns {{text: string, rank: number} | undefined}
 */
function spelt(key, { text, characters, sounds, full, initials }, words) {
  if (full === key) return { text, rank: RANK.whole };
  if (key.length < SHORTEST_KEY) return undefined;
  if (initials === key) return { text, rank: RANK.initials };
  for (let start = 0; start < sounds.length; start += 1) {
    const end = endOf(key, sounds, start);
    const piece = characters.slice(start, end).join("");
    if (end - start > 1 && words.has(piece)) return { text: piece, rank: RANK.piece };
  }
  if (full.startsWith(key)) return { text, rank: RANK.begun };
  return initials.startsWith(key) ? { text, rank: RANK.begunInitials } : undefined;
}

/**
 * Where the syllables that `key` spells end, or `start` when it does not spell whole ones from there.
 * @param {string} key
 * @param {string[]} sounds
 * @param {number} start
 */
function endOf(key, sounds, start) {
  let end = start;
  let length = 0;
  while (length < key.length && end < sounds.length && key.startsWith(sounds[end], length)) {
    length += sounds[end].length;
    end += 1;
  }
  return length === key.length ? end : start;
}
