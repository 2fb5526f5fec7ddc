// HTML that the build has drawn and a file brings: what it may be made of is known, whatever became of the file.

import { inSite } from "./inside.js";

const ELEMENTS = set(
  "a abbr data dd desc details div dl dt em figcaption figure g h2 h3 li ol p rect span strong summary svg table tbody",
  "td text th thead time title tr ul wbr",
);
const ATTRIBUTES = set(
  "aria-current aria-describedby aria-hidden aria-label aria-labelledby class cx cy data-place datetime height href id",
  "lang role rx scope title value viewBox width x y",
);

/** @param {...string} lines */
function set(...lines) {
  return new Set(lines.join(" ").split(" "));
}

/**
 * The nodes of drawn HTML; what it may not be made of is left out, and so is an address out of the site.
 * @param {string} html
 */
export function drawn(html) {
  const template = document.createElement("template"); // nothing in it runs, and nothing is fetched
  template.innerHTML = html;
  for (const one of template.content.querySelectorAll("*")) {
    if (ELEMENTS.has(one.localName)) strip(one);
    else one.remove();
  }
  return template.content;
}

/** @param {Element} one */
function strip(one) {
  for (const { name, value } of [...one.attributes]) {
    if (!ATTRIBUTES.has(name) || (name === "href" && leaves(value))) one.removeAttribute(name);
  }
}

/** @param {string} address */
function leaves(address) {
  return new URL(address, location.href).href !== inSite(address, location.href).href;
}
