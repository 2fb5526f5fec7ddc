"""Names of residents and telephone numbers, which no page shows: a warning, since only a person can tell."""

import re
from collections.abc import Iterator

from casebook.reading.findings import Finding
from casebook.reading.markup import Document

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_DOUBLE = "欧阳|司徒|上官|诸葛|司马"
_SURNAME = f"(?:{_DOUBLE}|[{_SURNAMES}])"
_RARELY = "于任方常高文万史白石易武江龙汤段"  # words more often than surnames: 属于某, 主任某
_SURELY = f"(?:{_DOUBLE}|[{''.join(one for one in _SURNAMES if one not in _RARELY)}])"
_NAME = "姓名"
_COMMON = "[王李张刘陈杨赵黄吴徐孙朱胡郭林郑梁谢宋唐韩冯邓彭]"  # of whom one knows by what follows
_ADDRESSED = (
    "阿姨|师傅|大爷|大妈|大叔|大婶|大伯|大娘|大姐|大哥|叔叔|伯伯|婆婆|奶奶|爷爷|先生|女士|小姐|老伯|老太太?|老汉|阿婆|阿公"
    "|[伯叔婶姨](?=[说的家和，。、])"
)
_WHO = "居民|村民|业主|住户|租户|租客|街坊|邻居|老人|长者|群众|家长|商户|店主|摊主|志愿者|义工|党员|楼长|热心人"
WHO = tuple(_WHO.split("|"))  # what stands before a name says enough without it
_VERBS = "说|表示|告诉|介绍|认为|回忆|坦言|感叹|反映|感慨|称赞|直言|笑着|高兴地|激动地"
_SAYS = rf"[^，。；！？\n]{{0,4}}(?:{_VERBS})"
_WITHIN = r"(?![的和与等是在有位名各了着个边里上下时候们得地也都就还又再先后前中])[\u4e00-\u9fff]"
_GIVEN = f"(?:{_WITHIN})"
_NAMED = r"(?![说道讲的了是在有])[\u4e00-\u9fff]"
_NO_NAME = "(?!张罗|张贴|黄昏|周[边围末全]|田间|康复|林业|许多|何[时地]|余下|夏天|马上|孔隙|顾虑|程度|罗列|曾经|吴侬)"
_OF_A_BRAND = r"(?!的?(?:[^，。；\n]{0,4}(?:工作室|调解|驿站|议事|服务队|志愿队|理发|学堂)))"
_PATTERNS = (
    (re.compile(rf"(?:[小老])?{_SURNAME}(?:{_WITHIN}){{0,2}}?(?:{_ADDRESSED}){_OF_A_BRAND}"), _NAME),
    (re.compile(rf"{_SURELY}(?:某某?(?![些个种项类])|[×X*＊]{{1,2}}(?![A-Za-z0-9]))"), _NAME),
    (
        re.compile(
            rf"(?:{_WHO})(?P<name>{_NO_NAME}{_SURELY}(?:{_GIVEN}{{1,2}}?(?={_VERBS})|{_GIVEN}{{1,2}}(?={_SAYS})))"
        ),
        "姓名",
    ),
    (
        re.compile(
            rf"(?:{_WHO})(?P<name>{_NO_NAME}{_COMMON}(?!某){_NAMED}{{2}})(?=[和与、带，。也不都就又还没想家]|等\d?[人名位])"
        ),
        "姓名",
    ),
    (re.compile(rf"(?<![\u4e00-\u9fff])(?P<name>[老小阿]{_SURNAME})(?={_SAYS}|家)"), _NAME),
    (re.compile(r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"), "电话"),
    (re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"), "证件号"),
)
_INSTEAD = {
    _NAME: "写身份,不写姓名:一位居民、一位长者、志愿者;公开任职的人写职务;是品牌的名称就留着",
    "电话": "删去号码;要留联系办法就写机构的名称",
    "证件号": "删去号码",
}
_ALONE = re.compile(f"{_NO_NAME}{_SURELY}{_GIVEN}{{1,2}}")
_MOST = 10  # of one file


def named(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what is like a resident's name."""
    for pattern, what in _PATTERNS:
        if what == _NAME:
            yield from (match.span("name" if match.groupdict() else 0) for match in pattern.finditer(text))


def told_by(words: str, line: int, field: str) -> Iterator[Finding]:
    """A warning for each name in a line that tells who told something, also one that is the whole of it."""
    spans = [(0, len(words))] if _ALONE.fullmatch(words) else named(words)
    for start, end in spans:
        yield Finding(line, field, f"“{words[start:end]}” 像是居民的姓名", _INSTEAD[_NAME], "warning")


def findings(document: Document) -> Iterator[Finding]:
    """A warning for each name of a resident, and for each number by which one can be reached."""
    seen: set[str] = set()
    for pattern, what in _PATTERNS:
        for match in pattern.finditer(document.text):
            words = match.groupdict().get("name") or match[0]
            if words in seen:
                continue
            seen.add(words)
            if len(seen) > _MOST:
                return
            found = f"“{words}” 像是居民的姓名" if what == _NAME else f"“{words}” 像是个人的{what}"
            yield Finding(document.line_at(match.start()), what, found, _INSTEAD[what], "warning")
