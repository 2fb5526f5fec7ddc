"""JioNLP's money extraction, run by the interpreter that has JioNLP: JSON on stdin and stdout.

In: {"texts": [...], "rounds": n}. Out, as the last line: {"found": [[prediction, ...], ...], "seconds": s}. It imports
nothing of ours, since that interpreter has nothing of ours.
"""

import importlib
import json
import sys
import time
from typing import Any

_RANGE = ("-", "~", "—", "－", "～", "到", "至")


def _prediction(entity: dict[str, Any]) -> dict[str, object]:
    """What JioNLP says, as a prediction; `num` is a text, or two for a range.

    Of 三千多元 it says 3000 to 4000, where the gold has 3000 and more: with no range in the words the lower end counts.
    """
    number, value_max = entity["detail"]["num"], None
    if isinstance(number, list):
        if any(mark in entity["text"] for mark in _RANGE):
            value_max = float(number[1])
        number = number[0]
    unit = entity["detail"]["case"]
    return {"span": entity["offset"], "value": float(number), "value_max": value_max, "unit": unit}


def main() -> None:
    """Read the texts, extract, print."""
    asked = json.load(sys.stdin)
    jionlp: Any = importlib.import_module("jionlp")
    extract = jionlp.ner.extract_money  # as its documentation says: a list of text, offset, detail
    extract("一百元", with_parsing=True)  # its patterns are compiled at the first call
    found: list[Any] = []
    least = float("inf")
    for _ in range(asked["rounds"]):
        start = time.process_time()
        found = [extract(text, with_parsing=True) for text in asked["texts"]]
        least = min(least, time.process_time() - start)
    rows = [[_prediction(entity) for entity in entities] for entities in found]
    print(json.dumps({"found": rows, "seconds": least}))


if __name__ == "__main__":
    main()
