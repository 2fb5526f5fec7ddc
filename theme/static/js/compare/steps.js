// Rows of steps: in the order of each case, and side by side by the methods that they use.

import {
  compare_all_steps,
  compare_basis,
  compare_in_parts,
  compare_no_steps,
  compare_none,
  compare_other_steps,
  compare_somewhere,
  compare_step_untold,
  compare_whole_method,
  text_comma,
  text_lead,
} from "words";
import { filled } from "../dom/filled.js";
import { item } from "./cells.js";

/** @typedef {import("./cells.js").Case} Case */
/** @typedef {import("./cells.js").Link} Link */
/** @typedef {import("./cells.js").Method} Method */
/** @typedef {import("./cells.js").Row} Row */
/** @typedef {import("./cells.js").Step} Step */
/** @typedef {import("./cells.js").Use} Use */

/** @param {Step} step */
const stepItem = ({ number, link, facts }) => item(link, facts, `${number}.`);

/**
 * @param {Case[]} cases
 * @returns {Row[]}
 */
export function orderRows(cases) {
  if (!cases.some(({ steps }) => steps.length)) return [];
  return [
    {
      label: compare_basis,
      url: "",
      under: "",
      cells: cases.map(({ basis }) => ({
        items: basis ? [item({ text: basis, url: "", note: "" }, [])] : [],
        missing: compare_no_steps,
      })),
    },
    {
      label: compare_all_steps,
      url: "",
      under: "",
      cells: cases.map(({ steps }) => ({ items: steps.map(stepItem), missing: compare_no_steps })),
    },
  ];
}

/**
 * Rows of methods, in the order in which the first case that has a method comes to it; of a method that several cases
 * use, a row for each of its steps that one of them tells of.
 * @param {Case[]} cases
 */
export function methodRows(cases) {
  const methods = new Map(cases.flatMap((one) => one.methods.map((method) => [method.slug, method])));
  /** @type {Row[]} */
  const shared = [];
  /** @type {Row[]} */
  const single = [];
  for (const method of methods.values()) {
    const using = cases.filter((one) => one.methods.some(({ slug }) => slug === method.slug));
    if (using.length > 1) shared.push(...alignedRows(cases, method));
    else single.push(wholeRow(cases, method));
  }
  const without = cases.map(({ steps }) => steps.filter(({ uses }) => !uses.length));
  const others = without.some((steps) => steps.length)
    ? [
        {
          label: compare_other_steps,
          url: "",
          under: "",
          cells: without.map((steps) => ({ items: steps.map(stepItem), missing: compare_none })),
        },
      ]
    : [];
  return { shared, single, others };
}

/**
 * @param {Case[]} cases
 * @param {Method} method
 * @returns {Row[]}
 */
function alignedRows(cases, method) {
  const rows = [["", method.link], ...method.steps].map(([id, link]) => {
    const step = /** @type {string} */ (id);
    const { text, url } = /** @type {Link} */ (link);
    return {
      label: text,
      url,
      under: step ? method.link.text : compare_whole_method,
      cells: cases.map((one) => ({
        items: told(one, method.slug, step),
        missing: step ? compare_step_untold : unplaced(one, method.slug),
      })),
    };
  });
  // the row of the whole is there for those that do not say at which of its steps
  return rows.filter(({ cells }, at) =>
    cells.some(({ items, missing }) => items.length || (!at && missing === compare_somewhere)),
  );
}

/**
 * The steps of a case that are this step of a method, and how it departed from it.
 * @param {Case} one
 * @param {string} method
 * @param {string} step
 */
function told(one, method, step) {
  const isIt = (/** @type {Use} */ use) => use.method === method && use.step === step;
  return [
    ...one.steps.filter(({ uses }) => uses.some(isIt)).map(stepItem),
    ...one.departures
      .filter(isIt)
      .map(({ how, text }) => item({ text, url: "", note: "" }, [], filled(text_lead, { what: how }))),
  ];
}

/**
 * Cell text when no step cites the whole method.
 * @param {Case} one
 * @param {string} method
 */
function unplaced(one, method) {
  if (!one.methods.some(({ slug }) => slug === method)) return compare_step_untold;
  const isPlaced = [...one.steps.flatMap(({ uses }) => uses), ...one.departures].some((use) => use.method === method);
  return isPlaced ? compare_in_parts : compare_somewhere;
}

/**
 * A method that one case alone uses: its steps, each with the method's steps that it is.
 * @param {Case[]} cases
 * @param {Method} method
 * @returns {Row}
 */
function wholeRow(cases, method) {
  const names = new Map(method.steps.map(([id, { text }]) => [id, text]));
  const cells = cases.map((one) => {
    const steps = one.steps.flatMap((step) => {
      const uses = step.uses.filter((use) => use.method === method.slug);
      const parts = uses.map((use) => names.get(use.step) ?? "").filter(Boolean);
      return uses.length ? [item(step.link, [...step.facts, parts.join(text_comma)], `${step.number}.`)] : [];
    });
    const departures = one.departures
      .filter((use) => use.method === method.slug)
      .map(({ step, how, text }) =>
        item({ text, url: "", note: "" }, [names.get(step) ?? ""], filled(text_lead, { what: how })),
      );
    return { items: [...steps, ...departures], missing: unplaced(one, method.slug) };
  });
  return { label: method.link.text, url: method.link.url, under: "", cells };
}
