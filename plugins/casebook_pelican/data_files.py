"""Parts of the site that are files for scripts, all of a part made together."""

from collections.abc import Iterator, Mapping

from casebook_pelican.building import Product


def under(folder: str, files: Mapping[str, str]) -> Iterator[Product]:
    """Each text as a file at its path below `folder`."""
    for name, text in files.items():
        yield Product(f"{folder}/{name}", "", lambda text=text: text)  # type: ignore[misc]
