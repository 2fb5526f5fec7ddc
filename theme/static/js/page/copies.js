// Links to a page and to its parts that copy what they lead to; without this they are links.

/** @param {(part: Promise<void>) => void} awaited says so when it does not come */
export function offerCopies(awaited) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-copy]"));
  const copying = () => import("./copying.js");
  for (const link of links) {
    link.textContent = /** @type {string} */ (link.dataset.copy);
    link.addEventListener("pointerdown", () => copying().catch(() => {})); // there when it is let go
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!link.closest(".step")) event.preventDefault(); // that of a step shows it, too
      awaited(copying().then(({ copy }) => copy(link)));
    });
  }
}
