// Elements: making them, and finding those of the page.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(string | Node)} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...inside) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inside);
  return made;
}

/**
 * Write a text where it differs: in a place that is read out it would be read out again.
 * @param {Element} place
 * @param {string} text
 */
export function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/**
 * Put what was made into a place where it differs, so that what was read out or has the focus stays.
 * @param {Element} place
 * @param {...Node} made
 */
export function renew(place, ...made) {
  const next = /** @type {Element} */ (place.cloneNode(false));
  next.append(...made);
  if (!next.isEqualNode(place)) place.replaceChildren(...next.childNodes);
}

/**
 * The elements of the page whose ids begin alike, by the rest of their ids; the template has them all.
 * @param {string} prefix
 * @returns {(id: string) => any}
 */
export function parts(prefix) {
  return (id) => document.getElementById(`${prefix}-${id}`);
}
