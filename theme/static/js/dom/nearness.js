// What waits until a reader comes near it.

const SCREEN = "100% 0px"; // above and below what is in sight
const SIGNS = ["keydown", "mousemove"]; // whoever has a keyboard or a mouse may search the page, print it, or jump

/**
 * Act once a reader comes within a screen of any of some elements.
 * @param {Iterable<Element>} targets
 * @param {() => void} act
 * @param {AbortSignal} signal
 */
export function whenNear(targets, act, signal) {
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: SCREEN },
  );
  for (const target of targets) observer.observe(target);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Act once a reader might come to see any part of the page without scrolling there.
 * @param {() => void} act
 * @param {AbortSignal} signal
 */
export function mayJump(act, signal) {
  for (const sign of SIGNS) addEventListener(sign, act, { once: true, signal });
}
