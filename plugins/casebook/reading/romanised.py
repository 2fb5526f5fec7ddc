"""Names in Latin letters: pinyin for ids, English names of places by rule."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from casebook.gazetteer import short
from casebook.model.values import Level
from casebook.sounds import sound
from casebook.tables import load

_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = re.compile(r"[A-Za-z0-9]+")
_LONGEST_ID = 60  # characters of what is made of a name alone
_PAIR = 4  # characters of a name that is written as two words


def syllables(text: str) -> list[str]:
    """How the characters of a text are read, without tones; words and numbers in Latin letters as they are."""
    parts = re.split("(" + "|".join(map(re.escape, _read())) + ")", text)
    return [one for part in parts for one in (_read().get(part) or _of(part))]


@cache
def _read() -> Mapping[str, Sequence[str]]:
    rows: Mapping[str, str] = load("place_names")["read"]
    return {name: rows[name].split() for name in sorted(rows, key=lambda name: (-len(name), name))}


@cache
def _of(text: str) -> tuple[str, ...]:
    found = (_LETTERS.findall(part.replace("ü", "v")) for part in _pinyin(text)) if text else ()
    return tuple(one.lower() for part in found for one in part)


def _pinyin(text: str) -> Sequence[str]:
    """The reading of each character; in a browser, where no id is kept, that of the character alone."""
    try:
        from pypinyin import lazy_pinyin  # takes a sixth of a second, and is needed for new names alone
    except ImportError:
        return [sound(character) or character for character in text]
    return lazy_pinyin(text)


def hyphened(text: str, longest: int = _LONGEST_ID) -> str:
    """A text as an id: its syllables with hyphens, as many whole ones as fit; what has none gets a digest."""
    kept: list[str] = []
    for one in syllables(text):
        if kept and len("-".join((*kept, one))) > longest:
            break
        kept.append(one[:longest])
    return "-".join(kept) or f"x{mark(text)}"


def mark(text: str) -> str:
    """A short digest that tells texts apart that are read alike."""
    return hashlib.sha256(text.encode()).hexdigest()[:4]


def joined(text: str) -> str:
    """A short name as one word of an id."""
    return "".join(syllables(text))[:_LONGEST_ID] or f"x{mark(text)}"


def suffixed(name: str) -> str:
    """The name of a place with what it ends with as a word of its own: shengshitaoyuan-xiaoqu."""
    end = _end(name)
    return "-".join(joined(part) for part in (name[: len(name) - len(end)], end) if part)


def english(name: str, level: Level) -> str:
    """The English name of a place by rule: Xiling District, Shengshi Taoyuan Estate, Yichang."""
    known: Mapping[str, str] = load("place_names")["english"]
    if name in known:
        return known[name]
    end = _end(name)
    own = short(name, level) if level != "community" else ""
    if level == "district" and name.endswith("市"):
        return f"{_words(name[:-1])} City"
    kind = load("place_names")["ends"].get(end, "")
    return " ".join(filter(None, (_words(own or name[: len(name) - len(end)]), kind)))


def _end(name: str) -> str:
    """What the name of a place ends with, if something is left before it."""
    ends = (*load("place_names")["ends"], "市")
    return next((end for end in ends if name.endswith(end) and len(name) > len(end) + (len(end) < 2)), "")


def _words(name: str) -> str:
    """A name in words: one of four characters as two, others as one; what is not Chinese stands apart."""
    runs = re.findall(r"[\u3400-\u9fff]+|[^\u3400-\u9fff\s]+", name)
    return " ".join(_capital(part) for run in runs for part in _parted(run))


def _parted(run: str) -> Iterator[str]:
    is_two = len(run) == _PAIR and _HAN.match(run)
    yield from (run[:2], run[2:]) if is_two else (run,)


def _capital(run: str) -> str:
    """A word with a capital, and a mark before syllables that begin with a vowel: Nan'an, Chang'e."""
    first, *others = syllables(run) or [run]
    word = first + "".join(f"'{one}" if one[0] in "aoe" else one for one in others)
    return word[:1].upper() + word[1:]
