"""The places of anchors that are not on the first page of a list, in small files, for a script on that page.

Addresses with such an anchor were given out while the list had one page. A file has `{anchor: number of the page}`.
"""

from casebook.builds import json_text
from casebook.library import Library
from casebook.search.shards import shard_of
from casebook.views.all_caveats import anchors, caveats_view


def anchor_files(library: Library) -> dict[str, str]:
    """Path below `caveats/` -> content; no file if the list has one page."""
    count = caveats_view(library).anchors
    files: list[dict[str, int]] = [{} for _ in range(count)]
    for anchor, page in anchors(library).items():
        files[shard_of(anchor, count)][anchor] = page
    return {f"anchors/{number}.json": json_text(file) for number, file in enumerate(files)}
