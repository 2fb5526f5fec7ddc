"""Settings of the public site: its address, from the environment; no drafts; pictures of pages, Parquet."""

import os
import re
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITE_ADDRESS = os.environ.get("SITEURL", "").rstrip("/")
if not re.fullmatch(r"https?://[\w.:\[\]-]+(/[\w.~%!$&()*+,;=:@/-]*)?", SITE_ADDRESS, re.ASCII):
    found = f"is no address: {SITE_ADDRESS}" if SITE_ADDRESS else "is not set"
    sys.exit(f"SITEURL {found}; give that of the published site, in ASCII, e.g. SITEURL=https://example.org/casebook")
WITH_DRAFTS = False
TYPEFACE = "theme/fonts/node_modules/@fontsource-variable/noto-serif-sc"
PARQUET = True
