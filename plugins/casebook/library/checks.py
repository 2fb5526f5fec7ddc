"""Problems that concern several files: names of no case or method, circles of parents, slugs used twice."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from casebook.alike import fold, seamless
from casebook.facets import taking_part
from casebook.hierarchy import MOST_ABOVE, circles, shown_way, too_deep
from casebook.library.link_checks import LinkChecks
from casebook.library.step_names import StepNames
from casebook.misspellings import advice
from casebook.model.front import Departure, Described
from casebook.model.problems import Problem
from casebook.model.records import Case, Method
from casebook.oral import has_oral
from casebook.reading.entries import FOLDERS, Reading
from casebook.reading.findings import problems_at
from casebook.reading.references import references
from casebook.reading.validation import field_name, home_of, unknown_name
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

_ADVICE = {
    "part_of": "part_of 写真正的上级,最上级的案例不写 part_of",
    "broader": "broader 只写更宽的方法",
    "predecessors": "前身只写更早的,后来的那个方法不写",
}


def problems(readings: Sequence[Reading], vocabulary: Vocabulary, *, with_evidence: bool = False) -> Iterator[Problem]:
    """Every Problem that concerns several files.

    A file that could not be read counts as present, so links to it are no Problems. `with_evidence` tells whether the
    collection wants evidence for every figure of a case.
    """
    yield from _taken(readings)
    slugs = {facet: {r.draft.slug for r in readings if r.draft.kind == kind} for facet, kind in FOLDERS.items()}
    linked, departures = LinkChecks(readings, vocabulary), _Departures(readings)
    for reading in readings:
        yield from _names(reading, slugs)
        yield from problems_at(reading.draft.path, linked.findings(reading))
        if reading.entry:
            yield from _itself(reading)
            yield from departures.problems(reading)
            yield from _figures(reading, vocabulary) if with_evidence else ()
    yield from _same_titles(readings)
    yield from _borrowed(readings)
    yield from _circles(readings)
    yield from _translations(readings, vocabulary)


def _taken(readings: Sequence[Reading]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for reading in readings:
        slug, path = reading.draft.slug, reading.draft.path
        shown = "/".join(path.split("/")[-2:])
        if slug in seen:
            yield Problem(
                path=path,
                line=1,
                field="文件名",
                found=f"文件名 {slug} 已被 {seen[slug]} 占用",
                instead="案例、方法和页面的文件名不能相同,请换一个",
            )
        seen.setdefault(slug, shown)


def _same_titles(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Cases and methods of one title: the one that came later is named, for nobody could tell them apart.

    One that is not whole yet is held against those that are.
    """
    titled = [one for one in readings if one.draft.kind != "page" and one.draft.title]
    seen: dict[str, str] = {}
    for reading in sorted(titled, key=_age):
        key = seamless(fold(reading.draft.title))
        first = seen.get(key, reading.draft.slug)
        if reading.entry:
            seen[key] = first
        if first != reading.draft.slug:
            path, line, found = reading.draft.path, reading.line_of("title"), f"标题和 {first} 的一样"
            instead = "是同一件事,就补充那一篇;不是,就在标题里加上地名或年份"
            yield Problem(path=path, line=line, field="title", found=found, instead=instead)


def _age(reading: Reading) -> tuple[str, str]:
    """What came earlier sorts first; what is not whole yet comes last."""
    front = reading.entry.front if reading.entry else None
    return str(front.added) if isinstance(front, Described) else "~", reading.draft.path


def _names(reading: Reading, slugs: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Front-matter values that name an unknown case or method."""
    for loc, facet, name in references(reading.entry.front) if reading.entry else reading.named:
        if facet in FOLDERS and name not in slugs[facet]:
            known = sorted(slugs[facet])
            instead = advice(name, known, known, home_of(facet))
            yield unknown_name(reading.draft.path, reading.line_of(*loc), loc, name, facet, instead)


_AGAIN = Wrong("这一步前面已有一条", "一步只写一条:没有做写 略去,做法不同写 改动")


class _Departures:
    """Checks departures from steps: of methods and steps that do not exist, or that the case links to as done."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        methods = {r.entry.slug: r.entry for r in readings if isinstance(r.entry, Method)}
        self._unread = {reading.draft.slug for reading in readings if reading.entry is None}
        self._slugs = sorted(methods)
        self._steps = {slug: StepNames(entry, (step.id for step in entry.steps)) for slug, entry in methods.items()}

    def problems(self, reading: Reading) -> Iterator[Problem]:
        """A Problem for each wrong departure of a case."""
        if not isinstance(reading.entry, Case):
            return
        done = {f"{link.target}#{link.step}" for link in reading.entry.links}
        told: set[str] = set()
        for index, one in enumerate(reading.entry.front.departures):
            wrong = _AGAIN if one.step in told else self._wrong(one, done)
            told.add(one.step)
            if wrong:
                line, field = reading.line_of("departures", index, "step"), f"departures[{index}].step"
                path, found, instead = reading.draft.path, wrong.found, wrong.instead
                yield Problem(path=path, line=line, field=field, found=found, instead=instead)

    def _wrong(self, one: Departure, done: Collection[str]) -> Wrong | None:
        slug, _, step = one.step.partition("#")
        steps = self._steps.get(slug)
        if steps is None and slug not in self._unread:
            return Wrong(f"没有 “{slug}” 这个方法", advice(slug, self._slugs, self._slugs, "content/methods/"))
        if steps and step not in steps.ids:
            return Wrong(f"{slug} 里没有 “{step}” 这一步", steps.advice(step, "{}") or "这个方法没有步骤,删去这一项")
        if one.how == "omitted" and one.step in done:
            return Wrong(f"写了略去 {one.step},正文却链接到它", "改成 改动,或去掉链接")
        return None


def _figures(reading: Reading, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Figures of a case without evidence; of what was only told there is none."""
    case = reading.entry if isinstance(reading.entry, Case) else None
    figures = case.metrics if case and not has_oral(vocabulary, case.front) else ()
    if lacking := list(dict.fromkeys(figure.text for figure in figures if not figure.evidence)):
        yield Problem(
            path=reading.draft.path,
            line=reading.line_of("metrics"),
            field="metrics",
            found=f"{len(lacking)} 个数字没有附出处:{'、'.join(lacking)}",
            instead=f"在 metrics 里各写一行,例如 - {{quote: {lacking[0]}, evidence: {{locator: 第几段, quote: 原话}}}}",
            severity="warning",
        )


def _borrowed(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Aliases of a case or method that are the title of another."""
    titles = {r.entry.front.title: r for r in readings if r.entry and isinstance(r.entry.front, Described)}
    for reading in readings:
        front = reading.entry.front if reading.entry else None
        for index, alias in enumerate(front.aliases if isinstance(front, Described) else ()):
            if (other := titles.get(alias)) and other.draft.slug != reading.draft.slug:
                yield Problem(
                    path=reading.draft.path,
                    line=reading.line_of("aliases", index),
                    field=field_name(("aliases", index)),
                    found=f"“{alias}” 是 {other.draft.slug} 的标题",
                    instead="删去它:别名不能是另一页的标题,读者会找错地方",
                )


def _circles(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Cases that are part of themselves or of too many others, and methods that are a kind of themselves."""
    parts = {r.entry.slug: r.entry.front.part_of or "" for r in readings if isinstance(r.entry, Case)}
    broader = {r.entry.slug: r.entry.front.broader for r in readings if isinstance(r.entry, Method)}
    found = {reading.draft.slug: reading for reading in readings}

    def problem(slug: str, field: str, wrong: str) -> Problem:
        line, path = found[slug].line_of(field), found[slug].draft.path
        return Problem(path=path, line=line, field=field, found=wrong, instead=_ADVICE[field])

    above = {slug: (part,) for slug, part in parts.items()}
    for field, ways in (("part_of", circles(above)), ("broader", circles(broader))):
        yield from (problem(way[0], field, f"上级绕了一圈:{shown_way(way)}") for way in ways)
    before = {r.entry.slug: _before(r.entry) for r in readings if isinstance(r.entry, Method)}
    for way in circles(before):
        yield problem(way[0], "predecessors", f"前身绕了一圈:{shown_way(way)}")
    for slug in too_deep({slug: part for slug, part in parts.items() if part}):
        yield problem(slug, "part_of", f"上面有 {MOST_ABOVE} 级以上")


def _before(method: Method) -> tuple[str, ...]:
    """The methods that a method says it comes from; itself is told of already."""
    given = (one.method for one in method.front.predecessors)
    return tuple(name for name in given if name and name != method.slug)


def _itself(reading: Reading) -> Iterator[Problem]:
    """Methods that name themselves as related or as predecessor."""
    if isinstance(reading.entry, Method):
        for loc, facet, name in references(reading.entry.front):
            if facet == "methods" and name == reading.draft.slug and loc[0] != "broader":
                line, field = reading.line_of(*loc), field_name(loc)
                yield Problem(
                    path=reading.draft.path, line=line, field=field, found="写的是这个方法自己", instead="写另一个方法"
                )


def _translations(readings: Sequence[Reading], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Terms with two English translations: English readers would take them for two things."""
    seen: dict[str, tuple[str, str]] = {}
    for zh, en, path, line, field in (*_terms(vocabulary), *_method_titles(readings)):
        first, where = seen.setdefault(zh, (en, field)) if en else ("", "")
        if en and first.casefold() != en.casefold():
            yield Problem(
                path=path,
                line=line,
                field=field,
                found=f"“{zh}” 的英文是 {en},{where} 却是 {first}",
                instead="一个词只用一个英文名,改成一样的",
                severity="warning",
            )


def _terms(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str, int, str]]:
    """Each term of the vocabulary: Chinese, English, path, line, field."""
    for facet in taking_part("glossary"):
        for term in vocabulary.terms(facet.id):
            yield term.zh, term.en, *vocabulary.origins[facet.id, term.id], f"{facet.id} {term.id}"


def _method_titles(readings: Sequence[Reading]) -> Iterator[tuple[str, str, str, int, str]]:
    """The title of each method in the same form, since it is a term too."""
    for reading in readings:
        if isinstance(reading.entry, Method):
            front, line = reading.entry.front, reading.line_of("title_en")
            yield front.title, front.title_en, reading.draft.path, line, "title_en"
