// What the scripts of search answer, for tests that hold it against Python: JSON in on stdin, JSON out on stdout.
// In: the folder of a built site, what else is not searched (`alone`), and of these what is wanted; out: an answer for each.
//   answers  queries -> addresses of the pages that the search page shows first
//   costs    queries -> for each, as the first of a visit: paths of the files fetched, milliseconds with them at hand
//   found    strings -> addresses of all pages that the index finds
//   ranked   {whole, strings}, an index of lunr's own making -> for each string what the files give, and what that gives
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import lunr from "../../theme/node_modules/lunr/lunr.js";
import { englishQuery } from "../../theme/static/js/index/english.js";
import { added, ranked } from "../../theme/static/js/index/pages.js";
import { queryTerms } from "../../theme/static/js/index/terms.js";
import { resultsOf } from "../../theme/static/js/search/answer.js";
import { indexIn, urls } from "./site.mjs";

const SHOWN = 10;

const { site, alone = "", ...asked } = JSON.parse(await text(process.stdin));
const state = { alone, view: "", chosen: {} }; // else as a reader comes to the search page
const index = indexIn(site);

async function answer(query) {
  const { leads, items } = await resultsOf(index, query, state, SHOWN);
  return [...leads, ...items.slice(0, SHOWN)].flatMap(({ page }) => [page.url, ...page.twins.map(([, url]) => url)]);
}

async function cost(query) {
  const files = new Map();
  const kept = async (path) => files.get(path) ?? files.set(path, await readFile(`${site}/${path}`, "utf-8")).get(path);
  await resultsOf(indexIn(site, kept), query, state, SHOWN);
  const again = indexIn(site, kept);
  const start = performance.now();
  await resultsOf(again, query, state, SHOWN);
  return [[...files.keys()], performance.now() - start];
}

async function inTurn(queries, ask) {
  const all = [];
  for (const query of queries) all.push(await ask(query)); // the last answer is kept
  return all;
}

function wanted(whole, string) {
  const { required, words } = queryTerms(string);
  const said = englishQuery(string);
  return added(required.length ? ranked(whole, required, words) : [], said.length ? ranked(whole, said, []) : []);
}

const ASK = {
  answers: (queries) => inTurn(queries, answer),
  costs: (queries) => inTurn(queries, cost),
  found: (strings) => Promise.all(strings.map(async (string) => urls(await index.find(string), index))),
  ranked: async ({ whole, strings }) => {
    const loaded = lunr.Index.load({ ...whole, version: lunr.version });
    return Promise.all(strings.map(async (string) => [await index.scored(string), wanted(loaded, string)]));
  },
};
const answers = Object.entries(asked).map(async ([name, what]) => [name, await ASK[name](what)]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(answers))));
