// Reads the texts of pages that the index found, best first, and keeps those that hold what was typed.

import { englishQuery } from "../index/english.js";
import { fold, isSure, runs } from "../index/terms.js";
import { hit } from "../match/hits.js";
import { isTerm } from "../index/kinds.js";

export const BATCH = 10; // pages read at a time
export const START = 4; // pages read at least, where no more are wanted
export const MOST = 5; // batches read before the reader is asked whether to read on

/** @typedef {import("../index/pages.js").Index} Index */
/** @typedef {import("./finding.js").Found} Found */
/** @typedef {import("../match/hits.js").Hit & Found} Hit with what the page was found by */
/**
 * What is known of pages that were read: their hits, and which of them do not hold the query.
 * @typedef {{hits: Map<Found, Hit>, dropped: Set<Found>}} Read
 */

/** The hits of pages, read as many at a time as are asked for. */
export class Reading {
  /**
   * @param {Index} index
   * @param {Found[]} pages
   * @param {Read} [read] takes what becomes known of them
   */
  constructor(index, pages, read = { hits: new Map(), dropped: new Set() }) {
    this.index = index;
    this.unread = pages;
    this.read = read;
    /** @type {Found[]} */
    this.lost = []; // those whose text cannot be had
    /** @type {Hit[]} */
    this.hits = [];
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve(); // what was asked for before
  }

  /** Whether every page was read, so that all counts are exact. */
  get isDone() {
    return !this.unread.length && !this.lost.length;
  }

  /** Whether each page that was not read will prove to hold what it was found by. */
  get isSure() {
    return this.unread.every(({ query, isLoose }) => isLoose || isSure(query));
  }

  /**
   * How many pages are read for so many results: as many as are lacking, unless what a page says may put it before others
   * of the first ten.
   * @param {number} wanted
   */
  batch(wanted) {
    const isOrdered = this.unread.slice(0, BATCH).every(standsAsFound);
    return isOrdered ? Math.min(BATCH, Math.max(START, wanted - this.hits.length)) : BATCH;
  }

  /**
   * How many pages were found by what was typed, or by what may have been meant: those read that hold it, and those that
   * were not read; `isAbout`: this number may become less.
   * @param {boolean} byMeant
   */
  counted(byMeant) {
    const of = (/** @type {Found[]} */ pages) => pages.filter(({ isMeant }) => isMeant === byMeant).length;
    const open = of(this.lost) + (this.isSure ? 0 : of(this.unread));
    return { count: of(this.hits) + of(this.unread) + of(this.lost), isAbout: open > 0 };
  }

  /**
   * What `readUpTo` says, one question after another: else both would read the same pages.
   * @template T
   * @param {(hit: Hit) => T[]} items
   * @param {number} wanted
   * @param {number} [size]
   * @returns {Promise<T[]>}
   */
  first(items, wanted, size) {
    const mine = this.last.then(() => this.readUpTo(items, wanted, size));
    this.last = mine.catch(() => {}); // who asked is told
    return mine;
  }

  /**
   * The first `wanted` of what `items` makes of each hit, or fewer when the pages read did not have as many. Of a batch
   * and kind, those that hold the query with all that was typed come before those that hold its runs. When a page is lost,
   * no more are read: each batch may keep the reader waiting as long.
   * @template T
   * @param {(hit: Hit) => T[]} items
   * @param {number} wanted
   * @param {number} [size] of a batch
   * @returns {Promise<T[]>}
   */
  async readUpTo(items, wanted, size = BATCH) {
    let made = this.hits.flatMap(items);
    const before = this.lost.length;
    const mayRead = () => this.unread.length > 0 && this.lost.length === before;
    for (let read = 0; read < BATCH * MOST && made.length < wanted && mayRead(); read += size) {
      const hits = (await Promise.all(this.unread.slice(0, size).map((found) => this.hitsOf(found)))).flat();
      this.unread = this.unread.slice(size);
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
    const page = await this.index.page(found.number, found.query);
    const one = page && hit(page, found.query, found.isLoose);
    if (!page) this.lost.push(found);
    else if (!one) this.read.dropped.add(found);
    if (!one) return [];
    const told = { ...one, ...found };
    this.read.hits.set(found, told);
    return [told];
  }
}

/**
 * Whether a page that holds what it was found by holds it as it was typed.
 * @param {Found} found
 */
function standsAsFound({ query, isLoose }) {
  return isLoose || (runs(fold(query)).length === 1 && !englishQuery(query).length);
}

/**
 * The turn of a hit in its batch; for a figure, a page about the site comes last: it only tells how one is written.
 * @param {Hit} hit
 */
function turn({ isLead, isMeant, kind, isPhrase, query }) {
  if (kind === "page" && /\d\s*\p{sc=Han}/u.test(query)) return 9;
  return isLead ? 0 : 1 + 4 * Number(isMeant) + 2 * Number(isTerm(kind)) + Number(!isPhrase);
}
