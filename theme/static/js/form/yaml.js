// Values as YAML, quoted where YAML would read them otherwise.

import { PLAIN } from "./language.js";

const OTHERWISE = /: |:$| #|[[\]{},"'`]|\s$|^(?:null|true|false|yes|no|on|off|~)$/i;

/**
 * A text on one line: line ends within Chinese are none.
 * @param {string} text
 */
export function oneLine(text) {
  return text
    .trim()
    .replace(/([\p{P}\p{Script=Han}])\s*\n\s*/gu, "$1")
    .replace(/\s*\n\s*/g, " ");
}

/**
 * A value as it stands behind a key or in a list.
 * @param {string} text
 */
export function scalar(text) {
  const line = oneLine(text);
  return PLAIN.test(line) && !OTHERWISE.test(line) ? line : JSON.stringify(line);
}

/**
 * A list on one line.
 * @param {string[]} values
 */
export function list(values) {
  return `[${values.map(scalar).join(", ")}]`;
}

/**
 * A row of keys and values on one line; keys without a value are left out.
 * @param {Record<string, string>} row
 */
export function row(row) {
  const pairs = Object.entries(row).filter(([, value]) => value);
  return `{${pairs.map(([key, value]) => `${key}: ${scalar(value)}`).join(", ")}}`;
}
