// The index of the site as it is published now.

import { indexOf } from "./pages.js";
import { fetchJson, published } from "./published.js";

/** What one makes of the index. */
export const asked = published("search/manifest", (manifest) => indexOf(manifest, fetchJson));
