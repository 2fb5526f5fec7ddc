// The button that empties the form.

import { form_anew, form_anew_sure } from "words";

/**
 * Act when the button was pressed twice: the first time it asks whether that is meant.
 * @param {HTMLButtonElement} button
 * @param {() => void} act
 */
export function anew(button, act) {
  let isSure = false;
  button.addEventListener("click", () => {
    if (isSure) act();
    isSure = !isSure;
    button.textContent = isSure ? form_anew_sure : form_anew;
  });
}
