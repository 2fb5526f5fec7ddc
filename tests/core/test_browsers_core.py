"""The core where packages that browsers do not have are not there."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from casebook.extract.automata import PlainAutomaton, automaton, overlapping

WITHOUT = """
import sys
for name in ("ahocorasick_rs", "nh3", "multiprocessing", "opencc", "pypinyin", "lunr", "subprocess"):
    sys.modules[name] = None  # whoever imports it fails
import casebook.files
from casebook.extract.automata import PlainAutomaton, automaton
assert isinstance(automaton(["甲"]), PlainAutomaton)
"""
WORDS = st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=12, unique=True)


def test_the_core_is_read_without_what_browsers_lack():
    run = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@given(WORDS, st.text("甲乙丙丁", max_size=40))
def test_the_plain_automaton_finds_what_the_fast_one_finds_in_its_order(words, text):
    plain = PlainAutomaton(words)
    assert plain.find_matches_as_indexes(text) == automaton(words).find_matches_as_indexes(text)
    fast = overlapping(words).find_matches_as_indexes(text, overlapping=True)
    assert plain.find_matches_as_indexes(text, overlapping=True) == fast
