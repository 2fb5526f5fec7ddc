// The addresses of steps: what the core offers for their titles, and until it does, a neutral one. Whoever has seen an address
// may have passed it on, so that it stays, whatever the title becomes.

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const NEUTRAL = new RegExp(`^(?:${ORDINALS.join("|")}|s\\d+)$`);

/** @typedef {{title: string, text: string, id: string}} Step */

/**
 * A neutral address that no step has.
 * @param {Set<string | undefined>} taken
 */
export function neutral(taken) {
  const free = (/** @type {string} */ id) => !taken.has(id);
  return ORDINALS.find(free) ?? /** @type {string} */ ([...Array(99).keys()].map((at) => `s${at + 11}`).find(free));
}

/**
 * The steps with the addresses that are offered; `undefined` where nothing changes.
 * @param {Step[]} steps
 * @param {Record<string, string>} offered by the addresses that they have
 * @param {string[]} kept those that were handed in
 */
export function named(steps, offered, kept) {
  const isNew = (/** @type {Step} */ { id }) => NEUTRAL.test(id) && id in offered && !kept.includes(id);
  return steps.some(isNew) ? steps.map((step) => (isNew(step) ? { ...step, id: offered[step.id] } : step)) : undefined;
}
