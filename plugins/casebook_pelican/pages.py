"""Writes every page: the views of the Library, each through its template."""

from urllib.parse import urlsplit

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from casebook.views import footer, navigation, views
from casebook.views.addresses import contribute_url
from casebook.views.plain import NOT_FOUND


class PagesGenerator(Generator):  # type: ignore[misc]
    """Writes one file for each view."""

    def generate_output(self, writer: Writer) -> None:
        """Write the pages; links are relative to each page, so that the site works below any path."""
        library = self.context["LIBRARY"]
        site = {
            "NAME": library.collection.site.name,
            "LICENCE": library.collection.site.licence,
            "NAVIGATION": navigation(library),
            "FOOTER": footer(library),
            "CONTRIBUTE": contribute_url(library),
        }
        for view in views(library):
            context = {**self.context, **site, "view": view}
            is_anywhere = view.path == NOT_FOUND
            if is_anywhere:
                context["SITEURL"] = urlsplit(self.settings["SITE_ADDRESS"]).path.rstrip("/")
            writer.write_file(
                view.path,
                self.get_template(view.template.removesuffix(".html")),
                context,
                relative_urls=not is_anywhere,
            )


def get_generators(pelican: Pelican) -> type[Generator]:
    """Offer the generator to Pelican."""
    return PagesGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
