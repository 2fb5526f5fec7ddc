"""The ids of the steps of one page, and what to write instead of an id that it does not have."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from casebook.library.former import present_steps
from casebook.misspellings import meant
from casebook.model.records import Entry
from casebook.wrong import listed


class StepNames:
    """The ids on the page of `entry` that may be named; what advice takes is worked out when it is first asked for."""

    def __init__(self, entry: Entry, ids: Iterable[str]) -> None:
        self.entry = entry
        self.ids = dict.fromkeys(name for name in ids if name)

    @cached_property
    def _now(self) -> Mapping[str, str]:
        return present_steps(self.entry)

    @cached_property
    def _known(self) -> str:
        ordered = sorted(self.ids, key=lambda name: name.startswith("section-"))
        return f"可用的步骤:{listed(ordered)}" if ordered else ""

    def advice(self, step: str, form: str) -> str:
        """What to write instead of the unknown id `step`, in `form` (`[[{}]]`); empty if the page has no step."""
        slug = self.entry.slug
        if now := self._now.get(step):
            return f"它已改成 {form.format(f'{slug}#{now}')}"
        titled = (section.id for section in self.entry.sections if section.title == step and section.id in self.ids)
        near = next(titled, None) or meant(step, self.ids)
        return f"是否指 {form.format(f'{slug}#{near}')}?" if near else self._known
