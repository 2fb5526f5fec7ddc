// The form in which a reader tells of a mistake or asks for something to be taken down: kept while it is typed, handed in as
// a mail, as an issue, or as a text to paste. Page and sentence come from the page on which the reader was.

import "./dom/promised.js";
import { form_kept, form_not_kept, report_empty, report_issue_title } from "words";
import { parts } from "./dom/elements.js";
import { filled } from "./dom/filled.js";
import { ROOT } from "./dom/root.js";
import { taken } from "./dom/trouble.js";
import { afterwards } from "./form/anew.js";
import { offerReport, watched } from "./form/handing.js";
import { shelf } from "./form/kept.js";

const FIELDS = /** @type {const} */ (["kind", "page", "words", "right", "proof", "contact"]);
const LONGEST = 2_000; // characters of a sentence that comes in an address

const at = parts("report");
const report = /** @type {HTMLElement} */ (document.getElementById("report"));
const kept = /** @type {HTMLElement} */ (at("kept"));
const given = new URLSearchParams(location.search);
const page = (given.get("page") ?? "").replace(/[^\w\-./#]/g, "").slice(0, LONGEST);
const store = shelf(`casebook report ${ROOT.pathname}${page}`, () => {});

/** @type {Record<string, HTMLInputElement>} */
const fields = Object.fromEntries(FIELDS.map((id) => [id, at(id)]));

/** What is reported, as a text: each question, and its answer. */
function text() {
  return FIELDS.map((id) => {
    const field = /** @type {any} */ (fields[id]);
    const asked = field.labels[0].querySelector(".ask__label").textContent;
    const said = id === "kind" ? field.selectedOptions[0].text : field.value.trim();
    return said && `${asked}\n${said}\n`;
  })
    .filter(Boolean)
    .join("\n");
}

/** The absolute address of the page, which the reader may have written otherwise. */
function address() {
  return page ? new URL(page, ROOT).href : "";
}

/** What the reader has marked on the page; its own % are as they were. */
function marked() {
  return decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9a-f]{2})/gi, "%25"));
}

function keep() {
  const isKept = store.keep(Object.fromEntries(FIELDS.map((id) => [id, fields[id].value])));
  kept.textContent = isKept ? form_kept : form_not_kept;
}

/** Whether there is something to report; where there is not, it is asked for at its field. */
function isTold() {
  const isEmpty = fields.right.value.trim() === "";
  at("empty").textContent = isEmpty ? report_empty : "";
  fields.right.setAttribute("aria-invalid", String(isEmpty));
  return !isEmpty;
}

function empty() {
  store.clear();
  for (const id of FIELDS) fields[id].value = id === "kind" ? fields[id].value : "";
  fields.page.value = address();
}

const before = store.read() ?? {};
for (const id of FIELDS) if (before[id]) fields[id].value = before[id];
fields.page.value ||= address();
fields.words.value ||= marked().slice(0, LONGEST);
at("asked").addEventListener("input", () => {
  keep();
  if (at("empty").textContent) isTold();
});
offerReport(at("ways"), at("said"), report.dataset, () => ({
  name: "report",
  title: filled(report_issue_title, { page: page || fields.page.value }),
  text: text(),
}));
watched(at("ways"), () => isTold() || (fields.right.focus(), false), afterwards(at("after"), empty));
at("asked").hidden = false;
taken();
