// From the records of cases to the rows in which they stand side by side. What may not be compared is listed instead.

import {
  compare_facts,
  compare_figures,
  compare_figures_shared,
  compare_figures_shared_note,
  compare_figures_single,
  compare_nested,
  compare_steps,
  compare_steps_order,
  compare_steps_other,
  compare_steps_shared,
  compare_steps_shared_note,
  compare_steps_single,
  text_lead,
} from "words";
import { filled } from "../dom/filled.js";
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
    { id: "facts", subject: compare_facts, title: compare_facts, note: "", rows: factRows(cases) },
    { id: "order", subject: compare_steps, title: compare_steps_order, note: "", rows: orderRows(cases) },
    {
      id: "shared-methods",
      subject: compare_steps,
      title: compare_steps_shared,
      note: compare_steps_shared_note,
      rows: shared,
    },
    { id: "single-methods", subject: compare_steps, title: compare_steps_single, note: "", rows: single },
    { id: "other-steps", subject: compare_steps, title: compare_steps_other, note: "", rows: others },
    {
      id: "shared-figures",
      subject: compare_figures,
      title: compare_figures_shared,
      note: compare_figures_shared_note,
      rows: figures.shared,
    },
    { id: "single-figures", subject: compare_figures, title: compare_figures_single, note: "", rows: figures.single },
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
      .map((above) =>
        filled(compare_nested, {
          inner: letter(place),
          inner_title: one.link.text,
          outer: letter(above),
          outer_title: cases[above].link.text,
        }),
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
        link.url ? item(link, [link.note]) : item(link, [], link.note && filled(text_lead, { what: link.note })),
      ),
      missing: facts[at].missing,
    })),
  }));
}
