"""The records and their rules in formats for other programs."""
