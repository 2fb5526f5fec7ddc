// Numbers as readers type them: what scripts read of the rows that hold extraction, too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { amountOf } from "../../theme/static/js/query/amounts.js";
import { renumbered } from "../../theme/static/js/query/numerals.js";
import { spec } from "./site.mjs";

const ROWS = spec("numerals");
const DIGITS_OF_ANOTHER_SCRIPT = "٣"; // no keyboard of a reader here

for (const { input, unit, value, value_max } of ROWS) {
  const expect = value && !value_max && input !== DIGITS_OF_ANOTHER_SCRIPT ? Number(value) : null;
  test(`an amount is read whole or refused: ${input}`, () => assert.equal(amountOf(input), expect));

  test(`a number written the other way is the same number: ${input}${unit}`, () => {
    assert.equal(amountOf(renumbered(input)), expect);
  });
}

const OTHERWISE = [
  ["三千二户", "3200户"],
  ["一万五", "1.5万"],
  ["一亿二千万", "1.2亿"],
  ["二〇二二年", "2022年"],
  ["七八十人", "七八十人"],
  ["晚上八点", "晚上8点"],
  ["一点五万", "一点五万"],
  ["三、四楼", "三、四楼"],
  ["千灯湖", "千灯湖"],
  ["五一", "五一"],
  ["2十五", "二十五"],
  ["1,23万", "1,23万"],
  ["3万4000人", "3万4000人"],
  ["3、4人", "3、4人"],
  ["12楼", "十二楼"],
];
for (const [text, other] of OTHERWISE) {
  test(`written the other way: ${text}`, () => assert.equal(renumbered(text), other));
}
