"""What a line of Markdown can be by itself: a heading, an item, a ruled line, the border of a table."""

import re

HEADING = re.compile(r"(#{1,6})(?: (.*)|$)")
RULER = re.compile(r"(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}")
UNDERLINE = re.compile(r"(?!={7} *$)(?:=+|-+) *")  # seven are what a merge leaves behind, which is named elsewhere
FENCE = re.compile(r"`{3,}[^`]*|~{3,}.*")
ITEM = re.compile(r"([-+*]|([0-9]{1,9})([.)]))(?: |$)")
BEGINNINGS = frozenset("#*-_=`~+>0123456789")  # what one of these, or a quotation, begins with
BORDER = re.compile(r"\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
# how else an item of a list is written: 2、 （2） ② 二、 • -乙
LIKE_ITEM = re.compile(
    r"[0-9０-９]{1,9}(?:[.．](?![0-9０-９])|[、)）])|[(（][0-9０-９一二三四五六七八九十]{1,3}[)）]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、|[•·●○■◆▪‣－](?!－)|[-+](?=[^ 0-9+-])"
)
# our own marks of a heading and of a paragraph
_ATTRIBUTES = r"\{:?[ ]*((?:[#.][^\s{}]+[ ]*)+)\}[ ]*$"
AFTER_TITLE, BELOW = re.compile(rf"[ ]+{_ATTRIBUTES}"), re.compile(rf"\n[ ]*{_ATTRIBUTES}")
_BAR = re.compile(r"(?<!\\)\|")


def cells(line: str) -> list[str]:
    """The cells of a row of a table; `\\|` is a bar within one."""
    parts = [part.strip(" ").replace("\\|", "|") for part in _BAR.split(line.strip(" "))]
    return parts[parts[0] == "" and len(parts) > 1 : len(parts) - (parts[-1] == "" and len(parts) > 2)]


def title(written: str) -> str:
    """The words of a heading, without the #s that may close it."""
    bare = written.strip(" ")
    words = bare.rstrip("#")
    return words.rstrip(" ") if words[-1:] in ("", " ") else bare
