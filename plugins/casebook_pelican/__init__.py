"""The adapters between the casebook and Pelican: one small plugin a file, each listed in PLUGINS."""
