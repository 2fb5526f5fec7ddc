// The list of suggestions under a search field: what it looks like, and which of its options is active.

import { field_options, field_results } from "words";
import { element } from "../dom/elements.js";

const LOWEST = 180; // pixels of the list that are shown even where a keyboard leaves less
const GAP = 8; // pixels below the list

/** @typedef {import("./suggest.js").Suggestions} Suggestions */

/** @type {Record<string, (at: number, count: number) => number>} */
const MOVES = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at > 0 ? at : count) - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The options of one field. The list and the status line stay in the page, so that what they say is announced. */
export class Options {
  /** @param {HTMLInputElement} field */
  constructor(field) {
    this.field = field;
    this.status = element("p", "suggest__status");
    this.status.setAttribute("role", "status");
    this.list = element("div", "suggest__list");
    this.list.id = `${field.id}-list`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field_options);
    this.list.hidden = true;
    // a click leaves the cursor in the field, so that the list is not closed before the click counts
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    field.form?.append(element("div", "suggest", element("div", "suggest__panel", this.status, this.list)));
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** The options, in order. */
  get all() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  get active() {
    return this.all.find((option) => option.id === this.field.getAttribute("aria-activedescendant"));
  }

  /** @param {Suggestions} found */
  show({ groups, all, count }) {
    const rows = groups.map(({ label, hits }) => group(label, hits.map(hitOption)));
    const last = option(all.href, all.text);
    last.classList.add("suggest__all");
    this.list.replaceChildren(...rows, last);
    this.all.forEach((one, at) => {
      one.id = `${this.list.id}-${at}`;
    });
    this.list.scrollTop = 0;
    this.status.textContent = count;
    this.open();
  }

  /**
   * Say something instead of suggestions.
   * @param {string} text
   */
  say(text) {
    this.close();
    this.list.replaceChildren();
    this.status.textContent = text;
  }

  /** Show the suggestions that are there. */
  open() {
    this.activate(undefined);
    if (!this.all.length) return;
    this.list.hidden = false;
    this.status.classList.add("hidden"); // the last option says the count in sight
    this.field.setAttribute("aria-expanded", "true");
    this.fit();
  }

  close() {
    this.activate(undefined);
    this.list.hidden = true;
    this.status.classList.remove("hidden");
    this.status.textContent = "";
    this.field.setAttribute("aria-expanded", "false");
  }

  /** The list ends where the screen does, or the keyboard on it. */
  fit() {
    const view = window.visualViewport;
    const bottom = view ? view.offsetTop + view.height : window.innerHeight;
    const room = bottom - this.list.getBoundingClientRect().top - GAP;
    this.list.style.maxHeight = `${Math.max(LOWEST, room)}px`;
  }

  /** @param {HTMLElement | undefined} option */
  activate(option) {
    for (const one of this.all) one.setAttribute("aria-selected", String(one === option));
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /**
   * Make the option active to which a key leads.
   * @param {string} key
   * @returns {boolean} whether it leads to one; Home and End only do so from an option, else they belong to the text
   */
  move(key) {
    const options = this.all;
    const at = this.active ? options.indexOf(this.active) : -1;
    if (!Object.hasOwn(MOVES, key) || !options.length || (at < 0 && !key.startsWith("Arrow"))) return false;
    if (!this.isOpen) this.open();
    this.activate(options[MOVES[key](at, options.length)]);
    return true;
  }
}

/**
 * @param {string} href
 * @param {...(string | Node)} inside
 */
function option(href, ...inside) {
  const made = element("a", "suggest__option", ...inside);
  made.href = href;
  made.tabIndex = -1;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  return made;
}

/** @param {import("./suggest.js").Hit} hit */
function hitOption({ kind, title, facts, href }) {
  const words = title.map(({ text, isMatch }) => (isMatch ? element("mark", "", text) : text));
  const head = element(
    "span",
    "suggest__head",
    element("span", "suggest__title", ...words),
    " ",
    element("span", "kind", kind),
  );
  return option(href, head, ...(facts ? [" ", element("span", "suggest__facts", facts)] : []));
}

/**
 * @param {string} label
 * @param {HTMLElement[]} options
 */
function group(label, options) {
  const made = element("div", "suggest__group");
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", label || field_results);
  if (label) {
    const shown = element("p", "suggest__label", label);
    shown.setAttribute("aria-hidden", "true"); // the group has it as its name
    made.append(shown);
  }
  made.append(...options);
  return made;
}
