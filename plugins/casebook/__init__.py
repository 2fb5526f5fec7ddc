"""The core of the casebook: the text of cases and methods in, records and views out."""
