"""A collection fresh from `init`: its examples put to use, and a case written into it."""

import re
from pathlib import Path

from casebook.__main__ import main

FILLED = {
    "title": "和平小学食堂少倒一半",
    "title_en": "Half the Waste",
    "summary": "佛山一所小学的家长和食堂一起量了三个星期的剩饭，改了菜单，每天做300份午餐，剩饭少了一半；花了多少钱，材料里没有写。"
    * 2,
    "period": "2026-03/2026-06",
    "places": "[佛山市]",
    "forms": "[伙委会]",
    "actors": "[家长]",
    "themes": "[剩饭]",
    "sources": "[heping-report-2026]",
}
BODY = "\n\n食堂每天做300份午餐，供餐1.2万份，家长来了20名。\n\n"


def put_to_use(folder: Path) -> None:
    """Take the # from before every example that says it is one."""
    for path in (folder / "vocabulary").glob("*.yaml"):
        before, mark, after = path.read_text().partition("去掉行首的 # 就能用:\n")
        example, gap, rest = after.partition("\n\n")
        path.write_text(before + mark + re.sub("(?m)^# ?", "", example) + gap + rest)


def write_case(folder: Path) -> Path:
    """The template of a case, filled in."""
    assert main(["new", "case", "less-waste", "--content", str(folder)]) == 0
    path = folder / "cases" / "less-waste.md"
    text = path.read_text()
    for name, value in FILLED.items():
        text = re.sub(rf"(?m)^{name}:$", f"{name}: {value}", text)
    path.write_text(re.sub("〔[^〕]*〕", BODY, text))
    return path
