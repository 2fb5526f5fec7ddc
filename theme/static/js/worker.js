// The worker of the site (docs/decisions/0029-offline.md): keeps the pages that a reader has read, with what belongs to
// them, and answers with them when the network does not. It stands at the root of the site, behind a line that names the
// edition and what the page without network needs (plugins/casebook_pelican/worker.py).

import { file, kindOf, manifest, page } from "./worker/answers.js";
import { Kept, shelfOf } from "./worker/kept.js";

const worker = /** @type {any} */ (self);
const scope = /** @type {string} */ (worker.registration.scope);
const kept = new Kept(scope);

/**
 * Keep files of the site; one that cannot be had is fetched when it is needed.
 * @param {string[]} urls
 * @param {RequestCache} cache
 */
async function keepAll(urls, cache) {
  const files = urls.map((url) => new URL(url, scope)).filter(({ href }) => href.startsWith(scope));
  await Promise.allSettled(
    files.map(async ({ href, pathname }) => kept.keep(shelfOf(pathname), href, await fetch(href, { cache }))),
  );
}

/** Keep what of the page without network is not kept yet. */
async function keepShell() {
  const urls = /** @type {string[]} */ (worker.site.shell);
  const there = await Promise.all(urls.map((url) => kept.found("files", new URL(url, scope).href)));
  await keepAll(
    urls.filter((_, at) => !there[at]),
    "default",
  );
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  worker.skipWaiting(); // what is kept is named after its content, so that an older page goes on as it was
  // A reader's first page waits for nothing that it does not need: what is for later comes with the second page.
  if (worker.registration.active) event.waitUntil(keepAll(worker.site.shell, "default"));
});
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  const told = () => event.ports[0]?.postMessage("kept");
  event.waitUntil(keepAll(event.data, "force-cache").then(told));
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const after = (/** @type {Promise<unknown>} */ work) => event.waitUntil(work);
  const kind = kindOf(request, scope);
  if (kind === "page") {
    event.respondWith(page(kept, request, after, scope));
    after(keepShell());
  }
  if (kind === "manifest") event.respondWith(manifest(kept, request, after));
  if (kind === "file" || kind === "archive")
    event.respondWith(file(kept, kind === "file" ? "files" : "archives", request, after));
});
