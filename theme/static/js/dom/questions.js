// Questions that take time to answer: the newest alone counts, and what takes long is said to be under way.

const SLOW = 400; // milliseconds

/** The questions that one part of a page asks. */
export class Questions {
  /**
   * @param {() => void} wait says that an answer is on its way
   * @param {number} [slow] milliseconds after which that is said
   */
  constructor(wait, slow = SLOW) {
    this.wait = wait;
    this.slow = slow;
    this.newest = 0;
  }

  /**
   * What `answer` comes to; undefined, also for its failure, when another question was asked meanwhile.
   * @template Answer
   * @param {() => Promise<Answer>} answer
   * @returns {Promise<Answer | undefined>}
   */
  async ask(answer) {
    this.drop();
    const number = this.newest;
    const isNewest = () => number === this.newest;
    const waiting = setTimeout(() => isNewest() && this.wait(), this.slow);
    try {
      const found = await answer();
      return isNewest() ? found : undefined;
    } catch (error) {
      if (isNewest()) throw error;
      return undefined;
    } finally {
      clearTimeout(waiting); // before anything is shown: it would overwrite what is said then
    }
  }

  /** What is still asked comes too late. */
  drop() {
    this.newest += 1;
  }
}
