// Copies a page, a step or all steps as plain text: title, a line, the address as it is published.

import { copy_done, copy_failed, copy_step, text_lead } from "words";
import { written } from "../dom/clipboard.js";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";
import { citation } from "./citing.js";

const LONG = 2_500; // milliseconds for which a link says what it has done
const APART = ".step__head, .evidence, .chips, .small, details"; // of a step: what is no text of its own
const SENTENCE = /^.*?(?!\p{ASCII})\p{Sentence_Terminal}\p{Final_Punctuation}?/u; // a full stop may be of a figure

const said = element("p", "hidden");
said.setAttribute("role", "status");
document.body.append(said);

/**
 * Copy what a link leads to, and say whether that went well.
 * @param {HTMLAnchorElement} link
 */
export async function copy(link) {
  const isThere = await written(textOf(link));
  const done = isThere ? copy_done : copy_failed;
  link.textContent = done;
  said.textContent = done;
  setTimeout(() => {
    link.textContent = link.dataset.copy ?? "";
    said.textContent = "";
  }, LONG);
}

/** @param {HTMLAnchorElement} link */
function textOf(link) {
  if (link.dataset.cite !== undefined) return citation(link);
  const step = link.closest(".step");
  const section = link.closest(".section");
  if (step) return [`${title()} ${headOf(step)}`, sentence(linesOf(step)[0] ?? ""), address(link.hash)].join("\n");
  if (section) return [title(), ...[...section.querySelectorAll(".step")].flatMap(told), address(link.hash)].join("\n");
  const about = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=description]"));
  return [title(), sentence(about?.content ?? ""), address("")].join("\n");
}

/** @param {Element} step */
function told(step) {
  return [headOf(step), ...linesOf(step)];
}

/** The number and the title of a step. @param {Element} step */
function headOf(step) {
  const [number, ...words] = plain(step.querySelector(".step__title")).split(" ");
  return filled(copy_step, { number, step: words.join(" ") });
}

/** The lines of a step: its paragraphs, items, and answers with what they answer. @param {Element} step */
function linesOf(step) {
  let asked = "";
  /** @type {string[]} */
  const lines = [];
  for (const part of step.querySelectorAll("p, li, dt, dd, tr")) {
    if (!isLine(part)) continue;
    if (part.matches("dt")) asked = filled(text_lead, { what: plain(part) });
    else lines.push(part.matches("dd") ? asked + plain(part) : plain(part));
  }
  return lines;
}

/** Whether what an element says is a line of its own. @param {Element} part */
function isLine(part) {
  const isInside = !part.matches("p") && part.parentElement?.closest("li:not(.step)");
  return !isInside && !part.closest(APART) && !part.querySelector("p");
}

/** The first sentence. @param {string} text */
function sentence(text) {
  return SENTENCE.exec(text)?.[0] ?? text;
}

function title() {
  return plain(document.querySelector("h1"));
}

/** The address of the page without what was searched for. @param {string} anchor */
function address(anchor) {
  const published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return (published?.href ?? location.origin + location.pathname) + anchor;
}

/** @param {Element | null} element */
function plain(element) {
  return element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
