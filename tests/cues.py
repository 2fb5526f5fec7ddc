"""The words that tests of the engine read figures with: the cues of this repository's collection, and none of its terms."""

from dataclasses import replace

from casebook.extract import Extractor
from casebook.files import without_collection
from casebook.gazetteer import NO_DIVISIONS, Gazetteer
from casebook.vocabulary import Vocabulary

CUES = without_collection().cues


def extractor(vocabulary: Vocabulary, gazetteer: Gazetteer = NO_DIVISIONS) -> Extractor:
    """What reads with these terms and the cues."""
    return Extractor(replace(vocabulary, cues=CUES), gazetteer)


PLAIN = extractor(Vocabulary({}))
