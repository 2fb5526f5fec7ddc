"""Addresses of other sites: which ones say to a reader where they lead."""

import ipaddress
import mimetypes
import re
from functools import cache

from casebook.wrong import Wrong

_SIX = 6  # the version whose addresses hold colons
LONGEST = 2000  # characters that every browser and server takes
_ADDRESS = re.compile(r"(?i:https?)://(?P<site>[^/?#]*)(?P<rest>.*)")
_MAIL = re.compile(r"mailto:(?P<name>[\w.+-]+)@(?P<site>[^/?#@]*)")
_ODD = re.compile(r"[\s<>\"`\\\x00-\x1f\x7f]")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_LETTER = "(?i:[a-z])"  # by itself: all of Chinese in both cases takes long to compile
_LABEL = re.compile(rf"(?:{_LETTER}|[0-9_{_HAN}])(?:(?:{_LETTER}|[0-9_{_HAN}-]){{0,61}}(?:{_LETTER}|[0-9_{_HAN}]))?")
_TOP = re.compile(rf"(?:{_LETTER}|[{_HAN}])(?:{_LETTER}|[0-9{_HAN}-])*")
_SEEN = re.compile(
    r"(?P<start>https?://|www\.)?(?P<site>[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,})(?![a-z0-9@_-])", re.I
)


def checked_url(text: str) -> str:
    """Return `text` if it is an address of another site, or empty; else raise Wrong."""
    if text and (wrong := fault(text)):
        raise wrong
    return text


def fault(address: str) -> Wrong | None:
    """What is wrong with an address of another site or of a mailbox; None if nothing is."""
    shown = f"“{address[:60]}” "
    parts = _MAIL.fullmatch(address) or _ADDRESS.fullmatch(address)
    if not parts:
        return Wrong(f"{shown}不是网址", "写成 https://…;没有就删去")
    if odd := _ODD.search(address):
        sign = "空白" if odd[0].isspace() else odd[0]
        return Wrong(f"{shown}里有{sign}", "从浏览器的地址栏里重新复制")
    if len(address) > LONGEST:
        return Wrong(f"网址有 {len(address)} 个字符", f"不超过 {LONGEST} 个:去掉问号后面跟踪用的一段")
    _, at, site = parts["site"].rpartition("@")
    if at:
        return Wrong(
            f"{shown}里有 @,打开的其实是 {site[:40]}", f"去掉 @ 和它前面的一段;真要链接到 {site[:40]} 就只写它"
        )
    return _of_site(site, shown)


def _of_site(site: str, shown: str) -> Wrong | None:
    """What is wrong with the name of a site, with or without a port."""
    host, colon, port = (site, "", "") if site.endswith("]") else site.rpartition(":")
    host, port = (host, port) if colon else (site, "")
    if colon and not (port.isdecimal() and port.isascii() and 0 < int(port[:6]) < 65536):
        return Wrong(f"{shown}的端口 “{port[:20]}” 不对", "冒号后面写 1 到 65535 的数字,或连冒号一起去掉")
    if _is_number(host):
        return None
    labels = host.split(".")
    if len(labels) < 2 or len(host) > 253 or not _TOP.fullmatch(labels[-1]) or not all(map(_LABEL.fullmatch, labels)):
        return Wrong(f"{shown}里没有网站的名字", "https:// 后面写网站的名字,例如 www.example.org")
    for label in labels:
        if label.lower().startswith("xn--") and not _LABEL.fullmatch(_plain(label)):
            return Wrong(
                f"{shown}里的 {label[:40]} 看上去是 “{_plain(label)[:40]}”", "核对是不是冒充的网站;写它用英文字母的名字"
            )
    return None


def _is_number(host: str) -> bool:
    """Whether a host is an address of the internet protocol, in its usual form: one of version 6 stands in brackets."""
    is_six = host.startswith("[") and host.endswith("]")
    try:
        number = ipaddress.ip_address(host[1:-1] if is_six else host)
    except ValueError:
        return False
    return is_six == (number.version == _SIX)


def _plain(label: str) -> str:
    """What a label in Punycode shows as; empty if it is none."""
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


def misleading(words: str, address: str) -> Wrong | None:
    """What is wrong with `words` of a link that name another site than its `address`, which is empty within ours."""
    parts = _MAIL.fullmatch(address) or _ADDRESS.fullmatch(address)
    site = parts["site"].lower().partition(":")[0] if parts else ""
    for seen in _SEEN.finditer(words):
        named = seen["site"].lower().removeprefix("www.")
        is_file = not seen["start"] and _files().guess_type(named)[0]
        if not is_file and not f".{site}".endswith(f".{named}"):
            leads = site or "本站的一页"
            return Wrong(f"链接的文字是 {seen[0][:60]},打开的却是 {leads[:60]}", "文字写那一页的标题,或写成同一个网址")
    return None


@cache
def _files() -> mimetypes.MimeTypes:
    """The kinds of files by the ends of their names: report.pdf in the words of a link is no site."""
    return mimetypes.MimeTypes()
