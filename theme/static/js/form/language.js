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

/** What a rule of the check says: its clauses, what it quotes, what speaks of files, where in the file it stands. */
export const CLAUSE = /(“[^”]*”|[^;“])+/g;
export const QUOTED = /“[^”]*”/; // as somebody wrote it
export const QUOTED_PARTS = /(“[^”]*”)/;
export const QUOTES = /[“”]/g;
export const OWN = /“[^”]*”|https?:\/\/\S+/g;
export const FILE_NAME = /“?[a-z0-9]+(?:-[a-z0-9]+)*”?/g;
export const LINE = /\(第[^()]*行[^()]*\)/g;
export const OF_FILES = /[a-z]{3}|[#{}[\]|*~`]|---|YAML|文件|编号|字段|键|^第 .* [行列]$/;

/** Marks that Chinese has wide, but for those in what is quoted, in addresses and between digits. */
export const MARK = / ?(“[^”]*”) ?|(https?:\/\/\S+|\w[,;:?()]\w)|[,;:?()]/g;
/** @type {Record<string, string>} */
export const WIDE = { ",": "，", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）" };
