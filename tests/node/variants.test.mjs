// What else to search for what a reader typed, over the data of a built site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keysOf, withNames } from "../../theme/static/js/query/keys.js";
import { nearest } from "../../theme/static/js/query/nearest.js";
import { variants } from "../../theme/static/js/query/variants.js";
import { alsoFound, otherNames, suggested } from "../../theme/static/js/search/also.js";
import { index, spec, urls } from "./site.mjs";

const data = await index.others();
const KINDS = new Set(["simplified", "pinyin", "spelling", "synonym", "sound", "words", "number"]);

/** The addresses of the pages that are found besides. */
async function also(text) {
  const found = await alsoFound(index, text, await index.find(text));
  return urls(found?.numbers ?? []);
}

for (const { input, expect } of spec("variants")) {
  test(`variants: ${input}`, () => {
    const found = variants(input, data).map(({ kind, text }) => [kind, text]);
    assert.deepEqual(found.slice(0, expect.length), expect);
    assert.ok(expect.length || !found.length);
  });
}

for (const { input, name, expect } of spec("keys")) {
  test(`the keys of what may be meant: ${input}, ${name}`, () => {
    const keys = keysOf(input, data);
    for (const key of expect) assert.ok(keys.includes(key), keys.join(", "));
  });
}

test("names that stand in files are meant as the others are", () => {
  const more = withNames(data, [
    ["邓家堡老年食堂", "邓家食堂"],
    ["邓家堡老年食堂", "邓家食堂"],
  ]);
  assert.equal(more.names.length, data.names.length + 1);
  for (const [typed, text] of [
    ["dengjiabaolaonianshitang", "邓家堡老年食堂"],
    ["邓家保老年食堂", "邓家堡老年食堂"],
    ["邓家食堂", "邓家堡老年食堂"],
  ]) {
    assert.ok(
      variants(typed, more).some((one) => one.text === text),
      typed,
    );
  }
  assert.equal(withNames(data, []), data);
});

// What a plain object has from its prototype, as an author may name a thing.
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"];
for (const name of INHERITED) {
  const odd = {
    ...data,
    names: [...data.names, ["停车办法", name, "桩子"]],
    near: [...data.near, [name, "木桩"]],
  };
  test(`a name is no property of all objects: ${name}`, () => {
    for (const [typed, text] of [
      ["jfh", "街坊会"],
      ["小区电动车乱停怎么办", ""],
      [name, "停车办法"],
      ["zhuangzi", "桩子"],
    ]) {
      const found = variants(typed, odd).map((one) => one.text);
      assert.ok(text ? found.includes(text) : found.length, `${typed}: ${found}`);
    }
  });
}

const WHY = {
  議事協商: ["simplified", "same", "same", "same"],
  jfh: ["pinyin"],
  三社联动: ["after", "after"],
  五社联动: ["before"],
  妇联: ["near"],
  众酬: ["sound"],
  物业和业委会: ["words"],
  "3组联动": ["number", "words"],
  Elderly: ["spelling"],
};
for (const [typed, why] of Object.entries(WHY)) {
  test(`each says why: ${typed}`, () => {
    assert.deepEqual(
      variants(typed, data).map((one) => one.why),
      why,
    );
  });
}

const LEADS = {
  議事協商: "methods/deliberation/",
  ysxs: "methods/deliberation/",
  yishixie: "methods/deliberation/",
  jiefanghui: "actors/neighbourhood-associations/",
  三社聯動: "methods/three-way-linkage/",
  议事斜商: "methods/deliberation/",
  小区电动车乱停怎么办: "cases/tongsheng-ebike-parking/",
  小區電動車亂停怎麼辦: "cases/tongsheng-ebike-parking/",
  微创投资助多少钱: "methods/micro-venture/",
  怎么和居委会谈停车: "methods/five-step-path/",
  时间银杭: "methods/time-bank/",
  志愿者留不住怎么办: "methods/community-mobilisation/",
  佛山南海: "places/nanhai/",
  "3组联动": "methods/three-way-linkage/",
  neighborhood: "actors/neighbourhood-associations/",
};
for (const [typed, page] of Object.entries(LEADS)) {
  test(`they lead to the page: ${typed}`, async () => {
    const first = (await also(typed)).slice(0, 3);
    assert.ok(first.includes(page), first.join(" "));
  });
}

test("where pages hold what was typed others must have all its words", async () => {
  // the method has this title; pages of other funds, and of matching fairs, are not what was meant
  assert.deepEqual(await urls(await index.find("matching fund")), ["methods/matching-fund/"]);
  const found = await also("matching fund");
  for (const page of ["methods/designated-fund/", "methods/matching-fair/"]) assert.ok(!found.includes(page));
});

test("nothing else is searched when enough is found", async () => {
  assert.equal(await alsoFound(index, "众筹", await index.find("众筹")), null);
});

for (const { input, expect } of spec("nearest")) {
  test(`nearest names: ${input}`, () => {
    const found = nearest(input, data);
    assert.deepEqual(found.slice(0, expect.length), expect);
    assert.ok(found.length <= 3);
    assert.ok(expect.length || !found.length);
  });
}

test("what is suggested finds a page", async () => {
  const found = await suggested(index, "一室写商");
  assert.equal(found[0], "议事协商");
  for (const name of found) assert.ok((await index.find(name)).length, name);
});

const NAMES = {
  三群联动: {
    same: ["三组联动", "三群体联动", "三方联动"],
    before: ["三社联动"],
  },
  三组联动: {
    same: ["三群体联动", "三群联动", "三方联动"],
    before: ["三社联动"],
  },
  三社联动: { after: ["五社联动", "三组联动"] },
  志愿队: { near: ["志愿服务队"] },
  五社联动: { before: ["三社联动"] },
  众: {},
};
for (const [typed, names] of Object.entries(NAMES)) {
  test(`what else it is called: ${typed}`, async () => {
    const pages = await Promise.all((await index.find(typed)).slice(0, 10).map((number) => index.page(number)));
    const told = Object.groupBy(otherNames(pages, typed), ({ why }) => why);
    const texts = Object.entries(told).map(([why, all]) => [why, all.map(({ text }) => text)]);
    assert.deepEqual(Object.fromEntries(texts), names);
  });
}

const HOSTILE = {
  long: "议事斜商".repeat(2500),
  letters: "a".repeat(10_000),
  pinyin: "yishixieshang".repeat(800),
  syllables: "shi ".repeat(2500),
  question: "小区电动车乱停怎么办".repeat(1000),
  emoji: "👩‍👩‍👧‍👦".repeat(1500),
  expression: "(.*)+$[^".repeat(1250),
  marks: "á́́".repeat(3000),
  halves: "\ud83d".repeat(10_000),
  "names of objects": "__proto__ constructor toString",
};
for (const [name, text] of Object.entries(HOSTILE)) {
  test(`hostile input is answered: ${name}`, () => {
    const found = variants(text, data);
    assert.ok(found.length <= 5);
    for (const one of found) assert.ok(KINDS.has(one.kind) && one.text.trim());
    assert.ok(nearest(text, data).length <= 3);
    assert.ok(keysOf(text, data).length <= 100);
  });
}
