// What else to search for what a reader typed: traditional characters, pinyin, other names, words that sound alike, the
// words of a question. The data is search/<build>/variants.json (plugins/casebook/search/variants.py says what it holds).

import { renumbered } from "./numerals.js";
import { spelled } from "./spelling.js";
import { fold, runs } from "../index/terms.js";

const MOST = 5; // variants in all
const EACH = 3; // variants of one kind
const LONGEST = 60; // characters that are looked at: what is longer is an article, not a query
const SHORTEST_KEY = 3; // letters from which on a beginning or initials are looked for: two fit too many names
const RANK = { whole: 0, initials: 1, piece: 2, begun: 3, begunInitials: 4 }; // how surely letters spell a name
const UNIT = /[a-z0-9]+(?:[.,+\-/'&:][a-z0-9]+)*|./gsu; // a Latin word or number, or a character
const COST = { known: 1, unknown: 2 }; // of a word, of a character outside of words
const CUTTABLE = /\p{Script=Han}{4}/u; // what no name knows, and is longer than a word
const POTENTIAL = /^.不.$/u; // 留不住, 管不了: what cannot be done to what a page calls 留住

/** @typedef {"simplified" | "pinyin" | "spelling" | "synonym" | "sound" | "words" | "number"} Kind */
/**
 * `words`: what a page may have of each word, the word first; any of them counts, and not every word is needed.
 * @typedef {{text: string, kind: Kind, why: string, words?: string[][]}} Variant
 */
/**
 * @typedef {object} Data
 * @property {number} pages
 * @property {string} simplified
 * @property {string[][]} names
 * @property {string[][]} near
 * @property {string[][]} signs
 * @property {string[]} parts
 * @property {string[][]} later
 * @property {string[][]} everyday
 * @property {string[]} english
 * @property {string[]} fillers
 * @property {string} sounds
 * @property {string} rare
 * @property {Record<string, string>} readings
 */
/** @typedef {{text: string, why: string, leads: boolean}} Other `leads`: to the name that pages are labelled with */
/** @typedef {{text: string, characters: string[], sounds: string[], full: string, initials: string}} Spoken */
/** @typedef {{text: string, known: boolean}} Piece */
/**
 * @typedef {object} Prepared
 * @property {Map<string, string>} simplified
 * @property {Map<string, string>} readings of single characters
 * @property {Spoken[]} spoken
 * @property {Map<string, Other[]>} others
 * @property {Set<string>} words
 * @property {Set<string>} fillers
 * @property {number} longest
 */

/** @type {WeakMap<Data, Prepared>} */
const seen = new WeakMap();

/**
 * What else to search, best first, at most five; each says in a word why.
 * @param {string} text
 * @param {Data} data
 * @returns {Variant[]}
 */
export function variants(text, data) {
  const ready = prepared(data);
  const typed = Array.from(text.trim().slice(0, 4 * LONGEST).normalize("NFKC")).slice(0, LONGEST).join("");
  const plain = Array.from(typed, (character) => ready.simplified.get(character) ?? character).join("");
  const meant = ofPinyin(plain, ready);
  const right = meant.length ? plain : spelled(plain, data.english);
  const base = meant[0] ?? right;
  const { pieces, isQuestion } = takenApart(base, ready);
  return firsts(typed, [
    ...made("simplified", "繁体", [plain]),
    ...made("pinyin", "拼音", meant),
    ...made("spelling", "拼写", [right]),
    ...made("sound", "同音", sounding(base, pieces, ready)),
    ...(isQuestion ? [] : otherNames(base, pieces, ready)),
    ...(isQuestion || pieces.every((piece) => piece.known) ? [] : made("number", "数字", [renumbered(base)])),
    ...inWords(base, pieces, ready),
  ]);
}

/**
 * The pieces as words of which a page need not have all, each with other names of the same thing.
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Prepared} ready
 * @returns {Variant[]}
 */
function inWords(text, pieces, ready) {
  const [first, second] = pieces;
  const isAsTyped = !second && first?.text === fold(text);
  if (!first || (isAsTyped && (first.known || !CUTTABLE.test(text)))) return [];
  const words = pieces.map(({ text, known }) => {
    const others = (ready.others.get(text) ?? []).filter((other) => other.leads).map((other) => other.text);
    return [...new Set([text, ...others, known ? text : renumbered(text)])];
  });
  return [{ text: words.map((word) => word.join("/")).join(" "), kind: "words", why: "部分词", words }];
}

/** @param {Piece[]} pieces */
function joined(pieces) {
  return pieces.map((piece) => piece.text).join(" ");
}

/**
 * @param {Kind} kind
 * @param {string} why
 * @param {string[]} texts
 * @returns {Variant[]}
 */
function made(kind, why, texts) {
  return texts.map((text) => ({ text, kind, why }));
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

// --- the data, made ready once ------------------------------------------------------------------------------------

/**
 * @param {Data} data
 * @returns {Prepared}
 */
export function prepared(data) {
  const ready = seen.get(data) ?? prepare(data);
  seen.set(data, ready);
  return ready;
}

/**
 * @param {Data} data
 * @returns {Prepared}
 */
function prepare(data) {
  const readings = readingsOf(data);
  const names = [...new Set([...data.names, ...data.near].flat())];
  const words = new Set([...names, ...[...data.signs, ...data.everyday].flat(), ...data.parts].map(fold));
  const fillers = new Set(data.fillers.filter((word) => !words.has(word)));
  return {
    simplified: inPairs(Array.from(data.simplified)),
    readings,
    spoken: names.map((name) => spokenOf(name, data.readings[name], readings)),
    others: othersOf(data),
    words,
    fillers,
    longest: Math.max(0, ...Array.from(words, (word) => word.length)),
  };
}

/**
 * @param {string[]} row
 * @returns {Map<string, string>}
 */
function inPairs(row) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (let at = 0; at + 1 < row.length; at += 2) found.set(row[at], row[at + 1]);
  return found;
}

/**
 * The reading of every common character: `sounds` counts along the rows 16 to 55 of GB 2312, where the common ones stand
 * in the order of their readings.
 * @param {Data} data
 * @returns {Map<string, string>}
 */
function readingsOf(data) {
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

/**
 * A name with the reading of each of its letters; what has no reading is read as it is written.
 * @param {string} name
 * @param {string | undefined} written its reading, where it is not that of its characters
 * @param {Map<string, string>} readings
 * @returns {Spoken}
 */
function spokenOf(name, written, readings) {
  const all = Array.from(name);
  const read = written?.split(" ") ?? all.map((character) => readings.get(character) ?? fold(character));
  const letters = all.map((character, at) => ({ character, sound: read[at] })).filter((one) => isLetters(one.sound));
  const sounds = letters.map((one) => one.sound);
  return {
    text: name,
    characters: letters.map((one) => one.character),
    sounds,
    full: sounds.join(""),
    initials: sounds.map((sound) => sound[0]).join(""),
  };
}

/**
 * What each name leads to, the surest first.
 * @param {Data} data
 * @returns {Map<string, Other[]>}
 */
function othersOf(data) {
  /** @type {Map<string, Other[]>} */
  const found = new Map();
  /** @type {(from: string, to: string[], why: string, preferred?: string) => void} */
  const lead = (from, to, why, preferred) => {
    const others = found.get(fold(from)) ?? [];
    others.push(...to.filter((text) => text !== from).map((text) => ({ text, why, leads: text === preferred })));
    found.set(fold(from), others);
  };
  for (const group of data.names) for (const name of group) lead(name, group, "也叫", group[0]);
  for (const [written, ...said] of data.everyday) for (const word of said) lead(word, [written], "也叫", written);
  for (const [before, after] of data.later) {
    lead(before, [after], "后来");
    lead(after, [before], "前身");
  }
  for (const [name, ...others] of data.near) {
    lead(name, others, "相近");
    for (const other of others) lead(other, [name], "相近", name);
  }
  for (const [name, ...signs] of data.signs) for (const sign of signs) lead(sign, [name], "相近", name);
  return found;
}

// --- pinyin -------------------------------------------------------------------------------------------------------

/**
 * The names, or pieces of names, that `text` spells: with or without tones and spaces, as initials, or begun only.
 * @param {string} text
 * @param {Prepared} ready
 * @returns {string[]}
 */
function ofPinyin(text, ready) {
  const plain = text.toLowerCase().normalize("NFD").replace(/u\u0308/g, "v").replace(/\p{M}/gu, "");
  if (!/^(?=.*[a-z])[a-z\d\s'’·-]+$/.test(plain)) return [];
  const squeezed = plain.replace(/[^a-z\d]/g, "");
  for (const key of [squeezed, squeezed.replace(/\d/g, "")]) {
    const whole = ofKey(key, ready); // a digit is part of a name (21tian) or else a tone (yi4shi4)
    if (whole.length) return whole;
  }
  const each = plain.split(/[^a-z\d]+/).filter(Boolean).map((key) => ofKey(key, ready)[0]);
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

// --- words --------------------------------------------------------------------------------------------------------

/**
 * A text as the words it is made of, without those that say nothing and single characters between words.
 * @param {string} text
 * @param {Prepared} ready
 * @returns {{pieces: Piece[], isQuestion: boolean}}
 */
function takenApart(text, ready) {
  const all = cut(fold(text), ready);
  const told = all
    .filter((piece) => !ready.fillers.has(piece.text) && isLetters(piece.text))
    .flatMap((piece) => (piece.known ? [piece] : affirmed(piece.text)));
  const long = told.filter((piece) => piece.known || piece.text.length > 1);
  const pieces = [...new Map((long.length ? long : told).map((piece) => [piece.text, piece])).values()];
  return { pieces, isQuestion: all.some((piece) => ready.fillers.has(piece.text)) };
}

/**
 * What a page calls that which is not done: 留住 for 留不住, 遵守 for 不遵守.
 * @param {string} text
 * @returns {Piece[]}
 */
function affirmed(text) {
  const parts = POTENTIAL.test(text) ? [text.replace("不", "")] : text.split("不").filter(Boolean);
  return parts.map((part) => ({ text: part, known: false }));
}

/** @param {string} text */
function isLetters(text) {
  return /[\p{L}\p{N}\p{M}]/u.test(text);
}

/**
 * A text cut so that the fewest characters are outside of words, and the words are the fewest. A Latin word or number is
 * never cut, what is no letter always.
 * @param {string} folded
 * @param {Prepared} ready
 * @returns {Piece[]}
 */
function cut(folded, ready) {
  const units = folded.match(UNIT) ?? [];
  const isWord = (/** @type {string} */ word) => ready.words.has(word) || ready.fillers.has(word) || !isLetters(word);
  const best = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= units.length; end += 1) {
    best[end] = { cost: best[end - 1].cost + COST.unknown, from: end - 1, known: false };
    for (let from = Math.max(0, end - ready.longest); from < end; from += 1) {
      const cost = best[from].cost + COST.known;
      if (cost < best[end].cost && isWord(units.slice(from, end).join(""))) best[end] = { cost, from, known: true };
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let end = units.length; end > 0; end = best[end].from) {
    const { from, known } = best[end];
    const text = units.slice(from, end).join("");
    if (!known && pieces[0]?.known === false) pieces[0].text = text + pieces[0].text;
    else pieces.unshift({ text, known });
  }
  return pieces;
}

// --- other names, and words that sound alike ----------------------------------------------------------------------

/**
 * Other names of what was typed.
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Prepared} ready
 * @returns {Variant[]}
 */
function otherNames(text, pieces, ready) {
  const others = ready.others.get(fold(text)) ?? (pieces.length === 1 ? ready.others.get(pieces[0].text) : undefined);
  return (others ?? []).map((other) => ({ text: other.text, kind: "synonym", why: other.why }));
}

/**
 * The text with a piece of it put right: what sounds like a name and has characters outside of words.
 * @param {string} text
 * @param {Piece[]} pieces
 * @param {Prepared} ready
 * @returns {string[]}
 */
function sounding(text, pieces, ready) {
  const known = pieces.filter((piece) => piece.known).map((piece) => piece.text);
  return runs(fold(text))
    .filter((run) => !ready.words.has(run))
    .flatMap((run) => namesLike(run, known, ready))
    .sort((one, other) => other.same - one.same || other.length - one.length)
    .map(({ right }) => joined(takenApart(right, ready).pieces));
}

/**
 * @param {string} run
 * @param {string[]} known words of the run, which are no mistakes
 * @param {Prepared} ready
 */
function namesLike(run, known, ready) {
  const typed = Array.from(run);
  const sounds = typed.map((character) => ready.readings.get(character));
  const isKnown = typed.map(() => false);
  for (const word of known) {
    const start = Array.from(run.slice(0, Math.max(0, run.indexOf(word)))).length;
    if (run.includes(word)) isKnown.fill(true, start, start + Array.from(word).length);
  }
  const found = [];
  for (const { text, characters, sounds: wanted } of ready.spoken) {
    const { length } = characters;
    for (let start = 0; length > 1 && start + length <= typed.length; start += 1) {
      const isWhole = length === typed.length;
      if (!isWhole && length < 3) break;
      const same = alike(typed, sounds, isKnown, characters, wanted, start);
      if (same >= (isWhole && length > 2 ? 1 : length / 2)) {
        const right = [...typed.slice(0, start), text, ...typed.slice(start + length)].join("");
        found.push({ right, same, length });
      }
    }
    for (let start = 0; typed.length > 2 && typed.length + start <= length && typed.length < length; start += 1) {
      const piece = characters.slice(start, start + typed.length); // 金沙半道 of 金沙半岛小区
      const same = alike(typed, sounds, isKnown, piece, wanted.slice(start), 0);
      if (same >= typed.length / 2) found.push({ right: piece.join(""), same, length: typed.length });
    }
  }
  return found;
}

/**
 * How many characters at `start` are those of a name, where all others sound like it and are in no word; else -1.
 * @param {string[]} typed
 * @param {(string | undefined)[]} sounds
 * @param {boolean[]} isKnown
 * @param {string[]} characters
 * @param {string[]} wanted
 * @param {number} start
 */
function alike(typed, sounds, isKnown, characters, wanted, start) {
  let same = 0;
  for (let at = 0; at < characters.length; at += 1) {
    if (typed[start + at] === characters[at]) same += 1;
    else if (sounds[start + at] !== wanted[at] || isKnown[start + at]) return -1;
  }
  return same === characters.length ? -1 : same;
}
