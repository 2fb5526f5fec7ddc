// Links: to what was found, which carry on what was typed; and those that a script follows.

import { ROOT } from "./root.js";

/**
 * The address of a page that was found; opened, it marks `query` and shows the first match at or after `anchor`.
 * @param {string} url relative to the root of the site; behind ./ it leads nowhere else
 * @param {string} query
 * @param {string} anchor
 */
export function marked(url, query, anchor) {
  const address = new URL(`./${url}`, ROOT);
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

/**
 * Follow the links of a part of the page without loading it anew.
 * @template Next
 * @param {HTMLElement} part
 * @param {(link: HTMLAnchorElement) => Next | undefined} next none where the link leads to another page
 * @param {(next: Next) => void} go
 */
export function follow(part, next, go) {
  part.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const wanted = link && !event.ctrlKey && !event.metaKey && !event.shiftKey ? next(link) : undefined;
    if (!wanted) return;
    event.preventDefault();
    go(wanted);
  });
}

/**
 * Lead the links to the views of a page to what is shown now, and say which of them is shown.
 * @param {HTMLElement} views
 * @param {string} shown
 * @param {(view: string) => string} addressOf
 */
export function showViews(views, shown, addressOf) {
  for (const link of views.querySelectorAll("a")) {
    const view = link.dataset.view ?? "";
    link.href = addressOf(view);
    link.ariaCurrent = String(view === shown);
  }
}
