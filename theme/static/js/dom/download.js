// A file made on the page, for the reader to keep.

import { element } from "./elements.js";

const KEPT = 60_000; // milliseconds for which the browser can fetch it

/**
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function download(name, text, type) {
  const link = element("a", "");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
