"""What was only told: a memory that no public material can be held against. The grade of its source says that it is."""

from casebook.model.front import CaseFront, Front
from casebook.model.terms import Grade, Source
from casebook.vocabulary import Vocabulary


def oral_grade(vocabulary: Vocabulary) -> Grade | None:
    """The grade of what was only told; None where a collection takes nothing of the kind."""
    grades = (term for term in vocabulary.terms("grades") if isinstance(term, Grade))
    return next((grade for grade in grades if grade.oral), None)


def is_oral(vocabulary: Vocabulary, source: str) -> bool:
    """Whether a source was only told."""
    term = vocabulary.find("sources", source)
    grade = vocabulary.find("grades", term.grade) if isinstance(term, Source) else None
    return isinstance(grade, Grade) and grade.oral


def has_oral(vocabulary: Vocabulary, front: Front) -> bool:
    """Whether a case has a source that was only told: then so was each figure that has no evidence."""
    return any(_oral(vocabulary, front))


def all_oral(vocabulary: Vocabulary, front: Front) -> bool:
    """Whether a case has no other source."""
    found = _oral(vocabulary, front)
    return bool(found) and all(found)


def _oral(vocabulary: Vocabulary, front: Front) -> list[bool]:
    return [is_oral(vocabulary, source) for source in front.sources] if isinstance(front, CaseFront) else []
