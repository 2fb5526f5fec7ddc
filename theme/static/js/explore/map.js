// The map of the cases: tiles with how many cases each place has; one of them filters by its place.

import { explore_map_country, explore_map_counts, explore_map_note, explore_maps, tiles_label } from "words";
import { filled } from "../dom/filled.js";
import { drawn } from "../dom/drawn.js";
import { element } from "../dom/elements.js";
import { countsOf } from "./counts.js";
import { addressOf, inPlace } from "./state.js";

/** @typedef {import("./data.js").MappedPlace} MappedPlace */
/** @typedef {import("./result.js").Result} Result */

const COUNTRY = "china"; // the map of the provinces, as in plugins/casebook/views/explore.py

/**
 * The map of the smallest chosen place that has one, or else of the provinces, and links to the others.
 * @param {Result} result
 * @param {string} facet the name of the filter by place
 * @returns {Promise<HTMLElement[]>}
 */
export async function mapOf(result, facet) {
  const asked = result.data.maps();
  const place = await mapped(result, asked);
  const frame = element("div", "explore__map");
  const [maps, { html, note }] = await Promise.all([asked, result.data.map(place)]);
  frame.append(drawn(html));
  const tiles = /** @type {SVGElement[]} */ ([...frame.querySelectorAll("a[data-place]")]);
  const told = [...tiles.map(drawnCount), ...maps]; // of no other place the cases are asked for
  const found = await countsOf(result, "place", told, { but: "place", having: () => result.data.lying(place) });
  const counts = new Map(told.map(({ id }, at) => [id, found[at].count]));
  for (const tile of tiles) {
    showTile(tile, result, counts.get(tile.dataset.place ?? "") ?? 0);
  }
  // The words beside the map and its table are of all cases.
  frame.querySelector("desc")?.replaceChildren(filled(explore_map_counts, { facet }));
  const others = [{ id: "", name: explore_map_country }, ...maps].filter(
    ({ id }) => id !== (place === COUNTRY ? "" : place),
  );
  frame
    .querySelector("figcaption")
    ?.replaceChildren(
      element("p", "quiet", explore_map_note + note),
      element(
        "p",
        "row explore__maps",
        explore_maps,
        ...others.map(({ id, name }) => link(result, id, `${name} ${counts.get(id) ?? ""}`)),
      ),
    );
  return [frame];
}

/**
 * The place whose map is shown: a chosen one, or the nearest above it that has a map.
 * @param {Result} result
 * @param {Promise<MappedPlace[]>} asked
 */
async function mapped({ data, state }, asked) {
  const chosen = state.chosen.place ?? [];
  if (!chosen.length) return COUNTRY;
  const maps = await asked;
  const isMapped = (/** @type {string} */ place) => maps.some(({ id }) => id === place);
  if (chosen.length === 1 && isMapped(chosen[0])) return chosen[0];
  const { terms } = await data.facet("place"); // with each place behind those that it lies in
  /** @type {string[]} */
  const above = [];
  let found = COUNTRY;
  for (const { id, depth } of terms) {
    above.length = depth;
    above.push(id);
    if (chosen.includes(id)) found = above.filter(isMapped).at(-1) ?? found;
  }
  return found;
}

/**
 * How many of all cases lie in the place of a tile.
 * @param {SVGElement} tile
 */
function drawnCount(tile) {
  return { id: tile.dataset.place ?? "", count: Number(tile.querySelector(".tile__count")?.textContent) };
}

/**
 * @param {SVGElement} tile
 * @param {Result} result
 * @param {number} count
 */
function showTile(tile, result, count) {
  const id = tile.dataset.place ?? "";
  const name = tile.querySelector(".tile__name")?.textContent ?? "";
  tile.querySelector(".tile__count")?.replaceChildren(String(count));
  tile.setAttribute("href", addressOf(inPlace(result.state, id)));
  tile.setAttribute("aria-label", filled(tiles_label, { place: name, count }));
  tile.classList.toggle("tile--none", !count);
  if (result.state.chosen.place?.includes(id)) tile.setAttribute("aria-current", "true");
}

/**
 * @param {Result} result
 * @param {string} place
 * @param {string} text
 */
function link(result, place, text) {
  const made = element("a", "tap", text.trim());
  made.href = addressOf(inPlace(result.state, place));
  made.dataset.place = place;
  return made;
}
