// The form in which a case is written: what is typed is kept, made a file, checked beside the typing, and handed in.

import "./dom/promised.js";
import { form_file_bad, form_kept, form_not_kept } from "words";
import { parts, say } from "./dom/elements.js";
import { filled } from "./dom/filled.js";
import { ROOT } from "./dom/root.js";
import { taken } from "./dom/trouble.js";
import { asking } from "./form/asking.js";
import { today } from "./form/dates.js";
import { afterwards, anew } from "./form/anew.js";
import { composed, isAnswered, questionAt } from "./form/compose.js";
import { controlOf } from "./form/controls.js";
import { askWhich } from "./form/elsewhere.js";
import { correctedBy, meantBy, showFigures } from "./form/figures.js";
import { offer, watched } from "./form/handing.js";
import { proofsOf } from "./form/proofs.js";
import { reviewFigures, withSights } from "./form/read_figures.js";
import { shelf } from "./form/kept.js";
import { named } from "./form/naming.js";
import { keepOffline } from "./form/offline.js";
import { offerTo } from "./form/offered.js";
import { pasted } from "./form/pasted.js";
import { draw } from "./form/preview.js";
import { byQuestion, show } from "./form/problems.js";
import { review } from "./form/review.js";
import { screens } from "./form/screens.js";
import { shapesOf } from "./form/shapes.js";
import { begin, core } from "./form/starting.js";
import { told } from "./form/telling.js";

const PAUSE = 400; // milliseconds without a key after which the text is checked
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const at = parts("form");
const form = /** @type {HTMLElement} */ (document.getElementById("form"));
const [asked, notice, file, kept] = ["asked", "notice", "file", "kept"].map((id) => at(id));
const sections = [...asked.querySelectorAll(".ask")].map((one) => /** @type {HTMLElement} */ (one));
const answered = sections.filter(({ dataset }) => dataset.control);
const questions = answered.map((section) => ({
  id: section.dataset.id ?? "",
  control: section.dataset.control ?? "",
  ask: section.querySelector("h2")?.textContent ?? "",
  heading: section.dataset.heading ?? "",
  isRequired: "required" in section.dataset,
  isFurther: "further" in section.dataset,
}));
const controls = new Map(
  answered.map((section) => [section.dataset.id ?? "", controlOf(section, () => typed(section.dataset.id ?? ""))]),
);

/** @type {import("./form/compose.js").Answers} */
let answers = {};
/** @type {ReturnType<typeof composed>} */
let made = { text: "", lines: [] };
/** @type {Map<string, import("./form/problems.js").Problem[]> | undefined} what the check said of the newest text */
let problems;
/** @type {any[]} */
let figures = [];
/** @type {import("./form/telling.js").Pages} */
let pages = {};
let timer = 0;

const store = shelf(`casebook form ${ROOT.pathname}`, () =>
  askWhich(notice, store, { now: () => answers, fill, keep }),
);
const shown = screens(sections, (id) => {
  const isMoved = answers.at && answers.at !== id; // a tab that was only opened takes nothing from another
  answers.at = id;
  at("lead").hidden = id !== sections[0].dataset.id; // read once
  if (isMoved) store.keep(answers);
  if (id === "end") finish();
  else if (isMoved) settle();
  answers.seen = withSights(answers.seen, ownOf(id));
});
const reader = new URL(form.dataset.reader ?? "", location.href);
const checker = asking(reader, ROOT, {
  ...core,
  ready() {
    at("draft").disabled = false;
    core.ready();
    keepOffline(ROOT, reader).then(core.kept, () => {});
    check();
  },
  told: hear,
  drafted,
});
const article = pasted(checker.draft, (paste) => keep({ paste }));

function slug() {
  const name = String(answers.slug ?? "").trim();
  return SLUG.test(name) ? name : `case-${today().replaceAll("-", "")}`;
}

/** What was typed is kept at once, and checked when there is a pause. @param {string} id */
function typed(id) {
  const control = controls.get(id);
  if (control) answers[id] = control.read();
  keep();
  settle();
}

/** @param {Partial<typeof answers>} [more] what was said besides */
function keep(more) {
  Object.assign(answers, more);
  const isKept = store.keep(answers);
  say(kept, isKept ? form_kept : form_not_kept);
  kept.classList.toggle("form__kept--not", !isKept);
}

/** Make the file of what is answered, and have it checked soon. */
function settle() {
  made = composed(questions, answers, today(), figures);
  at("text").value = made.text;
  mark();
  clearTimeout(timer);
  timer = window.setTimeout(check, PAUSE);
}

function check() {
  checker.ask(`content/cases/${slug()}.md`, made.text, today());
}

/** @param {any} heard */
function hear(heard) {
  if (nameSteps(heard.names)) return settle();
  problems = byQuestion(heard.problems, made.lines);
  pages = heard.pages;
  figures = heard.figures.map((/** @type {any} */ one) =>
    meantBy(one, answers.figures, questionAt(made.lines, one.line)),
  );
  if (composed(questions, answers, today(), figures).text !== made.text) return settle();
  mark();
  draw(
    at("page"),
    { title: answers.title ?? "", summary: answers.summary ?? "", facts: facts(), page: heard.page },
    ROOT,
  );
  at("preview").hidden = heard.page.length === 0;
  if (shown.here() === "end") tellEnd();
}

/** Name the steps, once nobody types their titles. @param {Record<string, string>} names */
function nameSteps(names) {
  const id = questions.find(({ control }) => control === "steps")?.id ?? "";
  const steps = shown.here() === id ? undefined : named(answers[id] ?? [], names, answers.handed ?? []);
  if (!steps) return false;
  answers[id] = steps;
  controls.get(id)?.fill(steps);
  keep();
  return true;
}

/** What was handed in keeps the addresses of its steps. */
function handed() {
  answers.handed = [...made.text.matchAll(/^###.*\{#(.+)\}$/gm)].map(([, id]) => id);
  keep();
  offerAnew();
}

/** Tell at the end what is left to do, and how the figures were read. */
function tellEnd() {
  review(at("review"), problems, pages, go);
  reviewFigures(at("read"), figures, answers.seen, go, (seen) => keep({ seen }));
}

const facts = () => [...(answers.places ?? []), made.text.match(/^period: (.*)$/m)?.[1] ?? ""];

/** @param {string} id */
const ownOf = (id) => figures.filter((one) => one.at === id);

/** Show at each question what is said of its answer, and its figures. */
function mark() {
  const proofs = answers.proofs && proofsOf(figures, answers.proofs);
  for (const section of answered) {
    const id = section.dataset.id ?? "";
    show(section, isAnswered(answers[id]) ? toldOf(section, id) : [], pages);
    showFigures(section, ownOf(id), answers.figures ?? {}, proofs, correct);
    offerTo(section, answers, proofs);
  }
  answers.seen = withSights(answers.seen, ownOf(shown.here()));
  shown.mark((id) => ({
    isAnswered: isAnswered(answers[id]),
    isWrong: Boolean(isAnswered(answers[id]) && problems?.get(id)?.some(({ severity }) => severity === "error")),
  }));
}

/** @param {HTMLElement} section @param {string} id */
function toldOf(section, id) {
  const shapes = shapesOf(section).map((text) => ({ text, severity: "error" }));
  if (shapes.length > 0) return shapes; // what the form says of itself is nearest to what was typed
  const own = (problems?.get(id) ?? []).filter(({ severity }) => severity !== "todo");
  return own.map((problem) => ({ text: told(problem, pages), severity: problem.severity }));
}

/** @param {string} quote @param {import("./form/figures.js").Meant | undefined} meant */
function correct(quote, meant) {
  answers.figures = correctedBy(answers.figures, quote, meant);
  figures = figures.map((one) => meantBy(one, answers.figures, one.at));
  keep();
  settle();
}

const offerAnew = afterwards(at("after"), empty);

function empty() {
  store.clear();
  fill({});
}

/** @param {string} id */
const go = (id) => shown.show(id, true);

function finish() {
  file.value ||= slug();
  answers.slug = file.value;
  settle();
  tellEnd();
}

/** Write the answers into the page. @param {import("./form/compose.js").Answers} given */
function fill(given) {
  answers = given;
  for (const [id, control] of controls) control.fill(answers[id]);
  file.value = answers.slug ?? "";
  article.fill(answers.paste ?? "");
  settle();
  shown.show(answers.at ?? sections[0].dataset.id ?? "");
}

/** Take over what an article gives. @param {import("./form/core.js").Drafted} found */
function drafted(found) {
  const taken = article.take(found, answers, (id) => controls.has(id));
  if (!taken) return;
  fill({ ...taken, at: "start" });
  keep();
}

asked.addEventListener("input", (/** @type {Event} */ { target }) => {
  const section = /** @type {Element} */ (target).closest("[data-control]");
  if (section instanceof HTMLElement) typed(section.dataset.id ?? "");
});
file.addEventListener("input", () => {
  answers.slug = file.value;
  const isGood = SLUG.test(file.value.trim());
  file.setCustomValidity(isGood ? "" : filled(form_file_bad, { name: file.value }));
  at("said").textContent = isGood ? "" : filled(form_file_bad, { name: file.value });
  keep();
  settle();
});
offer(at("ways"), at("said"), form.dataset, () => ({ name: slug(), title: answers.title ?? "", text: made.text }));
watched(at("ways"), () => true, handed);
anew(at("anew"), empty);
fill(store.read() ?? {});
asked.hidden = false;
taken();
begin(ROOT, checker.start);
