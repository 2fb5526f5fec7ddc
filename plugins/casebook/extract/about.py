"""What an article is about: its themes, forms, actors and places, chosen by evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casebook.extract.actors import ActorNames, actors_of
from casebook.extract.evidence import Candidate
from casebook.extract.forms import forms_of
from casebook.extract.organisations import OrganisationMention
from casebook.extract.places import PlaceMention
from casebook.extract.scenes import Scene, scenes_of
from casebook.extract.standing import Standing
from casebook.extract.themes import ThemeSigns
from casebook.vocabulary import Vocabulary


class Words:
    """The words of a collection that tell what an article is about."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.themes, self.actors = ThemeSigns(vocabulary), ActorNames(vocabulary)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that may be a theme, a form, an actor or a place of an article."""

    themes: Sequence[Candidate]
    forms: Sequence[Candidate]
    actors: Sequence[Candidate]
    places: Sequence[Scene]


def evidence(
    text: str,
    places: Sequence[PlaceMention],
    organisations: Sequence[OrganisationMention],
    words: Words,
    characters: Mapping[str, int],
) -> Evidence:
    """The Evidence of an article in which `places`, not all of them sure, and `organisations` are named.

    `characters` tells how many names of divisions have a character.
    """
    standing = Standing(text)
    return Evidence(
        words.themes.candidates(text, standing),
        forms_of(text, standing, places, organisations),
        actors_of(text, standing, places, organisations, words.actors),
        scenes_of(text, standing, places, characters),
    )
