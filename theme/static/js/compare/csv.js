// The comparison as a file for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8.

import { letter } from "./cells.js";
import { listed } from "./figures.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./cells.js").Figure} Figure */

const MARK = "\ufeff";
/** @type {[name: string, of: (figure: Figure, root: string) => string][]} */
const FIELDS = [
  ["数值", ({ value }) => value],
  ["上限", ({ value_max }) => value_max],
  ["变化前", ({ before }) => before],
  ["单位", ({ unit }) => unit],
  ["限定", ({ qualifier }) => qualifier],
  ["写作", ({ figure }) => figure.text],
  ["说明", ({ notes }) => notes.join("；")],
  ["原句", ({ figure }) => figure.note],
  ["出处", ({ figure }, root) => new URL(figure.url, root).href],
];

/**
 * One field. What a spreadsheet would take for a formula begins with an apostrophe; a plain number is none.
 * @param {string} text
 */
export function field(text) {
  const isFormula = /^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
    ["部分", "项目", "内容", ...cases.map(({ link }, place) => `${letter(place)} ${link.text}`)],
    ["案例", "网址", "", ...cases.map(({ link }) => new URL(link.url, root).href)],
    ...sections.flatMap(({ title, rows }) =>
      rows.flatMap(({ label, under, cells, figures }) => {
        const name = under ? `${label}（${under}）` : label;
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
          ["数字：不能相比的", figure.indicator.text],
          others,
          cases.map(() => ""),
          root,
        );
      }),
    ),
    ["本页", "网址", "", ...cases.map((_, place) => (place ? "" : address))],
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
      const told = values.map((value, place) => (name === "写作" && !figures[place].length ? missing[place] : value));
      return [[...names, at ? `${name}（第 ${at + 1} 个）` : name, ...told]];
    }),
  );
}

/** @param {import("./cells.js").Cell} cell */
function cellText({ items, missing }) {
  const texts = items.map(({ lead, text, notes }) => `${lead}${text}${notes.length ? `（${notes.join("，")}）` : ""}`);
  return texts.length ? texts.map((text) => text.replace(/。$/, "")).join("；") : missing;
}
