"""All records together: links in both directions, and Problems that concern several files."""

from casebook.library.assembly import assemble
from casebook.library.backlinks import Backlink, Why, backlinks
from casebook.library.changed import changed_on, changes_of
from casebook.library.coverage import CLASSES, FIGURE, UNREAD, WrittenNumber, coverage
from casebook.library.directory import target_of
from casebook.library.facets import facet_terms
from casebook.library.former import ends, former_steps, living, present_steps, renamed
from casebook.library.fullest import fullest
from casebook.library.gaps import Gap, gaps, undated
from casebook.library.glossary import GlossaryTerm, by_english, glossary
from casebook.library.library import Library
from casebook.library.nearest import NearEntry, Nearest, count, has_case, inside, nearest
from casebook.library.originals import original
from casebook.library.pitfalls import Pitfall, pitfalls
from casebook.library.related import Nearness, Related, related
from casebook.library.series import (
    Ratio,
    Report,
    Series,
    above,
    achieved,
    key_of,
    lasting,
    ratios,
    reporting,
    series,
    silent,
    total,
    trusted,
)
from casebook.library.spread import CaseFigures, Spread, spread
from casebook.library.suggestions import Suggestion, method_names, suggestions
from casebook.library.telling import most_telling
from casebook.library.thesaurus import Change, Key, Relations, relations
from casebook.library.usage import Deviation, Use, step_at
from casebook.library.witnesses import witnesses
from casebook.library.years import Year, by_year, yearless

__all__ = [
    "CLASSES",
    "FIGURE",
    "UNREAD",
    "Backlink",
    "CaseFigures",
    "Change",
    "Deviation",
    "Gap",
    "GlossaryTerm",
    "Key",
    "Library",
    "NearEntry",
    "Nearest",
    "Nearness",
    "Pitfall",
    "Ratio",
    "Related",
    "Relations",
    "Report",
    "Series",
    "Spread",
    "Suggestion",
    "Use",
    "Why",
    "WrittenNumber",
    "Year",
    "above",
    "achieved",
    "assemble",
    "backlinks",
    "by_english",
    "by_year",
    "changed_on",
    "changes_of",
    "count",
    "coverage",
    "ends",
    "facet_terms",
    "former_steps",
    "fullest",
    "gaps",
    "glossary",
    "has_case",
    "inside",
    "key_of",
    "lasting",
    "living",
    "method_names",
    "most_telling",
    "nearest",
    "original",
    "pitfalls",
    "present_steps",
    "ratios",
    "related",
    "relations",
    "renamed",
    "reporting",
    "series",
    "silent",
    "spread",
    "step_at",
    "suggestions",
    "target_of",
    "total",
    "trusted",
    "undated",
    "witnesses",
    "yearless",
]
