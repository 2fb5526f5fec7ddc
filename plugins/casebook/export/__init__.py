"""Exports of the records and their rules for other programs."""
