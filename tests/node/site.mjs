// What tests of scripts share: the rows of tests/specs, and the index of the built site that FROZEN_SITE names.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { indexOf } from "../../theme/static/js/index/pages.js";

const read = (path) => JSON.parse(readFileSync(path, "utf-8"));

/** The rows of tests/specs/<name>.json, as pytest has them. */
export const spec = (name) => read(`${import.meta.dirname}/../specs/${name}.json`);

/** The search index of a built site, whose files `fetched` gives where a browser would fetch them. */
export function indexIn(folder, fetched = (path) => readFile(`${folder}/${path}`, "utf-8")) {
  const json = async (path) => JSON.parse(await fetched(path))[1]; // [build, data]
  return indexOf(read(`${folder}/search/manifest.json`), json);
}

export const index = process.env.FROZEN_SITE ? indexIn(process.env.FROZEN_SITE) : undefined;

/** The addresses of pages by their numbers. */
export const urls = (numbers, of = index) => Promise.all(numbers.map(async (number) => (await of.page(number)).url));
