"""Writes what the page of all cases needs to filter and sort: `explore/manifest.json`, and columns below it.

Cards and rows of the table are drawn by the templates' own macros, so that a filtered list looks as the page does.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.builds import build_files, json_text
from casebook.export.columns import column_files
from casebook.model import Case
from casebook.views.entries import CASES, card
from casebook.views.explore import PAGE, case_row


class ExploreGenerator(Generator):  # type: ignore[misc]
    """The columns, and the cards and rows in files of a hundred."""

    def generate_output(self, writer: Writer) -> None:
        """Write the files."""
        library = self.context["LIBRARY"]
        drawn = {
            "cards": self._macro("macros/card.html", "card", lambda case: card(library, case)),
            "rows": self._macro("macros/explore.html", "row", lambda case: case_row(library, case)),
        }
        files = column_files(library)
        for name, draw in drawn.items():
            files |= {f"{name}/{number}.json": text for number, text in enumerate(_in_files(library.newest, draw))}
        manifest = {"count": len(library.cases), "file": PAGE, "page": PAGE}
        for name, text in build_files(files, manifest).items():
            path = Path(self.output_path) / "explore" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def _macro(self, template: str, name: str, view: Callable[[Case], object]) -> Callable[[Case], str]:
        """What a macro makes of the view of a case, with links as seen from the page of all cases."""
        root = "/".join([".."] * CASES.url.count("/"))
        macro = getattr(self.env.get_template(template).make_module({"SITEURL": root}), name)
        return lambda case: str(macro(view(case)))


def _in_files(cases: Sequence[Case], draw: Callable[[Case], str]) -> Iterator[str]:
    for start in range(0, len(cases), PAGE):
        yield json_text([draw(case) for case in cases[start : start + PAGE]])


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return ExploreGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
