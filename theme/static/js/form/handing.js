// The ways in which a file can be handed in.

import {
  form_copied,
  form_copy,
  form_copy_failed,
  form_download,
  form_mail,
  form_mail_long,
  form_mail_paste,
  form_mail_subject,
  form_pull,
  form_pull_paste,
  report_copy,
  report_issue,
  report_paste,
  report_mail,
} from "words";
import { written } from "../dom/clipboard.js";
import { download } from "../dom/download.js";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

const LONGEST = 1_900; // characters of an address that every mail program takes
const LONGEST_PAGE = 7_000; // of one that the hosts of repositories take

const LONGEST_TITLE = 80; // characters of a subject

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
  if (given.mail)
    ways.push(
      link(form_mail, () =>
        mailed(String(given.mail), said, file(), filled(form_mail_subject, { title: file().title })),
      ),
    );
  if (given.new) ways.push(link(filled(form_pull, { host: given.host ?? "" }), () => pulled(given, said, file())));
  place.replaceChildren(...ways);
}

/**
 * Put the ways of a report on the page.
 * @param {HTMLElement} place
 * @param {HTMLElement} said
 * @param {DOMStringMap} given where the collection wants it: data-mail, data-host, data-issue, data-takes-text
 * @param {File} report
 */
export function offerReport(place, said, given, report) {
  /** @type {HTMLElement[]} */
  const ways = [button(report_copy, () => copied(said, report().text, form_copied))];
  if (given.mail) ways.unshift(link(report_mail, () => mailed(String(given.mail), said, report(), report().title)));
  if (given.issue)
    ways.push(link(filled(report_issue, { host: given.host ?? "" }), () => raised(given, said, report())));
  place.replaceChildren(...ways);
}

/**
 * Let nothing be handed in that is not ready, and tell when something was.
 * @param {HTMLElement} place of the ways
 * @param {() => boolean} isReady
 * @param {() => void} handed
 */
export function watched(place, isReady, handed) {
  const isWay = (/** @type {Event} */ { target }) => /** @type {Element} */ (target).closest(".button");
  const guard = (/** @type {Event} */ event) => {
    if (!isWay(event) || isReady()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  place.addEventListener("click", guard, { capture: true });
  place.addEventListener("click", (event) => isWay(event) && handed());
}

/** @param {DOMStringMap} given @param {HTMLElement} said @param {{title: string, text: string}} report */
function raised(given, said, { title, text }) {
  const page = new URL(given.issue ?? "");
  if (given.takesText) page.searchParams.set("title", title);
  return withText(page, "body", given, said, text, report_paste);
}

/**
 * The address of a page of the host with the text in it, where that fits; else the text is copied.
 * @param {URL} page
 * @param {string} key
 * @param {DOMStringMap} given
 * @param {HTMLElement} said
 * @param {string} text
 * @param {string} paste what is said where it does not fit
 */
function withText(page, key, given, said, text, paste) {
  const bare = page.href;
  page.searchParams.set(key, text);
  if (given.takesText && page.href.length <= LONGEST_PAGE) return page.href;
  copied(said, text, paste);
  return bare;
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

/** @param {string} to @param {HTMLElement} said @param {{text: string}} file @param {string} title */
function mailed(to, said, { text }, title) {
  const begin = `mailto:${to}?subject=${encodeURIComponent(title.slice(0, LONGEST_TITLE))}&body=`;
  const whole = begin + encodeURIComponent(text.replaceAll("\n", "\r\n")); // lines as mail has them
  if (whole.length <= LONGEST) return whole;
  copied(said, text, form_mail_long);
  return begin + encodeURIComponent(form_mail_paste);
}

/** @param {DOMStringMap} given @param {HTMLElement} said @param {{name: string, text: string}} file */
function pulled(given, said, { name, text }) {
  const page = new URL(given.new ?? "");
  if (given.takesText) page.searchParams.set("filename", `${name}.md`);
  return withText(page, "value", given, said, text, filled(form_pull_paste, { name: `${name}.md` }));
}
