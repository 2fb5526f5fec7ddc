// What is typed is cut into the words of the table as the pages were, and sought by how they begin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginnings, segments } from "../../theme/static/js/query/segments.js";
import { spec } from "./site.mjs";

for (const { input, words, expect, why } of spec("segments")) {
  test(`the browser cuts alike: ${why}`, () => assert.deepEqual(segments(input, new Set(words), 12), expect));
}

test("a word is sought by its first two characters, one of other letters as a whole", () => {
  assert.deepEqual(beginnings("写Word文档，不会"), ["word", "文档", "不会"]);
  assert.deepEqual(beginnings("三社联动"), ["三社", "社联", "联动"]);
});
