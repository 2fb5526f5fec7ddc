// What the worker has a part in, and what it keeps.
import assert from "node:assert/strict";
import test from "node:test";
import { kindOf } from "../../theme/static/js/worker/answers.js";
import { isKeepable } from "../../theme/static/js/worker/kept.js";

const SCOPE = "https://example.org/casebook/";
const request = (url, more = {}) => ({ url, method: "GET", mode: "cors", headers: new Headers(), ...more });
const answer = (more = {}, type = "text/html; charset=utf-8") => ({
  status: 200,
  redirected: false,
  type: "basic",
  headers: new Headers({ "Content-Type": type, ...more.headers }),
  ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== "headers")),
});

test("the worker has a part in pages, manifests and files that are named after their content", () => {
  const rows = [
    [request(`${SCOPE}cases/a/?q=x`, { mode: "navigate" }), "page"],
    [request(`${SCOPE}theme/js/site-3HBPQ7VN.js`), "file"],
    [request(`${SCOPE}search/345a432add/terms/1.json`), "file"],
    [request(`${SCOPE}search/manifest.json`), "manifest"],
    [request(`${SCOPE}edition.json`), undefined],
    [request(`${SCOPE}sw.js`), undefined],
    [request(`${SCOPE}cases/a/`, { mode: "navigate", method: "POST" }), undefined],
    [request(`${SCOPE}theme/a.svg`, { headers: new Headers({ Range: "bytes=0-9" }) }), undefined],
    [request("https://example.org/other/", { mode: "navigate" }), undefined],
    [request("https://elsewhere.test/casebook/theme/js/site-3HBPQ7VN.js"), undefined],
    [request(`${SCOPE}-/reload`), undefined],
  ];
  for (const [asked, kind] of rows) assert.equal(kindOf(asked, SCOPE), kind, asked.url);
});

test("what is not what was asked for is not kept", () => {
  const page = `${SCOPE}cases/a/`;
  assert.ok(isKeepable(answer(), page));
  assert.ok(isKeepable(answer({}, "text/javascript"), `${SCOPE}theme/js/site-3HBPQ7VN.js`));
  const rows = [
    [answer({ status: 404 }), page],
    [answer({ status: 206 }), page],
    [answer({ status: 0, type: "opaqueredirect" }), page],
    [answer({ redirected: true }), page],
    [answer({ headers: { "Cache-Control": "no-store" } }), page],
    [answer({}, "application/json"), page],
    [answer({}, "text/html"), `${SCOPE}theme/js/site-3HBPQ7VN.js`],
    [answer({}, "text/html"), `${SCOPE}search/345a432add/terms/1.json`],
  ];
  for (const [response, url] of rows) assert.ok(!isKeepable(response, url), `${response.status} ${url}`);
});
