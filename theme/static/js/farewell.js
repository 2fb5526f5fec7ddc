// What stands in the place of the worker when readers' browsers shall keep nothing: takes away what is kept, and goes.

import { prefixOf } from "./worker/kept.js";

const worker = /** @type {any} */ (self);

async function leave() {
  const prefix = prefixOf(worker.registration.scope);
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));
