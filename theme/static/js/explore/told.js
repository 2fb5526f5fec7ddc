// What is said of a result: how many cases there are in each group, and what a group is.

import {
  explore_found,
  explore_found_crossed,
  explore_found_maybe,
  explore_found_other,
  explore_found_outside,
  explore_found_reported,
  explore_found_silent,
  explore_found_within,
  explore_group_maybe,
  explore_group_maybe_note,
  explore_group_other,
  explore_group_other_note,
  explore_group_silent,
  explore_group_silent_note,
  explore_page,
  text_semicolon,
  text_stop,
} from "words";
import { filled } from "../dom/filled.js";
import { OTHER, OUTSIDE, SILENT, WITHIN } from "./filter.js";

/** @typedef {import("./result.js").Result} Result */

/**
 * What is said of the groups: how many cases there are in each.
 * @param {Result} result
 */
export function told(result) {
  const { groups, stands, marked, state, pages } = result;
  const [within, maybe, other, silent] = groups.map(({ length }) => length);
  const outside = marked().filter((isMarked, number) => isMarked && stands[number] === OUTSIDE).length;
  const parts = [
    filled(foundAs(result), { count: within }),
    maybe && filled(explore_found_maybe, { count: maybe }),
    outside && filled(explore_found_outside, { count: outside }),
    other && filled(explore_found_other, { count: other }),
    silent && filled(explore_found_silent, { count: silent }),
    Number(state.min) > Number(state.max || Infinity) && explore_found_crossed,
    pages > 1 && filled(explore_page, { page: state.page, pages }),
  ];
  return parts.filter(Boolean).join(text_semicolon) + text_stop;
}

/** @param {Result} result */
function foundAs({ measure, state }) {
  if (!measure) return explore_found;
  return state.min || state.max ? explore_found_within : explore_found_reported;
}

/**
 * The heading of a group, and a sentence on it.
 * @param {Result} result
 * @param {number} group
 */
export function headed(result, group) {
  const { title, note } = headOf(result, group);
  return { title: filled(title, { count: result.groups[group].length }), note };
}

/**
 * @param {Result} result
 * @param {number} group
 */
function headOf(result, group) {
  if (group === WITHIN) return { title: foundAs(result), note: result.measure?.here.title ?? "" };
  if (group === OTHER) return { title: explore_group_other, note: explore_group_other_note };
  if (group === SILENT) return { title: explore_group_silent, note: explore_group_silent_note };
  return { title: explore_group_maybe, note: explore_group_maybe_note };
}
