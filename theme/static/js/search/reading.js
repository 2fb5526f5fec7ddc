// Reads the texts of pages that the index found, best first, and keeps those that hold what was typed.

import { hit } from "../match/hits.js";

export const BATCH = 10; // pages read at a time
const MOST = 5; // batches read before the reader is asked whether to read on

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("../match/hits.js").Hit & {isMeant: boolean}} Hit whether by what may have been meant, and not what was typed */
/** @typedef {import("./finding.js").Found} Found */

/** The hits of pages, read as many at a time as are asked for. */
export class Reading {
  /**
   * @param {Index} index
   * @param {Found[]} pages
   * @param {Set<Found>} dropped takes those that were read and do not hold the query
   */
  constructor(index, pages, dropped) {
    this.index = index;
    this.unread = pages;
    this.dropped = dropped;
    /** @type {Found[]} */
    this.lost = []; // those whose text cannot be had
    /** @type {Hit[]} */
    this.hits = [];
  }

  /** Whether every page was read, so that all counts are exact. */
  get isDone() {
    return !this.unread.length && !this.lost.length;
  }

  /** How many pages were found by what was typed: those read that hold it, and those that were not read. */
  get typedCount() {
    return [...this.hits, ...this.unread, ...this.lost].filter(({ isMeant }) => !isMeant).length;
  }

  /** Whether that number may become less. */
  get isAbout() {
    return [...this.unread, ...this.lost].some(({ isMeant }) => !isMeant);
  }

  /**
   * The first `wanted` of what `items` makes of each hit, or fewer when the pages read did not have as many. Of a batch,
   * those that hold the query with all that was typed come before those that hold its runs. When a page is lost, no more
   * are read: each batch may keep the reader waiting as long.
   * @template T
   * @param {(hit: Hit) => T[]} items
   * @param {number} wanted
   * @returns {Promise<T[]>}
   */
  async first(items, wanted) {
    let made = this.hits.flatMap(items);
    const before = this.lost.length;
    const mayRead = () => this.unread.length > 0 && this.lost.length === before;
    for (let batches = 0; batches < MOST && made.length < wanted && mayRead(); batches += 1) {
      const batch = this.unread.slice(0, BATCH);
      const hits = (await Promise.all(batch.map((found) => this.hitsOf(found)))).flat();
      const turn = (/** @type {Hit} */ one) => 2 * Number(one.isMeant) + Number(!one.isPhrase);
      this.unread = this.unread.slice(BATCH);
      this.hits.push(...hits.sort((one, other) => turn(one) - turn(other)));
      made = this.hits.flatMap(items);
    }
    return made;
  }

  /**
   * The hit of a page as soon as it is there, so that the browser is free between one page and the next; none when the
   * page does not hold what it was found by, or is lost.
   * @param {Found} found
   * @returns {Promise<Hit[]>}
   */
  async hitsOf(found) {
    const page = await this.index.page(found.number);
    const one = page && hit(page, found.query, found.isLoose);
    if (!page) this.lost.push(found);
    else if (!one) this.dropped.add(found);
    return one ? [{ ...one, isMeant: found.isMeant }] : [];
  }
}
