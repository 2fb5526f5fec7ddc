"""How names are read is kept from one build to the next: the package that knows it is slow to begin."""

from collections.abc import Collection, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from casebook.packing import packed
from casebook.search import readings
from casebook.store import KEPT, Store, digest

_MOST = 100_000  # names that are kept


def read_kept(names: Collection[str]) -> Mapping[str, Sequence[str]]:
    """What `readings.read` tells of names, of which it is asked for those alone that are new."""
    store = Store(KEPT / "pinyin.db")
    key = digest(version("pypinyin").encode(), Path(readings.__file__).read_bytes())
    known: dict[str, Sequence[str]] = dict(store.values([key])).get(key, {})
    new = [name for name in names if name not in known]
    if new:
        found = readings.read(new)
        kept = known if len(known) + len(new) <= _MOST else {name: known[name] for name in names if name in known}
        known = {**kept, **found}
        store.put({key: packed(known)}, [key])
    return known
