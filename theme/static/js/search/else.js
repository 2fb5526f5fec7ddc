// What a search needs only when few pages hold what was typed: one file, fetched then.

export { variants } from "../query/variants.js";
export { holding } from "./holding.js";
export { meant } from "./meaning.js";
