// English search terms, as tests/specs/english.json has them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { englishQuery, englishTerms } from "../../theme/static/js/index/english.js";
import { hit } from "../../theme/static/js/match/hits.js";
import { index, spec } from "./site.mjs";

for (const { input, terms } of spec("english")) {
  test(`English terms of ${input}`, () => assert.deepEqual(englishTerms(input), terms));
}

test("a query that says anything else is none in English", () => {
  assert.deepEqual(englishQuery("停车 parking"), []);
  assert.deepEqual(englishQuery("21-day challenge"), []);
  assert.deepEqual(englishQuery("patrol patrols"), ["~patrol"]);
});

const PAGE = {
  url: "cases/parking/",
  title: "停车",
  text: "停车\n车棚",
  prose: 3,
  facts: "",
  english: "Orderly Parking\nThey ran a 21-day volunteer patrol.",
  others: [],
  parts: [],
  figures: [],
};
const said = (parts) => parts.filter(({ isMatch }) => isMatch).map(({ text }) => text);

test("a page is shown by the English that says what was typed", () => {
  const found = hit(PAGE, "volunteers patrolling");
  assert.deepEqual([said(found.snippet), found.isPhrase], [["volunteer", "patrol"], false]);
  assert.equal(hit(PAGE, "Volunteer Patrol").isPhrase, true);
  assert.equal(found.english.map(({ text }) => text).join(""), "Orderly Parking");
  assert.equal(hit(PAGE, "volunteer garden"), null);
  assert.deepEqual(said(hit(PAGE, "volunteer garden", true).snippet), ["volunteer"]);
});

// What is shown of a page that only its English tells of needs no text: it is what its text would show, too.
for (const query of [
  "volunteer patrol",
  "foundations",
  "deliberation",
  "garden",
  "community",
  "Excel",
  "elderly care",
]) {
  test(`${query} is shown by heads as by texts`, async () => {
    const found = (await index.scored(query)).slice(0, 20);
    for (const { number } of found) {
      const [short, whole] = [await index.page(number, query), await index.page(number)];
      assert.deepEqual({ ...hit(short, query), page: short.url }, { ...hit(whole, query), page: whole.url });
    }
  });
}

test("of pages that a query in English finds some need no text", async () => {
  const found = await index.scored("volunteer patrol");
  assert.ok(found.length > 0);
  const pages = await Promise.all(found.map(({ number }) => index.page(number, "volunteer patrol")));
  assert.ok(pages.some(({ text, english }) => !text && english.includes("volunteer patrol")));
});
