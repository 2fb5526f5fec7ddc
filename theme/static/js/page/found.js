// A page that was found: marks what was searched for, shows the first match, and leads from one to the next.

import { found_after, found_before, found_clear, found_count, found_label, found_nth, text_quoted } from "words";
import { filled } from "../dom/filled.js";
import { element } from "../dom/elements.js";
import { mark, unmark } from "./marks.js";

/**
 * Mark the query of the address in the text of the page, and show the first match.
 * @param {string} query
 * @param {() => boolean} hasMoved whether the reader has moved on the page
 */
export function showFound(query, hasMoved) {
  const main = document.getElementById("site-main");
  const marks = main ? mark(main, query) : [];
  if (main && marks.length) showBar(main, query, marks, hasMoved);
}

/**
 * The bar that says how many matches there are, with its buttons; and the first of them.
 * @param {HTMLElement} main
 * @param {string} query
 * @param {HTMLElement[][]} marks
 * @param {() => boolean} hasMoved
 */
function showBar(main, query, marks, hasMoved) {
  let here = first(marks);
  const status = element("span", "found__count");
  const go = (/** @type {number} */ by) => {
    here = (here + by + marks.length) % marks.length;
    show(marks, here, "auto");
    status.textContent = filled(found_nth, { number: here + 1, count: marks.length });
  };
  const bar = element(
    "section",
    "found",
    element("p", "found__status", status, " ", element("span", "found__query", filled(text_quoted, { text: query }))),
    element(
      "p",
      "found__buttons",
      button(found_before, () => go(-1)),
      button(found_after, () => go(1)),
      button(found_clear, () => {
        unmark(marks);
        bar.remove();
        document.body.classList.remove("has-found");
        forget();
        main.focus({ preventScroll: true }); // the button that had the focus is no more
      }),
    ),
  );
  bar.setAttribute("aria-label", found_label);
  bar.firstElementChild?.setAttribute("role", "status");
  main.before(bar);
  document.body.classList.add("has-found");
  status.textContent = filled(found_count, { count: marks.length });
  whenLoaded(() => hasMoved() || show(marks, here, "instant"));
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function button(text, act) {
  const made = element("button", "button", text);
  made.type = "button";
  made.onclick = act;
  return made;
}

/**
 * The match to begin with: the first in or after the part that the address names, or else of the page.
 * @param {HTMLElement[][]} marks
 */
function first(marks) {
  const part = document.getElementById(anchor());
  const at = marks.findIndex(([one]) => part && part.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  return Math.max(at, 0);
}

/** The part that the address names; what cannot be decoded names none. */
function anchor() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/**
 * @param {HTMLElement[][]} marks
 * @param {number} at
 * @param {ScrollBehavior} behavior
 */
function show(marks, at, behavior) {
  marks.forEach((match, number) => match.forEach((one) => one.classList.toggle("found__here", number === at)));
  const [one] = marks[at];
  for (let fold = one.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  one.scrollIntoView({ block: "center", behavior });
}

/**
 * Once the browser has gone to the anchor itself, which it does when it draws the page that is loaded: in the first frame
 * after that, so this acts in the second. Who comes back to the page, or loads it again, stays where they were.
 * @param {() => void} act
 */
function whenLoaded(act) {
  const [entry] = performance.getEntriesByType("navigation");
  if (entry instanceof PerformanceNavigationTiming && entry.type !== "navigate") return;
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(act));
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}

/** Take the query out of the address. */
function forget() {
  const address = new URL(location.href);
  address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}
