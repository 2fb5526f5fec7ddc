"""Every term in two languages, and the terms that have two translations."""

from casebook.facets import FACETS
from casebook.files import read_site
from casebook.library import by_english, glossary
from tests.conftest import SITE

NAMES = [facet.id for facet in FACETS if facet.is_proper]
FOUND = glossary(read_site(SITE).library)


def test_methods_come_first_and_names_last():
    facets = list(FOUND)
    assert (facets[0], set(facets[-2:])) == ("methods", set(NAMES))
    assert "sources" not in facets
    (method,) = FOUND["methods"]
    assert (method.zh, method.en, method.id) == ("坐下来谈", "Talk It Over", "talk-it-over")


def test_words_of_one_letter_stand_together_in_the_order_of_the_alphabet():
    letters = by_english(FOUND)
    assert list(letters) == sorted(letters)
    for letter, words in letters.items():
        names = [same[0].en.casefold() for same in words]
        assert names == sorted(names)
        assert {name[0].upper() for name in names} == {letter}
    listed = [word for words in letters.values() for same in words for word in same]
    assert sorted(w.id for w in listed) == sorted(w.id for f, words in FOUND.items() if f not in NAMES for w in words)


def test_a_word_of_two_facets_is_listed_once(content):
    actors = content / "vocabulary" / "actors.yaml"
    actors.write_text(actors.read_text() + "- {id: point, zh: 议题, en: Point}\n")
    forms = content / "vocabulary" / "forms.yaml"
    forms.write_text(forms.read_text() + "- {id: point, zh: 议题, en: Point}\n- {id: dot, zh: 点, en: Point}\n")
    found = by_english(glossary(read_site(content).library))["P"]
    told = [[(word.facet, word.zh) for word in same] for same in found if same[0].en == "Point"]
    assert told == [[("forms", "点")], [("forms", "议题"), ("actors", "议题")]]


def test_a_term_with_two_english_names(content):
    themes = content / "vocabulary" / "themes.yaml"
    themes.write_text(
        themes.read_text() + "- {id: home, zh: 居民, en: Dwellers}\n- {id: talk, zh: 坐下来谈, en: Talks}\n"
    )
    told = [(p.path, p.line, p.field, p.found) for p in read_site(content).problems if "英文" in p.found]
    assert told == [
        (
            str(content / "methods/talk-it-over.md"),
            3,
            "title_en",
            "“坐下来谈” 的英文是 Talk It Over,themes talk 却是 Talks",
        ),
        (
            str(content / "vocabulary/actors.yaml"),
            1,
            "actors residents",
            "“居民” 的英文是 Residents,themes home 却是 Dwellers",
        ),
    ]


def test_the_same_name_in_two_facets_is_one_translation(content):
    themes = content / "vocabulary" / "themes.yaml"
    themes.write_text(themes.read_text() + "- {id: home, zh: 居民, en: residents}\n")
    assert not [p for p in read_site(content).problems if "英文" in p.found]
