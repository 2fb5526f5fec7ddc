"""Makes the draft of a case from an article: what it tells is found, what only a person can say is asked.

Text in, text out; it touches no file and runs in a browser, too.
"""

from casebook.drafting.drafts import DraftText, drafted, told_of, written
from casebook.drafting.finding import found
from casebook.drafting.found import Found

__all__ = ["DraftText", "Found", "drafted", "found", "told_of", "written"]
