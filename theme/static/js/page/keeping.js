// The worker that keeps pages, and the edition of the site: what is kept is said, and a newer edition, too.

import { line_again, line_kept, line_kept_on, line_newer, line_see } from "words";
import { filled } from "../dom/filled.js";
import { say } from "../dom/line.js";
import { ROOT } from "../dom/root.js";

const EDITION = "edition.json";
const OFTEN = 600_000; // milliseconds between two looks for a newer edition, on a page that stays open
const reload = () => location.reload();

/** The edition that is published now. */
async function edition() {
  const response = await fetch(new URL(EDITION, ROOT), { cache: "no-store" });
  return (await response.json()).edition;
}

/** Have the site kept by its worker, where the browser has workers; the first page hands over what it has. */
async function keep() {
  const { serviceWorker } = navigator;
  const isNew = !serviceWorker.controller;
  await serviceWorker.register(new URL("sw.js", ROOT), { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  if (isNew) active?.postMessage([location.href, ...files.filter((name) => !name.endsWith(EDITION))]);
}

/** Say when a newer edition is published while the page is open: whenever the reader comes back to it, and now and then. */
async function watch() {
  const mine = await edition();
  const look = async () => {
    if (document.visibilityState === "hidden") return;
    const now = await edition().catch(() => mine); // without network it is as it was
    if (now !== mine) say(line_newer, line_see, reload);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  if (navigator.serviceWorker?.controller) navigator.serviceWorker.addEventListener("controllerchange", look);
  setInterval(look, OFTEN);
}

/** Say that this page is one that was kept. @param {string} sent when */
function sayKept(sent) {
  const day = new Date(sent);
  const on = sent && filled(line_kept_on, { month: day.getMonth() + 1, day: day.getDate() });
  say(on || line_kept, line_again, reload);
}

/** All of it; a browser that has no workers, or keeps nothing, shows pages as they come. */
export function keepPages() {
  const sent = document.documentElement.dataset.kept;
  if (sent !== undefined) sayKept(sent);
  else watch().catch(() => {});
  if (navigator.serviceWorker) keep().catch(() => {});
}
