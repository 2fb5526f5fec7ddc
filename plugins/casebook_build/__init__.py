"""Builds: one at a time, each beside what stands there, which it takes the place of whole. Only the tasks import it."""
