"""All files of search: the index in small files, the data of each page, facets, and variants of queries."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from casebook.builds import Marked, folder_of, json_text, marked
from casebook.library import Library
from casebook.library.grouping import grouped
from casebook.model.values import Struct
from casebook.search.documents import documents
from casebook.search.facets import facets
from casebook.search.meaning_files import meaning_files
from casebook.search.readings import Read, read
from casebook.search.records import SearchDocument, head
from casebook.search.shards import BOOSTS, Shards, numbered, shards
from casebook.search.variants import variants_files

MANIFEST = "manifest.json"
_WITH_HEADS = ("case", "method")  # kinds of pages whose text is long
Indexing: TypeAlias = Callable[[Sequence[SearchDocument]], Shards]  # documents in the order of their numbers -> index


class SearchManifest(Struct):
    """What a browser must know first: how many files of terms there are, and of terms of ASCII; fields and kinds.

    `builds`: the folder of each kind of files; `build`: a name for all of them. `meanings`: how many files tell what
    words mean. `fields`: [name, boost, mean length]; `kinds`: [id, how many documents in the order of numbers, their
    boost].
    """

    build: str
    builds: dict[str, str]
    shards: tuple[int, int]
    meanings: int
    fields: tuple[tuple[str, int, float], ...]
    kinds: tuple[tuple[str, int, int], ...]


def search_files(library: Library, read: Read = read, index: Indexing = shards) -> dict[str, Marked]:
    """Path below `search/` -> file, for a Library; `read` tells how names are read, `index` makes the index."""
    found = numbered(documents(library))
    more: dict[str, object] = {f"facets/{facet}": column for facet, column in facets(library, found).items()}
    return index_files(found, {**more, **variants_files(library, found, read)}, index)


def index_files(
    found: Sequence[SearchDocument], more: Mapping[str, object], index: Indexing = shards
) -> dict[str, Marked]:
    """Path -> file for documents in the order of their numbers; `more` has other data by name."""
    made, pages, meanings = index(found), [document.page for document in found], meaning_files(found)
    in_english = (number for number, one in enumerate(found) if one.english and one.kind in _WITH_HEADS)
    others: dict[str, object] = {
        "lengths": made.bodies,
        **{f"pages/{number}": page for number, page in enumerate(pages)},
        **{f"heads/{number}": head(pages[number]) for number in in_english},
        **{f"meanings/{number}": file for number, file in enumerate(meanings)},
        **more,
    }
    files = {
        **{f"terms/{number}": one for number, one in enumerate(made.files)},
        **{name: marked(name, json_text(value)) for name, value in others.items()},
    }
    kinds = grouped((name.partition("/")[0], name) for name in files)
    builds = {kind: folder_of({name: files[name] for name in names}) for kind, names in kinds.items()}
    manifest = SearchManifest(
        build=folder_of({kind: Marked(build, None) for kind, build in builds.items()}),
        builds=builds,
        shards=made.counts,
        meanings=len(meanings),
        fields=tuple((name, boost, mean) for (name, boost), mean in zip(BOOSTS.items(), made.means, strict=True)),
        kinds=tuple(_kinds(found)),
    )
    return {MANIFEST: Marked("", json_text(manifest))} | {
        f"{builds[kind]}/{name}.json": files[name] for kind, names in kinds.items() for name in names
    }


def _kinds(found: Sequence[SearchDocument]) -> Iterator[tuple[str, int, int]]:
    for (kind, weight), same in groupby(found, key=lambda one: (one.kind, one.weight)):
        yield kind, sum(1 for _ in same), weight
