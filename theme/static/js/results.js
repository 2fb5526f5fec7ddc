// Hits as what the reader sees: pages with their steps and figures, or steps alone, or figures alone.

import { element } from "./elements.js";
import { marked } from "./links.js";

const NESTED = 4; // steps and figures named below a page

/** @typedef {import("./hits.js").Hit} Hit */
/** @typedef {import("./snippet.js").Part} Part */

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
 * @returns {HTMLElement[]}
 */
export function pageItem(hit) {
  const { page, part, steps, figures } = hit;
  const item = element(
    "li",
    "result",
    link(hit, part.anchor, "result__title", ...nodes(hit.title)),
    element("p", "result__facts", [page.kind, page.facts, part.title].filter(Boolean).join(" · ")),
    element("p", "result__snippet", ...nodes(hit.snippet)),
  );
  item.append(
    ...nested("步骤", steps.map(({ title, anchor }) => link(hit, anchor, "result__part", title))),
    ...nested("数字", figures.map((one) => link(hit, one.anchor, "result__part", figureName(one)))),
  );
  return [item];
}

/**
 * @param {string} name
 * @param {HTMLElement[]} links
 */
function nested(name, links) {
  if (!links.length) return [];
  const more = links.length > NESTED ? [`等 ${links.length} 个`] : [];
  return [element("p", "result__parts", element("span", "result__kind", name), ...links.slice(0, NESTED), ...more)];
}

/** @param {Hit} hit */
export function stepItems(hit) {
  return hit.steps.map(({ title, anchor, snippet }) =>
    element(
      "li",
      "result",
      link(hit, anchor, "result__title", title),
      element("p", "result__facts", `步骤 · ${hit.page.kind}《${hit.page.title}》`),
      element("p", "result__snippet", ...nodes(snippet)),
    ),
  );
}

/** @param {import("./hits.js").FigureHit} figure */
function figureName({ text, indicator }) {
  return `${indicator} ${text}`;
}

/** @param {Hit} hit */
export function figureItems(hit) {
  return hit.figures.map((figure) =>
    element(
      "li",
      "result",
      link(hit, figure.anchor, "result__title", figureName(figure)),
      element("p", "result__facts", [`${hit.page.kind}《${hit.page.title}》`, hit.page.facts].filter(Boolean).join(" · ")),
      element("p", "result__snippet", ...nodes(figure.snippet)),
    ),
  );
}
