// The cases of a page of the list that are not drawn first: they have their places, and come as a reader comes near.

import { mayJump, whenNear } from "../dom/nearness.js";

/**
 * @typedef {object} Coming
 * @property {(steps: (() => Promise<void>)[]) => void} wait for the cases of a new list, which the steps draw in turn
 * @property {() => Promise<void>} all of them are there
 */

/**
 * @param {HTMLElement} list
 * @param {() => void} come acts on cases that have come
 * @param {(error: unknown) => void} fail
 * @returns {Coming}
 */
export function coming(list, come, fail) {
  let waiting = new AbortController(); // for what one list has left
  /** @type {(() => Promise<void>)[]} */
  let left = [];

  /** @param {number} [count] of steps */
  async function draw(count = left.length) {
    const { signal } = waiting;
    try {
      await Promise.all(left.splice(0, count).map((step) => step()));
      if (signal.aborted) return; // the list is another by now
      come();
      watch();
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  }

  function watch() {
    if (left.length) whenNear(list.querySelectorAll(".coming"), () => draw(1), waiting.signal);
  }

  return {
    wait(steps) {
      waiting.abort();
      waiting = new AbortController();
      left = steps;
      if (left.length) mayJump(() => draw(), waiting.signal);
      watch();
    },
    all: () => draw(),
  };
}
