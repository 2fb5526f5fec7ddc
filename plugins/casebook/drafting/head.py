"""What a web page tells of itself: title, publisher, date and address, in its head and in elements made for that.

Only these tags are given to Beautiful Soup, and few of them: of a whole page, one that is made to be slow would be.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casebook.articles import is_hypertext

_MOST, _LONGEST = 200, 2_000  # tags that are looked at, and characters of one
_TAG = re.compile(
    rf"<(?:meta|link)\b[^<>]{{1,{_LONGEST}}}>|<title[^<>]{{0,200}}>[^<]{{1,500}}"
    rf"|<(?:h1|h2|a|span|em|strong|div)\b[^<>]{{0,200}}\bid=[\"']?(?:js_name|publish_time|activity-name)\b[^<>]{{0,200}}>[^<]{{0,200}}"
    r"|<h1\b[^<>]{0,500}>[^<]{1,500}",
    re.IGNORECASE,
)
_STAMP = re.compile(r"""(?:\bct|publish_time|create_time)\s{0,3}[:=]\s{0,3}["']?(\d{10})\b""")
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{1,30}$")  # 标题 - 网站
# field -> names of meta tags and ids that tell it, the most trusted first
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("activity-name", "og:title", "articletitle", "twitter:title", "h1", "title"),
    "publisher": ("js_name", "contentsource", "og:site_name", "og:article:author", "source", "sitename", "author"),
    "date": (
        "publish_time",
        "article:published_time",
        "og:published_time",
        "pubdate",
        "publishdate",
        "datepublished",
        "date",
    ),
    "url": ("canonical", "og:url"),
}


class Head(NamedTuple):
    """What a page tells of itself; `date` is a day as EDTF; what it does not tell is empty."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


def head(given: str) -> Head:
    """The Head of a page as given; an empty one of what is no HTML."""
    if not is_hypertext(given):
        return Head()
    told: dict[str, str] = {}
    for name, words in _told(given):
        told.setdefault(name, words)
    found = {field: next((told[name] for name in names if told.get(name)), "") for field, names in _NAMES.items()}
    title = found["title"] if any(told.get(name) for name in _NAMES["title"][:-1]) else _SITE.sub("", found["title"])
    return Head(title[:200], found["publisher"][:60], _day(found["date"]) or _stamped(given), _address(found["url"]))


def _told(given: str) -> Iterator[tuple[str, str]]:
    """The names that tags tell by, and what they tell."""
    try:
        from bs4 import BeautifulSoup, Tag  # for pages alone
    except ImportError:  # in a browser, where text is pasted and not its page
        return
    for count, match in enumerate(_TAG.finditer(given)):
        if count == _MOST:
            return
        tag = BeautifulSoup(match[0], "html.parser").find()
        if not isinstance(tag, Tag):
            continue
        words = " ".join(tag.get_text().split())
        if tag.name == "meta":
            name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
            yield str(name).lower(), " ".join(str(tag.get("content") or "").split())
        elif tag.name == "link":
            yield " ".join(map(str, tag.get_attribute_list("rel"))), str(tag.get("href") or "")
        else:
            name = str(tag.get("id"))
            yield name if name in _IDS else tag.name, words


_IDS = ("js_name", "publish_time", "activity-name")


def _day(words: str) -> str:
    match = re.search(r"([12]\d{3})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", words)
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else ""


def _stamped(given: str) -> str:
    """The day in China of the time of publishing that a page's script has, in seconds."""
    import datetime

    match = _STAMP.search(given)
    zone = datetime.timezone(datetime.timedelta(hours=8))
    return datetime.datetime.fromtimestamp(int(match[1]), zone).date().isoformat() if match else ""


def _address(words: str) -> str:
    return words if re.fullmatch(r"https?://[^\s\"'<>]{4,500}", words) else ""
