// The keys that lead to the search field from anywhere on a page, and Esc, which leads back.

import { isOfComposing } from "../dom/typed.js";

const KEYS = "/ Control+K Meta+K";
const TYPED_IN = "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

/** @param {KeyboardEvent} event */
function isSearchKey(event) {
  if (isOfComposing(event) || event.altKey) return false;
  if (event.key === "/") return !event.ctrlKey && !event.metaKey; // on some keyboards Shift makes it
  return event.key.toLowerCase() === "k" && event.ctrlKey !== event.metaKey && !event.shiftKey;
}

/** @param {EventTarget | null} target */
function isTypedIn(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_IN));
}

/**
 * Lead to `field` by / and Ctrl-K (Cmd-K), and show so; back to where the reader was by Esc.
 * @param {HTMLInputElement} field
 */
export function shortcuts(field) {
  /** @type {(() => void) | null} */
  let back = null;
  field.setAttribute("aria-keyshortcuts", KEYS);
  field.after(hint());
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !isSearchKey(event) || isTypedIn(event.target)) return;
    event.preventDefault();
    const [before, place] = [document.activeElement, window.scrollY];
    field.focus();
    field.select();
    back = () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      window.scrollTo({ top: place, behavior: "instant" });
    };
  });
  // at the document, so that the list of suggestions, which comes later, takes the key first
  document.addEventListener("keydown", (event) => {
    if (event.target !== field || event.key !== "Escape" || event.defaultPrevented || isOfComposing(event)) return;
    event.preventDefault(); // the browser would empty the field
    const goBack = back;
    field.blur();
    goBack?.();
  });
  field.addEventListener("blur", () => {
    back = null; // whoever left by another way has no place to go back to
  });
}

/** The key, shown in the field; screen readers are told by aria-keyshortcuts. */
function hint() {
  const key = document.createElement("kbd");
  key.className = "search__key";
  key.textContent = "/";
  key.setAttribute("aria-hidden", "true");
  return key;
}
