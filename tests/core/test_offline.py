"""A page as it stands in a folder: links lead to files, to the public site, or are text."""

import pytest
from bs4 import BeautifulSoup

from casebook_pelican.offline import offline

PATHS = {"packs/a/": "index.html", "cases/x/": "cases/x/index.html", "": "index.html"}


@pytest.mark.parametrize(
    ("href", "address", "leads"),
    [
        ("../../packs/a/#part-2", "", "../../index.html#part-2"),
        ("../../", "", "../../index.html"),
        ("#step-one", "", "#step-one"),
        ("../x/#step-one", "", "index.html#step-one"),
        ("../y/", "", None),
        ("../y/#step", "https://example.org/b", "https://example.org/b/cases/y/#step"),
        ("../../compare/?cases=x,y", "https://example.org/b", "https://example.org/b/compare/?cases=x,y"),
        ("https://example.net/", "", "https://example.net/"),
        ("mailto:a@example.org", "", "mailto:a@example.org"),
    ],
)
def test_where_a_link_leads(href, address, leads):
    page = offline(f'<p>见<a href="{href}">那里</a>。</p>', "cases/x/index.html", PATHS, address)
    link = BeautifulSoup(page.html, "html.parser").a
    assert (link and link["href"]) == leads
    assert "那里" in page.html


def test_what_only_the_site_can_do_is_left_out_and_what_is_loaded_is_told():
    html = (
        '<link rel="stylesheet" href="../../theme/a.css"><link rel="manifest" href="../../m"><script src="s.js"></script>'
        '<form action="../../search/"></form><img src="../../theme/icon.svg" alt=""><p>正文</p>'
    )
    page = offline(html, "packs/a/index.html", PATHS, "")
    assert page.assets == {"theme/a.css", "theme/icon.svg"}
    assert 'href="theme/a.css"' in page.html
    assert not [word for word in ("script", "form", "manifest", "..") if word in page.html]
