"""Plain lunr over jieba's words, run by the interpreter that has jieba: JSON on stdin and stdout.

In: {"documents": [{"ref", "weight", field: text ...}], "boosts": {field: boost}, "queries": [...]}. Out, as the last
line: {query: [ref, ...]}. It imports nothing of ours, since that interpreter has nothing of ours. Text and query are
cut as jieba cuts for search engines; the stemmer is lunr's, and so is the rule that any of the words will do.
"""

import importlib
import json
import sys
from typing import Any


def main() -> None:
    """Read the documents and queries, index, search, print."""
    asked = json.load(sys.stdin)
    jieba: Any = importlib.import_module("jieba")
    builder: Any = importlib.import_module("lunr.builder").Builder()
    stemmer = importlib.import_module("lunr.stemmer").stemmer

    def words(text: str) -> list[str]:
        return [word for word in jieba.cut_for_search(text.lower()) if any(map(str.isalnum, word))]

    builder.ref("ref")
    for field, boost in asked["boosts"].items():
        builder.field(field, boost=boost)
    builder.pipeline.add(stemmer)
    builder.search_pipeline.add(stemmer)
    for document in asked["documents"]:
        fields = {field: words(document[field]) for field in asked["boosts"]}
        builder.add({"ref": document["ref"], **fields}, {"boost": document["weight"]})
    index = builder.build()

    def search(text: str) -> list[str]:
        query = index.create_query()
        for word in words(text):
            query.term(word)
        return [result["ref"] for result in index.query(query)] if query.clauses else []

    print(json.dumps({text: search(text) for text in asked["queries"]}))


if __name__ == "__main__":
    main()
