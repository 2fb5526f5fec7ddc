// The rules for theme/static/js: no API that the supported browsers lack (browserslist in package.json), no slips.
import compat from "eslint-plugin-compat";

export default [
  compat.configs["flat/recommended"],
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    rules: { "no-unused-vars": "error", "no-var": "error", "prefer-const": "error", eqeqeq: "error", "no-eval": "error" },
  },
];
