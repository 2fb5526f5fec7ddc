// Where a text holds what was typed: occurrences, snippets, hits of a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hit } from "../../theme/static/js/match/hits.js";
import { occurrences, partsOf } from "../../theme/static/js/match/occurrences.js";
import { matches, snippet } from "../../theme/static/js/match/snippet.js";
import { spec } from "./site.mjs";

const texts = (parts) => parts.map(({ text }) => text);
const matched = (parts) => texts(parts.filter(({ isMatch }) => isMatch));

const OCCURRENCES = [
  ["议事会议，再议事", "议事", ["议事", "议事"]],
  ["募得５０２０．８６元", "5020.86", ["５０２０．８６"]],
  ["Garden garden", "GARDEN", ["Garden", "garden"]],
  ["议事和协商", "议事协商", ["议事", "协商"]], // the pairs, when it is not there as typed
  ["停车难，居民议事", "议事 停车", ["停车", "议事"]],
  ["共30㎡的地", "m", ["㎡"]], // one character, though it folds to two
  ["价（元）", "（元）", ["（元）"]],
  ["没有", "众筹", []],
  ["一段文字", "", []],
  ["一段文字", "，", []],
  ["a.c abc", "a.c", ["a.c"]],
];
for (const [text, query, found] of OCCURRENCES) {
  test(`occurrences of ${query} in ${text}`, () => {
    assert.deepEqual(
      occurrences(text, query).map(({ start, end }) => text.slice(start, end)),
      found,
    );
    const parts = partsOf(text, query);
    assert.equal(texts(parts).join(""), text);
    assert.deepEqual(matched(parts), found);
  });
}

const SNIPPETS = [
  [`${"前面".repeat(40)}社区开了议事会,议事三次。${"后面".repeat(60)}`, "议事", ["议事", "议事"]],
  ["募得５０２０．８６元", "5020.86", ["５０２０．８６"]],
  ["Community Garden", "garden", ["Garden"]],
  ["议事和协商", "议事协商", ["议事", "协商"]],
  ["没有这个词", "众筹", []],
  ["ﬁne一词", "fi", ["ﬁ"]],
];
for (const [text, query, found] of SNIPPETS) {
  test(`a snippet marks ${query}`, () => {
    const { parts } = snippet(text, query);
    const told = texts(parts).join("").replace(/^…|…$/g, "");
    assert.ok(told && text.split(/\s+/).join(" ").includes(told));
    assert.deepEqual(matched(parts), found);
  });
}

test("a snippet is of the prose, unless the words above it alone hold what was typed", () => {
  const prose = "停车 停车治理\n居民一起把停车理顺了";
  assert.equal(snippet(prose, "停车", 8).at, prose.indexOf("停车理顺"));
  assert.equal(snippet(prose, "停车治理", 8).at, prose.indexOf("停车治理"));
});

test("a snippet begins with the line of its match, not with the names above that", () => {
  assert.equal(snippet("停车治理\n五步走\n居民把停车理顺了", "停车").parts[0].text, "停车");
  assert.equal(snippet("五步走 议事协商\n居民把停车理顺了", "停车", 8).parts[0].text, "居民把");
});

const HELD = [
  ["社区开了议事会，协商停车", "议事会", true],
  ["社区开了议事会，协商停车", "议事协商", false], // its pieces alone
  ["社区开了议事会，协商停车", "停车 议事", true], // each word as typed
  ["募得５０２０．８６元", "5020.86", true],
  ["", "", true],
];
for (const [text, query, holds] of HELD) {
  test(`“${text}” ${holds ? "holds" : "does not hold"} “${query}”`, () => assert.equal(matches(text, query), holds));
}

const TEXT = `桃园小菜园
种菜 菜地 和平镇
居民把荒地种成菜园。
翻地
20名志愿者翻地。
分地
抽签分地，每户2平方米。
结果
收了300斤菜。`;
const PARTS = [
  ["翻地\n", "step"],
  ["分地\n", "step"],
  ["结果\n", "section"],
];
const FIGURES = [
  ["20名", "20名志愿者翻地。", "志愿者"],
  ["2平方米", "抽签分地，每户2平方米。", "面积"],
  ["300斤", "收了300斤菜。", "产量"],
];
const span = (words) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const PAGE = {
  url: "cases/garden/",
  title: "桃园小菜园",
  kind: "案例",
  facts: "和平镇 桃园小区",
  twins: [],
  nearest: [],
  english: "",
  others: [],
  text: TEXT,
  prose: TEXT.indexOf("居民"),
  parts: PARTS.map(([title, kind]) => [TEXT.indexOf(`\n${title}`) + 1, kind, title.trim(), title.trim()]),
  figures: FIGURES.map(([figure, said, indicator]) => [...span(figure), ...span(said), indicator, ""]),
};
const HITS = [
  ["菜园", { part: "", steps: [], figures: [] }],
  ["志愿者", { part: "翻地", steps: ["翻地"], figures: ["20名"] }],
  ["和平镇 志愿者", { part: "翻地", steps: ["翻地"], figures: ["20名"] }], // the place stands in the facts of the page
  ["桃园 抽签", { part: "分地", steps: ["分地"], figures: ["2平方米"] }],
  ["志愿者 抽签", { part: "翻地", steps: [], figures: [] }], // on the page, in no step or sentence together
  ["产量", null], // the name of an indicator alone is not on the page
  ["300", { part: "结果", steps: [], figures: ["300斤"] }],
  ["志愿团", null],
  ["3,00", null],
  ["3+0", null], // its digits stand there, but not so
];
for (const [query, expected] of HITS) {
  test(`what “${query}” hits of a page`, () => {
    const found = hit(PAGE, query);
    const told = found && {
      part: found.part.title,
      steps: found.steps.map(({ title }) => title),
      figures: texts(found.figures),
    };
    assert.deepEqual(told, expected);
  });
}

for (const { input: text, query, marks } of spec("spellings")) {
  test(`“${query}” is sought in “${text}”`, () => {
    assert.equal(hit({ ...PAGE, title: "", text, prose: 0, parts: [], figures: [] }, query) !== null, marks !== null);
    if (!marks) return;
    assert.deepEqual(matched(partsOf(text, query)), marks);
    assert.deepEqual(matched(snippet(text, query).parts), marks);
    assert.equal(texts(partsOf(text, query)).join(""), text);
  });
}

test("a page that only its names or labels tell of is shown by its summary and those", () => {
  const { snippet, part, names } = hit(PAGE, "菜地");
  assert.deepEqual([texts(snippet), part.anchor], [["居民把荒地种成菜园。"], ""]);
  assert.deepEqual(names.map(texts), [["菜地"]]);
  assert.deepEqual(hit(PAGE, "抽签").names, []);
});

test("a page whose title says it all has no pairs marked in its summary", () => {
  const found = hit(
    { ...PAGE, text: `${PAGE.title}\n种菜\n桃园里种菜。`, prose: 9, parts: [], figures: [] },
    "桃园小菜园",
  );
  assert.deepEqual(matched(found.snippet), []);
});
