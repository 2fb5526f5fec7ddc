// What is made or fetched once.

/**
 * `make`, called once for each key; what failed stays so, since a question that waits for it twice would take twice as
 * long.
 * @template K, T
 * @param {(key: K) => Promise<T>} make
 * @returns {(key: K) => Promise<T>}
 */
export function once(make) {
  /** @type {Map<K, Promise<T>>} */
  const made = new Map();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}
