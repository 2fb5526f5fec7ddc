// What a term weighs in each document, to the last digit as lunr computes it when it builds a whole index.

const K1 = 1.2; // both as in lunr
const B = 0.75;

/** @typedef {import("records").Fetched["search/terms/*"][string]} Postings [field, documents, counts, lengths] each */
/** @typedef {import("records").SearchManifest["fields"][number]} Field [name, boost, mean length] */
/** @typedef {import("records").SearchManifest["kinds"][number]} Kind [name, count, boost] */
/**
 * @typedef {object} Numbers
 * @property {Field[]} fields
 * @property {number} documents
 * @property {number[]} bodies the length of each document's body, the last field
 * @property {(number: number) => number} boost of a document
 */

/**
 * Numbers from what each is more than the one before it.
 * @param {number[]} deltas
 */
export function summed(deltas) {
  let sum = 0;
  return deltas.map((delta) => (sum += delta));
}

/**
 * The documents that have every one of some terms.
 * @param {Postings[]} terms
 * @returns {Set<number>}
 */
export function inAll(terms) {
  const sets = terms.map((postings) => new Set(postings.flatMap(([, deltas]) => summed(deltas))));
  const [fewest, ...others] = sets.sort((one, other) => one.size - other.size);
  return new Set([...fewest].filter((number) => others.every((set) => set.has(number))));
}

/**
 * Field by field, which of the documents `wanted` have a term, and what it weighs in each.
 * @param {Postings} postings
 * @param {Numbers} numbers
 * @param {Set<number>} wanted
 * @returns {{field: string, weights: [number: number, weight: number][]}[]}
 */
export function weighted(postings, { fields, documents: count, bodies, boost }, wanted) {
  const had = postings.reduce((sum, [, documents]) => sum + documents.length, 0);
  const idf = Math.log(1 + Math.abs((count - had + 0.5) / (had + 0.5))); // lunr counts fields here, not documents
  return postings.map(([at, deltas, counts, lengths]) => {
    const [field, fieldBoost, mean] = fields[at];
    /** @type {[number, number][]} */
    const weights = [];
    summed(deltas).forEach((number, place) => {
      if (!wanted.has(number)) return;
      const length = lengths ? lengths[place] : bodies[number];
      const norm = K1 * (1 - B + B * (length / mean));
      const weight = ((idf * ((K1 + 1) * counts[place])) / (norm + counts[place])) * fieldBoost * boost(number);
      weights.push([number, Math.round(weight * 1000) / 1000]);
    });
    return { field, weights };
  });
}
