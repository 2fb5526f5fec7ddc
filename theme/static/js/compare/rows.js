// From the records of cases to the rows in which they stand side by side. What may not be compared is listed instead.

import { item, letter } from "./cells.js";
import { figureRows } from "./figures.js";
import { methodRows, orderRows } from "./steps.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./cells.js").Row} Row */
/** @typedef {import("./cells.js").Section} Section */

/**
 * Everything that stands in rows, by section; sections without a row are left out.
 * @param {Case[]} cases
 * @returns {Section[]}
 */
export function sections(cases) {
  const { shared, single, others } = methodRows(cases);
  const figures = figureRows(cases);
  const all = [
    { id: "facts", title: "事实", note: "", rows: factRows(cases) },
    { id: "order", title: "步骤：各自的先后", note: "", rows: orderRows(cases) },
    {
      id: "shared-methods",
      title: "步骤：不止一个案例用到的方法",
      note: "按方法对齐；每一步前面的数，是它在自己案例里的先后。",
      rows: shared,
    },
    { id: "single-methods", title: "步骤：只有一个案例用到的方法", note: "", rows: single },
    { id: "other-steps", title: "步骤：没有写用了哪种方法的", note: "", rows: others },
    {
      id: "shared-figures",
      title: "数字：不止一个案例报告的指标",
      note: "一行一个口径；不同口径的数分行，不能比。",
      rows: figures.shared,
    },
    { id: "single-figures", title: "数字：只有一个案例报告的指标", note: "", rows: figures.single },
  ];
  return all.filter(({ rows }) => rows.length);
}

/**
 * A sentence for each case that is part of another one beside it.
 * @param {Case[]} cases
 */
export function nested(cases) {
  return cases.flatMap((one, place) =>
    one.above
      .map((slug) => cases.findIndex((other) => other.slug === slug))
      .filter((above) => above >= 0)
      .map(
        (above) =>
          `${letter(place)}（${one.link.text}）是 ${letter(above)}（${cases[above].link.text}）的一部分：` +
          `${letter(place)} 的数字可能已经算在 ${letter(above)} 的里面，不能相加。`,
      ),
  );
}

/**
 * @param {Case[]} cases
 * @returns {Row[]}
 */
function factRows(cases) {
  return (cases[0]?.facts ?? []).map(({ label }, at) => ({
    label,
    url: "",
    under: "",
    cells: cases.map(({ facts }) => ({
      items: facts[at].items.map((link) =>
        link.url ? item(link, [link.note]) : item(link, [], link.note && `${link.note}：`),
      ),
      missing: facts[at].missing,
    })),
  }));
}
