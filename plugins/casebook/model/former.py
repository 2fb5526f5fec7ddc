"""Old addresses, and the pages and steps that they now lead to."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from casebook.filenames import LONGEST
from casebook.model.values import SLUG_PATTERN, Record, checked_former_page, is_slug
from casebook.wrong import Wrong


class Former(Record):
    """An old address that leads here: the old name of the `page`, or the old id of a `step` that is `now` another."""

    page: str = ""
    step: str = ""
    now: str = ""


def written_former(written: object) -> Former:
    """Read an item of `redirect_from`: `old-name`, `cases/old-name/`, or `score: scoring` for a step."""
    if isinstance(written, str) and not re.search("[#:：]", written):
        return Former(page=checked_former_page(written))
    pairs = list(written.items()) if isinstance(written, dict) else []
    if len(pairs) == 1 and all(is_slug(str(word)) for word in pairs[0]):
        return Former(step=pairs[0][0], now=pairs[0][1])
    shown = "、".join(f"{old}: {now}" for old, now in pairs)[:60] or written
    raise Wrong(
        f"看不懂 “{shown}”", "页面写以前的文件名:old-name;步骤写 “旧编号: 新编号”,冒号后空一格,不带 #:score: scoring"
    )


_SLUG_SCHEMA = {"type": "string", "pattern": f"^{SLUG_PATTERN}$", "maxLength": LONGEST}
WrittenFormer = Annotated[
    Former,
    BeforeValidator(written_former),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": _SLUG_SCHEMA, "minProperties": 1, "maxProperties": 1},
            ]
        }
    ),
]
