// What stands in a row of the comparison: cells with items, and the letters of their columns.

/** @typedef {import("records").Link} Link */
/** @typedef {import("records").ComparedUse} Use */
/** @typedef {import("records").ComparedStep} Step */
/** @typedef {import("records").ComparedMethod} Method */
/** @typedef {import("records").ComparedFigure} Figure */
/** @typedef {import("records").ComparedCase} Case */
/** @typedef {{lead: string, text: string, url: string, notes: string[]}} Item `lead` stands before the link */
/** @typedef {{items: Item[], missing: string}} Cell `missing` stands where there are no items */
/** @typedef {{label: string, url: string, under: string, cells: Cell[], figures?: Figure[][]}} Row */
/** @typedef {{id: string, subject: string, title: string, note: string, rows: Row[]}} Section several have one subject */

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
