"""Annotated texts that judge have nothing in common with those that weights are fitted on."""

from functools import cache

import pytest

from benchmarks.annotated import KEPT, OPEN, annotated, snippets, told

LONG = 20  # characters that two texts share only where they tell the same, or hold the same formula
MOST = 12  # runs of so many


@cache
def runs(text: str) -> set[str]:
    plain = "".join(text.split())
    return {plain[at : at + LONG] for at in range(len(plain) - LONG + 1)}


@pytest.mark.parametrize("kept", annotated(KEPT), ids=lambda text: text.id)
def test_no_text_that_is_fitted_on_retells_one_that_is_kept(kept):
    mine = runs(kept.text)
    assert [text.id for text in (*annotated(OPEN), *snippets(), *told()) if len(mine & runs(text.text)) > MOST] == []


@pytest.mark.parametrize("text", annotated(KEPT, OPEN), ids=lambda text: text.id)
def test_no_passage_holds_the_chain_of_a_whole_text(text):
    titles = [step["title"] for step in text.steps if step["kind"] == "explicit"]
    if len(titles) > 1 and max(map(len, titles)) > 2:
        assert [one.id for one in snippets() if all(title in one.text for title in titles)] == []


@pytest.mark.parametrize("text", annotated(OPEN), ids=lambda text: text.id)
def test_no_passage_retells_a_story_of_a_whole_text(text):
    mine = runs(text.text)
    assert [one.id for one in told() if len(mine & runs(one.text)) > MOST] == []
