// What is made or fetched once.

/**
 * `make`, called once for each key; what failed is tried again.
 * @template K, T
 * @param {(key: K) => Promise<T>} make
 * @returns {(key: K) => Promise<T>}
 */
export function once(make) {
  /** @type {Map<K, Promise<T>>} */
  const made = new Map();
  return (key) => {
    let found = made.get(key);
    if (!found) {
      found = make(key);
      made.set(key, found);
      found.catch(() => made.delete(key));
    }
    return found;
  };
}
