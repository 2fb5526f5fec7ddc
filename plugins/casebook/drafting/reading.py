"""An article as a draft reads it: its page, its parts, and all that the extractor finds in it, each once."""

from dataclasses import dataclass
from functools import cached_property

from casebook.articles import Article
from casebook.drafting.page import Page, page
from casebook.drafting.parts import Parts, parts
from casebook.extract import Extractor
from casebook.extract.about import Evidence
from casebook.extract.organisations import OrganisationMention
from casebook.extract.places import PlaceMention
from casebook.extract.standing import Standing
from casebook.library import Library
from casebook.model.records import Tag


@dataclass(frozen=True, eq=False)
class Reading:
    """What is read of an article with the words of a collection."""

    article: Article
    library: Library
    span: tuple[int, int] | None = None  # of the text, beyond which nothing is read

    @cached_property
    def page(self) -> Page:
        """The article without what its page puts around it."""
        whole = page(self.article)
        return whole.within(*self.span) if self.span else whole

    @property
    def text(self) -> str:
        """The text of the page."""
        return self.page.text

    @cached_property
    def parts(self) -> Parts:
        """The parts that its headings name."""
        return parts(self.page)

    @cached_property
    def extractor(self) -> Extractor:
        """What reads it."""
        return Extractor(self.library.vocabulary, self.library.gazetteer)

    @cached_property
    def evidence(self) -> Evidence:
        """What may be a theme, form, actor or place."""
        return self.extractor.evidence(self.text)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Every mention of a place."""
        return self.extractor.places(self.text)

    @cached_property
    def organisations(self) -> tuple[OrganisationMention, ...]:
        """Every mention of an organisation by name."""
        return self.extractor.organisations(self.text)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The terms that it names."""
        return self.extractor.tags(self.text)

    @cached_property
    def standing(self) -> Standing:
        """Its title, lead and end."""
        return Standing(self.text)
