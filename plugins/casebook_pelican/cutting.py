"""Cuts a dated edition of a method: `python -m casebook_pelican.cutting SLUG`.

Its page and its style sheet are written once and published as they are ever after: `dated.py` copies them.
"""

import argparse
import datetime
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from casebook.characters import shown
from casebook.cutting import refusal, write_edition
from casebook.days import this_day
from casebook.files import read_gazetteer, read_site
from casebook.folder import UnwritableError
from casebook.library import Library
from casebook.reading.dated import BEGINNING, DATA, PAGE, SHEET, SOURCE
from casebook.readings import readings_of
from casebook.reports import text_report
from casebook.store import KEPT
from casebook.views.frozen import FrozenPage, frozen_data, frozen_page
from casebook.vocabularies import vocabulary_of
from casebook_pelican.templates import environment
from casebook_pelican.words import marked

_THEME = Path(__file__).parents[2] / "theme"
_COMPILED = KEPT / "templates"
_OPTIONS = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}


def main(argv: Sequence[str] | None = None) -> int:
    """Cut an edition; return 0 if that is done, 1 with errors in the content, 2 for a wrong call."""
    parser = argparse.ArgumentParser(prog="inv edition", description="给一个方法定版:现在的内容,以后不再改动")
    parser.add_argument("slug", metavar="方法", help="方法的文件名")
    parser.add_argument("--content", type=Path, default=Path(os.environ.get("CONTENT") or "content"))
    args = parser.parse_args(argv)
    return cut(args.content, args.slug, this_day(), os.environ.get("SITEURL", "").rstrip("/"))


def cut(content: Path, slug: str, day: datetime.date, address: str = "") -> int:
    """The same on a day, whose month it is of; `address` is that of the public site, which citations name."""
    site = read_site(
        content, gazetteer=read_gazetteer(), today=day, read=readings_of(content), terms=vocabulary_of(content)
    )
    month = f"{day:%Y-%m}"
    if site.errors:
        print(text_report(site))
        print("有错误,没有定版:先改好,再运行 inv edition", file=sys.stderr)
        return 1
    if wrong := refusal(site, slug, month):
        print(shown(f"{wrong.found};{wrong.instead}"), file=sys.stderr)
        return 2
    try:
        folder = write_edition(content, slug, month, edition_files(site.library, slug, month, f"{day}", address))
    except UnwritableError as error:
        print(shown(str(error)), file=sys.stderr)
        return 2
    print(shown(f"写好了 {folder}:看一遍网页再提交;公布以后就不能再改"))
    if not address:
        again = f"SITEURL=https://… inv edition {slug}"
        print(shown(f"没有给网站的地址,引用里的网址没有开头:公布以前再定一次:{again}"), file=sys.stderr)
    return 0


def edition_files(library: Library, slug: str, month: str, day: str, address: str) -> Mapping[str, str]:
    """The files of an edition, as it is cut on a day."""
    method = library.methods[slug]
    return {
        PAGE: _html(library, frozen_page(library, method, month, day, address)),
        DATA: f"{frozen_data(library, method, month, day)}\n",
        SOURCE: Path(method.path).read_text(encoding="utf-8-sig"),
        SHEET: (_THEME / "edition" / SHEET).read_text(encoding="utf-8"),
    }


def _html(library: Library, page: FrozenPage) -> str:
    made = environment(_THEME / "templates", _COMPILED, _OPTIONS)
    site = library.collection.site
    made.globals |= {"words": marked(library.words), "NAME": site.name, "LICENCE": site.licence}
    beginning = BEGINNING.format(lang=library.words.lang)
    return f"{beginning}{made.get_template('dated_edition.html').render(view=page)}\n"


if __name__ == "__main__":
    sys.exit(main())
