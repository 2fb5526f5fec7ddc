// The form without network: the worker of the site keeps what it fetched, but on a reader's first page is not there yet.

import { archiveRows } from "./archives.js";

/**
 * Have all that checks kept, once it has come; whether it is.
 * @param {URL} root
 * @param {URL} reader the script that checks
 */
export async function keepOffline(root, reader) {
  if (!navigator.serviceWorker) return false;
  const paths = Object.values(await archiveRows(root)).map(({ path }) => path);
  const files = ["form/manifest.json", ...paths].map((path) => new URL(path, root).href);
  const urls = [location.href, reader.href, ...files];
  if (await areKept(urls)) return true;
  await asked((await navigator.serviceWorker.ready).active, urls); // that was not there yet, or had no time yet
  return areKept(urls);
}

/** @param {string[]} urls */
async function areKept(urls) {
  const found = await Promise.all(urls.map((url) => caches.match(url, { ignoreSearch: true, ignoreVary: true })));
  return found.every(Boolean);
}

/**
 * Resolves when the worker of the site has done what it could.
 * @param {ServiceWorker | null} worker
 * @param {string[]} urls
 */
function asked(worker, urls) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", done);
    port1.start();
    worker?.postMessage(urls, [port2]);
  });
}
