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
 * The elements of the page whose ids begin alike, by the rest of their ids; the template has them all.
 * @param {string} prefix
 * @returns {(id: string) => any}
 */
export function parts(prefix) {
  return (id) => document.getElementById(`${prefix}-${id}`);
}
