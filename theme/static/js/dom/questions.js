// Questions that take time to answer: the newest alone counts, and what takes long is said to be under way.

const SLOW = 400; // milliseconds

/**
 * The questions that one part of a page asks. `ask` gives what `answer` comes to; undefined, also for its failure, when
 * another question was asked meanwhile. `drop`: what is still asked comes too late.
 * @typedef {object} Questions
 * @property {<Answer>(answer: () => Promise<Answer>) => Promise<Answer | undefined>} ask
 * @property {() => void} drop
 */

/**
 * @param {() => void} wait says that an answer is on its way
 * @param {number} [slow] milliseconds after which that is said
 * @returns {Questions}
 */
export function questions(wait, slow = SLOW) {
  let newest = 0;
  return {
    async ask(answer) {
      const number = (newest += 1);
      const isNewest = () => number === newest;
      const waiting = setTimeout(() => isNewest() && wait(), slow);
      try {
        const found = await answer();
        return isNewest() ? found : undefined;
      } catch (error) {
        if (isNewest()) throw error;
        return undefined;
      } finally {
        clearTimeout(waiting); // before anything is shown: it would overwrite what is said then
      }
    },
    drop: () => (newest += 1),
  };
}
