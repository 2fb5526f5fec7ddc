"""The form in which spellings that readers take for one are one, as `theme/static/js/index/terms.js` has it, too.

tests/specs/spellings.json holds both to it.
"""

import re
import unicodedata

# What nearly every Chinese text has that is not normal: replacing it first leaves NFKC, which is slow, nothing to do.
_WIDE = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFF01, 0xFF5F), 0x3000, 0x2026)}
_WIDE_ONE = re.compile(f"[{re.escape(''.join(_WIDE))}]")
# what is taken for one: (first, last) written -> what stands for it
_SAME = (
    (0x2010, 0x2015, "-"),
    (0x2212, 0x2212, "-"),
    (0x301C, 0x301C, "~"),
    (0x201C, 0x201F, '"'),
    (0x300C, 0x300F, '"'),
    (0x2018, 0x201B, "'"),
    (0x2022, 0x2022, "\u00b7"),
    (0x30FB, 0x30FB, "\u00b7"),
    (0x3007, 0x3007, "零"),
    (0x00AD, 0x00AD, ""),
    (0x200B, 0x200D, ""),
    (0xFEFF, 0xFEFF, ""),
)
_INSTEAD = {chr(code): instead for first, last, instead in _SAME for code in range(first, last + 1)}
_ODD = re.compile(f"[{''.join(_INSTEAD)}]")
_THOUSANDS = re.compile(r"(\d),(?=\d{3}(?!\d))")
# Chinese characters, inside the brackets of an expression
HAN = "\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SEAM = re.compile(rf"(?:(?<=[{HAN}]) +(?=[a-z\d])|(?<=[a-z\d]) +(?=[{HAN}]))")


def fold(text: str) -> str:
    """`text` in the form for comparison: of full-width forms, cases, dashes, quotes, dots and thousands one each."""
    narrow = _WIDE_ONE.sub(lambda match: _WIDE[match[0]], text)
    folded = _ODD.sub(lambda match: _INSTEAD[match[0]], unicodedata.normalize("NFKC", narrow).lower())
    return _THOUSANDS.sub(r"\1", folded)


def seamless(folded: str) -> str:
    """A folded text without the spaces that some write between Chinese and other letters: 用 Word 文档, 86 名."""
    return _SEAM.sub("", folded)
