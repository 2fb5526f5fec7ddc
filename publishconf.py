"""Settings of the public site: its address, from the environment; no drafts; pictures of pages, Parquet."""

import os
import sys
from urllib.parse import urlsplit

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITE_ADDRESS = os.environ.get("SITEURL", "").rstrip("/")
if urlsplit(SITE_ADDRESS).scheme not in ("http", "https"):
    sys.exit("SITEURL is not set: give the address of the published site, e.g. SITEURL=https://example.org/casebook")
WITH_DRAFTS = False
TYPEFACE = "theme/fonts/node_modules/@fontsource-variable/noto-serif-sc"
PARQUET = True
