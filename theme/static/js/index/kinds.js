// What kinds of documents there are: cases and methods, pages about the site, and terms, which have their facet.

/** @param {string} kind */
export function isEntry(kind) {
  return kind === "case" || kind === "method";
}

/** @param {string} kind */
export function isTerm(kind) {
  return !isEntry(kind) && kind !== "page";
}
