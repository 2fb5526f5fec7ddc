// In which order pages that were found are shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { leading, termsLast } from "../../theme/static/js/search/order.js";

const KINDS = ["themes", "case", "places", "method", "actors", "page"];
const TITLES = ["停车治理", "车棚", "停车场", "停车", "停车志愿者联合行动队", "停车"];
const index = {
  kind: (number) => KINDS[number],
  page: async (number) => ({ title: TITLES[number] }),
};

test("cases, methods and pages come before terms", () => {
  assert.deepEqual(termsLast(index, [0, 4, 1, 2, 3, 5]), [1, 3, 5, 0, 4, 2]);
});

const LEADING = [
  [
    [0, 1, 2, 3],
    [0, 2],
  ], // what tells more than any case, and what is nearly called that
  [[1, 3, 5, 2], []], // not from behind the first three
  [[1, 4, 3], []], // its name says more than that
  [[0, 2], []], // to what, where there are only terms?
];
for (const [numbers, leads] of LEADING) {
  test(`the terms that lead among ${numbers}`, async () =>
    assert.deepEqual(await leading(index, numbers, "停车"), leads));
}
