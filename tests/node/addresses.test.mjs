// What pages read of their addresses: nothing of what apps add to them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "../../theme/static/js/compare/state.js";
import { fromAddress as ofCases } from "../../theme/static/js/explore/state.js";
import { fromAddress as ofSearch } from "../../theme/static/js/search/state.js";

const ADDED =
  "from=singlemessage&isappinstalled=0&scene=1&clicktime=1700000000&enterid=1&utm_source=wechat&utm_medium=social";

test("an address that WeChat has lengthened is that of the page", () => {
  assert.deepEqual(ofCases(["theme"], [], `?theme=parking&${ADDED}`), ofCases(["theme"], [], "?theme=parking"));
  assert.deepEqual(ofCases(["theme"], [], `?${ADDED}`).unknown, []);
  assert.deepEqual(ofSearch(["themes"], `?q=a&${ADDED}`), ofSearch(["themes"], "?q=a"));
  assert.deepEqual(named(`?cases=a,b&${ADDED}`), ["a", "b"]);
});

test("what the site itself might have meant is told", () => {
  assert.equal(ofCases(["theme"], [], "?themes=parking&from=timeline").unknown.length, 1);
});
