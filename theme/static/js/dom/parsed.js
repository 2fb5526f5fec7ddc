// When the page is there.

/**
 * Act once all elements of the page are there.
 * @param {() => void} act
 */
export function whenParsed(act) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act, { once: true });
  else act();
}
