"""Reads the files of a collection besides its vocabulary and pages to one Collection."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from casebook.collection import Collection
from casebook.gazetteer import Gazetteer
from casebook.model.problems import Problem
from casebook.reading import everyday, maps, queries, ratios, sections, site
from casebook.vocabulary import Vocabulary

TABLES = tuple(one.NAME for one in (sections, ratios, maps, everyday, queries))
NAMES = (site.NAME, *TABLES)


def with_tables(
    collection: Collection, data: Mapping[str, bytes], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[Collection, tuple[Problem, ...]]:
    """`collection` with the content of its tables (path -> bytes), each of which may be missing, and their Problems."""
    paths = {PurePosixPath(path).name: path for path in data}

    def given(name: str) -> tuple[bytes | None, str]:
        path = paths.get(name, name)
        return data.get(path), path

    its_sections, of_sections = sections.read_sections(*given(sections.NAME), vocabulary)
    its_ratios, of_ratios = ratios.read_ratios(*given(ratios.NAME), vocabulary)
    its_maps, of_maps = maps.read_maps(*given(maps.NAME), vocabulary, gazetteer)
    its_words, of_words = everyday.read_everyday(*given(everyday.NAME))
    its_queries, of_queries = queries.read_queries(*given(queries.NAME))
    whole = replace(
        collection,
        sections=its_sections,
        ratios=its_ratios,
        maps=its_maps,
        everyday=its_words,
        queries=its_queries,
    )
    return whole, (*of_sections, *of_ratios, *of_maps, *of_words, *of_queries)
