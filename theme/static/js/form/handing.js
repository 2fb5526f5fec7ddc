// The ways in which a file can be handed in.

import {
  form_copied,
  form_copy,
  form_copy_failed,
  form_download,
  form_mail,
  form_mail_long,
  form_mail_subject,
  form_pull,
  form_pull_long,
} from "words";
import { written } from "../dom/clipboard.js";
import { download } from "../dom/download.js";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

const LONGEST = 1_900; // characters of an address that every mail program takes
const LONGEST_PAGE = 7_000; // of one that the hosts of repositories take

/** @typedef {() => {name: string, title: string, text: string}} File what is handed in, as it is now */

/**
 * Put the ways on the page; `said` is where they say what happened.
 * @param {HTMLElement} place
 * @param {HTMLElement} said
 * @param {DOMStringMap} given where the collection wants it: data-mail, data-host, data-new, data-takes-text
 * @param {File} file
 */
export function offer(place, said, given, file) {
  /** @type {HTMLElement[]} */
  const ways = [
    button(form_download, () => download(`${file().name}.md`, file().text, "text/markdown")),
    button(form_copy, () => copied(said, file().text, form_copied)),
  ];
  if (given.mail) ways.push(link(form_mail, () => mailed(String(given.mail), said, file())));
  if (given.new) ways.push(link(filled(form_pull, { host: given.host ?? "" }), () => pulled(given, said, file())));
  place.replaceChildren(...ways);
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const found = element("button", "button", label);
  found.type = "button";
  found.addEventListener("click", act);
  return found;
}

/** A link whose address is known when it is followed. @param {string} label @param {() => string} address */
function link(label, address) {
  const found = element("a", "button", label);
  found.href = "#";
  found.target = "_blank";
  found.rel = "noopener noreferrer";
  found.addEventListener("click", () => (found.href = address()));
  return found;
}

/** @param {HTMLElement} said @param {string} text @param {string} done */
async function copied(said, text, done) {
  said.textContent = (await written(text)) ? done : form_copy_failed;
}

/** @param {string} to @param {HTMLElement} said @param {{title: string, text: string}} file */
function mailed(to, said, { title, text }) {
  const subject = encodeURIComponent(filled(form_mail_subject, { title }));
  const whole = `mailto:${to}?subject=${subject}&body=${encodeURIComponent(text)}`;
  if (whole.length <= LONGEST) return whole;
  copied(said, text, form_mail_long);
  return `mailto:${to}?subject=${subject}`;
}

/** @param {DOMStringMap} given @param {HTMLElement} said @param {{name: string, text: string}} file */
function pulled(given, said, { name, text }) {
  const page = new URL(given.new ?? "");
  page.searchParams.set("filename", `${name}.md`);
  const bare = page.href;
  if (given.takesText) page.searchParams.set("value", text);
  if (given.takesText && page.href.length <= LONGEST_PAGE) return page.href;
  copied(said, text, filled(form_pull_long, { name: `${name}.md` }));
  return bare;
}
