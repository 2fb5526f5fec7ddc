"""The keys that an author may write anywhere: by their English names, and as people call them in Chinese."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import get_origin

from casebook.facets import MODELS
from casebook.model.front import FRONTS
from casebook.model.values import Record
from casebook.reading.references import parts

# what people write in place of a key; a name may stand for two keys, of which a model has one
CHINESE: Mapping[str, tuple[str, ...]] = {
    "title": ("标题", "题目", "名称", "案例名称", "方法名称"),
    "title_en": ("英文标题", "英文名", "英文题目"),
    "summary": ("摘要", "简介", "概要", "概述"),
    "summary_en": ("英文摘要", "英文简介"),
    "aliases": ("别名", "简称", "又名", "别称"),
    "asked": ("问法", "常见问题", "别人怎么问", "别人会怎么问"),
    "added": ("收录日期", "收入日期", "添加日期", "录入日期", "收入案例库的日期"),
    "period": ("时间", "起止时间", "起止日期", "时间段", "日期", "年份"),
    "places": ("地点", "地区", "地方", "位置", "所在地"),
    "forms": ("形式", "类型"),
    "actors": ("参与者", "参与者类别", "参与方", "主体"),
    "beneficiaries": ("受益者", "受益人", "受益人群", "服务对象"),
    "themes": ("主题", "标签", "话题", "领域"),
    "organisations": ("机构", "参与机构", "组织", "单位"),
    "methods": ("方法", "用到的方法"),
    "sources": ("来源", "出处", "资料来源", "参考资料"),
    "caveats": ("注意", "提醒", "存疑", "说明"),
    "metrics": ("指标", "数字", "数据"),
    "status": ("状态",),
    "organisation": ("机构", "组织", "单位", "name"),
    "role": ("角色", "分工"),
    "kind": ("类别", "种类"),
    "text": ("内容", "文字", "说明"),
    "quote": ("原话", "引文"),
    "locator": ("位置", "段落"),
    "source": ("来源", "出处"),
    "scope": ("口径", "范围"),
    "indicator": ("指标",),
    "value": ("数值",),
    "unit": ("单位",),
    "grade": ("等级", "可靠程度"),
    "publisher": ("发布者", "媒体", "出版者"),
    "date": ("日期", "发布日期", "时间"),
    "url": ("网址", "链接", "地址"),
    "zh": ("中文", "中文名", "名称"),
    "en": ("英文", "英文名", "英文名称"),
    "note": ("备注", "说明", "注"),
    "parent": ("上级",),
    "level": ("级别",),
}

# in which order the keys at the head of a file are written
ORDER = (
    *("title", "title_en", "label", "summary", "summary_en", "aliases", "asked", "added"),
    *("status", "slug", "redirect_from"),
    *("no_links", "period", "places", "forms", "actors", "beneficiaries", "themes", "organisations", "broader"),
    *("related", "predecessors", "methods", "departures", "part_of", "sources", "key_figures", "caveats", "steps"),
    *("metrics", "not_metrics"),
)


@cache
def known_keys() -> frozenset[str]:
    """Every key of every model of what authors write."""
    return frozenset(name for model in _models() for name in model.model_fields)


@cache
def list_keys() -> frozenset[str]:
    """The keys whose values are lists: at the head of a file, or wherever they stand."""
    fronts = _typed(FRONTS.values(), is_list=True)
    return frozenset(fronts | (_typed(_models(), is_list=True) - _typed(_models(), is_list=False)))


@cache
def heads() -> Mapping[str, str]:
    """Chinese name -> key, at the head of a case, a method or a page."""
    fronts = {name for model in FRONTS.values() for name in model.model_fields}
    return {chinese: key for key, names in CHINESE.items() if key in fronts for chinese in names}


@cache
def beside(key: str) -> frozenset[str]:
    """The keys of the items that begin with `key`."""
    fronts = set(FRONTS.values())
    fields = (list(model.model_fields) for model in _models() if model not in fronts)
    return frozenset(name for names in fields if names[0] == key for name in names[1:])


@cache
def within() -> Mapping[str, str]:
    """Chinese name -> key, of an item in a list; of two keys the one that heads of files do not have."""
    fronts = {name for model in FRONTS.values() for name in model.model_fields}
    rows = [(key, names) for key, names in reversed([*CHINESE.items()]) if key in known_keys()]
    heads_of_items = [(key, names) for key, names in rows if key == "title"]  # a source has one
    inner = [(key, names) for key, names in rows if key not in fronts]
    return {chinese: key for key, names in (*heads_of_items, *inner) for chinese in names}


def _typed(models: Iterable[type[Record]], *, is_list: bool) -> set[str]:
    fields = (field for model in models for field in model.model_fields.items())
    return {name for name, info in fields if (get_origin(info.annotation) is tuple) is is_list}


def _models() -> Iterator[type[Record]]:
    ahead: list[type[Record]] = [*FRONTS.values(), *MODELS.values()]
    seen: set[type[Record]] = set()
    while ahead:
        model = ahead.pop()
        if model not in seen:
            seen.add(model)
            yield model
            ahead += [one for info in model.model_fields.values() for one in parts(info.annotation, type)]
