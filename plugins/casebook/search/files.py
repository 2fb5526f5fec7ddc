"""All files of search: the index in small files, the data of each page, facets, and variants of queries."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from casebook.builds import build_files, deltas, json_text
from casebook.library import Library
from casebook.model.values import Record
from casebook.search.documents import documents
from casebook.search.facets import facets
from casebook.search.readings import Read, read
from casebook.search.records import SearchDocument
from casebook.search.shards import BOOSTS, numbered, shards
from casebook.search.variants import variants_files


class SearchManifest(Record):
    """What a browser must know first: how many files of terms there are, and of terms of ASCII; fields and kinds.

    `fields`: [name, boost, mean length]; `kinds`: [id, how many documents in the order of numbers, their boost].
    """

    build: str
    shards: tuple[int, int]
    fields: tuple[tuple[str, int, float], ...]
    kinds: tuple[tuple[str, int, int], ...]


def search_files(library: Library, read: Read = read) -> dict[str, str]:
    """Path below `search/` -> content, for a Library; `read` tells how names are read."""
    found = numbered(documents(library))
    more: dict[str, object] = {f"facets/{facet}.json": column for facet, column in facets(library, found).items()}
    return index_files(found, {**more, **variants_files(library, found, read)})


def index_files(found: Sequence[SearchDocument], more: Mapping[str, object]) -> dict[str, str]:
    """Path -> content for documents in the order of their numbers; `more` has other data for the manifest."""
    index = shards(found)
    files = {
        **{f"terms/{number}.json": text for number, text in enumerate(index.files)},
        "lengths.json": json_text(deltas(index.bodies)),
        **{f"pages/{number}.json": json_text(document.page) for number, document in enumerate(found)},
        **{name: json_text(value) for name, value in more.items()},
    }
    fields = tuple((name, boost, mean) for (name, boost), mean in zip(BOOSTS.items(), index.means, strict=True))
    kinds = tuple(_kinds(found))
    return build_files(
        files,
        lambda build: SearchManifest(build=build, shards=index.counts, fields=fields, kinds=kinds).model_dump(),
    )


def _kinds(found: Sequence[SearchDocument]) -> Iterator[tuple[str, int, int]]:
    for (kind, weight), same in groupby(found, key=lambda one: (one.kind, one.weight)):
        yield kind, sum(1 for _ in same), weight
