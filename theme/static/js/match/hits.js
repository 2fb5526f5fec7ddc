// What of a page a query hits: the page itself, steps of it, figures of it.

import { partsOf } from "./occurrences.js";
import { holdsAll, matches, snippet } from "./snippet.js";
import { fold, foldText, runs } from "../index/terms.js";

/** @typedef {import("../index/pages.js").PageText} PageText */
/** @typedef {import("./snippet.js").Part} Part */
/** @typedef {{title: string, anchor: string, snippet: Part[]}} StepHit */
/** @typedef {{text: string, indicator: string, anchor: string, snippet: Part[]}} FigureHit */
/**
 * A page that holds a query; `part` is the section or step of its first match, `isPhrase` whether it holds the words with
 * all that was typed between them.
 * @typedef {{page: PageText, query: string, isPhrase: boolean, title: Part[], snippet: Part[], part: {title: string,
 *   anchor: string}, steps: StepHit[], figures: FigureHit[]}} Hit
 */

/**
 * What `query` hits of a page, or null when a run of it stands nowhere in the page's text.
 * @param {PageText} page
 * @param {string} query
 * @param {boolean} [isLoose] whether some words of it are enough
 * @returns {Hit | null}
 */
export function hit(page, query, isLoose = false) {
  if (!isLoose && !holdsAll(page.text, query)) return null;
  const rest = inside(page, query);
  return {
    page,
    query,
    isPhrase: isLoose || matches(page.text, query),
    title: partsOf(page.title, query),
    ...(holdsAll(page.title, query) ? whole(page, query) : around(page, query)),
    steps: steps(page, query, rest),
    figures: figures(page, query, rest),
  };
}

/**
 * A page whose title says it all is shown by its summary, and opened at its beginning.
 * @param {PageText} page
 * @param {string} query
 */
function whole({ text, prose }, query) {
  const [summary] = text.slice(prose).split("\n", 1);
  return { snippet: partsOf(summary || text, query), part: { title: "", anchor: "" } };
}

/**
 * Any other by what stands around the first match.
 * @param {PageText} page
 * @param {string} query
 */
function around({ text, prose, parts }, query) {
  const found = snippet(text, query, prose);
  const [, , title, anchor] = parts.filter(([start]) => start <= found.at).pop() ?? [0, "", "", ""];
  return { snippet: found.parts, part: { title, anchor } };
}

/**
 * Whether a piece of a page is hit: it holds a run of the query, and the page's title or facts hold those it lacks.
 * @param {PageText} page
 * @param {string} query
 * @returns {(piece: string) => boolean}
 */
function inside(page, query) {
  const sought = runs(fold(query));
  const around = foldText(`${page.title} ${page.facts}`);
  return (piece) => {
    const lacking = sought.filter((run) => !foldText(piece).includes(run));
    return lacking.length < sought.length && lacking.every((run) => around.includes(run));
  };
}

/**
 * @param {PageText} page
 * @param {string} query
 * @param {(piece: string) => boolean} isHit
 * @returns {StepHit[]}
 */
function steps({ text, parts }, query, isHit) {
  return parts.flatMap(([start, kind, title, anchor], at) => {
    const piece = text.slice(start, parts[at + 1]?.[0]);
    return kind === "step" && isHit(piece)
      ? [{ title, anchor, snippet: snippet(piece.slice(title.length).trim(), query).parts }]
      : [];
  });
}

/**
 * @param {PageText} page
 * @param {string} query
 * @param {(piece: string) => boolean} isHit
 * @returns {FigureHit[]}
 */
function figures({ text, figures }, query, isHit) {
  return figures.flatMap(([start, end, from, to, indicator, anchor]) => {
    const sentence = text.slice(from, to);
    return isHit(`${sentence} ${indicator}`)
      ? [{ text: text.slice(start, end), indicator, anchor, snippet: snippet(sentence, query).parts }]
      : [];
  });
}
