// The figures that are found for a number which no page writes that way, over the data of a built site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alsoFound } from "../../theme/static/js/search/also.js";
import { resultsOf } from "../../theme/static/js/search/answer.js";
import { foundFor } from "../../theme/static/js/search/finding.js";
import { index, spec, urls } from "./site.mjs";

const FIGURES = new Set(["number", "about"]);

for (const { input, expect, page, why } of spec("search_figures")) {
  test(`a figure is found: ${input} (${why})`, async () => {
    const { also: found } = await foundFor(index, input);
    const isFigure = found && FIGURES.has(found.variant.kind);
    assert.deepEqual(isFigure ? [found.variant.kind, found.variant.text] : null, expect);
    if (page) assert.ok((await urls(found.numbers)).includes(page));
  });
}

test("a near figure is offered only where no page has the one that was typed", async () => {
  const found = await alsoFound(index, "5000元", [0]);
  assert.notEqual(found?.variant.kind, "about");
});

test("a number that no figure has is sought in its other notations", async () => {
  const texts = [];
  const find = async (text) => {
    texts.push(text);
    return [];
  };
  await alsoFound({ ...index, find }, "一万三千人", []);
  for (const text of ["13000人", "1.3万人"]) assert.ok(texts.includes(text), texts.join(", "));
});

test("a page about the site comes after those that tell a figure", async () => {
  const { items } = await resultsOf(index, "600小时", { alone: "", view: "", chosen: {} }, 10);
  const kinds = items.map(({ kind }) => kind);
  assert.equal(kinds[0], "case");
  assert.ok(!kinds.includes("page") || kinds.lastIndexOf("page") === kinds.length - 1);
});
