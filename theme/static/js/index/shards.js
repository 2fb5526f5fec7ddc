// In which of several files a thing is told of; as in plugins/casebook/search/shards.py.

const ASCII = /^[\x20-\x7f]*$/;

/**
 * The number of the file of the index that has a term, of so many, and so many more for terms of ASCII.
 * @param {string} term
 * @param {[number, number]} counts
 */
export function fileOf(term, [others, latin]) {
  return ASCII.test(term) ? others + shardOf(term, latin) : shardOf(term, others);
}

/**
 * The number of the file that has a term.
 * @param {string} term
 * @param {number} count
 */
export function shardOf(term, count) {
  let value = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193);
  return (value >>> 0) % count;
}
