"""What it costs to index invented cases: `python -m benchmarks.scale_build NAME COUNT`, in a process of its own.

Linux counts what the parent held as the child's own peak, so whoever starts it must be small. It prints CPU seconds and
the peak of its memory in MB, both of which leave out nothing but the making of the documents; the peak includes them.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from lunr.builder import Builder

from benchmarks.corpus import documents
from casebook.search import BOOSTS, SearchDocument, field_terms, index_files, numbered
from casebook.search.meaning_files import meaning_files

_UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss is counted in, in bytes


def cost(what: str, count: int) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a builder over so many cases."""
    command = [sys.executable, "-m", "benchmarks.scale_build", what, str(count)]
    seconds, peak = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return seconds, peak


def _ours(found: Sequence[SearchDocument]) -> object:
    """All files of the index, the texts of the pages among them."""
    return index_files(numbered(found), {})


def _meanings(found: Sequence[SearchDocument]) -> object:
    """The files of what words mean alone, which ours has among its own."""
    return meaning_files(numbered(found))


def _lunr(found: Sequence[SearchDocument]) -> object:
    """The whole index as lunr.py's own builder makes it, of the same terms, fields and boosts."""
    builder = Builder()
    builder.ref("number")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(found):
        fields = {field: field_terms(document, field) for field in BOOSTS}
        builder.add({"number": number, **fields}, {"boost": document.weight})
    return builder.build()


BUILDERS: dict[str, Callable[[Sequence[SearchDocument]], object]] = {
    "ours": _ours,
    "its meanings": _meanings,
    "lunr": _lunr,
}


if __name__ == "__main__":
    made = list(documents(int(sys.argv[2])))
    start = time.process_time()
    BUILDERS[sys.argv[1]](made)
    spent = time.process_time() - start
    print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6]))
