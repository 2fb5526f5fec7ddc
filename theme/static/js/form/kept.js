// What is written, kept in the browser at every key, so that nothing is lost: not by a reload, not between two tabs.

const MINE = Math.random().toString(36).slice(2); // which tab wrote

/** @typedef {import("./compose.js").Answers} Answers */
/**
 * @typedef {object} Shelf
 * @property {() => Answers | undefined} read what was kept
 * @property {(answers: Answers) => boolean} keep whether there was room
 * @property {() => void} clear
 * @property {() => void} take from now on this tab writes again
 */

/**
 * A place in the browser for the answers of one form. When another tab writes there, `elsewhere` is called, and this tab
 * writes beside it until someone has said which of the two counts.
 * @param {string} name
 * @param {() => void} elsewhere
 * @returns {Shelf}
 */
export function shelf(name, elsewhere) {
  let isBeside = false;
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== name || !newValue || JSON.parse(newValue).by === MINE) return;
    isBeside = true;
    elsewhere();
  });
  return {
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(name) ?? "null");
        return kept?.answers;
      } catch {
        return undefined; // no storage, or what nobody of ours wrote
      }
    },
    keep(answers) {
      try {
        localStorage.setItem(isBeside ? `${name} beside` : name, JSON.stringify({ by: MINE, answers }));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        localStorage.removeItem(name);
        localStorage.removeItem(`${name} beside`);
      } catch {
        // Nothing was kept.
      }
    },
    take() {
      isBeside = false;
    },
  };
}
