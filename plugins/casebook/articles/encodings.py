"""Which encoding a text is in: UTF-8, UTF-16 with its mark, GB18030 or Big5.

Nearly any bytes of one of the last two can be read as the other, as rare characters. So a text is read both ways, and
is in the one that gives more of the characters that nearly every text has.
"""

import codecs
import re

_MARKED = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NAMED = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([a-z0-9_-]{3,20})", re.IGNORECASE)
_KNOWN = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_HEAD = 2_000  # bytes in which a page names its encoding
_SAMPLE = 20_000  # characters by which two ways are compared
_COMMON = frozenset(
    "的一是不了在人有我他这这個个們们中来來上大為为和国國地到以说說時时要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多"
    "经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情"
    "明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產新己制身果加西斯月话話合回特代内內信表化老给給"
    "世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才"
    "结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像"
    "难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運"
    "居委街坊鄰邻村區社志愿願服務众眾議议商停車车樓楼業主戶户，。、：；！？"
)


def decoded(given: bytes) -> str:
    """`given` as text; UnicodeDecodeError if it is in none of the encodings."""
    if mark := next((name for start, name in _MARKED.items() if given.startswith(start)), ""):
        return given.decode(mark)
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _NAMED.search(given[:_HEAD])
    first = _KNOWN.get(named[1].decode("ascii").lower(), "") if named else ""
    ways = [*filter(None, (first, "gb18030", "big5hkscs"))]
    read = [text for way in dict.fromkeys(ways) if (text := _as(given, way)) is not None]
    if not read:
        given.decode("gb18030")
    if first and _as(given, first) is not None:
        return read[0]
    return max(read, key=_likeness)


def _as(given: bytes, encoding: str) -> str | None:
    try:
        return given.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeness(text: str) -> int:
    """How many of the first characters are common ones."""
    return sum(char in _COMMON for char in text[:_SAMPLE])
