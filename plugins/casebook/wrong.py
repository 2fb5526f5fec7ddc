"""The error of a value that an author wrote."""


class Wrong(ValueError):  # noqa: N818 - the word is what a reader of the code needs
    """A value is wrong: `found` says what stands there, `instead` what to write."""

    def __init__(self, found: str, instead: str) -> None:
        super().__init__(f"{found}; {instead}")
        self.found = found
        self.instead = instead
