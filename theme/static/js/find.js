// A reader's words to the addresses of pages.

import lunr from "lunr";
import { queryTerms } from "./terms.js";

const WORD_BOOST = 20; // a whole Latin word or number outweighs its pairs

/**
 * The addresses of the pages that have every term, best first. What was typed never reaches lunr's query parser.
 * @param {lunr.Index} index
 * @param {string} text
 * @returns {string[]}
 */
export function find(index, text) {
  const { required, words } = queryTerms(text);
  if (!required.length) return [];
  const results = index.query((query) => {
    for (const term of required) {
      query.term(term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
    }
    for (const word of words) query.term(word, { boost: WORD_BOOST, usePipeline: false });
  });
  return results.map((result) => result.ref);
}
