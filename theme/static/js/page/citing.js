// Citations: of the page in each format, of its steps and figures in the format that the reader has chosen.

const [PART, ANCHOR, YEAR, MONTH, DAY, PAGE] = "\ue000\ue001\ue002\ue003\ue004\ue005"; // as casebook_pelican/citing.py
let last = "gbt"; // the format that was copied last
const MARK = /[\ue000-\ue005]/g;

/**
 * What a link copies that has something to cite: the page, or the part that it stands in.
 * @param {HTMLElement} link
 */
export function citation({ dataset }) {
  const format = (last = dataset.format ?? last);
  const { page, part } = /** @type {HTMLElement} */ (document.querySelector(`.cites__text[data-format=${format}]`))
    .dataset;
  const now = new Date();
  const given = {
    [PART]: named(format, dataset),
    [ANCHOR]: dataset.anchor ?? "",
    [YEAR]: `${now.getFullYear()}`,
    [MONTH]: `${now.getMonth() + 1}`.padStart(2, "0"),
    [DAY]: `${now.getDate()}`.padStart(2, "0"),
    [PAGE]: location.origin + location.pathname,
  };
  return (dataset.cite ? part : page)?.replace(MARK, (mark) => given[mark]) ?? "";
}

/** What is cited of the page, as the format writes it. @param {string} format @param {DOMStringMap} dataset */
function named(format, { cite = "", citeBibtex }) {
  if (format === "csl") return JSON.stringify(cite).slice(1, -1);
  return format === "bibtex" ? (citeBibtex ?? cite) : cite;
}
