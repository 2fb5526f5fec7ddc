// What a reader types in a field: told once they pause, and never while they compose a character.

const PAUSE = 150; // milliseconds
export const LONGEST = 200; // characters of a query that are used: a whole pasted article asks for its beginning
const QUOTED = 40; // characters of it that are said again

/**
 * What was typed on one line, without spaces around it, not too long.
 * @param {string} typed
 */
export function tidy(typed) {
  const line = typed
    .slice(0, 8 * LONGEST)
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(line).slice(0, LONGEST).join("");
}

/**
 * What was typed as it is quoted, not too long.
 * @param {string} typed
 */
export function brief(typed) {
  const characters = Array.from(typed);
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join("")}……` : typed;
}

/**
 * Tell what `field` holds, tidy, some time after it changed.
 * @param {HTMLInputElement} field
 * @param {(query: string) => void} tell
 */
export function onTyped(field, tell) {
  let isComposing = false;
  let timer = 0;
  function wait() {
    clearTimeout(timer);
    if (!isComposing) timer = window.setTimeout(() => tell(tidy(field.value)), PAUSE);
  }
  // Letters on the way to a character (yishi on the way to 议事) are no query, whenever one began to listen. Safari says that
  // composing has ended only after the last input, Chrome before it: so either may be what starts the wait.
  field.addEventListener("input", (event) => {
    isComposing = /** @type {InputEvent} */ (event).isComposing;
    wait();
  });
  field.addEventListener("compositionend", () => {
    isComposing = false;
    wait();
  });
}

/**
 * Whether a key belongs to the composing of a character, as the Enter that takes a candidate does.
 * @param {KeyboardEvent} event
 */
export function isOfComposing(event) {
  return event.isComposing || event.keyCode === 229; // Safari has ended composing before it tells of that Enter
}
