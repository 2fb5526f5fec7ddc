"""What is wrong with a front matter beyond the shape of its values."""

import re
from collections.abc import Iterator, Sequence

from casebook.model.front import CaseFront, Described, Front
from casebook.model.records import Entry
from casebook.oral import has_oral, is_oral
from casebook.reading.findings import Finding
from casebook.reading.nodes import Node
from casebook.reading.references import Reference
from casebook.reading.validation import field_name
from casebook.vocabulary import Vocabulary

SUMMARY = (60, 120)  # characters: what a phone shows of a result without scrolling
SUMMARY_EN = (40, 400)
_LATIN = re.compile("[A-Za-z]{2}")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def of_values(front: Front, named: Sequence[Reference], node: Node) -> Iterator[Finding]:
    """A summary of the wrong length, English that is none, terms given twice.

    `named` is all that the front matter names, `node` the front matter as written.
    """
    shortest, longest = SUMMARY
    is_chinese = isinstance(front, Described) and _HAN.search(front.summary)
    if isinstance(front, Described) and is_chinese and not shortest <= len(front.summary) <= longest:
        found, instead = f"摘要有 {len(front.summary)} 字", f"写 {shortest}–{longest} 字,单独读也能明白"
        yield Finding(node.line_of(("summary",)), "summary", found, instead, "warning")
    if isinstance(front, Described):
        yield from _english(front, node)
        yield from _repeated(front, node)
    seen: set[tuple[str | int, ...]] = set()
    for loc, facet, term in named:
        key = (loc[0], facet, term)
        if len(loc) == 2 and key in seen:
            yield Finding(node.line_of(loc), field_name(loc), f"“{node.at(loc).data()}” 重复了", "只留一个")
        seen.add(key)
    texts = [one.text for one in front.caveats] if isinstance(front, CaseFront) else []
    for index, text in enumerate(texts):
        if text in texts[:index]:
            field = field_name(("caveats", index))
            yield Finding(node.line_of(("caveats", index)), field, "同样的话前面已有一条", "只留一条")


def _repeated(front: Described, node: Node) -> Iterator[Finding]:
    """Aliases and questions that are given twice; one that is the title says nothing false."""
    for key, texts in (("aliases", front.aliases), ("asked", front.asked)):
        for index, text in enumerate(texts):
            if text in texts[:index]:
                loc = (key, index)
                yield Finding(node.line_of(loc), field_name(loc), f"“{text}” 重复了", "只留一个")


def _english(front: Described, node: Node) -> Iterator[Finding]:
    """Chinese words in what is written for English readers, the reverse, and an English summary of the wrong length."""
    for key, text in (("title", front.title), ("summary", front.summary)):
        if not _HAN.search(text) and _LATIN.search(text):
            found, instead = "里面没有汉字", f"这里写中文;英文写在 {key}_en"
            yield Finding(node.line_of((key,)), key, found, instead, "warning")
    for key, text in (("title_en", front.title_en), ("summary_en", front.summary_en)):
        if chinese := _HAN.search(text):
            found, instead = f"英文里有汉字 “{chinese[0]}”", "写英文;summary_en 也可以空着,等别人来补"
            yield Finding(node.line_of((key,)), key, found, instead, "warning")
    shortest, longest = SUMMARY_EN
    if front.summary_en and not shortest <= len(front.summary_en) <= longest:
        found = f"英文摘要有 {len(front.summary_en)} 个字符"
        instead = f"写 {shortest}–{longest} 个字符,或者空着,等别人来补"
        yield Finding(node.line_of(("summary_en",)), "summary_en", found, instead, "warning")


def of_figures(entry: Entry, node: Node, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Indicators that an author wants at the head of a case, of which no figure can stand there; proof by a memory."""
    yield from _proven_by_a_memory(entry, node, vocabulary)
    read, is_told = {metric.indicator for metric in entry.metrics}, has_oral(vocabulary, entry.front)
    done = {
        one.indicator
        for one in entry.metrics
        if not vocabulary.cues.is_planned(one.scope, one.money) and (one.evidence or not is_told)
    }
    for index, name in enumerate(entry.front.key_figures if isinstance(entry.front, CaseFront) else ()):
        if name not in done and vocabulary.find("indicators", name):
            loc = ("key_figures", index)
            found = f"正文里没有读到 “{node.at(loc).data()}” 的数字"
            instead = "数字后面紧跟单位和被数的事物(41名商家),或从 key_figures 里删去"
            if name in read:
                kind = "口述、计划或预算" if is_told else "计划或预算"
                found = f"“{node.at(loc).data()}” 只读到{kind}的数字,不放在开头"
                instead = "做到的数字也写进正文,或在 metrics 里改正 scope,或从 key_figures 里删去"
            yield Finding(node.line_of(loc), field_name(loc), found, instead, "warning")


def _proven_by_a_memory(entry: Entry, node: Node, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Evidence that names a source that was only told, of which there are no words to copy."""
    front = entry.front
    sources = front.sources if isinstance(front, CaseFront) else ()
    for index, one in enumerate(front.metrics if isinstance(front, Described) else ()):
        source = one.evidence and (one.evidence.source or (sources[0] if len(sources) == 1 else ""))
        if source and is_oral(vocabulary, source):
            loc = ("metrics", index, "evidence")
            found = "口述没有可以照抄的原话"
            yield Finding(node.line_of(loc), field_name(loc), found, "删去这一项的 evidence;数字照样写在正文里")
