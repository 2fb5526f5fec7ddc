// What `inv serve` adds to every page: it shows the problems of the page's file, and what is new. No published site has it.
// It is no module, since only a script that is none is told which element it stands in.

const STYLES = "/-/page.css";
const script = /** @type {HTMLScriptElement} */ (document.currentScript);

/**
 * @typedef {[kind: string, text: string]} Line
 * @typedef {{ edition: string, title: string, own: Line[], others: string, rest: Line[] }} State
 */

/**
 * An element with what stands in it.
 * @param {string} name
 * @param {string} part of the style sheet
 * @param {...(Node | string)} content
 */
function element(name, part, ...content) {
  const made = document.createElement(name);
  made.className = part;
  made.append(...content);
  return made;
}

/** @param {Line[]} lines */
function list(lines) {
  const items = lines.map(([kind, text]) => element("li", "line", element("strong", "kind", kind), ` ${text}`));
  const made = element("ul", "list", ...items);
  made.setAttribute("role", "list");
  return made;
}

/** @param {State} state */
function content({ title, own, others, rest }) {
  const shown = [];
  if (title) shown.push(element("p", "title", title));
  if (own.length) shown.push(list(own));
  if (others) shown.push(element("details", "others", element("summary", "summary", others), list(rest)));
  return shown;
}

// A tree of its own: the style sheets of the site know nothing of it, and its scripts do not count this one among them.
const host = document.createElement("div");
const box = element("section", "problems");
box.setAttribute("aria-label", "内容里的问题");
box.setAttribute("aria-live", "polite");
box.tabIndex = 0; // it may be longer than the screen: keys scroll it, too
box.hidden = true;
const styles = document.createElement("link");
styles.rel = "stylesheet";
styles.href = STYLES;
host.attachShadow({ mode: "open" }).append(styles, box);
document.body.prepend(host);

let said = "";
const events = new EventSource(`${new URL("events", script.src)}?page=${encodeURIComponent(location.pathname)}`);
events.addEventListener("message", ({ data }) => {
  const state = /** @type {State} */ (JSON.parse(data));
  // a server that has only begun has none: the page stays until it has
  if (state.edition && state.edition !== script.dataset.edition) {
    events.close();
    location.reload();
  } else if (data !== said) {
    said = data;
    const shown = content(state);
    box.replaceChildren(...shown);
    box.hidden = !shown.length;
    host.className = state.title && "stays"; // a line about other files is in nobody's way
  }
});
