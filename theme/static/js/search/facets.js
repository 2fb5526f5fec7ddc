// The lists by which results are narrowed down: each option with how many of the pages found it has.

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("./state.js").State} State */
/** @typedef {{number: number}} Numbered */

/**
 * Those of the pages found that have all terms chosen, but for one facet.
 * @template {Numbered} T
 * @param {Index} index
 * @param {T[]} found
 * @param {Record<string, string>} chosen
 * @param {string} [but] the facet that is left out
 * @returns {Promise<T[]>}
 */
export async function narrowed(index, found, chosen, but) {
  const wanted = Object.keys(chosen).filter((facet) => facet !== but);
  const sets = await Promise.all(
    wanted.map(async (facet) => new Set((await index.facet(facet)).find(({ id }) => id === chosen[facet])?.numbers)),
  );
  return found.filter(({ number }) => sets.every((numbers) => numbers.has(number)));
}

/**
 * The options of a facet for the pages found: those that some of them have, the most frequent first, and the chosen one.
 * @param {Index} index
 * @param {string} facet
 * @param {Numbered[]} found
 * @param {Record<string, string>} chosen
 * @returns {Promise<{id: string, name: string, count: number}[]>}
 */
export async function options(index, facet, found, chosen) {
  const [terms, pages] = await Promise.all([index.facet(facet), narrowed(index, found, chosen, facet)]);
  const numbers = new Set(pages.map(({ number }) => number));
  return terms
    .map(({ id, name, numbers: having }) => ({
      id,
      name,
      count: having.filter((number) => numbers.has(number)).length,
    }))
    .filter(({ id, count }) => count || chosen[facet] === id)
    .sort((one, other) => other.count - one.count);
}
