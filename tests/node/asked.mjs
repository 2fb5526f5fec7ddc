// What the scripts of search answer, for tests that hold it against Python: JSON in on stdin, JSON out on stdout.
// In: the folder of a built site, and of these what is wanted; out: an answer for each.
//   answers  queries -> addresses of the pages that the search page shows first
//   found    strings -> addresses of all pages that the index finds
//   ranked   {whole, strings}, an index of lunr's own making -> for each string what the files give, and what that gives
import { text } from "node:stream/consumers";
import lunr from "../../theme/node_modules/lunr/lunr.js";
import { englishQuery } from "../../theme/static/js/index/english.js";
import { added, ranked } from "../../theme/static/js/index/pages.js";
import { queryTerms } from "../../theme/static/js/index/terms.js";
import { resultsOf } from "../../theme/static/js/search/answer.js";
import { indexIn, urls } from "./site.mjs";

const SHOWN = 10;
const UNTOUCHED = { alone: "", view: "", chosen: {} }; // as a reader comes to the search page

const { site, ...asked } = JSON.parse(await text(process.stdin));
const index = indexIn(site);

async function answer(query) {
  const { leads, items } = await resultsOf(index, query, UNTOUCHED, SHOWN);
  return [...leads, ...items.slice(0, SHOWN)].flatMap(({ page }) => [page.url, ...page.twins.map(([, url]) => url)]);
}

function wanted(whole, string) {
  const { required, words } = queryTerms(string);
  const said = englishQuery(string);
  return added(required.length ? ranked(whole, required, words) : [], said.length ? ranked(whole, said, []) : []);
}

const ASK = {
  answers: async (queries) => {
    const all = [];
    for (const query of queries) all.push(await answer(query)); // in turn: the last answer is kept
    return all;
  },
  found: (strings) => Promise.all(strings.map(async (string) => urls(await index.find(string), index))),
  ranked: async ({ whole, strings }) => {
    const loaded = lunr.Index.load({ ...whole, version: lunr.version });
    return Promise.all(strings.map(async (string) => [await index.scored(string), wanted(loaded, string)]));
  },
};
const answers = Object.entries(asked).map(async ([name, what]) => [name, await ASK[name](what)]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(answers))));
