// The style sheets of a page, when one does not come.

const PATIENCE = 6_000; // milliseconds

/** Whether a style sheet (`site-3HBPQ7VN.css`) is there to its end, where it says so by its name. @param {HTMLLinkElement} link */
function isWhole({ href }) {
  const [, name] = href.split(/.*\/|-/);
  return Boolean(getComputedStyle(document.documentElement).getPropertyValue(`--whole-${name}`));
}

/**
 * Show the page without a style sheet that is late, since the browser shows nothing before; with it, once it comes.
 * @param {(isMissing: boolean) => void} tell
 */
export function watchStyles(tell) {
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
  const missing = () => [...links].filter((link) => !isWhole(link));
  if (missing().length === 0) return;
  setTimeout(() => {
    const late = missing();
    for (const link of late) {
      link.addEventListener("load", () => {
        link.media = "all";
        tell(missing().length > 0);
      });
      link.media = "print"; // what is not of the screen holds up nothing
    }
    if (late.length > 0) tell(true);
  }, PATIENCE);
  addEventListener("load", () => missing().length > 0 && tell(true));
}
