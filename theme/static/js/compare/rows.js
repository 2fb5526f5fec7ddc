// From the records of cases to the rows in which they stand side by side. What may not be compared is listed instead.

/** @typedef {{text: string, url: string, note: string}} Link one without a url is plain text */
/** @typedef {{method: string, step: string}} Use */
/** @typedef {{number: number, link: Link, facts: string[], uses: Use[]}} Step */
/** @typedef {{slug: string, link: Link, steps: [id: string, link: Link][]}} Method */
/**
 * @typedef {object} Figure see plugins/casebook/export/comparison.py
 * @property {string} series figures of one series may be compared
 * @property {string} label what they have in common
 * @property {Link} indicator
 * @property {number} order
 * @property {boolean} is_comparable
 * @property {boolean} is_additive
 * @property {string} value
 * @property {string} value_max
 * @property {string} before
 * @property {string} unit
 * @property {string} qualifier
 * @property {string[]} notes
 * @property {Link} figure as written, leading to its sentence
 */
/**
 * @typedef {object} Case
 * @property {string} slug
 * @property {Link} link
 * @property {string[]} above the cases that it is part of
 * @property {string[]} near
 * @property {{label: string, items: Link[], missing: string}[]} facts
 * @property {string} basis
 * @property {Step[]} steps
 * @property {Method[]} methods
 * @property {(Use & {how: string, text: string})[]} departures
 * @property {Figure[]} figures
 */
/** @typedef {{lead: string, text: string, url: string, notes: string[]}} Item `lead` stands before the link */
/** @typedef {{items: Item[], missing: string}} Cell `missing` stands where there are no items */
/** @typedef {{label: string, url: string, under: string, cells: Cell[], figures?: Figure[][]}} Row */
/** @typedef {{id: string, title: string, note: string, rows: Row[]}} Section */

const UNTOLD = "没有讲到";
const UNREPORTED = "未报告";
const OTHERWISE = "未按这个口径报告，见同一指标的另一行";
const SOMEWHERE = "用到，没有写在哪一步";
const IN_PARTS = "见下面的分步";

/**
 * The letter by which a column goes where there is no room for its title.
 * @param {number} place
 */
export const letter = (place) => "ABCD"[place];

/**
 * Everything that stands in rows, by section; sections without a row are left out.
 * @param {Case[]} cases
 * @returns {Section[]}
 */
export function sections(cases) {
  const { shared, single, others } = methodRows(cases);
  const figures = figureRows(cases);
  const all = [
    { id: "facts", title: "事实", note: "", rows: factRows(cases) },
    { id: "order", title: "步骤：各自的先后", note: "", rows: orderRows(cases) },
    {
      id: "shared-methods",
      title: "步骤：不止一个案例用到的方法",
      note: "按方法对齐；每一步前面的数，是它在自己案例里的先后。",
      rows: shared,
    },
    { id: "single-methods", title: "步骤：只有一个案例用到的方法", note: "", rows: single },
    { id: "other-steps", title: "步骤：没有写用了哪种方法的", note: "", rows: others },
    {
      id: "shared-figures",
      title: "数字：不止一个案例报告的指标",
      note: "一行一个口径；不同口径的数分行，不能比。",
      rows: figures.shared,
    },
    { id: "single-figures", title: "数字：只有一个案例报告的指标", note: "", rows: figures.single },
  ];
  return all.filter(({ rows }) => rows.length);
}

/**
 * The figures of each case that count different things under one name, and so have no row.
 * @param {Case[]} cases
 */
export function listed(cases) {
  return cases.map(({ figures }) => figures.filter((figure) => !figure.is_comparable));
}

/**
 * A sentence for each case that is part of another one beside it.
 * @param {Case[]} cases
 */
export function nested(cases) {
  return cases.flatMap((one, place) =>
    one.above
      .map((slug) => cases.findIndex((other) => other.slug === slug))
      .filter((above) => above >= 0)
      .map(
        (above) =>
          `${letter(place)}（${one.link.text}）是 ${letter(above)}（${cases[above].link.text}）的一部分：` +
          `${letter(place)} 的数字可能已经算在 ${letter(above)} 的里面，不能相加。`,
      ),
  );
}

/**
 * @param {Link} link
 * @param {string[]} notes
 * @param {string} [lead]
 * @returns {Item}
 */
const item = ({ text, url }, notes, lead = "") => ({ lead, text, url, notes: notes.filter(Boolean) });

/** @param {Step} step */
const stepItem = ({ number, link, facts }) => item(link, facts, `${number}.`);

// --- facts --------------------------------------------------------------------------------------------------------

/**
 * @param {Case[]} cases
 * @returns {Row[]}
 */
function factRows(cases) {
  return (cases[0]?.facts ?? []).map(({ label }, at) => ({
    label,
    url: "",
    under: "",
    cells: cases.map(({ facts }) => ({
      items: facts[at].items.map((link) => (link.url ? item(link, [link.note]) : item(link, [], link.note && `${link.note}：`))),
      missing: facts[at].missing,
    })),
  }));
}

// --- steps --------------------------------------------------------------------------------------------------------

/**
 * @param {Case[]} cases
 * @returns {Row[]}
 */
function orderRows(cases) {
  if (!cases.some(({ steps }) => steps.length)) return [];
  return [
    {
      label: "顺序凭什么",
      url: "",
      under: "",
      cells: cases.map(({ basis }) => ({
        items: basis ? [item({ text: basis, url: "", note: "" }, [])] : [],
        missing: "没有写步骤",
      })),
    },
    {
      label: "全部步骤",
      url: "",
      under: "",
      cells: cases.map(({ steps }) => ({ items: steps.map(stepItem), missing: "没有写步骤" })),
    },
  ];
}

/**
 * Rows of methods, in the order in which the first case that has a method comes to it; of a method that several cases
 * use, a row for each of its steps that one of them tells of.
 * @param {Case[]} cases
 */
function methodRows(cases) {
  const methods = new Map(cases.flatMap((one) => one.methods.map((method) => [method.slug, method])));
  /** @type {Row[]} */
  const shared = [];
  /** @type {Row[]} */
  const single = [];
  for (const method of methods.values()) {
    const using = cases.filter((one) => one.methods.some(({ slug }) => slug === method.slug));
    if (using.length > 1) shared.push(...alignedRows(cases, method));
    else single.push(wholeRow(cases, method));
  }
  const without = cases.map(({ steps }) => steps.filter(({ uses }) => !uses.length));
  const others = without.some((steps) => steps.length)
    ? [{ label: "其他步骤", url: "", under: "", cells: without.map((steps) => ({ items: steps.map(stepItem), missing: "没有" })) }]
    : [];
  return { shared, single, others };
}

/**
 * @param {Case[]} cases
 * @param {Method} method
 * @returns {Row[]}
 */
function alignedRows(cases, method) {
  const rows = [["", method.link], ...method.steps].map(([id, link]) => {
    const step = /** @type {string} */ (id);
    const { text, url } = /** @type {Link} */ (link);
    return {
      label: text,
      url,
      under: step ? method.link.text : "整个方法",
      cells: cases.map((one) => ({ items: told(one, method.slug, step), missing: step ? UNTOLD : unplaced(one, method.slug) })),
    };
  });
  // the row of the whole is there for those that do not say at which of its steps
  return rows.filter(({ cells }, at) => cells.some(({ items, missing }) => items.length || (!at && missing === SOMEWHERE)));
}

/**
 * The steps of a case that are this step of a method, and how it departed from it.
 * @param {Case} one
 * @param {string} method
 * @param {string} step
 */
function told(one, method, step) {
  const isIt = (/** @type {Use} */ use) => use.method === method && use.step === step;
  return [
    ...one.steps.filter(({ uses }) => uses.some(isIt)).map(stepItem),
    ...one.departures.filter(isIt).map(({ how, text }) => item({ text, url: "", note: "" }, [], `${how}：`)),
  ];
}

/**
 * What to say of a case that has no step that is a method as a whole.
 * @param {Case} one
 * @param {string} method
 */
function unplaced(one, method) {
  if (!one.methods.some(({ slug }) => slug === method)) return UNTOLD;
  const isPlaced = [...one.steps.flatMap(({ uses }) => uses), ...one.departures].some((use) => use.method === method);
  return isPlaced ? IN_PARTS : SOMEWHERE;
}

/**
 * A method that one case alone uses: its steps, each with the method's steps that it is.
 * @param {Case[]} cases
 * @param {Method} method
 * @returns {Row}
 */
function wholeRow(cases, method) {
  const names = new Map(method.steps.map(([id, { text }]) => [id, text]));
  const cells = cases.map((one) => {
    const steps = one.steps.flatMap((step) => {
      const uses = step.uses.filter((use) => use.method === method.slug);
      const parts = uses.map((use) => names.get(use.step) ?? "").filter(Boolean);
      return uses.length ? [item(step.link, [...step.facts, parts.join("、")], `${step.number}.`)] : [];
    });
    const departures = one.departures
      .filter((use) => use.method === method.slug)
      .map(({ step, how, text }) => item({ text, url: "", note: "" }, [names.get(step) ?? ""], `${how}：`));
    return { items: [...steps, ...departures], missing: unplaced(one, method.slug) };
  });
  return { label: method.link.text, url: method.link.url, under: "", cells };
}

// --- figures ------------------------------------------------------------------------------------------------------

/**
 * Rows of figures, a series a row; all series of an indicator stand together.
 * @param {Case[]} cases
 */
function figureRows(cases) {
  const figures = cases.flatMap((one) => one.figures.filter((figure) => figure.is_comparable));
  const inOrder = [...figures].sort((a, b) => a.order - b.order);
  const series = new Map(inOrder.map((figure) => [figure.series, figure]));
  /** @type {Row[]} */
  const shared = [];
  /** @type {Row[]} */
  const single = [];
  for (const figure of series.values()) {
    const reporting = cases.filter((one) => one.figures.some(({ order }) => order === figure.order));
    (reporting.length > 1 ? shared : single).push(seriesRow(cases, figure));
  }
  return { shared, single };
}

/**
 * @param {Case[]} cases
 * @param {Figure} first
 * @returns {Row}
 */
function seriesRow(cases, { series, indicator, label, order }) {
  const figures = cases.map((one) => one.figures.filter((figure) => figure.series === series));
  return {
    label: indicator.text,
    url: indicator.url,
    under: label,
    figures,
    cells: cases.map((one, place) => ({
      items: figures[place].map((figure) =>
        item(figure.figure, [...figure.notes, figure.is_additive ? within(cases, figures, one) : ""]),
      ),
      missing: one.figures.some((figure) => figure.order === order) ? OTHERWISE : UNREPORTED,
    })),
  };
}

/**
 * That figures of a case may be within those of the case above it; of what is not added up (days, rates) none is.
 * @param {Case[]} cases
 * @param {Figure[][]} figures
 * @param {Case} one
 */
function within(cases, figures, one) {
  const above = cases.findIndex((other, place) => one.above.includes(other.slug) && figures[place].length);
  return above < 0 ? "" : `可能已算在 ${letter(above)} 里`;
}
