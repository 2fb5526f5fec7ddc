// Which figure of an article proves one of the text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { proofsOf } from "../../theme/static/js/form/proofs.js";

const money = { amount: "13000 元", meaning: "funds", as_of: "", locator: "第4段", quote: "约1.3万元" };
const places = { amount: "3 个", meaning: "other 投放", as_of: "", locator: "第5段", quote: "3个投放点" };
const talks = { amount: "3 场次", meaning: "meetings", as_of: "", locator: "第6段", quote: "3场议事会" };
const read = (quote, amount, meaning) => [{ quote, amount, meaning }];

test("the same amount of the same thing is the same, whatever its words", () => {
  assert.equal(proofsOf(read("13000元", "13000 元", "funds"), [money, places]).get("13000元").proof, money);
});

test("the same amount of something else is no proof, but its place is told", () => {
  const found = proofsOf(read("3个", "3 个", "other 小组"), [places]).get("3个");
  assert.deepEqual(found, { proof: undefined, places: ["第5段"] });
});

test("one of two places that say the same is no proof; the same words once more are", () => {
  const again = { ...talks, locator: "第9段", quote: "又开了3场议事会" };
  assert.equal(proofsOf(read("三场", "3 场次", "meetings"), [talks, again]).get("三场").proof, undefined);
  assert.equal(proofsOf(read("三场", "3 场次", "meetings"), [talks, { ...talks }]).get("三场").proof, talks);
});

test("words that stand twice in the text for different things are not proven", () => {
  const twice = [...read("3场", "3 场次", "meetings"), ...read("3场", "3 场次", "trainings")];
  assert.equal(proofsOf(twice, [talks]).get("3场").proof, undefined);
});

test("what nothing tells of proves nothing", () => {
  const found = proofsOf(read("3场", "3 场次", ""), [{ ...talks, meaning: "" }]).get("3场");
  assert.equal(found.proof, undefined);
});
