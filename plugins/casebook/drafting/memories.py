"""Whether a text is what somebody remembers, and no article that others could read."""

import re

from casebook.drafting.page import Page
from casebook.tables import load

_LONGEST = 1_500  # characters: whoever writes from memory on an evening writes no more
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"\n]*\"")


def is_memory(page: Page) -> bool:
    """Whether the text of a page is short, speaks in the first person, and tells of no publisher, day or address."""
    text = page.text.strip()
    if page.publisher or page.date or page.url or len(text) > _LONGEST:
        return False
    own = _QUOTED.sub("", text)
    return any(word in own for word in load("drafting")["remembers"])
