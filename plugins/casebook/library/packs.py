"""Course packs among the pages that they show: which figure one means, and names of nothing."""

from collections.abc import Iterator, Sequence

from casebook.library.step_names import StepNames
from casebook.misspellings import advice, meant
from casebook.model.packs import CoursePack, PackFigure, PackPart
from casebook.model.problems import Problem
from casebook.model.records import Entry, Metric
from casebook.reading.entries import Reading
from casebook.reading.validation import field_name, home_of
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong, listed

_HOMES = {"method": "methods", "case": "cases"}


def chosen(entry: Entry, figure: PackFigure, vocabulary: Vocabulary) -> Metric | None:
    """The first figure of an entry that stands in these words (6个 in 6个片区), and is of this indicator."""
    term = vocabulary.find("indicators", figure.indicator) if figure.indicator else None
    if figure.indicator and term is None:
        return None
    fit = (one for one in entry.metrics if not term or one.indicator == term.id)
    return next((one for one in fit if not figure.words or _stands_in(entry.text, one, figure.words)), None)


def _stands_in(text: str, metric: Metric, words: str) -> bool:
    """Whether the words are in the text around a figure, and the figure in them."""
    first = max(0, metric.end - len(words))
    return any(text.startswith(words, at) for at in range(first, metric.start + 1))


def pack_problems(
    packs: Sequence[CoursePack], readings: Sequence[Reading], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """A Problem for each part of a pack that shows what is not there, or what the public site leaves out."""
    names = _Names(readings, vocabulary)
    for pack in packs:
        for at, (part, line) in enumerate(zip(pack.pack.parts, pack.lines, strict=True)):
            key = part.shows[0]
            field = field_name(("parts", at, key))
            if wrong := names.wrong(part, key):
                yield Problem(path=pack.path, line=line, field=field, found=wrong.found, instead=wrong.instead)
            elif names.is_draft(part.page):
                found, instead = f"{part.page} 是草稿", "发布的网站上没有这一段;等它发布,或换一个"
                yield Problem(path=pack.path, line=line, field=field, found=found, instead=instead, severity="warning")


class _Names:
    """What can be named: pages by their kind, their steps and figures. A file that could not be read has them all."""

    def __init__(self, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
        self._readings = {one.draft.slug: one for one in readings}
        self._vocabulary = vocabulary

    def is_draft(self, slug: str) -> bool:
        """Whether a page is a draft."""
        entry = self._readings[slug].entry if slug in self._readings else None
        return entry is not None and entry.front.status == "draft"

    def wrong(self, part: PackPart, key: str) -> Wrong | None:
        """What is wrong with what a part names."""
        if key == "ask":
            return None
        kind = "method" if key == "method" else "case"
        reading = self._readings.get(part.page)
        if reading is None or reading.draft.kind != kind:
            return self._unknown(part.page, kind, reading)
        if reading.entry is None:
            return None
        if part.figure:
            return self._figure(reading.entry, part.figure)
        return self._step(reading.entry, part.step) if part.step else None

    def _unknown(self, slug: str, kind: str, other: Reading | None) -> Wrong:
        home = home_of(_HOMES[kind])
        found = f"“{slug}” 不在 {home} 中"
        if other and other.draft.kind in _HOMES:
            return Wrong(found, f"它在 {home_of(_HOMES[other.draft.kind])} 中,写成 {other.draft.kind}: {slug}")
        known = {one.draft.slug: one.draft.title for one in self._readings.values() if one.draft.kind == kind}
        named = next((name for name, title in known.items() if title == slug), None)
        return Wrong(found, f"写文件名 {named}" if named else advice(slug, sorted(known), sorted(known), home))

    def _step(self, entry: Entry, step: str) -> Wrong | None:
        names = StepNames(entry, (one.id for one in entry.steps))
        if step in names.ids:
            return None
        told = names.advice(step, "{}") or "它没有步骤,只写文件名"
        return Wrong(f"{entry.slug} 里没有 “{step}” 这一步", told)

    def _figure(self, entry: Entry, figure: PackFigure) -> Wrong | None:
        if chosen(entry, figure, self._vocabulary):
            return None
        texts = list(dict.fromkeys(one.text for one in entry.metrics))
        terms = (self._vocabulary["indicators", one.indicator].zh for one in entry.metrics)
        named, known = (figure.words, texts) if figure.words else (figure.indicator, list(dict.fromkeys(terms)))
        near = next((one for one in known if named in one or one in named), None) or meant(named, known)
        told = f"是否指 “{near}”?" if near and near != named else f"它的数字有:{listed(known)}"
        return Wrong(f"{entry.slug} 里没有 “{named}” 这个数字", told if known else "它没有数字,换一个案例")
