// What the reader searches for, as the address bar keeps it.

export const ALL = "1";
export const MEANING = "words";

/** @typedef {{query: string, view: string, alone: string, chosen: Record<string, string>}} State `alone`: what is searched beside
 * what was typed is left out, all of it or what words mean; `chosen`: facet -> id */

/**
 * The state that an address has, or that of the page.
 * @param {string[]} facets by which results can be narrowed down
 * @param {string} [search]
 * @returns {State}
 */
export function fromAddress(facets, search = location.search) {
  const asked = new URLSearchParams(search);
  return {
    query: asked.get("q") ?? "",
    view: asked.get("view") ?? "",
    alone: asked.get("alone") ?? "",
    chosen: Object.fromEntries(facets.flatMap((facet) => (asked.get(facet) ? [[facet, asked.get(facet) ?? ""]] : []))),
  };
}

/**
 * The address of the search page with a state; what is not set is left out.
 * @param {State} state
 */
export function addressOf({ query, view, alone, chosen }) {
  const asked = new URLSearchParams({ q: query, ...(view && { view }), ...chosen, ...(alone && { alone }) });
  return `${location.pathname}?${asked}`;
}
