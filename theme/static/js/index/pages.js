// The index, cut by term into small files: fetches those of a query's terms, and joins them to a lunr index.

import lunr from "lunr";
import { Late } from "../dom/trouble.js";
import { englishQuery } from "./english.js";
import { isEntry } from "./kinds.js";
import { once } from "./once.js";
import { fileOf, shardOf } from "./shards.js";
import { fold, queryTerms, runs } from "./terms.js";
import { inAll, summed, weighted } from "./weights.js";

const WORD_BOOST = 20; // a whole Latin word or number outweighs its pairs

/** @typedef {import("./weights.js").Postings} Postings */
/** @typedef {import("./weights.js").Numbers} Numbers */
/** @typedef {import("records").PageText} PageText */
/** @typedef {import("records").Fetched["search/meanings/*"][string]} Meaning [near, score, sections] each */
/** @typedef {import("records").Fetched["search/figures/*"][string][number]} Figure [value, end of a range, as it stands] */
/** @typedef {{number: number, score: number}} Scored a document that was found */
/** @typedef {{id: string, name: string, numbers: number[]}} Term of a facet, with the documents that have it */
/**
 * @typedef {object} Index
 * @property {(text: string) => Promise<Scored[]>} scored the documents that have every term of a text, best first
 * @property {(text: string) => Promise<number[]>} find their numbers
 * @property {(number: number, query?: string) => Promise<PageText | null>} page null when its text cannot be had now;
 *   without text when it was found for `query` by its English alone
 * @property {(number: number) => string} kind of a document
 * @property {(number: number) => boolean} isEntry whether a document is a case or method
 * @property {(facet: string) => Promise<Term[]>} facet
 * @property {() => Promise<import("records").VariantsData>} others what else to search is made from this
 * @property {(keys: string[]) => Promise<Map<string, Meaning>>} meanings words that begin with these, and some others
 * @property {(keys: string[], count: number) => Promise<string[][]>} names groups of names from so many files, by their keys
 * @property {(keys: string[], count: number) => Promise<Figure[]>} figures figures from so many files, by their keys
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

/** @param {Scored[]} found */
const numbersOf = (found) => found.map(({ number }) => number);

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
 * The files of search: each kind of them has a folder of its own, and each says its name.
 * @param {Record<string, string>} builds the folder of each kind
 * @param {import("./files.js").Fetch} fetchFile
 * @returns {import("./files.js").Files}
 */
function kindsOf(builds, fetchFile) {
  const file = once((/** @type {string} */ name) => {
    return fetchFile(`search/${builds[name.split("/")[0]]}/${name}.json`, name);
  });
  return (path, name = "") => file(path.replace("search/", "").replace("*", String(name)));
}

/**
 * The index of one build.
 * @param {import("records").SearchManifest} manifest
 * @param {import("./files.js").Fetch} fetchFile
 * @param {boolean} [isAgain] whether it was opened anew: then the text of a page that is not there is not waited for
 * @returns {Index}
 */
export function indexOf({ builds, shards, meanings, fields, kinds }, fetchFile, isAgain = false) {
  const file = kindsOf(builds, fetchFile);
  const { kind, documents, boost } = numberedBy(kinds);

  /**
   * @param {string} term
   * @returns {Promise<Postings>}
   */
  async function postings(term) {
    const found = await file("search/terms/*", fileOf(term, shards));
    return Object.hasOwn(found, term) ? found[term] : [];
  }

  /**
   * The documents that have every one of some terms, best first.
   * @param {string[]} required
   * @param {string[]} [words] those that only rank higher
   */
  async function having(required, words = []) {
    if (!required.length) return [];
    const terms = [...new Set([...required, ...words])].sort();
    const [lengths, ...told] = await Promise.all([
      file("search/lengths"), // beside the terms, not after them
      ...terms.map(postings),
    ]);
    const found = /** @type {[string, Postings][]} */ (
      terms.map((term, at) => [term, told[at]]).filter(([, some]) => some.length)
    );
    const there = new Map(found);
    const numbers = { fields, documents, boost, bodies: lengths };
    const wanted = inAll(required.map((term) => there.get(term) ?? [])); // the others would only be dropped by lunr
    return ranked(
      joined(numbers, found, wanted),
      required,
      words.filter((word) => there.has(word)),
    );
  }

  const said = once((/** @type {string} */ text) => having(englishQuery(text)));

  /** @param {string} text */
  async function scored(text) {
    const { required, words } = queryTerms(text);
    const [typed, inEnglish] = await Promise.all([having(required, words), said(text)]);
    return added(typed, inEnglish);
  }

  /**
   * The cases and methods whose English says a query, while their bodies have no word of it: to show them no text is needed.
   */
  const saidAlone = once(async (/** @type {string} */ text) => {
    const found = (await said(text)).filter(({ number }) => isEntry(kind(number)));
    if (!found.length) return [];
    const others = await Promise.all(runs(fold(text)).map(inBodies));
    return numbersOf(found).filter((number) => others.every((some) => !some.has(number)));
  });

  /**
   * The documents whose body may hold a run.
   * @param {string} run
   */
  async function inBodies(run) {
    const found = await Promise.all(queryTerms(run).required.map(postings));
    return inAll(found.map((some) => some.filter(([field]) => !fields[field + 1])));
  }

  /**
   * What stands under keys in so many files.
   * @param {"search/names/*" | "search/figures/*"} path
   * @param {string[]} keys
   * @param {number} count
   * @returns {Promise<any[]>}
   */
  async function keyed(path, keys, count) {
    const files = await Promise.all(keys.map((key) => file(path, shardOf(key, count))));
    return files.flatMap((/** @type {any} */ some, at) => (Object.hasOwn(some, keys[at]) ? some[keys[at]] : []));
  }

  /** @param {string} text */
  const find = async (text) => numbersOf(await scored(text));

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
    isEntry: (number) => isEntry(kind(number)),
    facet,
    async page(number, query = "") {
      const isHead = (await saidAlone(query)).includes(number);
      return file(isHead ? "search/heads/*" : "search/pages/*", number).catch((error) => {
        if (isAgain || error instanceof Late) return null;
        throw error;
      });
    },
    others: () => file("search/variants"),
    async meanings(keys) {
      const numbers = new Set(meanings ? keys.map((key) => shardOf(key, meanings)) : []);
      const files = await Promise.all(Array.from(numbers, (number) => file("search/meanings/*", number)));
      return new Map(files.flatMap(Object.entries));
    },
    names: (keys, count) => keyed("search/names/*", keys, count),
    figures: (keys, count) => keyed("search/figures/*", keys, count),
  };
}
