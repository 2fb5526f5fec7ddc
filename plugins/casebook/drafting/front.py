"""The front matter of a draft: what was found, with the paragraphs that speak for it, and questions for the rest."""

import datetime
import re
from collections.abc import Iterator

from casebook.drafting.found import Found, FoundFigure, FoundTerm, Said
from casebook.drafting.how import brief
from casebook.drafting.page import RULE
from casebook.drafting.yaml_text import comment, row, scalar
from casebook.oral import oral_grade
from casebook.reading.todos import asked
from casebook.vocabulary import Vocabulary

_ASKED = {
    "themes": "主题,见 vocabulary/themes.yaml",
    "forms": "形式,见 vocabulary/forms.yaml",
    "actors": "参与的人,见 vocabulary/actors.yaml",
    "beneficiaries": "为谁办的,见 vocabulary/beneficiaries.yaml;不知道就删去",
}
_TITLE = re.compile(r"^[\s#*【\[（(]*(?:案例|故事|第)?[一二三四五六七八九十\d]{1,3}[、.．:：)）\s]*")
_MANY = 5  # places of one level; an article that names so many may be about several cases


def front(found: Found, today: datetime.date, vocabulary: Vocabulary) -> str:
    """The front matter of a draft in a collection with this vocabulary, without its fences."""
    left_out = vocabulary.left_out
    rows = (
        *(f"# {asked(note)}" for note in (*found.notes, *several(found))),
        *_head(found, today),
        *_places(found),
        *(line for facet in _ASKED if facet not in left_out for line in _terms(facet, found.of(facet))),
        *(() if "organisations" in left_out else _bodies(found)),
        *_sources(found, today, vocabulary),
        *_silences(found, vocabulary),
        *_figures(found, is_told=_is_told(found, vocabulary)),
    )
    return "\n".join(rows)


def several(found: Found) -> Iterator[str]:
    """That an article seems to tell several stories, and how to draft one of them."""
    smallest = max((sum(one.level == level for one in found.places) for level in ("community", "town")), default=0)
    if found.stories:
        told = "、".join(f"{number} {brief(_TITLE.sub('', title))}" for number, title in enumerate(found.stories, 1))
        yield f"文章像是讲了 {len(found.stories)} 件事({told}):一件事写成一个案例,只起草第 1 件:draft 加 --only 1"
    elif smallest >= _MANY:
        yield "文章写到许多地方,像是讲了几件事:一件事写成一个案例,把别的删去再起草"


def _head(found: Found, today: datetime.date) -> Iterator[str]:
    yield f"title: {scalar(likely_title(found) + asked('改成自己的标题,10–30 字'))}"
    yield f"summary: {asked('60–120 字:谁、在哪里、做了什么、结果如何,单独读也明白')}"
    yield "status: draft"
    yield f"added: {today.isoformat()}"
    if found.is_changed:
        yield f"# {asked('文章是繁体字,这里都换成了简体,核对名称')}"
    yield f"period: {found.period or 'unknown'}  # {asked('起止时间,照文章里的日期核对')}"


def likely_title(found: Found) -> str:
    """What the case may be called: its place and its theme; none of the article's words."""
    place = next((one.name.removeprefix("".join(one.above)) for one in found.places), "")
    return place + next((one.zh for one in found.of("themes")), "")


def _places(found: Found) -> Iterator[str]:
    main = [place for place in found.places if place.is_main]
    if not main:
        named = [place.name.removeprefix("".join(place.above)) for place in found.places]
        yield "places:"
        yield f"  - {asked('在哪里:省市区和街道或镇,还有社区' + (',文章写到' + '和'.join(named) if named else ''))}"
        return
    yield "places:"
    for place in main:
        unsure = "" if place.is_sure else f"  # {asked('文章没有直接说它在哪里,核对上面几级')}"
        yield f"  - {scalar(place.name)}{comment(_where(place.said))}{unsure}"
    if others := [place for place in found.places if not place.is_main]:
        told = (f"{place.name.removeprefix(''.join(place.above))}({_where(place.said)})" for place in others)
        yield f"{comment('文章还写到:' + '、'.join(told)).strip()}"


def _terms(facet: str, terms: tuple[FoundTerm, ...]) -> Iterator[str]:
    if not terms:
        if facet != "beneficiaries":
            yield f"{facet}:\n  - {asked(_ASKED[facet])}"
        return
    yield f"{facet}:  # {asked(_ASKED[facet])}"
    yield from (f"  - {scalar(term.zh)}{comment(f'{_where(term.said)} {term.words}')}" for term in terms)


def _where(said: Said) -> str:
    return f"第{said.paragraph}段"


def _bodies(found: Found) -> Iterator[str]:
    if not found.bodies:
        yield f"# {asked('有名有姓的机构和角色,没有就删去;写法:organisations: [{organisation: 机构全称, role: 牵头}]')}"
        return
    yield f"organisations:  # {asked('核对全称和角色:牵头、指导、执行、参与、资助、平台')}"
    for body in found.bodies:
        told = "" if body.is_told else "，文章没有明说角色"
        yield f"  - {row(organisation=scalar(body.name), role=body.role)}{comment(_where(body.said) + told)}"


def _is_told(found: Found, vocabulary: Vocabulary) -> bool:
    """Whether the draft is of a memory, and the collection takes these."""
    return found.source.is_memory and oral_grade(vocabulary) is not None


def _sources(found: Found, today: datetime.date, vocabulary: Vocabulary) -> Iterator[str]:
    """The source as the page tells; it has the least of all grades until somebody has looked at it."""
    if (oral := oral_grade(vocabulary)) and found.source.is_memory:
        yield f"sources:  # {asked('这是记得的事;有报道、公示查得到的,再加一个来源')}"
        yield f"  - title: 口述：{asked('讲的是哪件事')}"
        yield f"    publisher: {asked('讲的人是什么身份,不写姓名:社区社工、一位业主')}"
        yield f"    date: {today.isoformat()}  # {asked('哪天讲的')}"
        yield f"    grade: {oral.id}"
        return
    if known := vocabulary.of_files.find("sources", found.source.title):
        yield f"sources: [{known.id}]  # {asked('标题一样的来源已经有了,核对是不是同一份')}"
        return
    least = next((term.id for term in reversed(vocabulary.terms("grades")) if term != oral), "")
    source = found.source
    yield "sources:"
    title = scalar(source.title) if source.title else asked("来源的标题")
    yield f"  - title: {title}"
    yield f"    publisher: {_told(source.publisher, '谁发布的')}"
    yield f"    date: {_told(source.date, '哪天发布的')}"
    if source.url:
        yield f"    url: {scalar(source.url)}"
    yield f"    grade: {least}  # {asked('评级,见 vocabulary/grades.yaml;评好以前只当线索')}"


def _told(words: str, question: str) -> str:
    """What a page tells, or that it is unknown and who might know."""
    return scalar(words) if words else f"unknown  # {asked(question)}"


def _silences(found: Found, vocabulary: Vocabulary) -> Iterator[str]:
    kind = vocabulary.find("caveat-kinds", "not-reported")
    if not found.silences or not kind:
        return
    yield f"caveats:  # {asked('下面几条是按词找的,其实讲到了的就删去;矛盾、推断、存疑的也写在这里')}"
    yield from (f"  - {row(kind=kind.zh, text=scalar(one.text))}" for one in found.silences)


def _figures(found: Found, *, is_told: bool) -> Iterator[str]:
    """A row for each figure, with its evidence; a memory has none."""
    if not found.figures:
        return
    if not is_told:
        yield f"# 出处:{RULE};原话 40 字以内,照抄。"
    yield f"metrics:  # {asked('逐个核对:数的是什么、算到哪天、是计划还是做到的')}"
    yield from (_figure(one, is_told=is_told) for one in ordered(found.figures))


def ordered(figures: tuple[FoundFigure, ...]) -> list[FoundFigure]:
    """The figures with those behind whose words are part of others: 100% behind 超过100%."""
    return sorted(
        figures, key=lambda one: any(one.words != other.words and one.words in other.words for other in figures)
    )


def _figure(figure: FoundFigure, *, is_told: bool) -> str:
    evidence = "" if is_told else row(locator=_where(figure.said), quote=scalar(figure.quote))
    as_of = f'"{figure.as_of}"' if figure.as_of else ""
    fields = row(
        quote=scalar(figure.words), indicator=scalar(figure.indicator) if figure.indicator else "", scope=figure.scope,
        as_of=as_of, evidence=evidence,
    )  # fmt: skip
    return f"  - {fields}"
