"""Makes the draft of a case from an article: what it tells is found, what only a person can say is asked.

Text in, text out; it touches no file and runs in a browser, too.
"""

from casebook.drafting.drafts import DraftText, drafted, told_of, written
from casebook.drafting.finding import WHOLE, found
from casebook.drafting.found import Found
from casebook.drafting.front import several

__all__ = ["WHOLE", "DraftText", "Found", "drafted", "found", "several", "told_of", "written"]
