// What an article that was pasted says of the figures that were read: the same figure, whatever its words.

/** @typedef {{quote: string, amount: string, meaning: string}} Read a figure of the text; the core tells what it says */
/** @typedef {{amount: string, meaning: string, as_of: string, locator: string, quote: string}} Proof a figure of the article */

/**
 * What an article says of each figure, by its words: the one proof there is, or the places of figures that may be the same.
 * Never falsely: what counts something else is no proof, nor is one of several, nor where the text has two of these words.
 * @param {Read[]} read
 * @param {Proof[]} article none where none was pasted
 * @returns {Map<string, {proof?: Proof, places: string[]}>}
 */
export function proofsOf(read, article) {
  const quotes = [...new Set(read.map(({ quote }) => quote))];
  return new Map(
    quotes.map((quote) => {
      const meant = read.filter((one) => one.quote === quote);
      const alike = article.filter(({ amount }) => meant.some((one) => one.amount === amount));
      const same = alike.filter(({ meaning }) => meaning && meant.every((one) => one.meaning === meaning));
      const isOne = new Set(same.map((one) => one.locator + one.quote)).size === 1;
      return [quote, { proof: isOne ? same[0] : undefined, places: [...new Set(alike.map(({ locator }) => locator))] }];
    }),
  );
}
