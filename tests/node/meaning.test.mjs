// What is found by what words mean, where no page holds what was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { meant } from "../../theme/static/js/search/meaning.js";

const DATA = { simplified: "賬账", readings: {}, names: [], near: [], signs: [], everyday: [], parts: [], fillers: [] };
const PARTS = 64;
const KINDS = ["case", "case", "method", "themes"];
const WORDS = {
  台账: [["账目", 40, [PARTS]]],
  不同意: [["反对", 32, [2 * PARTS]]],
  同意: [["", 40, [0]]],
  太: [["", 5, [0]]],
};
const index = {
  others: async () => ({ ...DATA, english: [], later: [], sounds: "", rare: "" }),
  kind: (number) => KINDS[number],
  isEntry: (number) => KINDS[number] !== "themes",
  meanings: async (keys) => new Map(Object.entries(WORDS).filter(([word]) => keys.includes(word.slice(0, 2)))),
};
const loose = (numbers, whole, text) => ({
  variant: { text, kind: "words", why: "words" },
  numbers,
  whole,
  isLoose: true,
});

test("a word that no page has leads to what is near to it, and says so", async () => {
  const found = await meant(index, "台賬", null);
  assert.deepEqual(found.numbers, [1]);
  assert.deepEqual(found.readings, [["台账", ["账目"]]]);
  assert.equal(found.texts.get(1), "账目");
});

test("what is denied is not what it denies", async () => {
  assert.deepEqual((await meant(index, "不同意", null)).numbers, [2]);
});

test("a single character alone finds nothing, but orders what is found", async () => {
  assert.equal(await meant(index, "太", null), null);
  assert.deepEqual((await meant(index, "太", loose([2, 0], new Set(), "甲 乙 丙"))).numbers, [0, 2]);
});

test("pages that have every word stay first, and few words are led to by their terms", async () => {
  assert.deepEqual((await meant(index, "台账", loose([2, 0], new Set([2, 0]), "甲 乙 丙"))).numbers, [2, 0, 1]);
  assert.deepEqual((await meant(index, "台账", loose([3, 2], new Set(), "甲 乙"))).numbers[0], 3);
});

test("where no word leads anywhere all stays as it was", async () => {
  const also = loose([0], new Set(), "甲");
  assert.equal(await meant(index, "😀 12 甲乙".repeat(2500), also), also);
});
