// On every page: the search field, the keys that lead to it, and what was searched for on a page that was found. All that
// weighs is fetched when a reader begins to use it.

import { combobox } from "./combobox.js";
import { shortcuts } from "./shortcuts.js";
import { tidy } from "./typed.js";

const suggesting = () => import("./suggest.js");

const field = document.querySelector(".search__field");
if (field instanceof HTMLInputElement) {
  if (field.form?.hasAttribute("data-suggest")) {
    combobox(field, async (query) => (await suggesting()).suggested(query));
    field.addEventListener("focus", () => suggesting().catch(() => {}), { once: true }); // its failure is told when asked
    const query = tidy(new URLSearchParams(location.search).get("q") ?? "");
    if (query) import("./found.js").then(({ showFound }) => showFound(query));
  }
  shortcuts(field);
}
