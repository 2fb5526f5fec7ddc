// What a question is answered in: its value read from the page, and written into it.

import { form_remove, form_row, form_step, form_up } from "words";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";
import { neutral } from "./naming.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @typedef {{read: () => any, fill: (value: any) => void}} Control */

/** @param {Element} within @returns {Field[]} */
const fieldsIn = (within) =>
  [...within.querySelectorAll(".ask__field, .ask__term input")].map((one) => /** @type {any} */ (one));

/**
 * What stands for a name in the file, or the reverse, where names are offered.
 * @param {Field} field
 * @param {string} text
 * @param {(option: HTMLOptionElement) => [from: string | undefined, to: string | undefined]} pair
 */
function meant(field, text, pair) {
  const offered = field instanceof HTMLInputElement ? [...(field.list?.options ?? [])] : [];
  return offered.map(pair).find(([from]) => from === text.trim())?.[1] ?? text;
}

/** @param {Field} field */
function valueOf(field) {
  explained(field);
  if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked;
  return meant(field, field.value, ({ value, dataset }) => [value, dataset.value]);
}

/** Of what the terms of a choice mean, that of the one which was chosen. @param {Field} field */
function explained(field) {
  const notes = field.closest("label")?.nextElementSibling?.querySelectorAll("[data-of]") ?? [];
  for (const note of /** @type {Iterable<HTMLElement>} */ (notes))
    note.hidden = field.value !== "" && note.dataset.of !== field.value;
}

/** @param {Field} field @param {any} value */
function set(field, value) {
  if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = Boolean(value);
  else field.value = meant(field, value ?? "", ({ value: name, dataset }) => [dataset.value, name]);
  explained(field);
}

/** Several named values. @param {Element} within @returns {Control} */
function named(within) {
  const fields = fieldsIn(within);
  const told = fields.find(({ dataset }) => dataset.part === "told");
  const fit = () => told && asked(within, told.value ? "told" : "public");
  told?.addEventListener("change", fit);
  return {
    read: () => Object.fromEntries(fields.map((field) => [field.dataset.part, valueOf(field)])),
    fill(value) {
      fields.forEach((field) => set(field, value?.[field.dataset.part ?? ""]));
      fit();
    },
  };
}

/** Ask of a source what one of its kind can tell. @param {Element} within @param {string} kind */
function asked(within, kind) {
  for (const part of within.querySelectorAll("[data-when]"))
    /** @type {HTMLElement} */ (part).hidden = /** @type {HTMLElement} */ (part).dataset.when !== kind;
}

/** A period; nobody is asked for the days of one that no source tells, but what was typed stays. @param {Element} within @returns {Control} */
function period(within) {
  const control = named(within);
  const days = /** @type {NodeListOf<HTMLInputElement>} */ (within.querySelectorAll("input.ask__field"));
  const heeded = (/** @type {any} */ value) => {
    for (const field of days) field.disabled = Boolean(value?.unknown);
    return value;
  };
  return { read: () => heeded(control.read()), fill: (value) => control.fill(heeded(value)) };
}

/** Terms of which several may be picked. @param {Element} within @returns {Control} */
function terms(within) {
  const boxes = /** @type {HTMLInputElement[]} */ (fieldsIn(within));
  return {
    read: () => boxes.filter(({ checked }) => checked).map(({ value }) => value),
    fill: (value) => boxes.forEach((box) => (box.checked = Boolean(value?.includes(box.value)))),
  };
}

/** @param {Element} within @returns {Control} */
function single(within) {
  const [field] = fieldsIn(within);
  return { read: () => valueOf(field), fill: (value) => set(field, value) };
}

/**
 * Rows, of which there is always one; `isNamed`: of several values.
 * @param {HTMLElement} within
 * @param {boolean} isNamed
 * @param {(field: Element | null) => void} changed
 * @returns {Control}
 */
function rows(within, isNamed, changed) {
  const list = /** @type {HTMLOListElement} */ (within.querySelector(".ask__rows"));
  const template = /** @type {HTMLTemplateElement} */ (within.querySelector("template"));
  const add = /** @type {HTMLButtonElement} */ (within.querySelector(".ask__add"));
  const question = within.querySelector("h2")?.textContent ?? "";
  /** @type {WeakMap<Element, {control: Control, id: string, said: string}>} */
  const known = new WeakMap();

  const items = () => [...list.children].map((item) => /** @type {HTMLElement} */ (item));

  function numbered() {
    items().forEach((item, at) => {
      const label = filled(within.dataset.control === "steps" ? form_step : form_row, { number: at + 1 });
      item.setAttribute("aria-label", label);
      const title = /** @type {HTMLElement} */ (item.firstElementChild);
      title.textContent = label;
      title.hidden = items().length === 1; // alone it needs no number
      const [up, remove] = ["up", "remove"].map(
        (tool) => /** @type {HTMLElement} */ (item.querySelector(`.ask__${tool}`)),
      );
      [up.hidden, remove.hidden] = [at === 0, items().length === 1];
      for (const button of [up, remove]) button.setAttribute("aria-label", `${button.textContent} ${label}`);
      if (!isNamed) fieldsIn(item)[0].setAttribute("aria-label", `${question} ${label}`);
    });
  }

  /** @param {any} [value] */
  function append(value) {
    const item = element("li", "ask__item", element("h3", "ask__number"));
    item.append(template.content.cloneNode(true), tools(item));
    const control = (isNamed ? named : single)(item);
    control.fill(value);
    known.set(item, {
      control,
      id: value?.id ?? neutral(new Set(items().map((one) => known.get(one)?.id))),
      said: value?.said ?? "",
    });
    if (value?.said) fieldsIn(item).at(-1)?.setAttribute("placeholder", value.said); // what an article says of it
    list.append(item);
    numbered();
    return item;
  }

  /** @param {HTMLElement} item */
  function tools(item) {
    const up = element("button", "ask__tool ask__up", form_up);
    const remove = element("button", "ask__tool ask__remove", form_remove);
    up.addEventListener("click", () => {
      item.previousElementSibling?.before(item);
      numbered();
      up.focus();
      changed(item);
    });
    remove.addEventListener("click", () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      numbered();
      changed(null);
      if (next) fieldsIn(next)[0].focus();
    });
    for (const button of [up, remove]) button.type = "button";
    return element("p", "ask__tools", up, remove);
  }

  add.addEventListener("click", () => {
    fieldsIn(append())[0].focus();
    changed(null);
  });
  append();
  return {
    read: () =>
      items().map((item) => {
        const { control, id, said } = /** @type {{control: Control, id: string, said: string}} */ (known.get(item));
        return within.dataset.control === "steps" ? { ...control.read(), id, said } : control.read();
      }),
    fill(value) {
      list.replaceChildren();
      for (const one of value?.length ? value : [undefined]) append(one);
    },
  };
}

/**
 * What a question is answered in.
 * @param {HTMLElement} question
 * @param {(field: Element | null) => void} changed
 * @returns {Control}
 */
export function controlOf(question, changed) {
  const { control } = question.dataset;
  if (control === "terms") return terms(question);
  if (control === "period") return period(question);
  if (control === "names") return rows(question, false, changed);
  if (control === "rows" || control === "steps") return rows(question, true, changed);
  return single(question);
}
