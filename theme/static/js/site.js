// On every page: the search field, the keys that lead to it, and what was searched for on a page that was found. All that
// weighs is fetched when a reader begins to use it.

import { shortcuts } from "./field/shortcuts.js";
import { tidy } from "./dom/typed.js";

let isMoved = false; // whether the reader has moved on the page: then nothing moves it for them
for (const act of ["wheel", "touchmove", "keydown"])
  addEventListener(act, () => (isMoved = true), { once: true, passive: true });
const hasMoved = () => isMoved;

const suggesting = () => import("./field/suggest.js");

const field = document.querySelector(".search__field");
if (field instanceof HTMLInputElement) {
  if (field.form?.hasAttribute("data-suggest")) {
    import("./field/combobox.js").then(({ combobox }) => {
      combobox(field, async (query) => (await suggesting()).suggested(query));
      if (field.value && document.activeElement === field) field.dispatchEvent(new Event("input")); // typed before
    });
    field.addEventListener("focus", () => suggesting().catch(() => {}), { once: true }); // its failure is told when asked
    const query = tidy(new URLSearchParams(location.search).get("q") ?? "");
    if (query) import("./page/found.js").then(({ showFound }) => showFound(query, hasMoved));
  }
  shortcuts(field);
}
