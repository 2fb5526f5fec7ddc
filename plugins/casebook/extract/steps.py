"""Reads how something was done: plain text -> steps."""

from collections.abc import Iterator

from casebook.extract.narrative import narrative
from casebook.extract.sentences import with_full_stops
from casebook.extract.stated import ranked, ranked_chains, together
from casebook.extract.told import Candidate
from casebook.extract.weights import weights
from casebook.model.records import Step

_STATED = 1.5  # log odds by which what a text states goes before the story that it tells
_SURE = 2.0  # log odds from which a chain beside the author's headings is shown unasked


def steps(text: str) -> tuple[Step, ...]:
    """The steps of `text` in order, in the most certain reading; empty if there is none."""
    return next(readings(text), ())


def readings(text: str) -> Iterator[tuple[Step, ...]]:
    """Every reading of steps in `text` that is likelier than not: stated ones, the likeliest first, then the story."""
    for candidate in choices(text):
        yield tuple(
            Step(number=place, title=step.title, start=step.start, end=step.end, basis=step.basis)
            for place, step in enumerate(candidate.steps, 1)
        )


def choices(text: str) -> Iterator[Candidate]:
    """The candidates of `readings`."""
    text, table = with_full_stops(text), weights("story")
    told = ((table.odds(story.evidence), story) for story in narrative(text))
    stated = ((odds + _STATED, candidate) for odds, candidate in together(ranked(text)))
    likely = [*stated, *(one for one in told if one[0] > 0)]
    yield from (candidate for _, candidate in sorted(likely, key=lambda one: -one[0]))


def explained(text: str) -> dict[str, object]:
    """Why `steps` reads `text` so: the form, its log odds, (evidence, weight) of it, and of each step of a story."""
    choice = next(choices(text), None)
    if choice is None:
        return {"form": "none"}
    table = weights("story" if choice.form == "story" else "stated")
    return {
        "form": choice.form,
        "odds": round(table.odds(choice.evidence), 2),
        "bias": table.bias,
        "evidence": table.evidence(choice.evidence),
        "each": [weights("deeds").evidence(one) for one in choice.each],
    }


def chained(text: str) -> tuple[str, ...]:
    """The titles of the likeliest chain that a sentence of `text` states; empty if none is sure."""
    chains = (one for odds, one in ranked_chains(with_full_stops(text)) if odds > _SURE)
    return next((tuple(step.title for step in chain.steps) for chain in chains), ())
