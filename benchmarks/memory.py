"""Peak memory of `python -m casebook extract` on copies of a file: `python -m benchmarks.memory FILE COUNT …`.

A process of its own that imports nothing large: Linux counts what the parent held as the child's own peak.
"""

import resource
import subprocess
import sys

_UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss is counted in, in bytes


def peak(file: str, count: int) -> float:
    """The peak resident memory in MB of a run over `count` copies of `file`, or of a run before if that had more."""
    command = [sys.executable, "-m", "casebook", "extract", *[file] * count]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _UNIT / 1e6


if __name__ == "__main__":
    for count in sorted(map(int, sys.argv[2:])):
        print(count, peak(sys.argv[1], count))
