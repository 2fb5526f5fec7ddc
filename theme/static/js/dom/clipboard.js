// Where one pastes from.

import { element } from "./elements.js";

/**
 * Put a text where one pastes from; browsers inside of apps may only know the old way.
 * @param {string} text
 */
export async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writtenOnce(text);
  }
}

/** @param {string} text */
function writtenOnce(text) {
  const field = element("textarea", "hidden");
  field.value = text;
  document.body.append(field);
  field.select();
  const isThere = document.execCommand("copy");
  field.remove();
  return isThere;
}
