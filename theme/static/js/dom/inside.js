// Addresses that files of the site bring.

import { ROOT } from "./root.js";

/**
 * An address that a file of the site brings; the root of the site where it leads anywhere else, or runs.
 * @param {string} address
 * @param {string | URL} [base]
 */
export function inSite(address, base = ROOT) {
  const found = new URL(address, base);
  return found.href.startsWith(ROOT.href) ? found : ROOT;
}
