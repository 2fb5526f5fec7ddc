// The index, cut by term into small files: fetches those of a query's terms, and joins them to a lunr index.

import lunr from "lunr";
import { queryTerms } from "./terms.js";

const WORD_BOOST = 20; // a whole Latin word or number outweighs its pairs

/** @typedef {{build: string, shards: number, fields: string[], documents: number}} Manifest */
/** @typedef {[field: number, documents: number[], weights: number[]][]} Posting */
/** @typedef {{url: string, title: string, kind: string, facts: string, text: string, prose: number, parts: [number, string, string][]}} PageText */
/**
 * @typedef {object} Index
 * @property {(text: string) => Promise<number[]>} find
 * @property {(number: number) => Promise<PageText>} page
 * @property {() => Promise<import("./variants.js").Data>} others what else to search is made from this
 */

/**
 * The number of the file that has a term; as in plugins/casebook/search/shards.py.
 * @param {string} term
 * @param {number} count
 */
export function shardOf(term, count) {
  let value = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193);
  return (value >>> 0) % count;
}

/**
 * `make`, called once for each number; what failed is tried again.
 * @template T
 * @param {(number: number) => Promise<T>} make
 * @returns {(number: number) => Promise<T>}
 */
function once(make) {
  /** @type {Map<number, Promise<T>>} */
  const made = new Map();
  return (number) => {
    let found = made.get(number);
    if (!found) {
      found = make(number);
      made.set(number, found);
      found.catch(() => made.delete(number));
    }
    return found;
  };
}

/**
 * A lunr index of these terms alone. Their order is that of the terms: lunr adds up weights in it.
 * @param {string[]} fields
 * @param {[string, Posting][]} postings sorted by term
 * @returns {lunr.Index}
 */
export function joined(fields, postings) {
  /** @type {Map<string, number[]>} */
  const vectors = new Map();
  const inverted = postings.map(([term, posting], index) => {
    /** @type {Record<string, any>} */
    const entry = Object.fromEntries([["_index", index], ...fields.map((field) => [field, {}])]);
    for (const [field, documents, weights] of posting) {
      let number = 0;
      documents.forEach((delta, at) => {
        number += delta;
        entry[fields[field]][number] = {};
        const ref = `${fields[field]}/${number}`;
        const vector = vectors.get(ref) ?? [];
        vector.push(index, weights[at] / 1000);
        vectors.set(ref, vector);
      });
    }
    return [term, entry];
  });
  return lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors: [...vectors],
    invertedIndex: inverted,
    pipeline: [],
  });
}

/**
 * The numbers of the documents that have every term, best first. What was typed never reaches lunr's query parser.
 * @param {lunr.Index} index
 * @param {string[]} required
 * @param {string[]} words those that only rank higher
 */
export function ranked(index, required, words) {
  const results = index.query((query) => {
    for (const term of required) {
      query.term(term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
    }
    for (const word of words) query.term(word, { boost: WORD_BOOST, usePipeline: false });
  });
  return results.map(({ ref, score }) => ({ number: Number(ref), score })).sort((a, b) => b.score - a.score || a.number - b.number);
}

/**
 * The index of one build.
 * @param {Manifest} manifest
 * @param {(path: string) => Promise<any>} fetchJson
 * @returns {Index}
 */
export function indexOf(manifest, fetchJson) {
  /** @type {(number: number) => Promise<Record<string, Posting>>} */
  const shard = once((number) => fetchJson(`search/${manifest.build}/terms/${number}.json`));
  const page = once((number) => fetchJson(`search/${manifest.build}/pages/${number}.json`));
  const others = once(() => fetchJson(`search/${manifest.build}/variants.json`));

  /** @param {string} text */
  async function find(text) {
    const { required, words } = queryTerms(text);
    if (!required.length) return [];
    const terms = [...required, ...words].sort();
    const files = await Promise.all(terms.map((term) => shard(shardOf(term, manifest.shards))));
    /** @type {[string, Posting][]} */
    const postings = terms.flatMap((term, at) => (Object.hasOwn(files[at], term) ? [[term, files[at][term]]] : []));
    const there = new Set(postings.map(([term]) => term));
    if (!required.every((term) => there.has(term))) return [];
    const index = joined(manifest.fields, postings);
    return ranked(index, required, words.filter((word) => there.has(word))).map(({ number }) => number);
  }
  return { find, page, others: () => others(0) };
}
