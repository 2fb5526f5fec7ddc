"""What the name of an organisation must be: that of a body, not of a person, and one that no other body has."""

import re

from casebook.characters import letters
from casebook.model.values import LONGEST_NAME
from casebook.reading.near_names import organisation_end
from casebook.reading.todos import OPENING
from casebook.wrong import Wrong

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_TITLES = "先生|女士|同志|阿姨|大爷|大妈|大姐|大哥|老师|师傅|书记|主任|医生|某|某某"
_PERSON = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{0,3}}(?:{_TITLES})|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_LEAST = 2  # characters before what a body's name ends with


def not_a_body(name: str) -> Wrong | None:
    """Why a name is that of no organisation; None if it may be one."""
    end = organisation_end(name)
    if OPENING in name:
        return Wrong(f"“{name}” 还没有填", "写机构的全称")
    if letters(name) < _LEAST or len(name) > LONGEST_NAME:
        return Wrong(f"“{name[:60]}” 不成名称", f"写机构的全称,2–{LONGEST_NAME} 个字")
    if not end and _PERSON.fullmatch(name):
        found = f"“{name}” 像是人名,不是机构"
        return Wrong(found, "写机构的全称;居民和办事人员只写身份(居民、网格员),放进 actors")
    if end and len(name) - len(end) < _LEAST:
        return Wrong(f"“{name}” 许多地方都有", f"写全称,前面带上地名,例如 西陵区学院街道{name}")
    return None
