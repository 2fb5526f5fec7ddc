// What of a page a query hits: the page itself, steps of it, figures of it.

import { partsOf } from "./occurrences.js";
import { holdsAll, matches, needles, snippet } from "./snippet.js";
import { englishQuery, englishTerms, englishWords } from "../index/english.js";
import { fold, foldText, runs } from "../index/terms.js";

/** @typedef {import("../index/pages.js").PageText} PageText */
/** @typedef {import("./snippet.js").Part} Part */
/** @typedef {{title: string, anchor: string, snippet: Part[]}} StepHit */
/** @typedef {{text: string, indicator: string, anchor: string, snippet: Part[]}} FigureHit */
/**
 * A page that holds a query; `english` is its English title, where that or what goes with it is English and holds the query;
 * `part` is the section or step of its first match, `names` are those of its names and labels
 * that hold it where its title and prose do not, `isPhrase` tells whether it holds the words with all that was typed
 * between them.
 * @typedef {{page: PageText, query: string, isPhrase: boolean, title: Part[], english: Part[], names: Part[][], snippet: Part[],
 *   part: {title: string, anchor: string}, steps: StepHit[], figures: FigureHit[]}} Hit
 */

const NAMES = 3; // of those that hold the query

/**
 * What `query` hits of a page, or null when a run of it stands nowhere in the page's text.
 * @param {PageText} page
 * @param {string} query
 * @param {boolean} [isLoose] whether some words of it are enough
 * @returns {Hit | null}
 */
export function hit(page, query, isLoose = false) {
  const isEnglish = says(page, query, isLoose);
  if (!isLoose && !isEnglish && !holdsAll(page.text, query)) return null;
  const rest = inside(page, query);
  return {
    page,
    query,
    isPhrase: isLoose || (isEnglish ? foldText(page.english).includes(fold(query)) : matches(page.text, query)),
    title: partsOf(page.title, query),
    english: [],
    ...(isEnglish ? inEnglish(page, query) : told(page, query)),
    steps: steps(page, query, rest),
    figures: figures(page, query, rest),
  };
}

/**
 * Whether the English of a page says a query in English, or some words of it.
 * @param {PageText} page
 * @param {string} query
 * @param {boolean} isLoose whether some are enough
 */
function says({ english }, query, isLoose) {
  const wanted = englishQuery(query);
  const said = new Set(wanted.length ? englishTerms(english) : []);
  return (
    wanted.length > 0 && (isLoose ? wanted.some((term) => said.has(term)) : wanted.every((term) => said.has(term)))
  );
}

/**
 * A page that is shown in English.
 * @param {PageText} page
 * @param {string} query
 */
function inEnglish({ english }, query) {
  const [title, summary = ""] = english.split("\n");
  const sought = matches(english, query) ? query : englishWords(query).join(" ");
  return {
    english: partsOf(title, sought),
    snippet: partsOf(summary, sought),
    part: { title: "", anchor: "" },
    names: [],
  };
}

/**
 * A page that is shown in its own language.
 * @param {PageText} page
 * @param {string} query
 */
function told(page, query) {
  return holdsAll(page.title, query) ? { ...summed(page, query), names: [] } : around(page, query);
}

/**
 * A page that is shown by its summary, and opened at its beginning.
 * @param {PageText} page
 * @param {string} query
 */
function summed({ text, prose }, query) {
  const [summary] = text.slice(prose).split("\n", 1);
  const isSaid = runs(fold(query)).some((run) => foldText(summary).includes(run)); // else only pairs of it would be marked
  return { snippet: partsOf(summary, isSaid ? query : ""), part: { title: "", anchor: "" } };
}

/**
 * What stands around the first match in the prose of a page; or else its summary, and the names that match.
 * @param {PageText} page
 * @param {string} query
 */
function around(page, query) {
  const { text, prose, parts } = page;
  const found = snippet(text, query, prose);
  if (found.at < prose) return { ...summed(page, query), names: namesWith(page, query) };
  const [, , title, anchor] = parts.filter(([start]) => start <= found.at).pop() ?? [0, "", "", ""];
  return { snippet: found.parts, part: { title, anchor }, names: [] };
}

/**
 * The names and labels of a page that hold words of a query.
 * @param {PageText} page
 * @param {string} query
 */
function namesWith({ title, text, prose }, query) {
  const sought = needles(query, foldText(text));
  const words = [...new Set(text.slice(title.length, prose).split(/\s+/))];
  const found = words.filter((word) => sought.some((needle) => foldText(word).includes(needle)));
  return found.slice(0, NAMES).map((word) => partsOf(word, query));
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
