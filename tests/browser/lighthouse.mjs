// Lighthouse on pages as a phone shows them: a line of JSON a run, with the scores and the audits that cost points.
// Asked on stdin: {"addresses": [], "categories": [], "runs": 1, "flags": []}; CHROME_PATH names the browser.
import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { addresses, categories, runs, flags } = JSON.parse(await text(process.stdin));
const chrome = await launch({ chromeFlags: ["--headless=new", ...flags] });
try {
  for (const address of addresses) {
    for (let run = 0; run < runs; run += 1) {
      const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: categories });
      const scores = Object.fromEntries(categories.map((name) => [name, lhr.categories[name].score]));
      const found = categories
        .flatMap((name) => lhr.categories[name].auditRefs.filter(({ weight }) => weight))
        .map(({ id }) => lhr.audits[id])
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, title, displayValue, details }) => ({
          id,
          title,
          displayValue,
          items: details?.items?.slice(0, 3),
        }));
      console.log(JSON.stringify({ address, scores, found }));
    }
  }
} finally {
  chrome.kill();
}
