// What the worker keeps in the reader's browser: pages, and the files that belong to them, each no more than so many.

// A file is a script, a style sheet, or data that a search or a filter asked for; the form has six archives, which stay
// however many files come.
const MOST = { pages: 80, files: 500, archives: 8 };
const TYPES = new Map([
  ["js", "javascript"],
  ["css", "text/css"],
  ["json", "json"],
  ["svg", "svg"],
  ["bin", "octet-stream"],
]);
const PAGE = "text/html";

/** @typedef {keyof typeof MOST} Shelf */

/** @param {string} scope below which the site stands: a host may have several */
export const prefixOf = (scope) => `casebook ${new URL(scope).pathname} `;

/**
 * Whether an answer is what was asked for, and may be kept: whole, of this site, not led elsewhere, of the right kind.
 * @param {Response} response
 * @param {string} url
 */
export function isKeepable(response, url) {
  const ending = new URL(url).pathname.split(".").at(-1) ?? "";
  const type = TYPES.get(ending) ?? PAGE; // of another type is what a portal or a host puts in the place of a file
  return (
    response.status === 200 &&
    !response.redirected &&
    ["basic", "default"].includes(response.type) &&
    !response.headers.get("Cache-Control")?.includes("no-store") &&
    Boolean(response.headers.get("Content-Type")?.includes(type))
  );
}

/**
 * The address by which something is kept: of a page without what was searched for, since it is the same page.
 * @param {Shelf} shelf
 * @param {string} url
 */
function keyOf(shelf, url) {
  const { origin, pathname, search } = new URL(url);
  return origin + pathname + (shelf === "pages" ? "" : search);
}

/** The shelf of what is fetched without being asked for by a page. @param {string} path @returns {Shelf} */
export function shelfOf(path) {
  if (path.endsWith("/")) return "pages";
  return path.endsWith(".bin") ? "archives" : "files";
}

/** The shelves of one site. */
export class Kept {
  /** @param {string} scope */
  constructor(scope) {
    this.prefix = prefixOf(scope);
  }

  /**
   * What is kept; nothing, too, where the browser keeps nothing.
   * @param {Shelf} shelf
   * @param {string} url
   * @returns {Promise<Response | undefined>}
   */
  async found(shelf, url) {
    try {
      const cache = await caches.open(this.prefix + shelf);
      return await cache.match(keyOf(shelf, url), { ignoreVary: true });
    } catch {
      return undefined;
    }
  }

  /**
   * Keep an answer as the newest, if it may be kept, and drop the oldest when there are too many.
   * @param {Shelf} shelf
   * @param {string} url
   * @param {Response} response
   */
  async keep(shelf, url, response) {
    if (!isKeepable(response, url)) return;
    const key = keyOf(shelf, url);
    try {
      const cache = await caches.open(this.prefix + shelf);
      try {
        await cache.delete(key); // else it would stay in the place of the old
        await cache.put(key, response);
        await drop(cache, MOST[shelf]);
      } catch {
        await drop(cache, (await cache.keys()).length / 2); // the browser gives no more room
      }
    } catch {
      // Nothing is kept, and all else is as before.
    }
  }

  /** The pages that are kept, the newest first: address and title, both as they stand in HTML. */
  async pages() {
    const cache = await caches.open(`${this.prefix}pages`);
    const keys = await cache.keys();
    return Promise.all(
      [...keys].reverse().map(async ({ url }) => {
        const html = (await (await cache.match(url))?.text()) ?? "";
        return { url, title: /<title>(.*?)( · [^·]*)?<\/title>/s.exec(html)?.[1] ?? url };
      }),
    );
  }

  /**
   * @param {Shelf} shelf
   * @param {string} url
   */
  async forget(shelf, url) {
    const cache = await caches.open(this.prefix + shelf);
    await cache.delete(keyOf(shelf, url));
  }
}

/**
 * @param {Cache} cache
 * @param {number} most
 */
async function drop(cache, most) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
