// Where the site is.

export const ROOT = new URL("../../", import.meta.url); // all scripts are theme/js/<name>.js
