// What is folded opens when an address leads into it. Newer browsers do so themselves, Safari did not for long.

/** Open what the address leads into, now and whenever it leads elsewhere. */
export function watchFolds() {
  const open = () => {
    const part = document.querySelector(":target");
    const fold = part?.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    part?.scrollIntoView();
  };
  addEventListener("hashchange", open);
  addEventListener("load", open);
}
