// For `node --import`: scripts import words by "words", as esbuild has it by its alias (plugins/casebook_theme/bundle.py).
import { registerHooks } from "node:module";

const WORDS = new URL("../../.build/words/index.js", import.meta.url).href;

registerHooks({
  resolve: (name, context, next) => (name === "words" ? { url: WORDS, shortCircuit: true } : next(name, context)),
});
