// Buttons that empty a form: at its end, and where it was handed in, for whoever shares the device.

import { form_anew_sure } from "words";

/**
 * Act when the button was pressed twice: the first time it asks whether that is meant.
 * @param {HTMLButtonElement} button
 * @param {() => void} act
 */
export function anew(button, act) {
  const { textContent: label } = button;
  let isSure = false;
  button.addEventListener("click", () => {
    if (isSure) act();
    isSure = !isSure;
    button.textContent = isSure ? form_anew_sure : label;
  });
}

/**
 * Offer to empty the form once it was handed in; nothing is emptied of itself.
 * @param {HTMLElement} offer with a button
 * @param {() => void} act
 * @returns {() => void} what is to be called when it was handed in
 */
export function afterwards(offer, act) {
  anew(/** @type {HTMLButtonElement} */ (offer.querySelector("button")), () => {
    act();
    offer.hidden = true;
  });
  return () => (offer.hidden = false);
}
