// The text of the file that the answers make, and which of its lines belong to which question.

import {
  form_ask_sources_who,
  form_ask_title,
  form_figure_why,
  form_source_title,
  form_step_text,
  form_step_title,
} from "words";
import { filled } from "../dom/filled.js";
import { periodOf, edtf } from "./dates.js";
import { CLOSING, MARKS, OPENING } from "./language.js";
import { proofsOf } from "./proofs.js";
import { list, oneLine, row, scalar } from "./yaml.js";

/** @typedef {Record<string, any>} Answers by the id of the question; what a person has said of figures is beside them */
/** @typedef {{id: string, control: string, ask: string, heading: string, isRequired: boolean, isFurther: boolean}} Question */
/** @typedef {{title: string, today: string}} Known what a source that was only told has without being asked */
/** @typedef {{id: string, first: number, last: number}} Lines lines of the file from one to another, counted from 1 */

export const FIGURES = "figures"; // the lines of what is said of figures
const UNKNOWN = "unknown"; // what a source does not say
const ORDER = ["title", "title_en", "summary", "summary_en", "aliases", "added", "period", "places", "themes"]; // the others after
const BESIDE = new Set(["id", "said"]); // of a step, which nobody typed
const LISTS = new Set(["terms", "names"]);

/** Whether something was answered. @param {any} answer @returns {boolean} */
export function isAnswered(answer) {
  if (Array.isArray(answer)) return answer.some(isAnswered);
  if (answer && typeof answer === "object")
    return Object.entries(answer).some(([key, value]) => !BESIDE.has(key) && isAnswered(value));
  return typeof answer === "string" ? answer.trim() !== "" : Boolean(answer);
}

/** What stands for an answer that is still to be given. @param {string} ask */
const asked = (ask) => OPENING + ask.replace(MARKS, "") + CLOSING;

/**
 * Whether a text has questions that are still open.
 * @param {string} text
 */
export const isOpen = (text) => text.includes(OPENING);

/**
 * The lines of a key of the front matter; none where it has no value.
 * @param {Question} question
 * @param {any} answer
 * @param {Known} known
 * @returns {string[]}
 */
function ofKey({ id, control, ask, isRequired }, answer, known) {
  if (!isAnswered(answer) && !isRequired) return [];
  const open = asked(ask);
  if (control === "rows") return rowsOf(id, answer, open, known);
  const given = control === "period" ? periodOf(answer ?? {}) : answer;
  const values = (Array.isArray(given) ? given : [given]).filter(isAnswered);
  if (values.length === 0) values.push(open);
  return [`${id}: ${LISTS.has(control) ? list(values) : scalar(values[0])}`];
}

/**
 * @param {string} id
 * @param {any[]} answer
 * @param {string} open
 * @param {Known} known
 */
function rowsOf(id, answer, open, known) {
  const rows = (answer ?? []).filter(isAnswered);
  if (rows.length === 0)
    return id === "sources" ? [`${id}:`, `  - ${row(source({ title: open }))}`] : [`${id}: [${open}]`];
  /** @param {Record<string, string>} one */
  const made = (one) =>
    one.told ? toldSource(one, known) : source({ ...one, title: one.title || open, grade: one.grade || open });
  return [`${id}:`, ...rows.map((one) => `  - ${row(id === "sources" ? made(one) : one)}`)];
}

/** A source, of which some things must be said, if only that nobody knows them. @param {Record<string, string>} given */
function source({ title, publisher, date, url, grade }) {
  return { title, publisher: publisher?.trim() || UNKNOWN, date: dayOf(date) || UNKNOWN, url, grade };
}

/**
 * A source that was only told: of this case, today if no other day is said; `told` is its grade.
 * @param {Record<string, string>} given
 * @param {Known} known
 */
function toldSource({ told, who, day }, { title, today }) {
  return {
    title: filled(form_source_title, { title: title || asked(form_ask_title) }),
    publisher: who?.trim() || asked(form_ask_sources_who),
    date: dayOf(day) || today,
    grade: told,
  };
}

/** @param {string | undefined} given */
function dayOf(given) {
  const day = (given ?? "").trim();
  return day && (edtf(day) ?? day);
}

/**
 * What a person said of figures that were read otherwise than meant, as far as their words are still there, and what an
 * article says of those that were read; which source it is needs no word where there is one, and what was only told has
 * no words to show.
 * @param {Answers} answers
 * @param {string} text
 * @param {import("./proofs.js").Read[]} read the figures that were read
 */
function ofFigures({ figures = {}, proofs = [], sources = [] }, text, read) {
  const given = sources.filter(isAnswered);
  const isOne = given.length <= 1 && !given.some((/** @type {any} */ { told }) => told);
  const found = proofsOf(read, isOne ? proofs : []);
  const proven = Object.fromEntries([...found].filter(([, { proof }]) => proof).map(([quote]) => [quote, {}]));
  /** @type {[string, import("./figures.js").Meant][]} */
  const rows = Object.entries({ ...proven, ...figures }).filter(([quote]) => text.includes(quote));
  const [metrics, others] = [false, true].map((isNone) => rows.filter(([, { not }]) => Boolean(not) === isNone));
  return [
    ...(metrics.length ? ["metrics:"] : []),
    ...metrics.map(([quote, meant]) => `  - ${metric({ quote, ...meant }, found.get(quote)?.proof)}`),
    ...(others.length ? ["not_metrics:"] : []),
    ...others.map(([quote]) => `  - ${row({ quote, why: form_figure_why })}`),
  ];
}

/**
 * The lines of a part of the text; none where nothing is said.
 * @param {Question} question
 * @param {any} answer
 * @returns {string[]}
 */
function ofPart({ control, ask, heading, isRequired }, answer) {
  if (!isAnswered(answer) && !isRequired) return [];
  const head = ["", `## ${heading}`, ""];
  if (control === "part") return [...head, ...String(answer?.trim() || asked(ask)).split("\n")];
  const steps = (answer ?? []).filter((/** @type {any} */ { title, text }) => isAnswered([title, text]));
  if (steps.length === 0) return [...head, asked(ask)];
  return [...head, ...steps.flatMap(ofStep)].slice(0, -1);
}

/** @param {Record<string, any>} meant @param {import("./proofs.js").Proof | undefined} proof */
function metric(meant, proof) {
  if (!proof) return row(meant);
  const { as_of, locator, quote } = proof;
  return `${row({ ...meant, as_of }).slice(0, -1)}, evidence: ${row({ locator, quote })}}`;
}

/** @param {{title: string, text: string, id: string}} step */
function ofStep({ title, text, id }) {
  return [
    `### ${oneLine(title) || asked(form_step_title)} {#${id}}`,
    "",
    ...(text.trim() || asked(form_step_text)).split("\n"),
    "",
  ];
}

/** @param {Question} one @returns {number} */
const place = ({ id }) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/**
 * The file.
 * @param {Question[]} questions
 * @param {Answers} answers
 * @param {string} today
 * @param {import("./proofs.js").Read[]} [read] the figures that were read in the last text
 * @returns {{text: string, lines: Lines[]}}
 */
export function composed(questions, answers, today, read = []) {
  const known = { title: oneLine(answers.title ?? ""), today };
  const parts = questions
    .filter(({ heading }) => heading)
    .map((one) => ({ id: one.id, made: ofPart(one, answers[one.id]) }));
  const keys = questions.filter(({ heading }) => !heading).sort((one, other) => place(one) - place(other));
  const front = keys.map((one) => ({ id: one.id, made: ofKey(one, answers[one.id], known) }));
  const all = [...front, ...parts].flatMap(({ made }) => made).join("\n");
  const blocks = [
    { id: "", made: ["---"] },
    ...front,
    { id: "", made: [`added: ${today}`, ...(isOpen(all) ? ["status: draft"] : [])] },
    { id: FIGURES, made: ofFigures(answers, parts.flatMap(({ made }) => made).join("\n"), read) },
    { id: "", made: ["---"] },
    ...parts,
  ];
  return { text: `${blocks.flatMap((one) => one.made).join("\n")}\n`, lines: linesOf(blocks) };
}

/** The question to which a line belongs. @param {Lines[]} lines @param {number} line */
export const questionAt = (lines, line) => lines.find(({ first, last }) => first <= line && line <= last)?.id ?? "";

/** @param {{id: string, made: string[]}[]} blocks */
function linesOf(blocks) {
  let at = 0;
  return blocks
    .map(({ id, made }) => ({ id, first: at + 1, last: (at += made.length) }))
    .filter(({ id, first, last }) => id && first <= last);
}
