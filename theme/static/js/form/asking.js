// The worker that checks, as the page sees it: started when it is wanted, asked about the newest text alone.

/** @typedef {import("records").Fetched} Fetched */
/**
 * @typedef {object} Heard
 * @property {(done: number, size: number) => void} coming bytes that have come, of how many
 * @property {() => void} starting
 * @property {() => void} ready
 * @property {(told: any) => void} told of the newest text
 * @property {(drafted: import("./core.js").Drafted) => void} drafted from an article
 * @property {(why: string) => void} failed it did not start
 * @property {() => void} wrong it broke, and is started again
 */

/** Whether workers can be modules: then one is asked of what type it is, also one whose address is none. */
function takesModules() {
  let isAsked = false;
  const options = {
    get type() {
      isAsked = true;
      return /** @type {const} */ ("module");
    },
  };
  try {
    new Worker("http://[", options).terminate();
  } catch {
    // its address is none
  }
  return isAsked;
}

/** Whether this browser can run it at all. */
export const isAble = () =>
  typeof Worker === "function" &&
  takesModules() &&
  typeof WebAssembly === "object" &&
  typeof Reflect.get(globalThis, "DecompressionStream") === "function";

/**
 * @param {URL} address of the script of the worker
 * @param {URL} root where the site is
 * @param {Heard} heard
 */
export function asking(address, root, heard) {
  /** @type {Worker | undefined} */
  let worker;
  let [isReady, isBusy, number] = [false, false, 0];
  /** @type {{path: string, text: string, today: string} | undefined} */
  let waiting;

  function start() {
    worker?.terminate();
    [isReady, isBusy] = [false, false];
    worker = new Worker(address, { type: "module" });
    worker.addEventListener("message", ({ data }) => listen(data));
    worker.addEventListener("error", () => heard.failed(""));
    worker.postMessage({ root: root.href });
  }

  /** @param {any} data */
  function listen(data) {
    if (data.size) heard.coming(data.done, data.size);
    else if (data.isStarting) heard.starting();
    else if (data.failed !== undefined) broken(data.failed);
    else if (data.drafted) heard.drafted(data.drafted);
    else answered(data);
  }

  /** @param {string} why */
  function broken(why) {
    if (!isReady) return heard.failed(why);
    heard.wrong();
    waiting = undefined; // what broke it may break it again: it is asked about the next text
    start();
  }

  /** @param {any} data */
  function answered(data) {
    if (data.isReady) {
      isReady = true;
      heard.ready();
    } else {
      isBusy = false;
      if (data.number === number && !waiting) heard.told(data.told);
    }
    send();
  }

  function send() {
    if (!isReady || isBusy || !waiting) return;
    isBusy = true;
    worker?.postMessage({ number: (number += 1), ...waiting });
    waiting = undefined;
  }

  return {
    start,
    /**
     * Draft answers from an article, once it runs.
     * @param {import("./core.js").ToDraft} asked
     */
    draft(asked) {
      worker?.postMessage(asked);
    },
    /**
     * Ask about a text, in the place of what was asked before and waits.
     * @param {string} path
     * @param {string} text
     * @param {string} today
     */
    ask(path, text, today) {
      waiting = { path, text, today };
      send();
    },
  };
}
