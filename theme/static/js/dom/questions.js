// Questions that take time to answer: the newest alone counts; what takes long is said to be under way, and what takes too
// long, too. An answer that comes after that still counts.

import { Late } from "./trouble.js";

const SLOW = 400; // milliseconds
const PATIENCE = 7_500; // milliseconds: a reader is told something within eight seconds

/**
 * The questions that one part of a page asks. `ask` gives what `answer` comes to; undefined, also for its failure, when
 * another question was asked meanwhile. `drop`: what is still asked comes too late.
 * @typedef {object} Questions
 * @property {<Answer>(answer: (isNewest: () => boolean) => Promise<Answer>) => Promise<Answer | undefined>} ask
 * @property {() => void} drop
 */

/**
 * @param {() => void} wait says that an answer is on its way
 * @param {(late: Late) => void} tell says that it takes too long
 * @param {number} [slow] milliseconds after which the first is said
 * @returns {Questions}
 */
export function questions(wait, tell, slow = SLOW) {
  let newest = 0;
  return {
    async ask(answer) {
      const number = (newest += 1);
      const isNewest = () => number === newest;
      const waiting = [
        setTimeout(() => isNewest() && wait(), slow),
        setTimeout(() => isNewest() && tell(new Late()), PATIENCE),
      ];
      try {
        const found = await answer(isNewest);
        return isNewest() ? found : undefined;
      } catch (error) {
        if (isNewest()) throw error;
        return undefined;
      } finally {
        waiting.forEach(clearTimeout); // before anything is shown: it would overwrite what is said then
      }
    },
    drop: () => (newest += 1),
  };
}
