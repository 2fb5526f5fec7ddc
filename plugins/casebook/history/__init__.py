"""What changed on the pages of a collection: told by what versions say, not by how their files look."""

from casebook.history.days import Moment, day_of, page_changes
from casebook.history.kept import Kept, Notes

__all__ = ["Kept", "Moment", "Notes", "day_of", "page_changes"]
