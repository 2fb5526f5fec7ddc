// The data files of one build of the site, each fetched when it is first used.

import { once } from "./once.js";

/** @typedef {import("records").Fetched} Fetched what each file holds, by its path (casebook/export/fetched.py) */
/** @typedef {(path: string, says: string) => Promise<any>} Fetch what a file holds that says so of itself */
/**
 * A file of a build: its path without the folder of the build, and the name that stands for *.
 * @typedef {<Path extends keyof Fetched>(path: Path, name?: string | number) => Promise<Fetched[Path]>} Files
 */

/**
 * @param {string} build
 * @param {Fetch} fetchFile
 * @returns {Files}
 */
export function filesOf(build, fetchFile) {
  const file = once((/** @type {string} */ path) => fetchFile(path, build));
  return (path, name = "") => file(`${path.replace("/", `/${build}/`).replace("*", String(name))}.json`);
}
