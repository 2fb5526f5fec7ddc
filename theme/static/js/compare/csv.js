// The comparison as a file for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8.

import {
  csv_address,
  csv_apart,
  csv_before,
  csv_case,
  csv_item,
  csv_most,
  csv_notes,
  csv_nth,
  csv_page,
  csv_part,
  csv_qualifier,
  csv_sentence,
  csv_source,
  csv_unit,
  csv_value,
  csv_what,
  csv_written,
  text_clause,
  text_in_brackets,
  text_semicolon,
  text_stop,
} from "words";
import { filled } from "../dom/filled.js";
import { letter } from "./cells.js";
import { listed } from "./figures.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./cells.js").Figure} Figure */

/** @param {Figure} figure */
const written = ({ figure }) => figure.text;
const MARK = "\ufeff";
/** @type {[name: string, of: (figure: Figure, root: string) => string][]} */
const FIELDS = [
  [csv_value, ({ value }) => value],
  [csv_most, ({ value_max }) => value_max],
  [csv_before, ({ before }) => before],
  [csv_unit, ({ unit }) => unit],
  [csv_qualifier, ({ qualifier }) => qualifier],
  [csv_written, written],
  [csv_notes, ({ notes }) => notes.join(text_semicolon)],
  [csv_sentence, ({ figure }) => figure.note],
  [csv_source, ({ figure }, root) => new URL(figure.url, root).href],
];

/**
 * One field. What a spreadsheet would take for a formula, full-width signs too, begins with an apostrophe; a plain number is none.
 * @param {string} text
 */
export function field(text) {
  const isFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string[][]} rows */
export function csvOf(rows) {
  return MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/**
 * The rows of the file: section, item, what of it, then a column a case.
 * @param {Case[]} cases
 * @param {import("./cells.js").Section[]} sections
 * @param {{root: string, address: string}} site
 */
export function csvRows(cases, sections, { root, address }) {
  return [
    [csv_part, csv_item, csv_what, ...cases.map(({ link }, place) => `${letter(place)} ${link.text}`)],
    [csv_case, csv_address, "", ...cases.map(({ link }) => new URL(link.url, root).href)],
    ...sections.flatMap(({ title, rows }) =>
      rows.flatMap(({ label, under, cells, figures }) => {
        const name = under ? filled(text_in_brackets, { text: label, note: under }) : label;
        if (figures)
          return figureRows(
            [title, name],
            figures,
            cells.map(({ missing }) => missing),
            root,
          );
        return [[title, name, "", ...cells.map(cellText)]];
      }),
    ),
    ...listed(cases).flatMap((figures, place) =>
      figures.flatMap((figure) => {
        const others = cases.map((_, other) => (other === place ? [figure] : []));
        return figureRows(
          [csv_apart, figure.indicator.text],
          others,
          cases.map(() => ""),
          root,
        );
      }),
    ),
    [csv_page, csv_address, "", ...cases.map((_, place) => (place ? "" : address))],
  ];
}

/**
 * The rows of a series: what is told of each figure; where a case has several, those of the second come after the first.
 * @param {string[]} names
 * @param {Figure[][]} figures
 * @param {string[]} missing what stands for a case without a figure
 * @param {string} root
 */
function figureRows(names, figures, missing, root) {
  const most = Math.max(...figures.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    FIELDS.flatMap(([name, of]) => {
      const values = figures.map((own) => (own[at] ? of(own[at], root) : ""));
      if (!values.some(Boolean)) return [];
      const told = values.map((value, place) => (of === written && !figures[place].length ? missing[place] : value));
      return [[...names, at ? filled(csv_nth, { name, number: at + 1 }) : name, ...told]];
    }),
  );
}

/** @param {import("./cells.js").Cell} cell */
function cellText({ items, missing }) {
  const texts = items.map(({ lead, text, notes }) => {
    const note = notes.join(text_clause);
    return without(text_stop, lead + (note ? filled(text_in_brackets, { text, note }) : text));
  });
  return texts.length ? texts.join(text_semicolon) : missing;
}

/**
 * @param {string} end
 * @param {string} text
 */
function without(end, text) {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}
