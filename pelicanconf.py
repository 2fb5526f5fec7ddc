"""Settings of the site as it is built at home; `publishconf.py` adds what the public site needs."""

import os

TIMEZONE = "Asia/Shanghai"
LOCALE = ("C.UTF-8", "en_US.UTF-8", "C")
PATH = os.environ.get("CONTENT") or "content"
OUTPUT_PATH = "output"
FRESH = False  # True: nothing that was kept of the last build is used
TIMINGS = False  # True: the seconds of each phase are told at the end
LAST_SITE = OUTPUT_PATH  # where the site stands whose files stay as far as they are the same

# The pipeline: each adapter hands its result on through the context, in this order.
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "casebook_pelican.library",  # content/ -> Library; errors stop the run here
    "casebook_pelican.words",  # Library -> the words of the interface
    "casebook_pelican.filters",  # Library -> where titles may break
    "casebook_pelican.icon",  # content/icon.svg, or the theme's -> beside scripts and style sheets
    "casebook_pelican.assets",  # theme/build/, icon -> their addresses, which have digests
    "casebook_pelican.sharing",  # Library -> the pictures that other services show of pages
    "casebook_pelican.search",  # Library -> search index
    "casebook_pelican.explore",  # Library -> columns to filter cases by
    "casebook_pelican.compare",  # Library -> a file a case, for the page that compares
    "casebook_pelican.data",  # Library -> the open data: tables, a database, records
    "casebook_pelican.dated",  # dated editions of methods -> their files as they are
    "casebook_pelican.packs",  # Library -> course packs that are read offline
    "casebook_pelican.discovery",  # Library -> feeds, sitemap.xml, robots.txt, a manifest
    "casebook_pelican.form",  # Library, Python for browsers -> what the form loads to check a case
    "casebook_pelican.anchors",  # Library -> on which pages the items of long lists are
    "casebook_pelican.redirects",  # Library -> _redirects, for hosts that know it
    "casebook_pelican.pages",  # Library -> HTML
    "casebook_pelican.making",  # these parts -> files, by several workers, as far as they have changed
    "casebook_pelican.worker",  # all that was written -> the worker that keeps pages, the edition
]
WITH_DRAFTS = True  # the public site leaves them out
KEEP_PAGES = True  # in readers' browsers; False takes away what they have kept (docs/decisions/0029-offline.md)
TYPEFACE = ""  # of the pictures of pages, which the public site has
PARQUET = False  # the open data as Parquet, too, which the public site has

THEME = "theme"
RUNTIME = ".build/runtime"  # Python for browsers and the core, which the form loads
THEME_STATIC_PATHS = ["build"]  # what esbuild makes of theme/static/
IGNORE_FILES = [".*"]  # and what it says of that
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

SITEURL = ""
SITE_ADDRESS = ""  # absolute address of the published site, for canonical links
RELATIVE_URLS = True

# Cases, methods and pages are written by our generator: Pelican's own have nothing to read and nothing to write.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
READERS = {"rst": None, "html": None, "htm": None}
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_SAVE_AS = PAGE_SAVE_AS = DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
