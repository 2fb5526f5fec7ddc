"""Files that are no content: of other programs, of other kinds, or in a place where nothing is read."""

import re
from pathlib import PurePosixPath

from casebook.model.values import SLUG_PATTERN
from casebook.wrong import Wrong

_DRAFT = "用 inv draft {path} 写成草稿,再把它移走"
_SAVED = "在原来的软件里另存为 .docx,再用 inv draft 写成草稿;把它移走"
# suffix -> what the file is, and what to do with it
_SUFFIXES = {
    **dict.fromkeys((".docx",), ("是 Word 文件", _DRAFT)),
    **dict.fromkeys((".txt", ".text"), ("是纯文本", _DRAFT)),
    **dict.fromkeys((".html", ".htm", ".xhtml"), ("是网页", _DRAFT)),
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt", ".pages"), ("是文字处理软件的文件", _SAVED)),
    ".pdf": ("是 PDF", "把文字复制出来,存成 .txt,再用 inv draft 写成草稿;把它移走"),
    **dict.fromkeys((".mht", ".mhtml"), ("是网页", "在浏览器里另存为 .html,再用 inv draft 写成草稿;把它移走")),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp"),
        ("是图片", "案例库不收图片:把图里的内容写成文字或表格,把它移走"),
    ),
    **dict.fromkeys((".xlsx", ".xls", ".csv", ".et"), ("是电子表格", "把要用的数字写进案例的正文,把它移走")),
    **dict.fromkeys((".zip", ".rar", ".7z"), ("是压缩包", "解压出来,把里面的文章用 inv draft 写成草稿;把它移走")),
    **dict.fromkeys((".mp4", ".mov", ".mp3", ".wav", ".m4a"), ("是录像或录音", "把要用的话写成文字,把它移走")),
}
_RENAMED = {".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".yml": ".yaml"}
# what a file begins with -> what it is, whatever its name says, and what to do with it
_BEGINNINGS = (
    (rb"PK\x03\x04", "其实是 Word 文件(.docx),只改了扩展名", "把扩展名改回 .docx,用 inv draft 写成草稿"),
    (rb"\xd0\xcf\x11\xe0", "其实是 Word 文件(.doc),只改了扩展名", "在 Word 里另存为 .docx,用 inv draft 写成草稿"),
    (rb"%PDF", "其实是 PDF,只改了扩展名", "把文字复制出来,存成 .txt,用 inv draft 写成草稿"),
    (rb"\{\\rtf", "其实是 RTF 文件,只改了扩展名", "在文字处理软件里另存为 .docx,用 inv draft 写成草稿"),
    (
        rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|section|article|div|p|\?xml)[\s>]",
        "其实是网页",
        "把扩展名改回 .html,用 inv draft 写成草稿",
    ),
    (rb"\xff\xfe|\xfe\xff", "是 UTF-16(记事本里叫 “Unicode”)", "另存为 UTF-8"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "其实是图片", "案例库不收图片:把图里的内容写成文字"),
)
_LARGEST = 2_000  # bytes at the beginning that tell what a file is
_CASE = re.compile(rb"^(?:period|places|sources|organisations)[ ]*(?::|\xef\xbc\x9a)", re.M)
_FRONT = re.compile(rb"^(?:title|\xe6\xa0\x87\xe9\xa2\x98)[ ]*(?::|\xef\xbc\x9a)", re.M)
_PACK = re.compile(rb"^parts[ ]*:", re.M)
_HOMES = {"case": "cases", "method": "methods", "page": "pages", "article": "cases", "post": "cases"}


def disguised(data: bytes) -> Wrong | None:
    """What a file really is that is named as one of text; None if it may be text."""
    start = data[:_LARGEST]
    rows = (Wrong(what, how) for begins, what, how in _BEGINNINGS if re.match(begins, start, re.I))
    return next(rows, None)


def unread(path: str, data: bytes, known: str) -> Wrong:
    """What is said of a file that nothing reads, at a path below the content folder; `known`: where content lies."""
    name = PurePosixPath(path)
    suffix = name.suffix.lower()
    is_text = suffix in (".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", "")
    if is_text and _FRONT.search(data[:_LARGEST]):
        return _misplaced(name, data[:_LARGEST])
    if suffix == ".yaml" and _PACK.search(data[:_LARGEST]):
        return Wrong("是课程包,放错了文件夹,没有被读取", f"移到 content/packs/{name.stem}.yaml")
    if suffix in _SUFFIXES:
        what, how = _SUFFIXES[suffix]
        return Wrong(f"这个文件{what},没有被读取", how.format(path=f"content/{path}"))
    if suffix in _RENAMED:
        return Wrong(f"扩展名 {name.suffix} 不对,没有被读取", f"改名为 {name.with_suffix(_RENAMED[suffix]).name}")
    if name.suffix in (".MD", ".YAML") or (suffix in (".md", ".yaml") and name.suffix != suffix):
        return Wrong(f"扩展名 {name.suffix} 不对,没有被读取", f"改名为 {name.with_suffix(suffix).name}")
    return Wrong("这个文件没有被读取", known)


def _misplaced(name: PurePosixPath, data: bytes) -> Wrong:
    """What is said of a file with a front matter that lies elsewhere, or has another suffix."""
    stem = name.name.split(".")[0]
    home = name.parts[0] if name.parts[0] in _HOMES.values() else ""
    home = home or _HOMES.get(name.parts[0].lower().rstrip("s"), "") or ("cases" if _CASE.search(data) else "")
    what = f"扩展名 {name.suffix} 不对" if home == name.parts[0] else "放错了文件夹"
    target = f"{stem if re.fullmatch(SLUG_PATTERN, stem) else '<文件名>'}.md"
    where = f"content/{home}/{target}" if home else f"content/cases/{target}(案例)或 content/methods/{target}(方法)"
    return Wrong(f"{what},没有被读取", f"移到 {where}")
