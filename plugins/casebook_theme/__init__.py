"""The front end from Python: Node with its packages, and the theme bundled for browsers. Only the tasks import it."""
