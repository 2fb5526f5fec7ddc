// Names that Latin letters spell: yishixieshang, ysxs, yishi.

import { fold } from "../index/terms.js";
import { BETWEEN_SYLLABLES } from "./language.js";
import { spokenOf } from "./readings.js";

/** @typedef {import("./prepared.js").Prepared} Prepared */
/** @typedef {import("./readings.js").Spoken} Spoken */

const SHORTEST_KEY = 3; // letters from which on a beginning or initials are looked for: two fit too many names
const COST = { word: 1, syllable: 3 };
const HAN = /\p{Script=Han}/u;
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
  const keys = plain.split(/[^a-z\d]+/).filter(Boolean);
  const sounds = new Set(ready.readings.values());
  const apart = keys.every((key) => sounds.has(key)) ? ofWords([keys.join("")], ready, sounds) : []; // dian ping che
  if (apart.length) return apart;
  const each = keys.map((key) => ofKey(key, ready)[0]);
  return each.length > 1 && each.every(Boolean) ? [each.join(" ")] : ofWords(keys, ready, sounds);
}

/**
 * What letters spell by all words that are known, everyday ones and those of questions too: dianpingche tingfang. Syllables
 * of no word are left out where they are fewer than the others.
 * @param {string[]} keys
 * @param {Prepared} ready
 * @param {Set<string>} sounds all syllables
 */
function ofWords(keys, ready, sounds) {
  if (keys.every((key) => ready.english.has(key))) return [];
  const spelt = bySound.get(ready) ?? spellings(ready);
  bySound.set(ready, spelt);
  const pieces = [keys.join(""), ...keys].map((key) => cutBySound(key.replace(/\d/g, ""), spelt, sounds));
  const [whole, ...each] = pieces;
  const cut = whole && each.every(Boolean) ? each.flatMap((some) => some ?? []) : (whole ?? []);
  const words = cut.filter((word) => word.length > 1);
  const length = words.join("").length;
  if (!length || length < cut.length - words.length) return [];
  const telling = words.filter((word) => !ready.fillers.has(word));
  return [(telling.length ? telling : words).join(" ")];
}

/** @type {WeakMap<Prepared, Map<string, string>>} */
const bySound = new WeakMap();

/**
 * Every word of two characters or more by its sound; of several that sound alike, the first.
 * @param {Prepared} ready
 */
function spellings({ spoken, words, fillers, readings }) {
  const said = Array.from([...words, ...fillers], (word) => spokenOf(word, undefined, readings));
  const all = [...spoken.map((one) => ({ ...one, text: fold(one.text) })), ...said];
  return new Map(
    all
      .filter(({ characters, text }) => characters.length > 1 && HAN.test(text))
      .map(({ full, text }) => /** @type {[string, string]} */ ([full, text]))
      .reverse(),
  );
}

/**
 * Letters cut into the words and syllables that they spell, with the fewest that are no words; none where they spell
 * anything else. A syllable of no word is an empty text.
 * @param {string} key
 * @param {Map<string, string>} spelt
 * @param {Set<string>} sounds
 * @returns {string[] | undefined}
 */
function cutBySound(key, spelt, sounds) {
  /** @type {(Cut | undefined)[]} */
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= key.length; end += 1) {
    const cuts = best.slice(0, end).flatMap((before, from) => {
      const letters = key.slice(from, end);
      return before && (spelt.has(letters) || sounds.has(letters)) ? [further(before, spelt.get(letters))] : [];
    });
    best[end] = cuts.sort((one, other) => one.cost - other.cost)[0];
  }
  return best[key.length]?.words;
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

/** @typedef {{cost: number, words: string[]}} Cut */

/**
 * @param {Cut} before
 * @param {string} [word] none for a syllable alone
 * @returns {Cut}
 */
function further({ cost, words }, word) {
  return { cost: cost + (word ? COST.word : COST.syllable), words: [...words, word ?? ""] };
}
