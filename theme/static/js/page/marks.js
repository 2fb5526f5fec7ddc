// Marks in a page: wraps every match in <mark>, and takes the marks away again.

import { occurrences } from "../match/occurrences.js";

const SKIPPED = "nav, form, button, select, textarea, script, style, noscript, template, svg, .hidden, [hidden]";

/** @typedef {{node: Text, start: number}} Piece a text node, and where it begins in the text of all */

/**
 * The text of `root` that a reader sees, in one: a match may begin in one inline element and end in another, but never goes
 * from one block to the next.
 * @param {Element} root
 */
function textOf(root) {
  /** @type {Piece[]} */
  const pieces = [];
  let text = "";
  const read = (/** @type {Node} */ parent) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        pieces.push({ node, start: text.length });
        text += node.data;
      } else if (node instanceof Element) {
        const border = node.matches("br") || getComputedStyle(node).display !== "inline" ? "\n" : "";
        text += border;
        if (!node.matches(SKIPPED)) read(node);
        text += border;
      }
    }
  };
  read(root);
  return { text, pieces };
}

/**
 * Mark what `query` asks for in `root`.
 * @param {Element} root
 * @param {string} query
 * @returns {HTMLElement[][]} the marks of each match, in order
 */
export function mark(root, query) {
  const { text, pieces } = textOf(root);
  const found = occurrences(text, query);
  /** @type {HTMLElement[][]} */
  const marks = found.map(() => []);
  let last = found.length - 1;
  // from the end, so that a node that is split keeps what comes before
  for (const { node, start } of pieces.reverse()) {
    while (last >= 0 && found[last].start >= start + node.length) last -= 1;
    for (let at = last; at >= 0 && found[at].end > start; at -= 1) {
      const from = Math.max(found[at].start - start, 0);
      marks[at].unshift(wrapped(node, from, Math.min(found[at].end - start, node.length)));
    }
  }
  return marks;
}

/**
 * @param {Text} node
 * @param {number} from
 * @param {number} to
 */
function wrapped(node, from, to) {
  node.splitText(to);
  const inside = node.splitText(from);
  const made = document.createElement("mark");
  inside.replaceWith(made);
  made.append(inside);
  return made;
}

/**
 * Take the marks away; the page is as it was.
 * @param {HTMLElement[][]} marks
 */
export function unmark(marks) {
  for (const one of marks.flat()) {
    const parent = one.parentNode;
    one.replaceWith(...one.childNodes);
    parent?.normalize();
  }
}
