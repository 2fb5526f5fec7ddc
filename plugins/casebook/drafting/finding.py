"""Finds in an article all that a case can be drafted from, or says why it is none."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casebook.articles import Article
from casebook.dates import is_date
from casebook.drafting.about import terms_of
from casebook.drafting.counted import figures_of
from casebook.drafting.found import Found, FoundFigure, FoundSource, FoundStep
from casebook.drafting.how import MOST_STEPS, is_long, steps_of
from casebook.drafting.memories import is_memory
from casebook.drafting.names import slug
from casebook.drafting.page import Page
from casebook.drafting.people import hidden
from casebook.drafting.reading import Reading
from casebook.drafting.silences import silences_of
from casebook.drafting.stories import stories
from casebook.drafting.where import places_of
from casebook.drafting.who import bodies_of
from casebook.extract.moments import when
from casebook.extract.sentences import sentences
from casebook.library import Library
from casebook.model.records import Step
from casebook.reading.bounds import MOST_ITEMS
from casebook.tables import load
from casebook.traditional import simplified
from casebook.wrong import Wrong

_SHORTEST = 30  # Chinese characters of a text that can be a case
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHARE = 0.2  # of the characters of a Chinese text
_FULL = re.compile(r"[12]\d{3}(?:-\d\d){0,2}")


WHOLE = 0  # of the stories of an article, none alone


def found(article: Article, library: Library, today: datetime.date, only: int = WHOLE) -> Found | Wrong:
    """What was found in an article with the words of a collection; Wrong if it cannot be a case.

    Of an article with several stories, `only` says which of them is read.
    """
    plain = simplified(article.text)
    reading = Reading(replace(article, text=plain), library)
    told = stories(reading)
    if not 0 <= only <= len(told):
        return Wrong(f"没有第 {only} 件事", f"这篇文章读到 {len(told)} 件事")
    if only:
        reading = replace(reading, span=(told[only - 1].start, told[only - 1].end))
    if wrong := _too_little(reading.text):
        return wrong
    places, bodies, terms = places_of(reading), bodies_of(reading), terms_of(reading)
    people = [term for term in terms if term.facet == "actors"]
    if not (places or bodies or people):
        found, instead = (
            "没有读到地点、机构或参与的人",
            "草稿要写街坊邻里一起办的事:在哪里、谁、做了什么;不是案例的文字不用",
        )
        return Wrong(f"这段文字不像案例:{found}", instead)
    steps, read = steps_of(reading)
    figures, page = figures_of(reading, read), reading.page
    source = _source(page, today)
    return Found(
        slug=slug(places, [term for term in terms if term.facet == "themes"]),
        title=page.title,
        source=source,
        period=_period(reading.text, today),
        places=places,
        terms=terms,
        bodies=bodies,
        figures=figures,
        steps=steps,
        is_stated=bool(read) and read[0].basis == "stated",
        is_changed=plain != article.text,
        silences=tuple(silences_of(reading.text, is_memory=source.is_memory)),
        paragraphs=len(page.starts),
        stories=() if only else tuple(hidden(one.title) for one in told),
        span=reading.span or (0, len(reading.text)),
        notes=tuple(_notes(reading, figures, steps, read)),
    )


def _too_little(text: str) -> Wrong | None:
    count, size = len(_HAN.findall(text)), len("".join(text.split()))
    if not size:
        return Wrong("没有文字", "给一篇文章,或者把记得的事写成几行")
    if count < _SHARE * size:
        return Wrong("不是中文", "草稿从中文的文章或回忆写起;外文的先译成中文")
    if count < _SHORTEST:
        return Wrong(f"只有 {count} 个汉字", "再写几行:在哪里,谁,先做了什么、后做了什么,结果怎样")
    return None


def _source(page: Page, today: datetime.date) -> FoundSource:
    if is_memory(page):
        return FoundSource(is_memory=True)
    return FoundSource(title=page.title, publisher=page.publisher, date=_past(page.date, today), url=page.url)


def _notes(
    reading: Reading, figures: Sequence[FoundFigure], steps: Sequence[FoundStep], read: Sequence[Step]
) -> Iterator[str]:
    """What was left out, since there are limits."""
    if len(figures) == MOST_ITEMS:
        yield f"数字太多,只列了前 {MOST_ITEMS} 个"
    if len(steps) == MOST_STEPS:
        yield f"步骤太多,只列了前 {MOST_STEPS} 步"
    elif read and is_long(reading.text):
        first, last = (reading.page.paragraph(one.start) for one in (read[0], read[-1]))
        yield f"文章很长,步骤只从第 {first}–{last} 段读出,别处做的没有列"


def _past(day: str, today: datetime.date) -> str:
    return day if day and day <= today.isoformat() else ""


def _period(text: str, today: datetime.date) -> str:
    """From the first to the last date with a year that the article tells, none of them in the future; or empty."""
    dates = sorted(set(_dates(text, today)))
    if not dates:
        return ""
    first, last = dates[0], dates[-1]
    return first if last.startswith(first) else f"{first}/{last}"


def _dates(text: str, today: datetime.date) -> Iterator[str]:
    standing = tuple(load("drafting")["standing"])
    told = (text[start:end] for start, end in sentences(text))
    for words in (words for words in told if not any(one in words for one in standing)):
        for part in when(words).split("/"):
            if _FULL.fullmatch(part) and is_date(part) and part <= today.isoformat()[: len(part)]:
                yield part
