"""Texts that might cost more than their size: each grows to any number of bytes, and stays within what is allowed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from casebook.reading.bounds import LARGEST_ARTICLE, LARGEST_ENTRY, LONGEST_ARTICLE, LONGEST_PARAGRAPH, MOST_ITEMS

Make = Callable[[int], str]  # bytes of UTF-8 -> about as many, made into a text

FRONT = """\
---
title: 坏了的案例
title_en: Broken
summary: 九江镇的居民开了3场议事会，定下1份停车公约，20名志愿者巡查21天，电动自行车不再堵住消防通道；花了多少钱没有写。
added: 2026-11-20
period: 2022-05/2022-07
places: [九江镇]
forms: [服务项目]
actors: [居民]
themes: [议事协商]
sources: [nanhai-lishui-micro-venture]
"""
_BODY = "---\n\n## 问题\n\n乱停。\n\n## 怎么做\n\n### 先谈 {#talk}\n\n谈了3场。\n\n## 局限\n\n没有数字。\n\n"
_LINES, _LINES_OF_PARAGRAPH = 4_900, 980  # somewhat less than a body may have
_PARAGRAPH = LONGEST_PARAGRAPH - 500  # characters
_WIDTH = 52  # bytes of a line, so that a body of as many lines as it may have is as large as it may be

# Pieces of Markdown.
MARKS = (
    *("[", "]", "[]", "![", "!", "(", ")", "()", "[a](", "[a](b", "[a](<", '[a](b "', "[a](b)", "[a][b]", "[^a]"),
    *("[[", "]]", "[[a", "[[a|", "[[a]]", "[[a|b]]", "[[a#b]]", "![a](b)", "]]a[[", "(([", "[a](((", "[a]((b)"),
    *('[a](b "c', '[a](b ")', "[a](b 'c\")", "[a](<b", "[[deliberation]]", "[甲](https://a.b/c)", "[甲][", "[甲]: "),
    *("<", "<a", "<a>", "<a@b", "<a@b>", "<https://a", "<!--", "-->", "<?", "</", ">", "{", "}", "{:", "{#", "{: "),
    *(
        "{#a}",
        "{: .general}",
        "{: a=b",
        "{: a='",
        '{: "',
        "{: #a .b c=d}",
        "〔",
        "〔一〕",
        "｛#",
        "［［",
        "【【",
        "｝｛",
    ),
    *("\\", "\\*", "\\[", "&", "&amp;", "&#", "&#91;", "&lt", "&amp;amp;", "\x02", "\x03", "\ue000", "&#x202e;"),
    *("*", "**", "***", "*a ", "**a ", "*a* ", "**a** ", "***a*** ", "*a**b", "**a*", "*a_", "a*b", "* *", "*a_b"),
    *("_", "__", "_a", "_a_ ", "__a__ ", "*_a", "_*", "a_b", "___a", "~~a~~", "~~", "^a^", "==a==", "＊＊甲＊＊"),
    *("`", "``", "`a`", "``a", "`a ", "a`", "|", "a|", "|a", "||", "|-", "|`", "`|", "\\|", "[[a|b]]|", "｜"),
    *("#", "# ", "## a\n", "### 谈 {#talk}\n", "##\n", "a\n#", ">", "> ", ">> ", "> a\n", ">\n", "- ", "-", "-\n"),
    *("- a\n", "* a\n", "+ a\n", "1. a\n", "1.", "1、甲\n", "• a\n", "- - ", "    - a\n", "    a\n", "1) a\n"),
    *("---\n", "***\n", "* * *\n", "___\n", "===\n", "a\n---\n", "+++\n", "```\n", "~~~\n", ": a\n", "a\n: b\n"),
    *(
        " ",
        "\t",
        "\n",
        " \n",
        "  \n",
        "\t\n",
        "a  \n",
        "　",
        "a ",
        "\n\n\na",
        "\r",
        "\u00a0",
        "    ",
        "- a\n\n    b\n\n",
    ),
    *("https://a.b/c ", "a@b.c ", "www.a.b ", "a: ", "a:\n", "\u200b", "\u202e", "\u202e5", "5\u200b7", "\u0336", "⼈"),
)
# Pieces of Chinese.
WORDS = (
    *("一", "甲", "1", "9", "12个、", "1,", "111 ", "111,", "1，111 ", "1.", "1-", "1至", "1/", "1:", "1%", "％", "万"),
    *("亿", "1万", "一二三", "百分之", "三分之", "每月", "近", "从1个增加到", "其中1个和", "每1天1次", "三年零两个月"),
    *(
        "2021年1月1日",
        "2021年1月1日至",
        "1月",
        "星期一",
        "12:30",
        "1个",
        "1人",
        "1元",
        "1万元",
        "300m2",
        "3000余人（次）",
    ),
    *(
        "第一",
        "第一步",
        "一是",
        "其一",
        "一、甲\n",
        "（一）甲\n",
        "①甲\n",
        "1、\n",
        "首先甲,然后",
        "流程:甲、乙—",
        "→",
        "甲→",
    ),
    *(
        "“",
        "”",
        "“一",
        "“甲”",
        "‘",
        "《",
        "《甲》",
        "（",
        "（1",
        "（甲）",
        "「",
        "【",
        "〈",
        "、",
        "，",
        "。",
        "；",
        "：",
        "！",
    ),
    *(
        "甲、",
        "甲，",
        "甲。",
        "甲；",
        "甲：",
        "甲\n",
        "—",
        "……",
        "·",
        "生态、三大类",
        "“甲乙、",
        "“甲、乙”五步走",
        "五步走",
    ),
    *(
        "社区",
        "小区",
        "村",
        "协会",
        "志愿服务队",
        "社区志愿服务队",
        "在丁社区",
        "丁基金会",
        "里水镇",
        "和平区、",
        "南海",
    ),
    *(
        "佛山市",
        "广东省佛山市",
        "佛山南海",
        "上海市民",
        "九江镇街坊会",
        "由协会牵头",
        "和",
        "中",
        "和中",
        "和平",
        "与协会",
    ),
    *(
        "志愿者",
        "居民",
        "议事协商",
        "街坊会",
        "相关阅读\n",
        "做法\n甲\n",
        "召开",
        "先",
        "随后召开会议。",
        "每",
        "最高资助",
    ),
    *(
        "a",
        "A1",
        "é",
        "😀",
        "e\u0301",
        "http://a.b/1@",
        "+1\n",
        "1\u00a0\u3000",
        "谁：",
        "（见甲）",
        "十",
        "几",
        "两三",
    ),
    *(
        "十余",
        "3万4千",
        "１２，",
        "1，",
        "1 ",
        "1\n",
        "１",
        "零",
        "半",
        "成",
        "1.1",
        "1/1",
        "1∶1",
        "第1",
        "1号",
        "1岁",
        "1楼",
    ),
    *(
        "总共1人，其中",
        "共1人、1个、",
        "由1个增至1个",
        "1人/",
        "1个1人",
        "约1",
        "1多",
        "1余",
        "1+",
        "+1",
        "-1",
        "~1",
        "1～",
    ),
)
HTML = (
    *("<", "<a", "<a ", "<div>", "</div>", "<div", "<p>甲", "<br>", "<br", "<!--", "<!-- a -->", "<!", "<?", "</"),
    *("<script>", "<script", "</script>", "<style>", "<title>", "<textarea>", "<svg>", "<nav>", "<template>", "<pre>"),
    *("&", "&amp;", "&#", "&#91;", "&#x", "&a", "&nbsp", "&nbsp;", "&lt;b&gt;", "&amp;amp;", " ", "\n", "\t\n", "a "),
    *("<a b=", '<a b="', "<a b='c' ", " b=c", "<table><tr><td>", "<td>", "<li>", "<![CDATA[", "]]>", ">", '"', "'"),
    *(
        "<b>甲</b>",
        "<i>",
        "</b><b>",
        "<p>1</p>人",
        "<ruby>甲<rt>a",
        "</x>",
        "<x/>",
        "<a\0",
        "<h1>一、甲</h1>",
        "<b>1</b>",
    ),
)
# Pieces of YAML, and what is read as one.
FLOWS = (
    *("[", "{", "[a, ", "{a: ", "- ", "? ", ": ", "!a ", "&a ", "*a ", "'", '"', '"\\n', "|\n", ">\n", "a, ", "，"),
    *(
        "\\",
        "甲",
        " ",
        "\t",
        "@",
        "`",
        "%",
        "~",
        "#",
        " #",
        "\n",
        "\n  ",
        "- - ",
        "'' ",
        "[] ",
        "''",
        "a\n\n  ",
        "a: b\n",
    ),
    *(
        '"\\u202e"\n',
        "- |\n a\n",
        "- >\n a\n\n a\n",
        "a： b\n",
        "<<<<<<< a\n",
        "=======\n",
        "\u2028",
        "1,2, ",
        "--- a\n",
    ),
)
FRONTS = {
    "keys": "a{}: b\n",
    "one key": "title: 甲\n",
    "keys with a wide colon": "title： 甲\n",
    "comments": "# 甲\n",
    "documents": "a: b\n---x\n",
}
# A key with many rows: as many as fit, and as many as it may have.
LISTS = {
    "metrics": "- {quote: 谈了3场, scope: 最终}\n",
    "metrics of nothing": "- {quote: 没{}有}\n",
    "metrics with evidence": "- {quote: 3场, evidence: {locator: 第{}段, quote: 谈了3场}}\n",
    "not_metrics": "- {quote: 谈了3场, why: 甲}\n",
    "not_metrics of nothing": "- {quote: 谈了{}次, why: 甲}\n",
    "caveats": "- {kind: 口径, text: 甲{}}\n",
    "departures": "- {step: deliberation#a{}, how: 改动, text: 甲}\n",
    "organisations": "- {organisation: 甲{}, role: 牵头}\n",
    "organisations that are known": "- {organisation: 同声社区公共服务中心, role: 牵头}\n",
    "aliases": "- 甲乙{}\n",
    "redirect_from": "- cases/a{}/\n",
    "no_links": "- 甲{}\n",
    "key_figures": "- 甲{}\n",
    "methods": "- a{}\n",
    "methods that are one": "- deliberation\n",
    "themes": "- 甲{}\n",
    "places": "- 甲{}\n",
    "sources": "- 甲{}\n",
}
TERMS = {
    "terms": "- {id: a{}, zh: 甲{}, en: A{}}\n",
    "terms of one id": "- {id: a, zh: 甲{}, en: A{}}\n",
    "terms of one name": "- {id: a{}, zh: 甲, en: A}\n",
    "terms below an unknown one": "- {id: a{}, zh: 甲{}, en: A{}, broader: b{}}\n",
    "terms related to an unknown one": "- {id: a{}, zh: 甲{}, en: A{}, related: [b{}]}\n",
    "rows of nothing": "- \n",
    "rows without an id": "- {zh: 甲}\n",
    "rows of unknown keys": "- {id: a{}, zh: 甲{}, en: A, b{}: c}\n",
}
LOCKS = ("cases/a{}/\n", "cases/a{}/#b\n", "cases/a/\n", "a{}\n", "<<<<<<< a\n", "# 甲\n", "\n", "a/", "a-", "/", "<")


@dataclass(frozen=True)
class Pattern:
    """A text for one surface (a key of SURFACES)."""

    surface: str
    name: str
    make: Make


def times(piece: str, size: int) -> int:
    """How often `piece` fits into `size` bytes."""
    return max(1, size // len(piece.encode()))


def repeated(piece: str, size: int) -> str:
    """`piece` over and over."""
    return piece * times(piece, size)


def numbered(piece: str, size: int, most: int = 10**9) -> str:
    """`piece` with a number in place of each `{}`, from 0 on."""
    return "".join(piece.replace("{}", str(number)) for number in range(min(most, times(piece, size))))


def body(unit: str, size: int) -> str:
    """`unit` over and over, in paragraphs as long as they may be, as many lines as `size` may have."""
    lines = max(1, unit.count("\n"))
    fit = max(1, min(_PARAGRAPH // len(unit), _LINES_OF_PARAGRAPH // lines))
    most = min(times(unit, size), _LINES * size // LARGEST_ENTRY // lines if "\n" in unit else 10**9)
    whole, rest = divmod(max(1, most), fit)
    return f"{unit * fit}\n\n" * whole + unit * rest


def text(piece: str, size: int) -> str:
    """`piece` over and over, as many characters as the text of an article may have at `size`."""
    return piece * max(1, min(times(piece, size), LONGEST_ARTICLE * size // LARGEST_ARTICLE // len(piece)))


def within(opening: str, inside: str, closing: str, size: int) -> str:
    """As many of `opening` as fit, then as many of `closing`."""
    many = times(opening + closing, size)
    return opening * many + inside + closing * many


def table(columns: int, row: str, size: int) -> str:
    """A table of as many columns, and rows as short as `row`."""
    head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
    return head + repeated(row, max(1, size - len(head)))


def tables(columns: int, row: str, size: int) -> str:
    """Tables of as many columns, each with as many cells as one may have."""
    return repeated(table(columns, row, len(row) * 20_000 // columns // 5) + "\n", size)


def square(size: int) -> str:
    """A table with as many columns as rows: half the bytes are its head."""
    return table(size // 8, "a|\n", size)


def stairs(mark: str, size: int) -> str:
    """Lists in lists as deep as fit: the nth line is indented 4n."""
    return "\n".join("    " * level + mark + "甲" for level in range(int((size / 2) ** 0.5)))


def flights(mark: str, size: int) -> str:
    """Lists of seven levels, one after the other."""
    return repeated("\n".join("    " * level + mark + "甲" for level in range(7)) + "\n\n", size)


def quoted(size: int) -> str:
    """Quotations in quotations, each a line."""
    return "\n\n".join(">" * level + " 甲" for level in range(1, int((size * 2) ** 0.5)))


def corrected(size: int) -> str:
    """A correction for each figure of as long a text."""
    numbers = range(1, min(MOST_ITEMS, size // 2 // 46))
    rows = "".join(f"- {{quote: 来了{number}人, scope: 最终}}\n" for number in numbers)
    return f"metrics:\n{rows}{_BODY}" + "".join(f"来了{number}人。\n\n" for number in numbers)


def stacked(size: int) -> str:
    """Keys within keys."""
    return "".join(" " * level + "a:\n" for level in range(int((size * 2) ** 0.5)))


SHAPES: Mapping[str, Make] = {
    **{
        f"{opening} × n {inside} {closing} × n": partial(within, opening, inside, closing)
        for opening, closing in ("[]", "][", "()", ")(", ("[[", "]]"), ("]]", "[["), "**", ("**", "**"), "__")
        for inside in ("", "甲")
    },
    **{
        f"{pair[0]} × 50 甲 {pair[1]} × 50": partial(body, pair[0] * 50 + "甲" + pair[1] * 50)
        for pair in ("[]", "()", "**")
    },
    **{f"a table of {columns} columns": partial(table, columns, "a|\n") for columns in (2, 10, 30, 100, 600, 3000)},
    **{f"tables of {columns} columns": partial(tables, columns, "a|\n") for columns in (2, 10, 30, 99)},
    **{f"a table with rows of {row!r}": partial(table, 2, row) for row in ("`a|b\n", "`|", "a|", "\\|", "1个|2个\n")},
    "a table of n columns and n rows": square,
    "lists within lists": partial(stairs, "- "),
    "numbered lists within lists": partial(stairs, "1. "),
    "lists of seven levels": partial(flights, "- "),
    "paragraphs in a list": lambda size: "- 甲\n\n" + body("    甲\n\n", size),
    "quotations within quotations": quoted,
    "lists in quotations": partial(body, "> - 甲\n> - 乙\n>\n"),
    "steps": lambda size: "## 做法\n\n" + numbered("### 甲{} {#a{}}\n\n来了{}人。\n\n", size, 490),
    "steps without an id": lambda size: numbered("### 甲{}\n\n乙\n\n", size, 490),
    "parts": lambda size: numbered("## 甲{}\n\n", size, 490),
    "links to unknown pages": lambda size: numbered("[[a{}]]甲\n\n", size, 2_400),
    "addresses": lambda size: numbered("[甲](https://a.b/{})\n\n", size, 2_400),
    "figures": lambda size: numbered("来了{}人。\n\n", size, 2_400),
    "figures of a sentence": lambda size: body("来了3人、", min(size, 9_900 * 13)),
    "figures that are none": lambda size: body("来了3、", min(size, 9_900 * 10)),
    "general paragraphs": partial(body, "来了3人。\n{: .general}\n\n"),
    "organisations": lambda size: numbered("由丁{}协会牵头。\n\n", size, 2_400),
    "communities": lambda size: numbered("走进丁{}社区。\n\n", size, 2_400),
}


def _case(make: Make, size: int) -> str:
    return FRONT + _BODY + make(size - len((FRONT + _BODY).encode()))


def _front(make: Make, size: int) -> str:
    return FRONT + make(size - len((FRONT + _BODY).encode())) + "\n" + _BODY


def _rows(key: str, row: str, most: int, size: int) -> str:
    without = "\n".join(line for line in FRONT.split("\n") if not line.startswith(key))
    return without + f"{key}:\n" + numbered(row, size - len((FRONT + _BODY).encode()), most) + _BODY


def _shown(piece: str) -> str:
    return ascii(piece)[1:-1].replace("|", "\\|") if not piece.isprintable() else piece.replace("|", "\\|")


def _of_bodies() -> Iterator[tuple[str, Make]]:
    yield from SHAPES.items()
    for piece in dict.fromkeys((*MARKS, *WORDS)):
        width = max(1, _WIDTH // len(piece.encode()))
        yield f"{_shown(piece)} × n", partial(body, piece)
        yield f"{_shown(piece)} × n, lines", partial(body, f"{piece * width}\n")
        yield f"{_shown(piece)} × n, short lines", partial(body, f"{piece}\n")
        yield f"{_shown(piece)} × n, paragraphs", partial(body, f"{piece * width * 2}\n\n")


def _of_fronts() -> Iterator[tuple[str, Make]]:
    yield "front matter: keys within keys", partial(_front, stacked)
    yield "front matter: a correction for each figure", partial(_front, corrected)
    for name, row in FRONTS.items():
        yield f"front matter: {name}", partial(_front, partial(numbered, row))
    for name, row in LISTS.items():
        yield f"front matter: {name}", partial(_rows, name.split()[0], row, 10**9)
        yield f"front matter: {name}, as many as allowed", partial(_rows, name.split()[0], row, MOST_ITEMS)
    for piece in FLOWS:
        yield f"front matter: {_shown(piece)} × n", partial(_front, partial(repeated, piece))
        yield f"front matter: aliases: {_shown(piece)} × n", partial(_front, partial(_after, "aliases: ", piece))


def _after(head: str, piece: str, size: int) -> str:
    return head + repeated(piece, size)


def patterns() -> Iterator[Pattern]:
    """All of them."""
    yield from (Pattern("case", name, partial(_case, make)) for name, make in _of_bodies())
    yield from (Pattern("case", name, make) for name, make in _of_fronts())
    yield from (Pattern("terms", name, partial(numbered, row)) for name, row in TERMS.items())
    yield Pattern("terms", "aliases of a term", partial(_after, "- id: a\n  zh: 甲\n  en: A\n  aliases: [", "乙, "))
    yield from (Pattern("terms", f"{_shown(piece)} × n", partial(repeated, piece)) for piece in FLOWS)
    yield from (Pattern("lock", f"{_shown(row)} × n", partial(numbered, row)) for row in LOCKS)
    articles = {"txt": (*WORDS, " ", "\n", "\r\n", "\u202e5"), "md": (*MARKS, *WORDS), "html": HTML}
    for surface, pieces in articles.items():
        yield from (Pattern(surface, f"{_shown(piece)} × n", partial(text, piece)) for piece in pieces)
    for surface, pieces in {"md": MARKS, "html": HTML}.items():  # as many as a file may have where they are no text
        yield from (Pattern(surface, f"{_shown(piece)} × n, bytes", partial(repeated, piece)) for piece in pieces)
    yield Pattern("html", "attributes", partial(_after, "<a", " b='c'"))
    yield Pattern("html", "elements within elements", partial(within, "<div>", "甲", "</div>"))
    yield Pattern("html", "ends of other elements", partial(within, "<nav>", "甲", "</div>"))
