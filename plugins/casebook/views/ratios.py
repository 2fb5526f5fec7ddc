"""Views of ratios: those derived from figures of cases, and those that no case allows."""

from collections.abc import Mapping

from casebook.library import Library, Ratio, Series
from casebook.model.ratios import RatioRow
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, term_link
from casebook.views.axes import series_title
from casebook.views.figures import figure_link, notes
from casebook.views.records import Link


class RatioView(Struct):
    """A figure derived from two figures of one case, with its formula."""

    title: str
    case: Link
    value: str
    formula: tuple[Link, Link]
    notes: tuple[str, ...]


class LackingRatio(Struct):
    """A ratio that no case allows: the two figures it needs, and the first one that no case reports at all."""

    title: str
    needs: tuple[Link, ...]
    unreported: Link | None


def ratio_view(library: Library, one: Ratio) -> RatioView:
    """A ratio with its formula; its qualifier is that of its parts, or `about` if it is rounded."""
    case = library.cases[one.case]
    is_rounded = one.value * one.under.value != one.over.value
    said = {one.over.qualifier, one.under.qualifier} - {"exact"} | ({"about"} if is_rounded else set())
    about = _about(
        library, said.pop() if len(said) == 1 and one.under.qualifier == "exact" else "about" if said else ""
    )
    return RatioView(
        title=one.row.zh,
        case=entry_link(case),
        value=f"{about}{one.value:f}{one.row.over.unit}",
        formula=(figure_link(case, one.over), figure_link(case, one.under)),
        notes=notes(library, case, one.over),
    )


def _about(library: Library, qualifier: str) -> str:
    """The word of a qualifier before a derived figure; empty for an exact one."""
    if qualifier in ("about", "range"):
        return "≈ "
    return library.words[f"qualifier_{qualifier}"] if qualifier else ""


def lacking_ratio(library: Library, row: RatioRow, found: Mapping[str, tuple[Series, ...]]) -> LackingRatio:
    """A ratio that no case allows; `unreported` is the part that no case reports, if there is one."""
    find = library.vocabulary
    needs = tuple(
        term_link("indicators", find["indicators", key.indicator], note=series_title(library, key))
        for key in (row.over, row.under)
    )
    keys = (row.over.indicator, row.under.indicator)
    unreported = next((link for link, key in zip(needs, keys, strict=True) if key not in found), None)
    return LackingRatio(title=row.zh, needs=needs, unreported=unreported)
