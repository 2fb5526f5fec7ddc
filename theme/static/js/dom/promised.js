// What the promised browsers have (browserslist in package.json) and older ones lack. Without it a page would answer wrongly
// or not at all: so it says that, and nothing that imports this runs.

import { whenParsed } from "./parsed.js";

const NEEDED = [
  Object.hasOwn,
  Object.fromEntries,
  Array.prototype.at,
  Array.prototype.flatMap,
  String.prototype.matchAll,
  String.prototype.replaceAll,
  window.AbortController,
  window.TransformStream,
];

if (!NEEDED.every(Boolean)) {
  whenParsed(() => {
    const part = document.getElementById("site-trouble");
    part?.classList.add("trouble--told");
    part?.querySelector("p")?.replaceChildren(part.dataset.old ?? "");
  });
  throw new Error("this browser is older than the promised ones");
}
