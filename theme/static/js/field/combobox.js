// A search field that suggests pages as one types (the combobox of WAI-ARIA 1.2). Without a suggestion taken, Enter goes
// to the search page, as it does without this script.

import { field_failed, field_nothing, field_searching } from "words";
import { filled } from "../dom/filled.js";
import { questions } from "../dom/questions.js";
import { Options } from "./options.js";
import { isOfComposing, onTyped, tidy } from "../dom/typed.js";

const SLOW = 600; // milliseconds without anything to show, after which the field says that it is searching

/**
 * @param {HTMLInputElement} field
 * @param {(query: string) => Promise<import("./suggest.js").Suggestions>} suggestionsFor
 */
export function combobox(field, suggestionsFor) {
  const options = new Options(field);
  const isMeant = () => document.activeElement === field;
  const say = (/** @type {string} */ text) => isMeant() && !options.isOpen && options.say(text);
  const { ask, drop } = questions(
    () => say(field_searching),
    () => say(field_failed),
    SLOW,
  );
  let answered = ""; // what the list that is there was found for

  /** @param {string} query */
  async function suggest(query) {
    drop();
    if (!query) return options.say("");
    const found = await ask(() => suggestionsFor(query).catch(() => null));
    if (found === undefined || !isMeant()) return;
    answered = found ? query : "";
    if (!found) options.say(field_failed);
    else if (found.groups.length) options.show(found);
    else options.say(filled(field_nothing, { query }));
  }

  function close() {
    drop();
    options.close();
  }

  /** @type {Record<string, () => boolean>} what each key does, and whether it is taken from the field */
  const keys = {
    Enter() {
      const { active } = options;
      active?.click();
      return Boolean(active);
    },
    Escape() {
      const isThere = options.isOpen || Boolean(options.status.textContent);
      close();
      return isThere;
    },
  };

  onTyped(field, suggest);
  field.addEventListener("input", () => options.activate(undefined)); // Enter is meant for what is typed now
  field.addEventListener("blur", close);
  options.list.addEventListener("click", close); // a link may lead to this very page
  field.addEventListener("click", () => {
    if (answered && answered === tidy(field.value)) options.open();
  });
  field.addEventListener("keydown", (event) => {
    if (isOfComposing(event)) return;
    const isTaken = Object.hasOwn(keys, event.key) ? keys[event.key]() : options.move(event.key);
    if (isTaken) event.preventDefault();
  });
  window.visualViewport?.addEventListener("resize", () => options.isOpen && options.fit());
}
