"""What was found in an article that a case can be drafted from; a form fills its fields from it, too."""

from casebook.model.values import Level, Struct


class Said(Struct):
    """Words of the article: a sentence, without names of residents, the paragraph it stands in, and its span."""

    text: str
    paragraph: int
    start: int
    end: int


class FoundTerm(Struct):
    """A term of the vocabulary (`facet`: themes, forms, actors, beneficiaries) and the sentence that speaks for it.

    `words` are the few of the article that do.
    """

    facet: str
    id: str
    zh: str
    words: str
    said: Said


class FoundPlace(Struct):
    """A place; `name` is how a case writes it, `above` has the names of all places above it, the largest first.

    `is_main` says that a case would give it; of a place that is not `is_sure`, the places above it are a guess.
    """

    name: str
    level: Level
    above: tuple[str, ...]
    is_main: bool
    is_sure: bool
    said: Said


class FoundBody(Struct):
    """An organisation; `role` is the Chinese name of its role, which the article tells if `is_told`."""

    name: str
    role: str
    is_told: bool
    said: Said


class FoundFigure(Struct):
    """A figure as written, the same with what it counts, words for evidence, and what it seems to measure.

    `indicator` and `scope` are Chinese names, empty where nothing tells; `as_of` is EDTF or empty. `part` is the part
    of a case that it belongs to, `step` the number of its step, 0 if it is in none. By `amount` and `meaning` it is
    found again in other words.
    """

    text: str
    words: str
    quote: str
    indicator: str
    scope: str
    as_of: str
    part: str
    step: int
    said: Said
    amount: str
    meaning: str


class FoundStep(Struct):
    """A step: a few words of the article, an id, when it was (EDTF or empty), steps of methods that it may be."""

    id: str
    title: str
    when: str
    methods: tuple[str, ...]
    said: Said


class FoundSource(Struct):
    """The source as the page itself tells: `date` is EDTF; what is empty is not told. Of a memory nothing is."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    is_memory: bool = False


class Silence(Struct):
    """Something that a reader will want to know, and the article does not tell."""

    id: str
    text: str


class Found(Struct):
    """All that was found; `slug` is a name for the file, `title` the one that the article has.

    `period` is EDTF, empty if nothing tells. `is_stated` tells whether the article states the order of the steps,
    `is_changed` that it has traditional characters, in whose place simplified ones stand.
    `left` are figures that cannot be written as they stand. `paragraphs` is how many the article has: every line that
    is not empty counts, also its title and by-line. `stories` are the headings of the stories that it seems to tell, if
    they are several; `notes` say what was left out. `span` is what
    was read of the text: all of it, or one story.
    """

    slug: str
    title: str
    source: FoundSource
    period: str
    places: tuple[FoundPlace, ...]
    terms: tuple[FoundTerm, ...]
    bodies: tuple[FoundBody, ...]
    figures: tuple[FoundFigure, ...]
    steps: tuple[FoundStep, ...]
    is_stated: bool
    is_changed: bool
    silences: tuple[Silence, ...]
    paragraphs: int
    left: tuple[FoundFigure, ...] = ()
    stories: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)

    def of(self, facet: str) -> tuple[FoundTerm, ...]:
        """The terms of one facet, the likeliest first."""
        return tuple(term for term in self.terms if term.facet == facet)
