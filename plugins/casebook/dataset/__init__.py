"""The open data: the collection as tables, and the files that carry them."""

from casebook.dataset.figures import METRICS, RATIOS
from casebook.dataset.pages import CASES, CAVEATS, LINKS, METHOD_RELATIONS, METHODS, PAGES, SECTIONS
from casebook.dataset.steps import DEPARTURES, STEP_ACTORS, STEP_EVIDENCE, STEP_ORGANISATIONS, STEPS
from casebook.dataset.tables import VERSION, Column, Reference, Table
from casebook.dataset.vocabulary import (
    CASE_ACTORS,
    CASE_BENEFICIARIES,
    CASE_FORMS,
    CASE_ORGANISATIONS,
    CASE_PLACES,
    CASE_SCALES,
    CASE_SOURCES,
    OF_FACETS,
    PAGE_THEMES,
    TERM_NAMES,
    TERM_RELATIONS,
)

TABLES = (
    PAGES,
    CASES,
    METHODS,
    STEPS,
    METRICS,
    RATIOS,
    SECTIONS,
    CAVEATS,
    STEP_EVIDENCE,
    DEPARTURES,
    STEP_ACTORS,
    STEP_ORGANISATIONS,
    LINKS,
    METHOD_RELATIONS,
    PAGE_THEMES,
    CASE_FORMS,
    CASE_ACTORS,
    CASE_BENEFICIARIES,
    CASE_SCALES,
    CASE_PLACES,
    CASE_ORGANISATIONS,
    CASE_SOURCES,
    *OF_FACETS,
    TERM_NAMES,
    TERM_RELATIONS,
)
BY_NAME = {table.name: table for table in TABLES}

__all__ = ["BY_NAME", "TABLES", "VERSION", "Column", "Reference", "Table"]
