// On every page: the search field, the keys that lead to it, and what was searched for on a page that was found. All that
// weighs is fetched when a reader begins to use it.

import "./dom/promised.js";
import { line_missed, line_reload, line_unstyled } from "words";
import { say, unsay } from "./dom/line.js";
import { whenParsed } from "./dom/parsed.js";
import { shortcuts } from "./field/shortcuts.js";
import { tidy } from "./dom/typed.js";
import { offerCopies } from "./page/copies.js";
import { watchFolds } from "./page/folds.js";
import { keepPages } from "./page/keeping.js";
import { unfoldOnPaper } from "./page/paper.js";
import { watchStyles } from "./page/styles.js";

const PATIENCE = 7_500; // milliseconds: a reader is told something within eight seconds
let isMoved = false; // whether the reader has moved on the page: then nothing moves it for them
for (const act of ["wheel", "touchmove", "keydown"])
  addEventListener(act, () => (isMoved = true), { once: true, passive: true });
const hasMoved = () => isMoved;

const reload = () => location.reload();
const suggesting = () => import("./field/suggest.js");

/**
 * Say so when a part of the page does not come, or not in time; the page is whole without it.
 * @param {Promise<void>} part
 */
function awaited(part) {
  const missed = () => document.querySelector(".line") ?? say(line_missed, line_reload, reload); // the least of all news
  const late = setTimeout(missed, PATIENCE);
  part.catch(missed).finally(() => clearTimeout(late));
}

function start() {
  offerCopies(awaited);
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".search__field"));
  if (!field) return;
  shortcuts(field);
  if (!field.form?.hasAttribute("data-suggest")) return;
  awaited(
    import("./field/combobox.js").then(({ combobox }) => {
      combobox(field, async (query) => (await suggesting()).suggested(query));
      if (field.value && document.activeElement === field) field.dispatchEvent(new Event("input")); // typed before
    }),
  );
  field.addEventListener("focus", () => suggesting().catch(() => {}), { once: true }); // its failure is told when asked
  const query = tidy(new URLSearchParams(location.search).get("q") ?? "");
  if (query) awaited(import("./page/found.js").then(({ showFound }) => showFound(query, hasMoved)));
}

if (document.readyState === "complete") keepPages();
else addEventListener("load", keepPages, { once: true }); // all that the reader waits for is there
watchStyles((isMissing) => whenParsed(() => (isMissing ? say(line_unstyled, line_reload, reload) : unsay())));
addEventListener("click", ({ target: at }) => {
  // What a reader has marked goes along to the form that tells of a mistake.
  const link = /** @type {any} */ (at);
  if (link.dataset?.report) link.hash = `${getSelection()}`.slice(0, 500);
});
unfoldOnPaper();
watchFolds();
whenParsed(start);
