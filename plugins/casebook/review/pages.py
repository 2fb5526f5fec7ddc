"""What a comment says of one page: likely doubles, what it lacks, its figures and their proof, its steps."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.library import Library, suggestions
from casebook.model.records import Case, Entry, Metric, Step
from casebook.model.terms import Source
from casebook.model.values import Kind
from casebook.oral import is_oral
from casebook.review.completeness import ANSWERS, completeness
from casebook.review.duplicates import Likely, Reason, likely
from casebook.review.figures import Checked, LeftOut, Proof, checked, left_out
from casebook.review.markdown import code, cut, listed, plain
from casebook.review.sources import COPIED, SourceText

_KINDS: Mapping[Kind, str] = {"case": "案例", "method": "方法", "page": "页面"}
_REASONS: Mapping[Reason, str] = {
    "title": "标题相近",
    "source": "同一来源",
    "place": "同一地点",
    "figures": "几个数字相同",
}
_PROOFS: Mapping[Proof, str] = {
    "proven": "在原文那一段里",
    "elsewhere": "在原文别的段",
    "missing": "原文里没有",
    "unproven": "没有附出处",
    "told": "口述，没有原文可对",
    "unknown": "没有给原文，无从核对",
}
_PROVEN: Mapping[Proof, str] = {"proven": "✓ ", "elsewhere": "⚠ ", "missing": "✗ ", "unknown": ""}
_ORDERS = {"stated": "明说的顺序", "narrative": "讲述的先后"}
_ASKED = "没有公开材料可以对照。讲的人在场吗，同意登吗？认得出的居民藏好了吗？查得到报道、公示的，请补成另一个来源。"
_TELLING = ("写了", "只有预计的", "写明来源没有", "没有写，也没有说明")


def page(library: Library, entry: Entry, sources: Sequence[SourceText]) -> Iterator[str]:
    """The lines about one page."""
    yield from (f"### {_KINDS[entry.kind]}：{plain(entry.front.title)}", code(entry.path), "")
    if isinstance(entry, Case):
        yield from _oral(library, entry)
        yield from _doubles(library, entry)
        yield from _completeness(library, entry)
    yield from _figures(library, entry, sources)
    yield from _copied(library, entry, sources)
    yield from _left_out(library, entry, sources)
    if isinstance(entry, Case):
        yield from _steps(library, entry)


def _oral(library: Library, case: Case) -> Iterator[str]:
    """Of each source that was only told, what an editor asks where there is nothing to look up."""
    for one in case.front.sources:
        source = library.vocabulary.find("sources", one)
        if isinstance(source, Source) and is_oral(library.vocabulary, one):
            yield from (f"**口述** {plain(source.zh)}（{plain(source.publisher)}，{source.date}）：{_ASKED}", "")


def _doubles(library: Library, case: Case) -> Iterator[str]:
    found = likely(library, case)
    if found:
        yield from ("**可能已经有了**", "")
        yield from listed(f"- {plain(one.case.front.title)}（{code(one.case.path)}）：{_why(one)}" for one in found)


def _why(one: Likely) -> str:
    return "、".join(_REASONS[why] for why in one.reasons)


def _completeness(library: Library, case: Case) -> Iterator[str]:
    asked = tuple(completeness(library, case))
    parts = []
    for answer, label in zip(ANSWERS, _TELLING, strict=True):
        names = [f"{one.what}{_typed(library, one.kind)}" for one in asked if one.answer == answer]
        parts += [f"{label}：{'、'.join(names)}"] if names else []
    answered = sum(one.answer in ("told", "typed") for one in asked)
    yield from (f"**完整程度** {answered}/{len(asked)}。{'；'.join(parts)}", "")


def _typed(library: Library, kind: str) -> str:
    return f"（{plain(_label(library, 'caveat-kinds', kind))}）" if kind else ""


def _figures(library: Library, entry: Entry, sources: Sequence[SourceText]) -> Iterator[str]:
    found = tuple(checked(library, entry, sources))
    if found:
        told = ((label, sum(one.proof == proof for one in found)) for proof, label in _PROOFS.items())
        yield f"**数字** {len(found)} 个：{'、'.join(f'{label} {count}' for label, count in told if count)}"
        yield from ("", "| 数字 | 算什么 | 句子 | 出处 |", "| --- | --- | --- | --- |")
        yield from listed(_figure(library, one) for one in found)


def _figure(library: Library, one: Checked) -> str:
    metric = one.metric
    return f"| {plain(metric.text)} | {_counts_as(library, metric)} | {cut(metric.sentence)} | {_proof(one)} |"


def _counts_as(library: Library, metric: Metric) -> str:
    notes = (
        _label(library, "indicators", metric.indicator),
        _label(library, "scopes", metric.scope),
        _label(library, "money-kinds", metric.money),
        metric.as_of,
    )
    return "，".join(plain(one) for one in notes if one)


def _proof(one: Checked) -> str:
    evidence = one.metric.evidence
    if evidence is None:
        return "口述" if one.proof == "told" else "⚠ 没有附出处"
    behind = {"elsewhere": f" 在{'、'.join(f'第{place}段' for place in one.found)}", "missing": " 原文里没有"}
    told = f"{plain(evidence.locator)}“{plain(evidence.quote)}”"
    return f"{_PROVEN[one.proof]}{told}{behind.get(one.proof, '')}"


def _copied(library: Library, entry: Entry, sources: Sequence[SourceText]) -> Iterator[str]:
    terms = (term for facet in library.vocabulary.facets for term in library.vocabulary.terms(facet))
    names = [*(name for term in terms for name in term.names), *(one.front.title for one in library.entries)]
    written = _written(entry)
    found = [f"- “{plain(run)}”（{plain(one.name)}）" for one in sources for run in one.copied(written, names)]
    if found:
        yield from (f"**照抄原文 {COPIED} 字以上** {len(found)} 处", "")
        yield from listed(found)


def _written(entry: Entry) -> str:
    """All that an author wrote in words of their own: text, summary, caveats."""
    caveats = [one.text for one in entry.front.caveats] if isinstance(entry, Case) else []
    return "\n".join((entry.text, entry.front.summary, *caveats))


def _left_out(library: Library, entry: Entry, sources: Sequence[SourceText]) -> Iterator[str]:
    missed = tuple(left_out(library, entry, sources))
    if missed:
        yield from (f"**原文里有、本页没有的数字** {len(missed)} 个", "")
        yield from listed(_missed(library, one) for one in missed)


def _missed(library: Library, one: LeftOut) -> str:
    metric, where = one.metric, f"{plain(one.source)} 第{one.paragraph}段"
    return f"- {plain(metric.text)}（{_counts_as(library, metric)}），{where}：{cut(metric.sentence)}"


def _steps(library: Library, case: Case) -> Iterator[str]:
    if case.steps:
        offered = {one.step.number: one.link for one in suggestions(library) if one.case == case.slug}
        yield from (f"**步骤** {len(case.steps)} 步（{_ORDERS[case.steps[0].basis]}）", "")
        yield from listed(_step(library, case, step, offered.get(step.number, "")) for step in case.steps)


def _step(library: Library, case: Case, step: Step, offered: str) -> str:
    uses = (use for use in library.uses_in(case.slug) if use.step == step)
    links = [code(f"[[{use.method}{'#' if use.method_step else ''}{use.method_step}]]") for use in uses]
    if not links:
        links = [f"没有链接到方法，像是 {code(offered)}" if offered else "没有链接到方法"]
    return f"{step.number}. {plain(step.title)}：{'，'.join((*links, step.when or '没有日期'))}"


def _label(library: Library, facet: str, term: str) -> str:
    found = library.vocabulary.find(facet, term) if term else None
    return found.zh if found else ""
