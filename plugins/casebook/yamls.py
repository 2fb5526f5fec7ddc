"""Loaders of YAML: those of libyaml, or in a browser, where it is not there, those in Python, which read alike."""

import yaml

BaseLoader: type[yaml.BaseLoader | yaml.CBaseLoader] = yaml.BaseLoader
SafeLoader: type[yaml.SafeLoader | yaml.CSafeLoader] = yaml.SafeLoader
if yaml.__with_libyaml__:
    BaseLoader, SafeLoader = yaml.CBaseLoader, yaml.CSafeLoader
