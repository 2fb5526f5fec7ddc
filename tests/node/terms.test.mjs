// What is typed is cut into the terms of the index, and sought where they were put.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOf, shardOf } from "../../theme/static/js/index/shards.js";
import { queryTerms } from "../../theme/static/js/index/terms.js";
import { spec } from "./site.mjs";

for (const { input, required, words } of spec("terms")) {
  test(`the browser cuts alike: ${input}`, () => assert.deepEqual(queryTerms(input), { required, words }));
}

for (const { input, expect, files } of spec("shards")) {
  test(`the file of a term: ${input}`, () => {
    for (const [count, shard] of expect) assert.equal(shardOf(input, count), shard);
    for (const [counts, number] of files) assert.equal(fileOf(input, counts), number);
  });
}
