"""Names of persons in a text: one rule for `check`, which warns of them, and `draft`, which hides them.

It finds the names of residents and of those who work with them where a word beside tells that it is a name; which of
them may stand is for a person to say.
"""

import re
from collections.abc import Iterator
from functools import cache

from casebook.tables import load

Span = tuple[int, int]

_HAN = "一-鿿"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_DOUBLE = "欧阳|司徒|上官|诸葛|司马"
_SURNAME = f"(?:{_DOUBLE}|[{_SURNAMES}])"
_RARELY = "于任方常高文万史白石易武江龙汤段"  # words more often than surnames: 属于某, 主任某
_SURELY = f"(?:{_DOUBLE}|[{''.join(one for one in _SURNAMES if one not in _RARELY)}])"
_COMMON = "[王李张刘陈杨赵黄吴徐孙朱胡郭林郑梁谢宋唐韩冯邓彭]"  # of whom one knows by what follows
_ADDRESSED = (
    "阿姨|师傅|大爷|大妈|大叔|大婶|大伯|大娘|大姐|大哥|叔叔|伯伯|婆婆|奶奶|爷爷|先生|女士|小姐|老伯|老太太?|老汉|阿婆|阿公"
    "|[伯叔婶姨](?=[说的家和，。、])"
)
_WHO = "居民|村民|业主|住户|租户|租客|街坊|邻居|老人|长者|群众|家长|商户|店主|摊主|志愿者|义工|党员|楼长|热心人"
_VERBS = "说|表示|告诉|介绍|认为|回忆|坦言|感叹|反映|感慨|称赞|直言|笑着|高兴地|激动地"
_SAYS = rf"[^，。；！？\n]{{0,4}}(?:{_VERBS})"
_WITHIN = r"(?![的和与等是在有位名各了着个边里上下时候们得地也都就还又再先后前中])[\u4e00-\u9fff]"
_GIVEN = f"(?:{_WITHIN})"
_NAMED = r"(?![说道讲的了是在有])[\u4e00-\u9fff]"
_NO_NAME = (
    "(?!商量|项目|张罗|张贴|黄昏|周[边围末全]|田间|康复|林业|许多|何[时地]|余下|夏天|马上|孔隙|顾虑|程度|罗列|曾经|吴侬"
    f"|[{_HAN}]家[汇庄湾桥村屯坝河港渡])"
)
_OF_A_BRAND = r"(?!的?(?:[^，。；\n]{0,4}(?:工作室|调解|驿站|议事|服务队|志愿队|理发|学堂)))"
_ALONE = re.compile(f"{_NO_NAME}{_SURELY}{_GIVEN}{{1,2}}")
_BY_WORDS = (
    re.compile(rf"(?:[小老])?{_SURNAME}(?:{_WITHIN}){{0,2}}?(?:{_ADDRESSED}){_OF_A_BRAND}"),
    re.compile(rf"{_SURELY}(?:某某?(?![些个种项类])|[×X*＊]{{1,2}}(?![A-Za-z0-9]))"),
    re.compile(rf"(?:{_WHO})(?P<name>{_NO_NAME}{_SURELY}(?:{_GIVEN}{{1,2}}?(?={_VERBS})|{_GIVEN}{{1,2}}(?={_SAYS})))"),
    re.compile(
        rf"(?:{_WHO})(?P<name>{_NO_NAME}{_COMMON}(?!某){_NAMED}{{2}})(?=[和与、带，。也不都就又还没想家]|等\d?[人名位])"
    ),
    re.compile(rf"(?<![{_HAN}])(?P<name>[老小阿]{_SURNAME})(?={_SAYS}|家)"),
)


def names(text: str) -> Iterator[Span]:
    """The spans of what is like the name of a person, in their order; none overlaps another."""
    found = sorted(
        match.span("name" if "name" in pattern.groupindex else 0)
        for pattern in (*_BY_WORDS, *_by_tables())
        for match in pattern.finditer(text)
    )
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def is_name(words: str) -> bool:
    """Whether words are a name and nothing else."""
    return _ALONE.fullmatch(words) is not None


@cache
def known_as() -> tuple[str, ...]:
    """The words for whom a name is of (居民, 书记): these say enough without it."""
    return (*_WHO.split("|"), *load("drafting")["known_as"])


@cache
def _by_tables() -> tuple[re.Pattern[str], ...]:
    table, every = load("drafting"), str(load("groups")["surnames"])
    surnames, sure = f"[{every}]", f"[{''.join(char for char in every if char not in table['words'])}]"
    titles, speaks, known = ("|".join(sorted(table[key], key=len, reverse=True)) for key in _LISTS)
    titled = f"(?!和老|和孩){surnames}"
    name = rf"{_NO_NAME}{sure}(?:某某?|[{_HAN}]{{1,2}}?)"
    behind = rf"(?=[等说讲，,。、；;：:（(）)“”\"\s]|{speaks}|$)"
    return (
        re.compile(rf"(?:{known})(?P<name>[“\"]?{titled}(?:{titles}){{1,2}}[”\"]?)"),
        re.compile(rf"(?:{known})(?P<name>{name}){behind}"),
        re.compile(rf"(?<![{_HAN}]){surnames}[{_HAN}]{{0,2}}(?:{titles})(?![{_HAN}]{{0,4}}(?:队|站|室|社|会|中心))"),
        re.compile(
            rf"{surnames}(?:阿姨|大爷|大妈|大姐|大叔|大娘|奶奶|爷爷|婆婆|女士|先生|师傅|老伯)|{sure}(?:某某|某(?![些个种项类]))"
        ),
        re.compile(rf"{_NO_NAME}{surnames}[{_HAN}]{{1,2}}(?=告诉(?:记者|笔者))"),
        re.compile(rf"[老小]{sure}(?=[说讲家，,。、；;：:“”\"\s]|{speaks})"),
        re.compile(rf"(?<![{_HAN}]){_NO_NAME}{sure}[{_HAN}]{{1,2}}(?={speaks})"),
    )


_LISTS = ("titles", "speaks", "known_as")
