// The quiet line at the foot of the window: one at a time, with a button.

import { element } from "./elements.js";

/**
 * Say something about the page, with what can be done; what was said before gives way.
 * @param {string} text
 * @param {string} label of the button
 * @param {() => void} act
 */
export function say(text, label, act) {
  const said = element("p", "line__text");
  const button = element("button", "button", label);
  const line = element("section", "line", said, button);
  said.setAttribute("role", "status");
  button.type = "button";
  button.addEventListener("click", act);
  unsay();
  document.querySelector(".skip")?.after(line); // in sight without styles, too
  said.textContent = text; // after it is there, so that it is announced
}

/** Take away what was said. */
export function unsay() {
  document.querySelector(".line")?.remove();
}
