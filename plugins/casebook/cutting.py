"""Whether an edition of a method can be cut, and where its files are written."""

from collections.abc import Mapping
from pathlib import Path

from casebook.files import Site
from casebook.folder import write
from casebook.reading.dated import FILES, FOLDER
from casebook.spellings import Spellings
from casebook.wrong import Wrong


def refusal(site: Site, slug: str, month: str) -> Wrong | None:
    """Why there can be no edition of a method of a month; None if there can be one."""
    methods = site.library.methods
    if slug not in methods:
        near = Spellings([*methods]).nearest(slug)
        return Wrong(f"没有 “{slug}” 这个方法", f"写方法的文件名,不带 .md{f';是不是 {near}' if near else ''}")
    if methods[slug].front.status == "draft":
        return Wrong(f"“{slug}” 还是草稿", "先公布这个方法(删去 status: draft),再定版")
    if site.dated_lock.has(slug, month):
        return Wrong(f"“{slug}” 的 {month} 这一版已经公布,不能再改", "一个月只出一版:下个月再出")
    return None


def write_edition(content: Path, slug: str, month: str, files: Mapping[str, str]) -> Path:
    """Write the files of an edition, in the place of one that was never published; return their folder."""
    assert set(files) == set(FILES)
    for name, text in files.items():
        write(content, f"{FOLDER}/{slug}/{month}/{name}", text)
    return content / FOLDER / slug / month
