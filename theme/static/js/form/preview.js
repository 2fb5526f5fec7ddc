// The page as the site would show it: elements made from what the check tells of the text. No HTML is parsed.

import { element } from "../dom/elements.js";

/** @typedef {string | [string, Record<string, string>, ...any[]]} Drawn */

const TAGS = /^(?:p|ul|ol|li|blockquote|hr|br|strong|em|a|data|table|thead|tbody|tr|th|td|h[2-6])$/;
const KEPT = ["class", "start", "value"];
const SAFE = /^(?:https?|mailto):/i;

/** @type {Record<string, string>} */
const CLASSES = { h2: "section__title", h3: "step__title" };

/** @param {HTMLAnchorElement} link @param {string} href @param {URL} root */
function lead(link, href, root) {
  link.href = SAFE.test(href) || href.startsWith("#") ? href : new URL(href, root).href;
  link.target = "_blank"; // who follows it finds the form again
  link.rel = "noopener noreferrer";
}

/**
 * @param {Drawn} drawn
 * @param {URL} root
 * @returns {Node}
 */
function made(drawn, root) {
  if (typeof drawn === "string") return document.createTextNode(drawn);
  const [tag, given, ...inside] = drawn;
  const found = document.createElement(TAGS.test(tag) ? tag : "span");
  for (const name of KEPT) if (given[name]) found.setAttribute(name, given[name]);
  if (found instanceof HTMLAnchorElement && given.href) lead(found, given.href, root);
  if (tag in CLASSES) found.className = CLASSES[tag];
  found.append(...inside.map((one) => made(one, root)));
  return found;
}

/**
 * Draw the page.
 * @param {HTMLElement} place
 * @param {{title: string, summary: string, facts: string[], page: Drawn[]}} told
 * @param {URL} root
 */
export function draw(place, { title, summary, facts, page }, root) {
  place.replaceChildren(
    element("p", "head__title", title),
    element("p", "head__lead", summary),
    element("p", "quiet", facts.filter(Boolean).join(" · ")),
    element("div", "prose", ...page.map((one) => made(one, root))),
  );
}
