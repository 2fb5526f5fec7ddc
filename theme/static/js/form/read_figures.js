// How the figures were read, told at the end by question: which of them their author has not seen yet.

import {
  form_jump_figures,
  form_more_figures,
  form_read,
  form_read_figure,
  form_read_seen,
  form_read_unseen,
  form_seen,
  form_unseen,
} from "words";
import { element } from "../dom/elements.js";
import { filled } from "../dom/filled.js";

/** @typedef {import("./figures.js").Figure} Figure */

const MOST = 8; // figures of a question that are told; the others stand at the question

/** What was seen of a figure: it counts as another when it is read otherwise. @param {Figure} figure */
const sightOf = ({ at, quote, label }) => `${at} ${quote} ${label}`;

/**
 * What was seen after some figures were shown, too.
 * @param {string[] | undefined} seen
 * @param {Figure[]} shown
 */
export const withSights = (seen, shown) => [...new Set([...(seen ?? []), ...shown.map(sightOf)])];

/**
 * @param {HTMLElement} place
 * @param {Figure[]} figures
 * @param {string[] | undefined} seen
 * @param {(id: string) => void} go
 * @param {(seen: string[]) => void} confirm is told what was seen then
 */
export function reviewFigures(place, figures, seen, go, confirm) {
  const unseen = figures.filter((figure) => !seen?.includes(sightOf(figure)));
  const [said, count] = unseen.length ? [form_read_unseen, unseen.length] : [form_read_seen, figures.length];
  const items = [...new Set(figures.map(({ at }) => at))].map((id) => {
    const ask = document.getElementById(`ask-${id}-question`)?.textContent ?? "";
    const own = figures.filter(({ at }) => at === id);
    return element(
      "li",
      "",
      button("form__jump", filled(form_jump_figures, { ask, count: own.length }), () => go(id)),
      told(own, unseen),
    );
  });
  const all = () => {
    const after = withSights(seen, figures);
    confirm(after);
    reviewFigures(place, figures, after, go, confirm);
  };
  place.replaceChildren(
    element("h3", "ask__label", form_read),
    element("p", unseen.length ? "notice" : "quiet", filled(said, { count })),
    element("ul", "form__read", ...items),
    ...(unseen.length ? [element("p", "form__ways", button("button", form_seen, all))] : []),
  );
  place.hidden = figures.length === 0;
}

/** The figures of a question, those first that were not seen. @param {Figure[]} own @param {Figure[]} unseen */
function told(own, unseen) {
  const isNew = (/** @type {Figure} */ figure) => unseen.includes(figure);
  const sorted = [...own.filter(isNew), ...own.filter((figure) => !isNew(figure))];
  const items = sorted.slice(0, MOST).map((figure) => {
    const { quote, label } = figure;
    return element("li", "", filled(form_read_figure, { quote, label }), isNew(figure) ? form_unseen : "");
  });
  const left = sorted.length - items.length;
  const more = left > 0 ? [element("li", "quiet", filled(form_more_figures, { count: left }))] : [];
  return element("ul", "form__figures", ...items, ...more);
}

/** @param {string} kind @param {string} text @param {() => void} act */
function button(kind, text, act) {
  const made = element("button", kind, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
