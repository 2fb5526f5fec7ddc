"""What is given to draft from, as bytes: an article, or why it cannot be read and what to do."""

import errno
import io
import re
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

from casebook.articles import Article, TooLongError, article, decoded, is_hypertext
from casebook.reading.bounds import LARGEST_ARTICLE, LONGEST_ARTICLE
from casebook.tables import load
from casebook.wrong import Wrong

STDIN = "-"
LARGEST_DOCUMENT = 64 * 1024 * 1024  # bytes of a Word document, most of which are its photographs
_MOST_PARTS, _LARGEST_PARTS = 5_000, 16 * 1024 * 1024  # files in a document, and bytes of all that is text in it
_AS_DOCX = "在 Word 或 WPS 里打开，另存为 .docx 再试"
_NOT_ZIP = Wrong("不是完整的 Word 文件", "重新下载或另存一次；还不行就复制文字，存成 .txt")
_TOO_MUCH = Wrong("展开后太大，没有打开", f"像是坏文件或压缩炸弹；正常的就{_AS_DOCX}，或复制文字存成 .txt")
_BINARY = Wrong("不是文字文件", "给 .txt、.md、.html 或 .docx；图片里的字先识别成文字")


class _Kind(NamedTuple):
    """How files begin that are no text, and what is said of them."""

    start: bytes
    wrong: Wrong


_KINDS = (
    _Kind(
        b"%PDF", Wrong("是 PDF", "打开它，全选、复制文字，存成 .txt 再试；复制出来是乱码的，用 Word 打开另存为 .docx")
    ),
    _Kind(b"{\\rtf", Wrong("是 RTF 文件", _AS_DOCX)),
    _Kind(b"\xd0\xcf\x11\xe0", Wrong("是旧格式的 Word 文件(.doc 或 .wps)", _AS_DOCX)),
    _Kind(b"\x89PNG", _BINARY),
    _Kind(b"\xff\xd8\xff", _BINARY),
    _Kind(b"GIF8", _BINARY),
    _Kind(b"Rar!", Wrong("是压缩包", "解开以后，一个文件一个文件地给")),
    _Kind(b"7z\xbc\xaf", Wrong("是压缩包", "解开以后，一个文件一个文件地给")),
)
_ERRORS = {
    errno.ENOENT: Wrong("没有这个文件", "检查路径和文件名"),
    errno.EISDIR: Wrong("是文件夹", "写出里面的一个文件"),
    errno.EACCES: Wrong("没有权限打开", "改权限，让自己能读"),
}
_LOCKED = Wrong("有密码，打不开", "用密码打开，去掉密码另存一次")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEETS = {"xl/": "是表格文件", "ppt/": "是幻灯片", "content.xml": "是 OpenDocument 文件"}


def read_document(path: str) -> Article | Wrong:
    """The Article in a file, or in standard input (`-`), or what is wrong with it."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(LARGEST_DOCUMENT + 1)
    except OSError as error:
        return _ERRORS.get(error.errno or 0) or Wrong(f"打不开({error.strerror})", "检查这个文件和磁盘")
    if len(data) > LARGEST_DOCUMENT:
        return Wrong(f"超过 {LARGEST_DOCUMENT // 2**20} MiB", "删去照片，或只留文字，存成 .txt 再试")
    return document(data, None if path == STDIN else Path(path).suffix.lower())


def document(data: bytes, suffix: str | None = None) -> Article | Wrong:
    """The Article in `data`, or what is wrong with it; `suffix` (`.md`) tells the format of a text.

    Nothing is unpacked but the text of a Word document, and that only if it is of a size that texts have.
    """
    if not data.strip():
        return Wrong("是空的", "给一篇文章，或者把记得的事写成几行")
    if data.startswith(b"PK\x03\x04"):
        found = _word(data)
        return found if isinstance(found, Wrong) else _article(found, ".html")
    if wrong := _no_text(data):
        return wrong
    try:
        return _article(decoded(data), suffix)
    except UnicodeDecodeError:
        return Wrong("编码认不出来", "用记事本打开，另存为 UTF-8")


def _no_text(data: bytes) -> Wrong | None:
    """Why `data` is no text; None if it may be one."""
    for kind in _KINDS:
        if data.startswith(kind.start):
            return _LOCKED if _ENCRYPTED in data else kind.wrong
    if len(data) > LARGEST_ARTICLE:
        return Wrong(f"超过 {LARGEST_ARTICLE // 2**20} MiB", "只留这篇文章的文字，存成 .txt 再试")
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return None if is_wide or b"\x00" not in data else _BINARY


def _article(text: str, suffix: str | None) -> Article | Wrong:
    known = suffix if suffix in _WRITTEN else None
    is_page = is_hypertext(text)
    try:
        return article(text, ".html" if is_page and known in (None, ".txt") else known or ".txt", _boxes())
    except TooLongError:
        return Wrong(f"文字超过 {LONGEST_ARTICLE // 10_000} 万字", "一篇文章写一个案例；很长的，只留讲这件事的几节")


_WRITTEN = (".md", ".markdown", ".html", ".htm", ".xhtml", ".txt")


def _boxes() -> frozenset[str]:
    return frozenset(load("drafting")["boxes"])


def _word(data: bytes) -> str | Wrong:
    """The text of a Word document as HTML, or what is wrong with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if wrong := _unfit(parts):
                return wrong
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return _NOT_ZIP
    import mammoth  # takes a while, and only these documents need it

    try:
        # No style of the document's own, and no picture: neither is text.
        told = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=lambda _: [], include_embedded_style_map=False, external_file_access=False
        )
    except RecursionError:
        return _TOO_MUCH
    except Exception:  # whatever stands in a broken document, mammoth raises something else for it
        return _NOT_ZIP
    return f"<article>{told.value}</article>"


def _unfit(parts: zipfile.ZipFile) -> Wrong | None:
    """Why the parts of a document are not read; none is read beyond the size that the file tells of it."""
    every = parts.infolist()
    names = [one.filename for one in every]
    if "word/document.xml" not in names:
        told = (what for start, what in _SHEETS.items() if any(name.startswith(start) for name in names))
        kind = next(told, "是压缩包")
        return Wrong(kind, "复制里面的文字，存成 .txt 或 .docx 再试")
    text = [one for one in every if one.filename.endswith((".xml", ".rels"))]
    if len(every) > _MOST_PARTS or sum(one.file_size for one in text) > _LARGEST_PARTS:
        return _TOO_MUCH
    if any(one.flag_bits & 1 for one in text):
        return _LOCKED
    declares = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
    return _NOT_ZIP if any(declares.search(parts.read(one)) for one in text) else None
