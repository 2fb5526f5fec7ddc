"""The stories of an article that tells several: a round-up, a list of the ten best.

Each has a heading that names its own place or body, which nothing outside of it names; a story with headings for its
parts is one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casebook.drafting.page import Page
from casebook.drafting.reading import Reading
from casebook.extract.headings import heading

_HEADING = 40  # the most characters of one
_STOP = re.compile(r"[。；;！!]|[，,：:]\s*$")
_CASE = re.compile(r"[\s#*【\[（(]*(?:案例|故事|TOP|NO\.?|No\.?)\s*[一二三四五六七八九十\d]{1,3}")
_FEWEST, _SHARE = 2, 2 / 3  # stories of an article, and how many of its headings of one form are those of stories
_NUMBERED = "case"  # 案例一: the form of a heading that says that it begins a story
_LEAST = 60  # characters of a story
_LEVELS = ("community", "town", "district")


class Story(NamedTuple):
    """A story: its heading, and its span in the text of the page."""

    title: str
    start: int
    end: int


class Head(NamedTuple):
    """A heading: its form (numbered, and at which level, or not), its words, and where it starts."""

    form: str
    title: str
    start: int


def heads(page: Page) -> list[Head]:
    """The headings of a page behind its title."""
    found, start = list[Head](), 0
    for line in page.text.split("\n"):
        words = line.strip()
        if words and words != page.title and len(words) < _HEADING and not _STOP.search(words):
            numbered = heading(line, start)
            form = _NUMBERED if _CASE.match(words) else f"level {numbered.level}" if numbered else "plain"
            found.append(Head(form, words, start))
        start += len(line) + 1
    return found


def stories(reading: Reading) -> tuple[Story, ...]:
    """The stories of an article; none of one that tells a single one."""
    every = heads(reading.page)
    for form in dict.fromkeys(one.form for one in every):
        own = [one for one in every if one.form == form]
        told = [one for one in _cut(own, len(reading.text)) if len("".join(_words(reading, one).split())) >= _LEAST]
        apart = sum(_is_apart(reading, one) for one in told)
        is_told = apart > 0 if form == _NUMBERED else apart >= max(_FEWEST, _SHARE * len(own))
        if is_told and len(told) >= _FEWEST:
            return tuple(_cut(told, len(reading.text)))
    return ()


def _words(reading: Reading, story: Story) -> str:
    return reading.text[story.start : story.end]


def _cut(own: Sequence[Head | Story], end: int) -> Iterator[Story]:
    """What stands below each heading, up to the next."""
    ends = (*(one.start for one in own[1:]), end)
    return (Story(one.title, one.start, end) for one, end in zip(own, ends, strict=True))


def _is_apart(reading: Reading, story: Story) -> bool:
    """Whether the heading of a story names a place or body that is named nowhere else in the article."""
    behind = story.start + len(story.title) + 2
    named = [one.name for one in reading.places if one.level in _LEVELS and story.start <= one.start < behind]
    named += [one.name for one in reading.organisations if story.start <= one.start < behind]
    elsewhere = f"{reading.text[: story.start]}\n{reading.text[story.end :]}"
    return any(name not in elsewhere for name in named)
