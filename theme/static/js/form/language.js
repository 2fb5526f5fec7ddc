// What the form knows of how Chinese and our files are written. No word of the interface.

/** A date: 2021, 2021年5月, 2021-05-03. */
export const DATE = /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?$/;
export const WIDE_DIGIT = /[０-９]/g;

/** What YAML may begin with without quotes. */
export const PLAIN = /^[\p{Script=Han}\p{L}\p{N}《“（〔][^\n]*$/u;

/** A question that is still open stands in these marks in the file. */
export const OPENING = "〔？";
export const CLOSING = "〕";
export const MARKS = /[〔〕？]/g;
