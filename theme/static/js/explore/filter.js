// Which cases meet what was chosen, and how many each option would leave.

/** @typedef {import("./data.js").Figure} Figure */
/** @typedef {{key: string, joins: string, chosen: import("./data.js").Having[]}} Choice the terms chosen of a facet */

// Where a case stands as to the chosen figures: they are within the bounds, may be, are outside; it reports them by
// another series, which cannot be compared; it does not report them.
export const WITHIN = 0;
const MAYBE = 1;
export const OTHER = 2;
export const SILENT = 3;
export const OUTSIDE = 4;

/**
 * A mark for each case that meets a choice.
 * @param {number} count of all cases
 * @param {Choice} choice
 */
function meeting(count, { joins, chosen }) {
  const marks = new Uint8Array(count);
  for (const { numbers } of chosen) for (const number of numbers) marks[number] += 1;
  const needed = joins === "all" ? chosen.length : 1;
  return marks.map((mark) => Number(mark >= needed));
}

/**
 * The cases that meet all choices; for `but`, those that meet all others.
 * @param {number} count
 * @param {Choice[]} choices
 * @returns {(but?: string) => Uint8Array}
 */
export function filtered(count, choices) {
  const met = choices
    .filter(({ chosen }) => chosen.length)
    .map((choice) => ({ key: choice.key, marks: meeting(count, choice) }));
  return (but) => {
    const marks = new Uint8Array(count).fill(1);
    for (const one of met) {
      if (one.key !== but) for (let at = 0; at < count; at += 1) marks[at] &= one.marks[at];
    }
    return marks;
  };
}

/**
 * Where each case stands as to the figures of a series; `others` are figures of the same indicator in other series.
 * @param {number} count
 * @param {Figure[]} figures
 * @param {Figure[]} others
 * @param {number | null} min
 * @param {number | null} max
 */
export function standings(count, figures, others, min, max) {
  const found = new Uint8Array(count).fill(SILENT);
  for (const [number] of others) found[number] = OTHER;
  const told = new Uint8Array(count).fill(OUTSIDE);
  for (const figure of figures) told[figure[0]] = Math.min(told[figure[0]], standing(figure, min, max));
  for (const [number] of figures) found[number] = told[number];
  return found;
}

/**
 * @param {Figure} figure
 * @param {number | null} min
 * @param {number | null} max
 */
function standing([, , least, most], min, max) {
  const [from, to] = endsOf(least, most);
  const [lowest, highest] = endsOf(min, max);
  if (from > highest || to < lowest) return OUTSIDE;
  return from >= lowest && to <= highest ? WITHIN : MAYBE;
}

/**
 * @param {number | null} least
 * @param {number | null} most
 */
function endsOf(least, most) {
  return [least ?? -Infinity, most ?? Infinity];
}

/**
 * How many of the cases marked an option has that stand within, and whether it has any that is shown at all.
 * @param {number[]} numbers of the option
 * @param {Uint8Array} marks
 * @param {Uint8Array} stands
 */
export function counted(numbers, marks, stands) {
  let count = 0;
  let any = false;
  for (const number of numbers) {
    if (!marks[number] || stands[number] === OUTSIDE) continue;
    any = true;
    if (stands[number] === WITHIN) count += 1;
  }
  return { count, any };
}

/**
 * The cases marked, group by group, each in this order.
 * @param {number[]} order
 * @param {Uint8Array} marks
 * @param {Uint8Array} stands
 * @returns {number[][]} by WITHIN, MAYBE, OTHER, SILENT
 */
export function grouped(order, marks, stands) {
  /** @type {number[][]} */
  const groups = [[], [], [], []];
  for (const number of order) if (marks[number]) groups[stands[number]]?.push(number);
  return groups;
}

/**
 * The cases of a series by their figures: by the largest of each, or from the least; then the others as they were.
 * @param {Figure[]} figures
 * @param {number[]} order
 * @param {boolean} isFalling
 */
export function byFigure(figures, order, isFalling) {
  const sign = isFalling ? -1 : 1;
  const sorted = [...figures].sort((one, other) => sign * (one[1] - other[1]));
  return [...new Set([...sorted.map(([number]) => number), ...order])];
}
