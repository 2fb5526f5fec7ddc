// The rules for theme/static/js: no API that the supported browsers lack (browserslist in package.json), no slips, and the
// same bounds as for the Python (pyproject.toml): how much a function decides, which room may import which, comments on
// what is exported.
import { readdirSync } from "node:fs";
import compat from "eslint-plugin-compat";
import imports from "eslint-plugin-import-x";

const JS = "./static/js";
// Rooms by floor: a room imports from its own and from lower floors, never from its neighbours or from above.
const FLOORS = [
  ["dom"],
  ["index"],
  ["match", "query"],
  ["search"],
  ["field", "page", "explore", "compare", "form", "worker"],
];
const unplaced = readdirSync(`${import.meta.dirname}/${JS}`).filter(
  (name) => !/\.js$/.test(name) && !FLOORS.flat().includes(name),
);
if (unplaced.length) throw new Error(`FLOORS of eslint.config.js has no place for ${unplaced.join(", ")}`);
const zones = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    target: `${JS}/${room}`,
    from: [
      `${JS}/*.js`, // an entry is the way into a page, and nothing else
      ...FLOORS.slice(floor)
        .flat()
        .filter((other) => other !== room)
        .map((other) => `${JS}/${other}/**/*`),
    ],
    message: `what is in ${room}/ knows only of lower floors`,
  })),
);

/** Every exported function says in a comment what it is for. */
const documented = {
  create: (context) => ({
    "ExportNamedDeclaration > FunctionDeclaration"(node) {
      const before = context.sourceCode.getCommentsBefore(node.parent).at(-1);
      if (!before?.value.startsWith("*")) context.report({ node, message: `${node.id.name} has no comment.` });
    },
  }),
};

export default [
  compat.configs["flat/recommended"],
  {
    plugins: { imports, local: { rules: { documented } } },
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    rules: {
      "no-unused-vars": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-eval": "error",
      complexity: ["error", 10],
      "max-depth": ["error", 3],
      "max-lines": ["error", 300],
      "imports/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
      "imports/no-cycle": "error",
      "local/documented": "error",
    },
  },
];
