// The style sheet of a page, when it does not come.

const PATIENCE = 6_000; // milliseconds

/** Whether the page has its styles, to their end. */
function hasStyles() {
  return Boolean(getComputedStyle(document.documentElement).getPropertyValue("--whole"));
}

/**
 * Show the page without its styles when they are late, since the browser shows nothing before; with them, once they come.
 * @param {(isMissing: boolean) => void} tell
 */
export function watchStyles(tell) {
  const link = document.querySelector("link[rel=stylesheet]");
  if (!(link instanceof HTMLLinkElement) || hasStyles()) return;
  setTimeout(() => {
    if (hasStyles()) return;
    link.addEventListener("load", () => {
      link.media = "all";
      tell(false);
    });
    link.media = "print"; // what is not of the screen holds up nothing
    tell(true);
  }, PATIENCE);
  addEventListener("load", () => hasStyles() || tell(true));
}
