"""Names that a file can have on every system: what is written on one can be checked out and published on another."""

import re
import unicodedata

from casebook.wrong import Wrong

LONGEST = 100  # characters; file systems hold 255 bytes, and what is made of a name is longer than it
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?: *\..*)?", re.I | re.A
)  # on Windows, anywhere
_SIGNS = re.compile(r'[<>:"|?*\\]')
_WINDOWS = "Windows 上不能有这样的名字"


def fault(name: str) -> Wrong | None:
    """What is wrong with the name of a file or folder, as the system gives it; None if nothing is."""
    if any("\ud800" <= character <= "\udfff" for character in name):
        return Wrong("文件名不是 UTF-8", "改名,只用小写英文、数字和连字符")
    if not name.isprintable():
        return Wrong("文件名里有看不见的字符", "改名,去掉换行、控制字符和零宽字符")
    if _DEVICES.fullmatch(name.rstrip(" .")):
        return Wrong(f"{_WINDOWS}:“{name}” 是设备名", "换一个名字,例如在后面加上 -1")
    if name.endswith((" ", ".")):
        return Wrong(f"{_WINDOWS}:“{name}” 以空格或句点结尾", "去掉结尾的空格和句点")
    if sign := _SIGNS.search(name):
        return Wrong(f"{_WINDOWS}:里面有 {sign[0]}", "改名,只用小写英文、数字和连字符")
    if unicodedata.normalize("NFC", name) != name:
        return Wrong("文件名里的字母和附加符号分开写(NFD)", "改名,只用小写英文、数字和连字符")
    if len(name) > LONGEST:
        return Wrong(f"名字有 {len(name)} 个字符", f"不超过 {LONGEST} 个")
    return None


def checked_name(text: str) -> str:
    """Return `text` if a page may have it as its name, for it is the name of a folder then; else raise Wrong."""
    if wrong := fault(text):
        raise wrong
    return text


def folded(name: str) -> str:
    """What two names have in common that are one where capitals do not count."""
    return unicodedata.normalize("NFC", name).casefold()
