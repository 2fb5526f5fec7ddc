// The index of the site as it is published now.

import { indexOf } from "./pages.js";
import { published } from "./published.js";

/** What one makes of the index. */
export const asked = published("search/manifest", (manifest, { file, isAgain }) => indexOf(manifest, file, isAgain));
