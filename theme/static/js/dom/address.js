// The address bar: what the reader chose is kept in it, and the place to which they had scrolled beside it.

/**
 * Have the address bar show an address of this page.
 * @param {string} address
 * @param {boolean} [isSameStep] whether going back skips the address that is there now
 */
export function visit(address, isSameStep = false) {
  if (address === location.pathname + location.search) return;
  if (isSameStep) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

/** Keep with the address what a reader who comes back to it wants again. @param {Record<string, number>} more */
export function keep(more) {
  history.replaceState({ ...history.state, ...more }, "");
}

/** Keep how far the reader had scrolled when they leave the page. */
export function keepPlace() {
  addEventListener("pagehide", () => keep({ top: scrollY }));
}

/** Whether the reader had scrolled when they left, and comes back. */
export function wasLeft() {
  return Boolean(history.state?.top);
}

/** Scroll to where the reader was when they left. */
export function returnToPlace() {
  if (wasLeft()) scrollTo(0, history.state.top);
}
