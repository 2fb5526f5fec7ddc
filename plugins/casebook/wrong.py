"""The error of a value that an author wrote."""

from collections.abc import Sequence

_SHOWN = 10  # names that a message lists


class Wrong(ValueError):  # noqa: N818 - the word is what a reader of the code needs
    """A value is wrong: `found` says what stands there, `instead` what to write."""

    def __init__(self, found: str, instead: str) -> None:
        super().__init__(f"{found}; {instead}")
        self.found = found
        self.instead = instead


def listed(names: Sequence[str]) -> str:
    """Names as a message lists them: of many the first, and how many there are."""
    more = f"……(共 {len(names)} 个)" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more
