// The comparison drawn: a table, which on a phone is a list of rows; and lists of what may not be compared.

import { compare_item, compare_table, text_lead } from "words";
import { filled } from "../dom/filled.js";
import { letter } from "./cells.js";
import { element } from "../dom/elements.js";
import { inSite } from "../dom/inside.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./cells.js").Item} Item */
/** @typedef {import("./cells.js").Row} Row */
/** @typedef {import("./cells.js").Section} Section */

/**
 * @param {string} text
 * @param {string} url relative to the root of the site; none for plain text
 * @param {string} [className]
 */
export function linkTo(text, url, className = "") {
  if (!url) return element("span", className, text);
  const link = element("a", className, text);
  link.href = inSite(url).href;
  return link;
}

/** @param {number} place */
export function key(place) {
  const made = element("span", "compare-key", letter(place));
  made.setAttribute("aria-hidden", "true"); // the header of the column says it
  return made;
}

/**
 * An element of the table with its role: on a phone the rows are grids, and then Safari forgets the table.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} role
 * @param {string} className
 * @param {...(string | Node)} inside
 */
function part(tag, role, className, ...inside) {
  const made = element(tag, className, ...inside);
  made.setAttribute("role", role);
  return made;
}

/**
 * @param {Case[]} cases
 * @param {Section[]} sections
 */
export function table(cases, sections) {
  const names = cases.map(({ link }, place) => {
    const name = linkTo(link.text, link.url, "compare-table__title");
    const head = part("th", "columnheader", "compare-table__case", key(place), " ", name);
    head.scope = "col";
    return head;
  });
  const corner = part("td", "cell", "compare-table__corner", element("span", "hidden", compare_item));
  const head = part(
    "thead",
    "rowgroup",
    "compare-table__head",
    part("tr", "row", "compare-table__names", corner, ...names),
  );
  const made = part("table", "table", "compare-table", head, ...sections.map((section) => body(section, cases.length)));
  made.setAttribute("aria-label", compare_table);
  made.dataset.columns = String(cases.length);
  return made;
}

/**
 * @param {Section} section
 * @param {number} columns
 */
function body(section, columns) {
  const { title, note, rows } = section;
  const words = element("span", "compare-table__section", title);
  const name = part(
    "th",
    "rowheader",
    "compare-table__group",
    words,
    ...(note ? [" ", element("span", "quiet", note)] : []),
  );
  name.colSpan = columns + 1;
  name.scope = "rowgroup";
  const group = part("tbody", "rowgroup", "", part("tr", "row", "compare-table__groups", name), ...rows.map(row));
  group.id = idOf(section);
  return group;
}

/**
 * A link to the first section of each subject: facts, steps, figures.
 * @param {Section[]} sections
 */
export function jumpsTo(sections) {
  return sections
    .filter((one, at) => !at || sections[at - 1].subject !== one.subject)
    .map((one) => {
      const link = element("a", "tap", one.subject);
      link.href = `#${idOf(one)}`;
      return link;
    });
}

/** @param {Section} section */
function idOf({ id }) {
  return `site-compare-${id}`;
}

/** @param {Row} one */
function row({ label, url, under, cells, figures }) {
  const name = part("th", "rowheader", "compare-table__name", linkTo(label, url));
  name.scope = "row";
  if (under) name.append(" ", element("span", "compare-table__under quiet", under));
  const kind = figures ? " compare-table__cell--figure" : "";
  return part(
    "tr",
    "row",
    "compare-table__row",
    name,
    ...cells.map(({ items, missing }, place) => {
      const inside = items.length ? list(items) : element("span", "compare-table__missing quiet", missing);
      return part("td", "cell", `compare-table__cell${kind}`, key(place), inside);
    }),
  );
}

/** @param {Item[]} items */
function list(items) {
  const parts = items.map(({ lead, text, url, notes }) => {
    const made = element("li", "compare-items__item");
    if (lead) made.append(element("span", "compare-items__lead", lead), " ");
    made.append(linkTo(text, url, "compare-items__text"));
    if (notes.length) made.append(" ", element("span", "compare-items__notes quiet", notes.join(" · ")));
    return made;
  });
  const isOfWords = items.every(({ lead, notes }) => !lead && !notes.length);
  const made = element("ul", isOfWords ? "compare-items compare-items--words" : "compare-items", ...parts);
  made.setAttribute("role", "list");
  return made;
}

/**
 * The figures that may not be compared, case by case.
 * @param {Case[]} cases
 * @param {import("./cells.js").Figure[][]} listed
 */
export function lists(cases, listed) {
  return listed.flatMap((figures, place) => {
    if (!figures.length) return [];
    const title = element("h3", "compare-apart__title", key(place), " ", cases[place].link.text);
    const items = figures.map(({ indicator, figure, notes }) => ({
      lead: filled(text_lead, { what: indicator.text }),
      text: figure.text,
      url: figure.url,
      notes: [...notes, figure.note],
    }));
    return [element("section", "compare-apart__case", title, list(items))];
  });
}
