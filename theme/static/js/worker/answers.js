// How the worker answers: pages and manifests as they are published now, or else as they were kept; what is named after its
// content as it was kept.

const PATIENCE = 3_000; // milliseconds for the network, where something is kept

/** @typedef {import("./kept.js").Kept} Kept */
/** @typedef {"page" | "manifest" | "file" | "archive"} Kind */
/** @typedef {(work: Promise<unknown>) => void} After what goes on when the answer is given */

/**
 * What a request is for; nothing where the worker has no part in it.
 * @param {Pick<Request, "url" | "method" | "mode" | "headers">} request
 * @param {string} scope
 * @returns {Kind | undefined}
 */
export function kindOf({ url, method, mode, headers }, scope) {
  if (method !== "GET" || headers.has("Range") || !url.startsWith(scope)) return undefined;
  if (mode === "navigate") return "page";
  const path = url.slice(scope.length).split(/[?#]/)[0];
  if (/^\w+\/[0-9a-f]{10}\/\w+\.bin$/.test(path)) return "archive"; // of the form, which are few and large
  if (/^theme\/|^\w+\/[0-9a-f]{10}\/.+\.json$/.test(path)) return "file"; // named after its content
  return /^\w+\/manifest\.json$/.test(path) ? "manifest" : undefined;
}

/**
 * Fetch something and keep it.
 * @param {Kept} kept
 * @param {import("./kept.js").Shelf} shelf
 * @param {Request} request
 * @param {After} after
 * @param {RequestCache} cache
 */
async function fetched(kept, shelf, { url, redirect }, after, cache) {
  const response = await fetch(url, { cache, redirect });
  if (response.status === 404 || response.status === 410) after(kept.forget(shelf, url));
  else after(kept.keep(shelf, url, response.clone()));
  return response;
}

/**
 * What the network answers; nothing when it fails, and when it takes longer than the reader should wait for what is kept.
 * @param {Promise<Response>} answer
 * @param {boolean} isKept
 * @returns {Promise<Response | undefined>}
 */
function inTime(answer, isKept) {
  const failed = answer.then(
    (response) => (isKept && response.status >= 500 ? undefined : response),
    () => undefined,
  );
  if (!isKept) return failed;
  return Promise.race([
    failed,
    new Promise((done) => {
      setTimeout(done, PATIENCE, undefined);
    }),
  ]);
}

/**
 * A manifest as it is published now, or as it was kept.
 * @param {Kept} kept
 * @param {Request} request
 * @param {After} after
 */
export async function manifest(kept, request, after) {
  const before = await kept.found("files", request.url);
  const answer = fetched(kept, "files", request, after, "no-cache");
  after(answer.catch(() => {}));
  return (await inTime(answer, Boolean(before))) ?? before ?? answer;
}

/**
 * A file that is named after its content, as it was kept; anew where the page says that it was no good.
 * @param {Kept} kept
 * @param {import("./kept.js").Shelf} shelf
 * @param {Request} request
 * @param {After} after
 */
export async function file(kept, shelf, request, after) {
  const before = request.cache === "reload" ? undefined : await kept.found(shelf, request.url);
  return before ?? fetched(kept, shelf, request, after, request.cache);
}

/**
 * A page as it is published now, or as it was kept, which says so; without both the page that says what is kept.
 * @param {Kept} kept
 * @param {Request} request
 * @param {After} after
 * @param {string} scope
 */
export async function page(kept, request, after, scope) {
  const before = await kept.found("pages", request.url);
  const answer = fetched(kept, "pages", request, after, "no-cache"); // else a cache might say that it is the newest
  after(answer.catch(() => {}));
  const now = await inTime(answer, Boolean(before));
  if (now) return now;
  if (before) return marked(before);
  const without = await kept.found("files", `${scope}offline.html`);
  return without ? listing(without, scope, await kept.pages()) : answer;
}

/**
 * A kept page, with the day on which it was sent.
 * @param {Response} response
 */
async function marked(response) {
  const day = new Date(response.headers.get("Date") ?? NaN);
  const said = Number.isNaN(day.getTime()) ? "" : day.toISOString();
  const html = (await response.text()).replace("<html", `<html data-kept="${said}"`);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/**
 * The page without network, with the pages that are kept, and its links as from any depth.
 * @param {Response} response
 * @param {string} scope
 * @param {{url: string, title: string}[]} pages
 */
async function listing(response, scope, pages) {
  const items = pages.map(({ url, title }) => `<li class="pages__item"><a class="tap" href="${url}">${title}</a></li>`);
  const page = (await response.text()).replace("</ul>", () => `${items.join("")}</ul>`);
  const html = page.replaceAll('="./', `="${new URL(scope).pathname}`);
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
