"""What an article does not tell that a reader will want to know, by the words that would tell it."""

import re
from collections.abc import Iterator

from casebook.drafting.found import Silence
from casebook.tables import load


def silences_of(text: str, *, is_memory: bool) -> Iterator[Silence]:
    """A Silence for each row of drafting.yaml of which `text`, an article or a memory, says no word."""
    table = load("drafting")
    untold = table["untold"]["memory" if is_memory else "article"]
    for row in table["silences"]:
        tells = re.search(row["pattern"], text) if "pattern" in row else any(word in text for word in row["words"])
        if not tells:
            yield Silence(id=row["id"], text=f"{row['what']}，{untold}。")
