"""The footnotes of a page, for paper: where its links lead, each place once."""

from collections.abc import Iterable
from typing import TypeVar

from casebook.views.records import Link

L = TypeVar("L", bound=Link)


class Footnotes:
    """Links by number, from 1; each address has one number."""

    def __init__(self, links: Iterable[Link]):
        self.links = {link.url: link for link in links}
        self._numbers = {url: number for number, url in enumerate(self.links, 1)}

    def numbered(self, links: Iterable[L]) -> tuple[L, ...]:
        """`links` with their numbers as notes; what has no number yet gets the next one."""
        return tuple(link.but(note=str(self._number(link))) for link in links)

    def _number(self, link: Link) -> int:
        self.links.setdefault(link.url, link)
        return self._numbers.setdefault(link.url, len(self.links))
