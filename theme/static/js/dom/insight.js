// What comes into sight.

const NEAR = "300px"; // before it does: so that it is there in time

/**
 * Act when an element comes near to what is in sight; what is given asks anew, also of one that has stayed there.
 * @param {Element} one
 * @param {() => void} act
 */
export function whenSeen(one, act) {
  const observer = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && act(), { rootMargin: NEAR });
  return () => {
    observer.unobserve(one);
    observer.observe(one);
  };
}
