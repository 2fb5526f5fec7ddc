// What stands in a row of the comparison: cells with items, and the letters of their columns.

/** @typedef {{text: string, url: string, note: string}} Link one without a url is plain text */
/** @typedef {{method: string, step: string}} Use */
/** @typedef {{number: number, link: Link, facts: string[], uses: Use[]}} Step */
/** @typedef {{slug: string, link: Link, steps: [id: string, link: Link][]}} Method */
/**
 * @typedef {object} Figure see plugins/casebook/export/comparison.py
 * @property {string} series figures of one series may be compared
 * @property {string} label what they have in common
 * @property {Link} indicator
 * @property {number} order
 * @property {boolean} is_comparable
 * @property {boolean} is_additive
 * @property {string} value
 * @property {string} value_max
 * @property {string} before
 * @property {string} unit
 * @property {string} qualifier
 * @property {string[]} notes
 * @property {Link} figure as written, leading to its sentence
 */
/**
 * @typedef {object} Case
 * @property {string} slug
 * @property {Link} link
 * @property {string[]} above the cases that it is part of
 * @property {string[]} near
 * @property {{label: string, items: Link[], missing: string}[]} facts
 * @property {string} basis
 * @property {Step[]} steps
 * @property {Method[]} methods
 * @property {(Use & {how: string, text: string})[]} departures
 * @property {Figure[]} figures
 */
/** @typedef {{lead: string, text: string, url: string, notes: string[]}} Item `lead` stands before the link */
/** @typedef {{items: Item[], missing: string}} Cell `missing` stands where there are no items */
/** @typedef {{label: string, url: string, under: string, cells: Cell[], figures?: Figure[][]}} Row */
/** @typedef {{id: string, title: string, note: string, rows: Row[]}} Section */

/**
 * The letter by which a column goes where there is no room for its title.
 * @param {number} place
 */
export const letter = (place) => "ABCD"[place];

/**
 * @param {Link} link
 * @param {string[]} notes
 * @param {string} [lead]
 * @returns {Item}
 */
export const item = ({ text, url }, notes, lead = "") => ({ lead, text, url, notes: notes.filter(Boolean) });
