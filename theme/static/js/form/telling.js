// What the check says, in words of the form: whoever fills it in knows questions, and no file, key or mark-up. A rule says
// what was found and what to write, in clauses; one that speaks of files is left out, and so is what follows from it.

import { form_look, form_look_here, text_quoted, text_semicolon } from "words";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";
import { ROOT } from "../dom/root.js";
import { CLAUSE, FILE_NAME, LINE, MARK, OF_FILES, OWN, QUOTED, QUOTED_PARTS, QUOTES, WIDE } from "./language.js";

/** @typedef {{found: string, instead: string}} Words what a rule says */
/** @typedef {Record<string, [title: string, address: string]>} Pages that rules tell of, by their file names */

/** Marks as Chinese has them, but in what is quoted, in addresses and between digits. @param {string} text */
const wide = (text) => text.replace(MARK, (mark, quoted, same) => quoted ?? same ?? WIDE[mark]);

/**
 * The first clauses of a text, up to one that speaks of files; pages by their titles.
 * @param {string} text
 * @param {Pages} pages
 */
function plain(text, pages) {
  const named = text.replace(LINE, "").replace(FILE_NAME, (name) => {
    const page = pages[name.replace(QUOTES, "")];
    return page ? filled(text_quoted, { text: page[0] }) : name;
  });
  const clauses = named.match(CLAUSE) ?? [];
  const end = clauses.findIndex((one) => OF_FILES.test(one.replace(OWN, "")));
  return wide(clauses.slice(0, end < 0 ? clauses.length : end).join(";"));
}

/**
 * What a rule says, to whoever fills in the form.
 * @param {Words} words
 * @param {Pages} [pages]
 */
export function told({ found, instead }, pages = {}) {
  const [what, advice] = [found, instead].map((text) => plain(text, pages));
  return [what || looked(found, advice), advice].filter(Boolean).join(text_semicolon);
}

/** Where to look again: at what was quoted; where nothing was and there is no advice either, at the whole answer. @param {string} found @param {string} advice */
function looked(found, advice) {
  const [words] = QUOTED.exec(found) ?? [];
  if (words) return filled(form_look, { words });
  return advice ? "" : form_look_here;
}

/**
 * A text with links to the pages that it names.
 * @param {string} text
 * @param {Pages} pages
 */
export function linked(text, pages) {
  const addresses = new Map(
    Object.values(pages).map(([title, address]) => [filled(text_quoted, { text: title }), address]),
  );
  return text.split(QUOTED_PARTS).map((part) => {
    const address = addresses.get(part);
    if (address === undefined) return part;
    const link = element("a", "", part);
    [link.href, link.target, link.rel] = [new URL(address, ROOT).href, "_blank", "noopener"]; // the form stays open
    return link;
  });
}
