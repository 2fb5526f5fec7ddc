"""What a reader sees of HTML, to compare the site's with another's: words and the elements around them."""

from html.parser import HTMLParser

_EMPTY = ("br", "hr")
_UNSEEN = ("p", "thead", "tbody", "data")  # a paragraph in an item shows as the item's words


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.runs: list[tuple[str, str]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_run()
        values = dict(attrs)
        if tag in _EMPTY:
            self.runs.append(("/".join(self._seen()), tag))
        else:
            self.open.append(f"{tag}{values.get('href', '')}{values.get('start', '')}")

    def handle_endtag(self, tag: str) -> None:
        self._end_run()
        if tag not in _EMPTY:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data

    def _seen(self) -> list[str]:
        return [name for name in self.open if name not in _UNSEEN]

    def _end_run(self) -> None:
        if words := "".join(self.words.split()):
            self.runs.append(("/".join(self._seen()), words))
        self.words = ""


def outline(html: str) -> list[tuple[str, str]]:
    """Each run of words without white space, with the names of the elements around it (a link's with its address)."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader._end_run()
    return reader.runs
