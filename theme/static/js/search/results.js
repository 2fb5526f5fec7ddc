// Shapes of results: of each hit, the page with its steps and figures, or its steps alone, or its figures alone.

import { search_and_more, search_kind_figures, search_kind_steps, search_nearest, search_twins } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { marked } from "../dom/links.js";
import { isEntry } from "../index/kinds.js";

const NESTED = 4; // steps and figures named below a page

/** @typedef {import("./reading.js").Hit} Hit */
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
 * The badge of a kind of pages.
 * @param {string} id
 * @param {string} name
 */
function badge(id, name) {
  return element("span", `kind kind--${isEntry(id) ? id : "term"}`, name);
}

/**
 * A line of facts on a page, its kind first.
 * @param {Hit} hit
 * @param {...string} facts
 */
function facts({ kind, page }, ...facts) {
  return element("p", "result__facts", badge(kind, page.kind), " ", facts.filter(Boolean).join(" · "));
}

/**
 * @param {string} className
 * @param {Part[]} parts
 */
function paragraph(className, parts) {
  return element("p", className, ...nodes(parts));
}

/** @type {typeof paragraph} */
function inEnglish(className, parts) {
  const made = paragraph(className, parts);
  made.lang = "en";
  return made;
}

/**
 * A page: its title leads to the part that holds the first match; below are its namesakes or what is nearest to it, and the
 * steps and figures that match.
 * @param {Hit} hit
 */
function page(hit) {
  const { page, part, steps, figures } = hit;
  const told = facts(hit, page.facts, part.title);
  for (const name of hit.names) told.append(" · ", ...nodes(name));
  const item = element("li", "result", link(hit, part.anchor, "result__title", ...nodes(hit.title)));
  if (hit.english.length) item.append(inEnglish("result__english", hit.english));
  item.append(told);
  if (hit.snippet.length) item.append((hit.english.length ? inEnglish : paragraph)("result__snippet", hit.snippet));
  item.append(
    ...nested(search_twins, twins(hit)),
    ...nested(
      search_nearest,
      page.nearest.map(([name, url]) => linkTo(hit, url, name)),
    ),
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
 * A link to another page of the site.
 * @param {Hit} hit
 * @param {string} url
 * @param {...(string | Node)} children
 */
function linkTo({ query }, url, ...children) {
  const made = element("a", "result__part", ...children);
  made.href = marked(url, query, "");
  return made;
}

/**
 * Links to the pages of the same name, each by its kind.
 * @param {Hit} hit
 */
function twins(hit) {
  return hit.page.twins.map(([kind, url]) => linkTo(hit, url, kind));
}

/**
 * A term that leads to the results, in a line with others.
 * @param {Hit} hit
 */
export function lead(hit) {
  const { kind, facts } = hit.page;
  const more = twins(hit).flatMap((twin) => [" ", twin]);
  const name = link(hit, "", "result__part", hit.page.title);
  return element(
    "li",
    "lead",
    badge(hit.kind, kind),
    name,
    " ",
    facts,
    ...(more.length ? [" · ", search_twins, ...more] : []),
  );
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
    facts(hit, search_kind_steps, hit.page.title),
    element("p", "result__snippet", ...nodes(snippet)),
  );
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
    facts(hit, hit.page.title, hit.page.facts),
    element("p", "result__snippet", ...nodes(found.snippet)),
  );
}

/** @type {Shape<Hit>} */
export const PAGES = { of: (hit) => [hit], draw: page };
/** @type {Shape<{hit: Hit, step: StepHit}>} */
export const STEPS = { of: (hit) => hit.steps.map((one) => ({ hit, step: one })), draw: step };
/** @type {Shape<{hit: Hit, figure: FigureHit}>} */
export const FIGURES = { of: (hit) => hit.figures.map((one) => ({ hit, figure: one })), draw: figure };
