// On the first page of a long list: go to the page that an item is on by now, when the address names it.

import { shardOf } from "./index/shards.js";

const list = document.querySelector("[data-anchors]");
const files = Number(list instanceof HTMLElement && list.dataset.anchors);

async function turn() {
  const anchor = location.hash.slice(1);
  if (!files || !anchor || document.getElementById(anchor)) return;
  const here = new URL("./", location.href);
  const response = await fetch(new URL(`anchors/${shardOf(anchor, files)}.json`, here), { cache: "no-cache" });
  if (!response.ok) return;
  const page = Object.entries(await response.json()).find(([name]) => name === anchor)?.[1];
  if (Number.isInteger(page)) location.replace(new URL(`${page}/#${anchor}`, here));
}

turn().catch(() => {}); // without network the list stays, which is what the address names
addEventListener("hashchange", () => turn().catch(() => {}));
