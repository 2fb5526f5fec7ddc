// Shapes of results: of each hit, the page with its steps and figures, or its steps alone, or its figures alone.

import { search_and_more, search_kind_figures, search_kind_steps, search_page_named } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { marked } from "../dom/links.js";

const NESTED = 4; // steps and figures named below a page

/** @typedef {import("../match/hits.js").Hit} Hit */
/** @typedef {import("../match/hits.js").StepHit} StepHit */
/** @typedef {import("../match/hits.js").FigureHit} FigureHit */
/** @typedef {import("../match/snippet.js").Part} Part */
/**
 * What is made of a hit, and how one of them is drawn.
 * @template T
 * @typedef {{of: (hit: Hit) => T[], draw: (one: T) => HTMLElement}} Shape
 */

/** @param {Part[]} parts */
function nodes(parts) {
  return parts.map(({ text, isMatch }) => (isMatch ? element("mark", "", text) : document.createTextNode(text)));
}

/**
 * @param {Hit} hit
 * @param {string} anchor
 * @param {string} className
 * @param {...(string | Node)} children
 */
function link({ page, query }, anchor, className, ...children) {
  const made = element("a", className, ...children);
  made.href = marked(page.url, query, anchor);
  return made;
}

/**
 * A page: its title leads to the part that holds the first match; below are the steps and figures that match.
 * @param {Hit} hit
 */
function page(hit) {
  const {
    page: { kind, facts },
    part,
    steps,
    figures,
  } = hit;
  const item = element(
    "li",
    "result",
    link(hit, part.anchor, "result__title", ...nodes(hit.title)),
    element("p", "result__facts", [kind, facts, part.title].filter(Boolean).join(" · ")),
    element("p", "result__snippet", ...nodes(hit.snippet)),
  );
  item.append(
    ...nested(
      search_kind_steps,
      steps.map(({ title, anchor }) => link(hit, anchor, "result__part", title)),
    ),
    ...nested(
      search_kind_figures,
      figures.map((one) => link(hit, one.anchor, "result__part", figureName(one))),
    ),
  );
  return item;
}

/**
 * @param {string} name
 * @param {HTMLElement[]} links
 */
function nested(name, links) {
  if (!links.length) return [];
  const more = links.length > NESTED ? [filled(search_and_more, { count: links.length })] : [];
  return [element("p", "result__parts", element("span", "result__kind", name), ...links.slice(0, NESTED), ...more)];
}

/** @param {{hit: Hit, step: StepHit}} one */
function step({ hit, step: { title, anchor, snippet } }) {
  return element(
    "li",
    "result",
    link(hit, anchor, "result__title", title),
    element("p", "result__facts", `${search_kind_steps} · ${named(hit)}`),
    element("p", "result__snippet", ...nodes(snippet)),
  );
}

/** @param {Hit} hit */
function named({ page: { kind, title } }) {
  return filled(search_page_named, { kind, title });
}

/** @param {FigureHit} figure */
function figureName({ text, indicator }) {
  return `${indicator} ${text}`;
}

/** @param {{hit: Hit, figure: FigureHit}} one */
function figure({ hit, figure: found }) {
  return element(
    "li",
    "result",
    link(hit, found.anchor, "result__title", figureName(found)),
    element("p", "result__facts", [named(hit), hit.page.facts].filter(Boolean).join(" · ")),
    element("p", "result__snippet", ...nodes(found.snippet)),
  );
}

/** @type {Shape<Hit>} */
export const PAGES = { of: (hit) => [hit], draw: page };
/** @type {Shape<{hit: Hit, step: StepHit}>} */
export const STEPS = { of: (hit) => hit.steps.map((one) => ({ hit, step: one })), draw: step };
/** @type {Shape<{hit: Hit, figure: FigureHit}>} */
export const FIGURES = { of: (hit) => hit.figures.map((one) => ({ hit, figure: one })), draw: figure };
