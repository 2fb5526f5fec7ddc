// Dates as people write them, as EDTF.

import { DATE, WIDE_DIGIT } from "./language.js";

/**
 * A date as EDTF; nothing where it cannot be read. What is EDTF already stays.
 * @param {string} text
 * @returns {string | undefined}
 */
export function edtf(text) {
  const written = text.trim().replace(WIDE_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^(?:unknown|[\dX]{4}(?:-[\dX]{2}){0,2}[~?]?)$/.test(written)) return written;
  const found = DATE.exec(written);
  if (!found) return undefined;
  return found
    .slice(1)
    .filter(Boolean)
    .map((part) => part.padStart(2, "0"))
    .join("-");
}

/** @typedef {{start?: string, end?: string, open?: boolean, about?: boolean, unknown?: boolean}} Period */

/**
 * A period as EDTF; what cannot be read stays as it is written, so that the check names it.
 * @param {Period} period
 */
export function periodOf({ start = "", end = "", open, about, unknown }) {
  if (unknown) return "unknown";
  const [from, to] = [start, end].map((text) => text.trim() && (edtf(text) ?? text.trim()));
  if (!from) return "";
  const begin = about && !/[~?]$/.test(from) ? `${from}~` : from;
  if (open) return `${begin}/..`;
  return to ? `${begin}/${to}` : begin;
}

/** The day on which one writes. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
