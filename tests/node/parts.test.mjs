// Parts of pages that need no page: links to what was found, fields of the file for spreadsheets, amounts as typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "../../theme/static/js/compare/csv.js";
import { inSite } from "../../theme/static/js/dom/inside.js";
import { marked } from "../../theme/static/js/dom/links.js";
import { ROOT } from "../../theme/static/js/dom/root.js";
import { amountOf } from "../../theme/static/js/query/amounts.js";

const LINKS = [
  ["打分", "score", "methods/x/?q=%E6%89%93%E5%88%86#score"],
  ["a&b#c", "", "methods/x/?q=a%26b%23c"],
  ['"<é', "", "methods/x/?q=%22%3C%C3%A9"],
];
for (const [query, anchor, end] of LINKS) {
  test(`the link of a result carries on ${query}`, () => {
    assert.ok(marked("methods/x/", query, anchor).endsWith(`/${end}`));
  });
}

const FIELDS = [
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["a;=1+1", '"a;=1+1"'],
  ["约700人次", "约700人次"],
  ["a,b", '"a,b"'],
  ['他说"好"', '"他说""好"""'],
  ["一\n二", '"一\n二"'],
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+86 20", "'+86 20"],
  ["-", "'-"],
  ["\t=1", "'\t=1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ["-12.5", "-12.5"],
  ["5020.86", "5020.86"],
  ["", ""],
];
for (const [text, field] of FIELDS) {
  test(`a field of the file for spreadsheets: ${text}`, () =>
    assert.equal(csvOf([[text, "z"]]), `\ufeff${field},z\r\n`));
}

const FOREIGN = [
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "//evil.test/",
  "\\\\evil.test",
  "https:evil.test",
  "data:,x",
];
for (const address of [...FOREIGN, "https://gov.cn@evil.test/", "../../../../../../../x", "/x"]) {
  test(`a file leads nowhere out of the site: ${address}`, () => {
    assert.equal(inSite(address).href, ROOT.href);
    const { protocol, host } = new URL(marked(address, "x", ""));
    assert.deepEqual([protocol, host], [ROOT.protocol, ROOT.host]);
  });
}
test("a file leads to pages of the site", () => assert.equal(inSite("cases/x/#y").href, `${ROOT.href}cases/x/#y`));

const AMOUNTS = [
  ["1万五", 15_000],
  ["三千二", 3_200],
  ["一百五", 150],
  ["1万5千", 15_000],
  ["1,000", 1_000],
  ["二十三万", 230_000],
  ["1万元", null],
  ["很多", null],
];
for (const [typed, value] of AMOUNTS) {
  test(`an amount as people say it: ${typed}`, () => assert.equal(amountOf(typed), value));
}
