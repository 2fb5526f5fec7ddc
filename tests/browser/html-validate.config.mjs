// Which rules of html-validate hold for the built pages: all that it recommends, but those of style.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "no-redundant-role": "off", // Safari takes a list without marks for none, unless role="list" says that it is one
    "no-trailing-whitespace": "off", // of the template, where it keeps two words apart; no reader sees it
  },
};
