"""Suggestions of links from steps of cases to methods, for the author to confirm."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from casebook.extract.automata import automaton
from casebook.library.library import Library
from casebook.model.records import Step
from casebook.model.values import Struct
from casebook.once import once

_SHORTEST = {True: 2, False: 3}  # characters of the name of a step, or of a method, that tell anything (总队)


class Suggestion(Struct):
    """A step without a link, the words in it that name a method or a step of one, and the link to write."""

    case: str
    step: Step
    words: str
    link: str


@once
def method_names(library: Library) -> Mapping[str, str]:
    """Name of one method or step of a method alone -> `method` or `method#step`."""
    names: dict[str, list[str]] = defaultdict(list)
    for slug, method in library.methods.items():
        for step in method.steps:
            names[step.title].append(f"{slug}#{step.id}")
        for name in (method.front.title, *method.front.aliases):
            names[name].append(slug)
    return {
        name: links[0] for name, links in names.items() if len(links) == 1 and len(name) >= _SHORTEST["#" in links[0]]
    }


def suggestions(library: Library) -> Iterator[Suggestion]:
    """Every likely link, by case and step; a step of a method comes before the whole method."""
    known = method_names(library)
    words, found = list(known), automaton(list(known))
    for case in library.cases.values():
        linked = {use.step.number for use in library.uses_in(case.slug) if use.step}
        for step in case.steps:
            if step.number in linked:
                continue
            told = f"{step.title}\n{step.summary}"
            hits = dict.fromkeys(words[at] for at, _, _ in found.find_matches_as_indexes(told))
            for word in sorted(hits, key=lambda word: "#" not in known[word]):
                yield Suggestion(case=case.slug, step=step, words=word, link=f"[[{known[word]}]]")
