"""What a reviewer asks of proposed content: two states of a collection -> one comment in Markdown.

Nothing is decided here: every line says what was found and where, and people judge it.
"""

from casebook.review.comment import comment
from casebook.review.proposal import Proposal, proposal
from casebook.review.sources import SourceText

__all__ = ["Proposal", "SourceText", "comment", "proposal"]
