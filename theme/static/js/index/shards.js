// In which of several files a thing is told of.

/**
 * The number of the file that has a term; as in plugins/casebook/search/shards.py.
 * @param {string} term
 * @param {number} count
 */
export function shardOf(term, count) {
  let value = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193);
  return (value >>> 0) % count;
}
