"""The `_redirects` file of some hosts (Netlify, Cloudflare Pages): old address, new address, 301."""

from casebook.library import Library
from casebook.views import redirect_views

_HEAD = "# Old address, new address: hosts that read this file send readers on, and browsers keep the step (#...).\n"


def redirects_file(library: Library, root: str) -> str:
    """The text of the file; `root` is the path of the site on its host: empty, or `/casebook`.

    The status is a plain 301: Cloudflare drops a line with Netlify's `301!`. Both drop fragments before they match.
    """
    rows = sorted((view.url, view.target.url) for view in redirect_views(library))
    return _HEAD + "".join(f"{root}/{old} {root}/{new} 301\n" for old, new in rows)
