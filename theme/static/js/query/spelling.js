// How far two words are from each other, and the word that was meant by one that is misspelt.

const SHORT = 6; // letters: in a shorter word more than one that is wrong makes another word

/**
 * How many characters must be put in, left out or replaced to make one row from the other; `most` + 1 when more than that.
 * @template T
 * @param {ArrayLike<T>} one
 * @param {ArrayLike<T>} other
 * @param {number} most
 * @param {(a: T, b: T) => number} [cost] of replacing one by the other
 */
export function distance(one, other, most, cost = (a, b) => (a === b ? 0 : 1)) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost(one[i - 1], other[j - 1]));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[other.length];
}

/**
 * A text with its misspelt English words put right by the nearest one of `words`.
 * @param {string} text
 * @param {string[]} words
 */
export function spelled(text, words) {
  return text.toLowerCase().replace(/[a-z]{4,}/g, (word) => {
    if (words.some((other) => other.includes(word))) return word;
    const most = word.length < SHORT ? 1 : 2;
    const near = words.map((other) => ({ other, far: distance(word, other, most) })).filter(({ far }) => far <= most);
    return near.sort((one, other) => one.far - other.far)[0]?.other ?? word;
  });
}
