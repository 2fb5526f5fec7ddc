// The form without network: the worker of the site keeps what it fetched, but on a reader's first page is not there yet.

import { archiveRows } from "./archives.js";

const isFirst = !navigator.serviceWorker?.controller;

/**
 * Have all that checks kept, once it has come.
 * @param {URL} root
 * @param {URL} reader the script that checks
 */
export async function keepOffline(root, reader) {
  if (!navigator.serviceWorker || !isFirst) return;
  const { active } = await navigator.serviceWorker.ready;
  const paths = Object.values(await archiveRows(root)).map(({ path }) => path);
  const urls = ["form/manifest.json", ...paths].map((path) => new URL(path, root).href);
  active?.postMessage([location.href, reader.href, ...urls]);
}
