"""The view of what is lacking: each gap with its page and what would help."""

from collections.abc import Callable, Mapping

from casebook.library import Gap, Library, gaps
from casebook.model.values import Record
from casebook.views.addresses import FACETS, GAPS, entry_link, entry_url, step_anchor, term_link
from casebook.views.entries import HOME
from casebook.views.records import Link, View


class GapView(Record):
    """A page with a gap, what would help, the cases that there are, and the steps in question."""

    page: Link
    help: str
    cases: tuple[Link, ...]
    steps: tuple[Link, ...]


class GapGroup(Record):
    """The gaps of one kind."""

    anchor: str
    title: str
    note: str
    gaps: tuple[GapView, ...]


class GapsView(View):
    """Everything that is lacking."""

    template: str = "gaps.html"
    groups: tuple[GapGroup, ...]


class _Words(Record):
    """How a kind of gap is told: its title, why it matters, and what would help with one of them."""

    title: str
    note: str
    help: Callable[[Library, Gap], str]


def gaps_view(library: Library) -> GapsView:
    """The page of all gaps."""
    found = gaps(library)
    count = sum(map(len, found.values()))
    return GapsView(
        url=GAPS,
        title="还缺什么",
        description=f"想投稿又不知道写什么，可以从这里挑：这个案例库现在缺的 {count} 处。",
        crumbs=(HOME,),
        groups=tuple(
            GapGroup(
                anchor=f"gaps-{kind}",
                title=words.title,
                note=words.note,
                gaps=tuple(_gap(library, words, gap) for gap in found[kind]),
            )
            for kind, words in WORDS.items()
        ),
    )


def _gap(library: Library, words: _Words, gap: Gap) -> GapView:
    entry = library.entry(gap.id) if gap.facet in ("cases", "methods") else None
    page = entry_link(entry) if entry else term_link(gap.facet, library.vocabulary[gap.facet, gap.id])
    return GapView(
        page=page,
        help=words.help(library, gap),
        cases=tuple(entry_link(library.cases[slug]) for slug in gap.cases),
        steps=tuple(
            Link(text=step.title, url=f"{entry_url(entry)}#{step_anchor(entry, step.id)}")
            for step in gap.steps
            if entry and step.id
        ),
    )


def _second_case(library: Library, gap: Gap) -> str:
    if not gap.cases:
        return "还没有案例用到。补一个做过的案例，写清做到了哪几步。"
    return "只有一个案例。再补一个别处的，就看得出哪些做法是共有的。"


def _second_report(library: Library, gap: Gap) -> str:
    return "只有一个案例报告。别的案例要是也数过，补上数字和出处，就能比。"


def _evidence(library: Library, gap: Gap) -> str:
    of = len(library.methods[gap.id].steps)
    return f"{of} 步里有 {len(gap.steps)} 步没有案例。在案例的那一步里写上 [[{gap.id}#步骤编号]]，方法页就会收进去。"


def _dates(library: Library, gap: Gap) -> str:
    of = len(library.cases[gap.id].steps)
    return f"{of} 步里有 {len(gap.steps)} 步没有日期。知道哪一步是几月做的、做了多久，补进正文并附上出处。"


def _figures(library: Library, gap: Gap) -> str:
    return "一个数字也没有。找得到年报、公示或新闻里的数，请补上并附原话。"


def _case(library: Library, gap: Gap) -> str:
    return f"这个{FACETS[gap.facet][0]}还没有案例。你那里做过的话，补一个。"


def _summary(library: Library, gap: Gap) -> str:
    return "用一两句英文写清在哪里、谁、做了什么，填进 summary_en；用词照“中英术语”。"


WORDS: Mapping[str, _Words] = {
    "methods": _Words(title="只有一个案例或还没有案例的方法", note="一处做成的，换一处未必行。", help=_second_case),
    "evidence": _Words(
        title="没有案例说明的方法步骤", note="这些步骤写了怎么做，还没有一个案例说当时是怎样做的。", help=_evidence
    ),
    "figures": _Words(title="没有数字的案例", note="没有写不等于零：来源里没有，别处也许有。", help=_figures),
    "dates": _Words(title="步骤没有日期的案例", note="先做什么、隔多久再做什么，照做的人最想知道。", help=_dates),
    "indicators": _Words(title="只有一个案例报告的指标", note="只有一家报告，就没有可以比的。", help=_second_report),
    "terms": _Words(title="还没有案例的主题和形式", note="词表里有，案例里还没有。", help=_case),
    "english": _Words(title="没有英文摘要的案例和方法", note="读英文的人只看得到标题。", help=_summary),
}
