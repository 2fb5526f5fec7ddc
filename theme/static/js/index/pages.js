// The index, cut by term into small files: fetches those of a query's terms, and joins them to a lunr index.

import lunr from "lunr";
import { Late } from "../dom/trouble.js";
import { englishQuery } from "./english.js";
import { kindsOf } from "./files.js";
import { fileOf, shardOf } from "./shards.js";
import { queryTerms } from "./terms.js";
import { inAll, summed, weighted } from "./weights.js";

const WORD_BOOST = 20; // a whole Latin word or number outweighs its pairs

/** @typedef {import("./weights.js").Postings} Postings */
/** @typedef {import("./weights.js").Numbers} Numbers */
/** @typedef {import("records").PageText} PageText */
/** @typedef {{number: number, score: number}} Scored a document that was found */
/** @typedef {{id: string, name: string, numbers: number[]}} Term of a facet, with the documents that have it */
/**
 * @typedef {object} Index
 * @property {(text: string) => Promise<Scored[]>} scored the documents that have every term of a text, best first
 * @property {(text: string) => Promise<number[]>} find their numbers
 * @property {(number: number) => Promise<PageText | null>} page null when its text cannot be had now
 * @property {(number: number) => string} kind of a document
 * @property {(facet: string) => Promise<Term[]>} facet
 * @property {() => Promise<import("records").VariantsData>} others what else to search is made from this
 * @property {(keys: string[], count: number) => Promise<string[][]>} names groups of names from so many files, by their keys
 */

/**
 * A lunr index of these terms and documents alone. Its order is that of the terms: lunr adds up weights in it.
 * @param {Numbers} numbers
 * @param {[string, Postings][]} found sorted by term
 * @param {Set<number>} wanted
 * @returns {lunr.Index}
 */
function joined(numbers, found, wanted) {
  const fields = numbers.fields.map(([name]) => name);
  /** @type {Map<string, number[]>} */
  const vectors = new Map();
  const inverted = found.map(([term, postings], index) => {
    /** @type {Record<string, any>} */
    const entry = Object.fromEntries([["_index", index], ...fields.map((field) => [field, {}])]);
    for (const { field, weights } of weighted(postings, numbers, wanted)) {
      for (const [number, weight] of weights) {
        entry[field][number] = {};
        const ref = `${field}/${number}`;
        const vector = vectors.get(ref) ?? [];
        vector.push(index, weight);
        vectors.set(ref, vector);
      }
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
  return inOrder(results.map(({ ref, score }) => ({ number: Number(ref), score })));
}

/**
 * The documents of both lists, best first; the score of one that is in both is their sum.
 * @param {Scored[]} typed
 * @param {Scored[]} said
 */
export function added(typed, said) {
  if (!said.length) return typed;
  const scores = new Map(typed.map(({ number, score }) => [number, score]));
  for (const { number, score } of said) scores.set(number, score + (scores.get(number) ?? 0));
  return inOrder(Array.from(scores, ([number, score]) => ({ number, score })));
}

/**
 * Documents by their scores, best first.
 * @param {Scored[]} found
 */
function inOrder(found) {
  return found.sort((one, other) => other.score - one.score || one.number - other.number);
}

/**
 * The kind and boost of each document, from its number.
 * @param {import("./weights.js").Kind[]} kinds
 */
function numberedBy(kinds) {
  const ends = summed(kinds.map(([, count]) => count));
  const of = (/** @type {number} */ number) => kinds[ends.findIndex((end) => number < end)];
  return {
    documents: ends.at(-1) ?? 0,
    kind: (/** @type {number} */ number) => of(number)[0],
    boost: (/** @type {number} */ number) => of(number)[2],
  };
}

/**
 * The index of one build.
 * @param {import("records").SearchManifest} manifest
 * @param {import("./files.js").Fetch} fetchFile
 * @param {boolean} [isAgain] whether it was opened anew: then the text of a page that is not there is not waited for
 * @returns {Index}
 */
export function indexOf({ builds, shards, fields, kinds }, fetchFile, isAgain = false) {
  const file = kindsOf(builds, fetchFile);
  const { kind, documents, boost } = numberedBy(kinds);

  /**
   * The documents that have every one of some terms, best first.
   * @param {string[]} required
   * @param {string[]} [words] those that only rank higher
   */
  async function having(required, words = []) {
    if (!required.length) return [];
    const terms = [...new Set([...required, ...words])].sort();
    const [lengths, ...files] = await Promise.all([
      file("search/lengths"), // beside the terms, not after them
      ...terms.map((term) => file("search/terms/*", fileOf(term, shards))),
    ]);
    /** @type {[string, Postings][]} */
    const found = terms.flatMap((term, at) => (Object.hasOwn(files[at], term) ? [[term, files[at][term]]] : []));
    const there = new Map(found);
    const numbers = { fields, documents, boost, bodies: lengths };
    const wanted = inAll(required.map((term) => there.get(term) ?? [])); // the others would only be dropped by lunr
    return ranked(
      joined(numbers, found, wanted),
      required,
      words.filter((word) => there.has(word)),
    );
  }

  /** @param {string} text */
  async function scored(text) {
    const { required, words } = queryTerms(text);
    const [typed, said] = await Promise.all([having(required, words), having(englishQuery(text))]);
    return added(typed, said);
  }

  /** @param {string} text */
  const find = async (text) => (await scored(text)).map(({ number }) => number);

  /**
   * @param {string} facet
   * @returns {Promise<Term[]>}
   */
  async function facet(facet) {
    const rows = await file("search/facets/*", facet);
    return rows.map(([id, name, deltas]) => ({ id, name, numbers: summed(deltas) }));
  }
  return {
    scored,
    find,
    kind,
    facet,
    page: (number) =>
      file("search/pages/*", number).catch((error) => {
        if (isAgain || error instanceof Late) return null;
        throw error;
      }),
    others: () => file("search/variants"),
    async names(keys, count) {
      const files = await Promise.all(keys.map((key) => file("search/names/*", shardOf(key, count))));
      return files.flatMap((some, at) => (Object.hasOwn(some, keys[at]) ? some[keys[at]] : []));
    },
  };
}
