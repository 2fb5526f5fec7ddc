"""What pages say of themselves to programs: nodes of JSON-LD in the words of schema.org.

Each function gives JSON, an array of nodes. Values of `@id`, `url`, `item`, `contentUrl` and `urlTemplate` are
addresses, relative to the root of the site; whoever writes them makes them whole.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from casebook.addresses import entry_url, facet_url, figure_place, step_anchor, term_url
from casebook.builds import json_text
from casebook.dataset.archive import ARCHIVE, DESCRIPTION
from casebook.dataset.database import DATABASE
from casebook.dataset.package import version_day
from casebook.dates import edges, is_date
from casebook.facets import BY_ID
from casebook.library import Library
from casebook.library.series import own_metrics
from casebook.model.front import Described
from casebook.model.records import Case, Method, Metric, Step
from casebook.model.terms import Concept, Organisation, Place, Source, Term
from casebook.views.addresses import facet_name, facet_note
from casebook.views.changes import last_day
from casebook.views.records import Link
from casebook.views.sources import source_of

Node = Mapping[str, Any]
_STEP_TEXT = 300  # characters of a step that a page tells again
_UNKNOWN = "unknown"
_NO_SUBJECTS = frozenset(("places", "organisations", "sources", "scales"))


def website(library: Library) -> str:
    """The site, and how it is searched."""
    site = library.collection.site
    return _written(
        _filled(
            {
                "@type": "WebSite",
                "@id": "#site",
                "url": "",
                "name": site.name,
                "description": site.description,
                "inLanguage": library.words.lang,
                "license": site.licence.url if site.licence else "",
                "publisher": _publisher(library),
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {"@type": "EntryPoint", "urlTemplate": "search/?q={search_term_string}"},
                    "query-input": "required name=search_term_string",
                },
            }
        )
    )


def dataset(library: Library) -> str:
    """The open data."""
    site, words = library.collection.site, library.words
    files = ((ARCHIVE, "application/zip"), (DATABASE, "application/vnd.sqlite3"), (DESCRIPTION, "application/json"))
    return _written(
        _filled(
            {
                "@type": "Dataset",
                "@id": "data/#dataset",
                "url": "data/",
                "name": words("linked_data", name=site.name, title=words.data_title),
                "description": words("data_description", cases=len(library.cases), methods=len(library.methods)),
                "inLanguage": words.lang,
                "dateModified": version_day(library),
                "license": site.licence.url if site.licence else "",
                "creator": _publisher(library),
                "isAccessibleForFree": True,
                "distribution": [
                    {"@type": "DataDownload", "contentUrl": f"data/{name}", "name": name, "encodingFormat": kind}
                    for name, kind in files
                ],
            }
        )
    )


def breadcrumbs(crumbs: Iterable[Link], title: str, url: str) -> Node:
    """The way from the home page to a page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": link.text, "item": link.url}
            for position, link in enumerate((*crumbs, Link(text=title, url=url)), 1)
        ],
    }


def linked_case(library: Library, case: Case) -> str:
    """A case as an article, with its steps, and its figures as observations."""
    url, front = entry_url(case), case.front
    bodies = dict.fromkeys(one.organisation for one in front.organisations)
    parent = library.cases.get(front.part_of or "")
    article = _filled(
        {
            "@type": "Article",
            **_page(library, case),
            "headline": front.title,
            "about": _subjects(library, case),
            "contentLocation": [_place(library, place) for place in front.places],
            "temporalCoverage": _coverage(front.period),
            "citation": [_source(source_of(library, name)) for name in front.sources],
            "mentions": [_body(library, name) for name in bodies],
            "isPartOf": {"@id": entry_url(parent)} if parent else {},
            "hasPart": [_step(case, step, "WebPageElement") for step in case.steps if step.id],
        }
    )
    figures = (_observation(library, case, metric, url) for metric in own_metrics(library, case.slug))
    return _written(article, *figures)


def linked_method(library: Library, method: Method) -> str:
    """A method as something to learn, with the steps in which it is done."""
    node = _filled(
        {
            "@type": ["HowTo", "LearningResource"],
            **_page(library, method),
            "name": method.front.title,
            "learningResourceType": library.words.kind_method,
            "about": _subjects(library, method),
            "step": [_step(method, step, "HowToStep") for step in method.steps if step.id],
        }
    )
    return _written(node)


def linked_term(library: Library, facet: str, term: Term) -> str:
    """A term: what it is itself where it is a place, a body or a work, else a word of a list of words."""
    if isinstance(term, Place):
        return _written(_place(library, term.id))
    if isinstance(term, Organisation):
        return _written(_body(library, term.id))
    if isinstance(term, Source):
        return _written(_source(term))
    return _written(_term(facet, term))


def linked_facet(library: Library, facet: str) -> str:
    """A list of words; each of its terms says that it belongs to it."""
    if facet in BY_ID and BY_ID[facet].is_proper:
        return ""
    url = facet_url(facet)
    node = {
        "@type": "DefinedTermSet",
        "@id": url,
        "url": url,
        "name": facet_name(library, facet),
        "description": facet_note(library, facet),
        "inLanguage": library.words.lang,
    }
    return _written(node)


def _source(source: Source) -> Node:
    """A work that facts come from."""
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": term_url("sources", source.id),
            "name": source.zh,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher != _UNKNOWN else {},
            "datePublished": source.date if _is_plain(source.date) else "",
            "sameAs": source.url,
            "archivedAt": source.archive,
        }
    )


def _page(library: Library, entry: Case | Method) -> dict[str, Any]:
    """What cases and methods have in common."""
    front, url = entry.front, entry_url(entry)
    assert isinstance(front, Described)
    licence = library.collection.site.licence
    return {
        "@id": url,
        "url": url,
        "description": front.summary,
        "alternativeHeadline": front.title_en,
        "inLanguage": library.words.lang,
        "datePublished": front.added,
        "dateModified": last_day(library, entry),
        "author": _publisher(library),
        "publisher": _publisher(library),
        "license": licence.url if licence else "",
    }


def _publisher(library: Library) -> Node:
    return {"@type": "Organization", "name": library.collection.site.name, "url": ""}


def _subjects(library: Library, entry: Case | Method) -> list[Node]:
    """The terms that a page declares, as words of their lists."""
    found = dict.fromkeys((tag.facet, tag.term) for tag in entry.tags if tag.declared and tag.term)
    return [_term(facet, library.vocabulary[facet, term]) for facet, term in found if facet not in _NO_SUBJECTS]


def _term(facet: str, term: Term) -> Node:
    return _filled(
        {
            "@type": "DefinedTerm",
            "@id": term_url(facet, term.id),
            "name": term.zh,
            "alternateName": list(term.aliases) if isinstance(term, Concept) else [],
            "description": term.note,
            "inDefinedTermSet": {"@id": facet_url(facet)},
        }
    )


def _place(library: Library, place: str) -> Node:
    """A place within the places above it."""
    whole: dict[str, Any] = {}
    for one in reversed(library.vocabulary.lineage(place)):
        whole = _filled(
            {"@type": "Place", "@id": term_url("places", one.id), "name": one.zh, "containedInPlace": whole}
        )
    return whole


def _body(library: Library, organisation: str) -> Node:
    body = library.vocabulary["organisations", organisation]
    return {"@type": "Organization", "@id": term_url("organisations", body.id), "name": body.zh}


def _step(entry: Case | Method, step: Step, kind: str) -> Node:
    url = f"{entry_url(entry)}#{step_anchor(entry, step.id)}"
    text = entry.text[step.start + len(step.title) : step.end].strip()
    return _filled(
        {
            "@type": kind,
            "@id": url,
            "url": url,
            "position": step.number,
            "name": step.title,
            "text": (step.summary or text[:_STEP_TEXT]) if kind == "HowToStep" else "",
        }
    )


def _observation(library: Library, case: Case, metric: Metric, url: str) -> Node:
    """A figure; one that is not exact says so, and a range has no single value."""
    indicator = library.vocabulary["indicators", metric.indicator]
    measured, is_range = _term("indicators", indicator), metric.value_max is not None
    qualifier = "" if metric.qualifier == "exact" else metric.qualifier
    return _filled(
        {
            "@type": "Observation",
            "@id": f"{url}#{figure_place(case, metric)}",
            "name": library.words("linked_figure", indicator=indicator.zh, value=metric.text),
            "observationAbout": {"@id": url},
            "variableMeasured": {**measured, "@type": ["StatisticalVariable", measured["@type"]]},
            "value": None if is_range else _number(metric.value),
            "minValue": _number(metric.value) if is_range else None,
            "maxValue": _number(metric.value_max) if metric.value_max is not None else None,
            "unitText": metric.unit,
            "measurementQualifier": {"@type": "Enumeration", "name": qualifier} if qualifier else {},
            "observationDate": metric.as_of if _is_plain(metric.as_of) else "",
            "subjectOf": {"@id": term_url("sources", metric.evidence.source)} if metric.evidence else {},
        }
    )


def _number(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _is_plain(date: str) -> bool:
    """Whether a date of ours is one of ISO 8601, too: without marks and with its year."""
    return bool(date) and date[-1].isdigit() and "X" not in date and is_date(date)


def _coverage(period: str) -> str:
    """A period as ISO 8601 has it; empty if one of its ends is inferred, rough or unknown."""
    if all(half == ".." or _is_plain(half) for half in period.split("/")) and any(edges(period)):
        return period
    return ""


def _written(*nodes: Node) -> str:
    return json_text(nodes)


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """A node without what it does not tell; the address of the home page is empty."""
    return {key: value for key, value in node.items() if key == "url" or value not in ("", None, [], {})}
