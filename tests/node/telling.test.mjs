// What the form says of a problem: no file, key or mark-up, whatever the rule says to whoever has the file open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byQuestion } from "../../theme/static/js/form/problems.js";
import { named } from "../../theme/static/js/form/naming.js";
import { told } from "../../theme/static/js/form/telling.js";
import { spec } from "./site.mjs";

const OF_FILES = /[a-z_]{3}|[#{}[\]|`]|YAML|front matter/;
const QUOTED = /“[^”]*”|https?:\/\/\S+/g;

test("nothing that check says of a broken case speaks of files in the form", () => {
  const rows = spec("broken").filter(({ input }) => input.startsWith("cases/"));
  const problems = rows.flatMap(({ expect }) => expect);
  const texts = problems.map((problem) => told(problem));
  assert.deepEqual(
    texts.filter((text) => text === "" || OF_FILES.test(text.replace(QUOTED, ""))),
    [],
  );
});

const PAGES = { "jinsha-parking": ["金沙小区停车", "cases/jinsha-parking/"] };
const ROWS = [
  [
    "标题 “停车” 和 jinsha-parking 的一样",
    "是同一件事,就补充那一篇",
    "标题“停车”和“金沙小区停车”的一样；是同一件事，就补充那一篇",
  ],
  ["“居名” 不在 content/vocabulary/actors.yaml 中", "是否指 “居民”?", "再看看“居名”；是否指“居民”？"],
  ["英文里有汉字 “坏了”", "写英文;summary_en 也可以空着", "英文里有汉字“坏了”；写英文"],
  ["“1，100” 读不准", "写成 1200 或 1,200(半角逗号)", "“1，100”读不准；写成 1200 或 1,200（半角逗号）"],
  ["有乱码:U+FFFD;第 3、4 行", "对照原文重写", "有乱码：U+FFFD；对照原文重写"],
  ["不认识的键 <<", "删去这一项,或改用:title", "再看看这一问"],
];
for (const [found, instead, expect] of ROWS) {
  test(`the form says ${expect}`, () => assert.equal(told({ found, instead }, PAGES), expect));
}

const LINES = [
  { id: "title", first: 2, last: 2 },
  { id: "figures", first: 8, last: 9 },
  { id: "how", first: 12, last: 20 },
];
const HOMES = [
  ["title", 2, "title"],
  ["metrics", 2, "editors"],
  ["metrics[0].quote", 9, "editors"],
  ["数字", 14, "how"],
  ["文件名", 1, "end"],
];
for (const [field, line, home] of HOMES) {
  test(`a problem of ${field} is told at ${home}`, () => {
    assert.deepEqual([...byQuestion([{ field, line }], LINES).keys()], [home]);
  });
}

const step = (id) => ({ id, title: "量一量", text: "" });
const OFFERED = { first: "liang-yi-liang", second: "shou", "xian-tan": "hou-tan", s2: "yi" };
test("a step takes the address that is offered for its title, once, and unless it was handed in", () => {
  const names = named(["first", "second", "xian-tan", "s2"].map(step), OFFERED, ["second"]).map(({ id }) => id);
  assert.deepEqual(names, ["liang-yi-liang", "second", "xian-tan", "yi"]);
  assert.equal(named(names.map(step), OFFERED, ["second"]), undefined);
});
