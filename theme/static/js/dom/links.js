// Links to what was found, which carry on what was typed.

import { ROOT } from "./root.js";

/**
 * The address of a page that was found; opened, it marks `query` and shows the first match at or after `anchor`.
 * @param {string} url relative to the root of the site
 * @param {string} query
 * @param {string} anchor
 */
export function marked(url, query, anchor) {
  const address = new URL(url, ROOT);
  address.searchParams.set("q", query);
  address.hash = anchor;
  return address.href;
}

/**
 * The search page with all that is found.
 * @param {string} query
 */
export function searchPage(query) {
  return marked("search/", query, "");
}
