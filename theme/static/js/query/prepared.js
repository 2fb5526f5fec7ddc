// The data of search/<build>/variants.json (plugins/casebook/search/variants.py says what it holds), made ready once.

import { fold } from "../index/terms.js";
import { othersOf } from "./names.js";
import { readingsOf, spokenOf } from "./readings.js";

/** @typedef {import("records").VariantsData} Data */
/**
 * @typedef {object} Prepared
 * @property {Map<string, string>} simplified
 * @property {Map<string, string>} readings of single characters
 * @property {import("./readings.js").Spoken[]} spoken
 * @property {Map<string, import("./names.js").Other[]>} others
 * @property {Set<string>} words
 * @property {Set<string>} fillers
 * @property {Set<string>} english words of English names
 * @property {number} longest
 */

/** @type {WeakMap<Data, Prepared>} */
const seen = new WeakMap();

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
  const written = new Map(Object.entries(data.readings)); // a name may be "constructor"
  const names = [...new Set([...data.names, ...data.near].flat())];
  const words = new Set([...names, ...[...data.signs, ...data.everyday].flat(), ...data.parts].map(fold));
  const fillers = new Set(data.fillers.filter((word) => !words.has(word)));
  return {
    simplified: inPairs(Array.from(data.simplified)),
    readings,
    spoken: names.map((name) => spokenOf(name, written.get(name), readings)),
    others: othersOf(data),
    words,
    fillers,
    english: new Set(data.english),
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
