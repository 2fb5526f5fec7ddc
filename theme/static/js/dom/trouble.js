// What a reader can do when files have not come: try again, or read pages that need no script.

import { trouble_failed, trouble_late, trouble_offline } from "words";

/** What has not come in time. */
export class Late extends Error {}

/**
 * Why something has not come, and what may help.
 * @param {unknown} error
 */
export function why(error) {
  if (!navigator.onLine) return trouble_offline;
  return error instanceof Late ? trouble_late : trouble_failed;
}

/** The script of the page is there: nothing is to be done without it. */
export function taken() {
  const part = /** @type {HTMLElement} */ (document.getElementById("site-trouble"));
  part.hidden = true;
  return part;
}

/** @typedef {{show: (isThere?: boolean) => void}} Trouble shows what can be done, or hides it */

/**
 * The part of the page that says what can be done (theme/templates/macros/trouble.html). It shows itself when the script
 * of the page does not come; from here on the script says when, and it shows itself when the script breaks.
 * @param {() => void} again tries again
 * @returns {Trouble}
 */
export function troubles(again) {
  const part = taken();
  const button = /** @type {HTMLButtonElement} */ (part.querySelector("button"));
  part.classList.add("trouble--told");
  button.addEventListener("click", again);
  const broken = () => {
    part.hidden = false;
    button.hidden = true; // what is broken stays so until the page is loaded anew
  };
  for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, broken);
  return {
    show(isThere = true) {
      part.hidden = !isThere;
      button.hidden = false;
    },
  };
}
