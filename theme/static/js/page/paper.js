// What is folded goes on paper, too. Browsers from Chrome 131 and Safari 18.4 on do so by print.css; those before print of a
// fold its first line alone, unless it is open.

/** Open what is folded for as long as the page is printed. */
export function unfoldOnPaper() {
  addEventListener("beforeprint", () => {
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".fold:not([open])"))) {
      fold.open = true;
      addEventListener("afterprint", () => (fold.open = false), { once: true });
    }
  });
}
