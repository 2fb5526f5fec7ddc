// The article that is pasted at the beginning, and what the form takes over from it.

import { form_drafted, form_drafting, form_stories, form_whole } from "words";
import { element, parts } from "../dom/elements.js";
import { filled } from "../dom/filled.js";
import { today } from "./dates.js";
import { isAnswered } from "./compose.js";

/** @typedef {import("./compose.js").Answers} Answers */

const at = parts("form");

/**
 * @param {(asked: import("./core.js").ToDraft) => void} draft
 * @param {(text: string) => void} typed
 */
export function pasted(draft, typed) {
  const [paste, told] = [at("paste"), at("drafted")];

  /** @param {number} [only] which story of the article; nothing where that is to be found out, 0 for the whole */
  function ask(only) {
    told.textContent = form_drafting;
    draft({ draft: paste.value, isOwn: at("own").checked, today: today(), only });
  }

  /** @param {string} title @param {number} only */
  function story(title, only) {
    const button = element("button", "form__jump", title);
    button.type = "button";
    button.addEventListener("click", () => ask(only));
    return element("li", "", button);
  }

  at("draft").addEventListener("click", () => ask());
  paste.addEventListener("input", () => typed(paste.value));
  return {
    /** @param {string} text */
    fill: (text) => (paste.value = text),
    /**
     * Tell what was found; the answers with what an article gives where nothing is answered but by an article before, or
     * nothing where it gives none.
     * @param {import("./core.js").Drafted} found
     * @param {Answers} answers
     * @param {(id: string) => boolean} isAsked whether there is such a question
     * @returns {Answers | undefined}
     */
    take({ answers: given, wrong, notes, stories }, answers, isAsked) {
      const before = answers.given ?? {};
      const isOpen = (/** @type {string} */ id) =>
        !isAnswered(answers[id]) || JSON.stringify(answers[id]) === JSON.stringify(before[id]);
      const open = Object.keys({ ...before, ...given }).filter(isOpen);
      const count = open.filter((id) => isAsked(id) && isAnswered(given[id])).length;
      const first = wrong || (stories.length ? form_stories : filled(form_drafted, { count }));
      const ways = stories.length
        ? [...stories.map((title, place) => story(title, place + 1)), story(form_whole, 0)]
        : [];
      told.replaceChildren(
        ...[first, ...notes].map((text) => element("p", "", text)),
        element("ul", "form__read", ...ways),
      );
      if (wrong || stories.length) return undefined;
      return { ...answers, ...Object.fromEntries(open.map((id) => [id, given[id]])), given };
    },
  };
}
