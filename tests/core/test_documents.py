"""What is given to `draft` as a file: every format, every encoding, and what cannot be read with what to do."""

import io
import zipfile

import pytest

from casebook import documents
from casebook.__main__ import main
from casebook.articles import Article
from casebook.documents import document
from casebook.wrong import Wrong
from tests.core.test_drafting import NEWS

SIMPLE = "今年三月，桃园小区的居民请来物业一起开会，商量停车的事，定下一份公约。"
TRADITIONAL = "今年三月，桃園小區的居民請來物業一起開會，商量停車的事，定下一份公約。"
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def paragraphs(*texts: str) -> str:
    return BODY.format("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))


def docx(body: str, **more: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("word/document.xml", body)
        for name, data in more.items():
            parts.writestr(name, data)
    return file.getvalue()


def zipped(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr(name, "")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SIMPLE.encode(), SIMPLE),
        (SIMPLE.encode("utf-8-sig"), SIMPLE),
        (SIMPLE.encode("utf-16"), SIMPLE),
        (SIMPLE.encode("gb18030"), SIMPLE),
        (TRADITIONAL.encode("big5"), TRADITIONAL),
        (f'<meta charset="gb2312"><p>{SIMPLE}</p>'.encode("gbk"), SIMPLE),
        (f'<meta charset="big5"><p>{TRADITIONAL}</p>'.encode("big5"), TRADITIONAL),
        (f"<html><body><nav>首页</nav><p>{SIMPLE}</p></body></html>".encode(), SIMPLE),
        (docx(paragraphs(SIMPLE)), SIMPLE),
    ],
    ids=["utf-8", "mark", "utf-16", "gb18030", "big5", "page in GBK", "page in Big5", "page", "docx"],
)
def test_read(data, text):
    read = document(data)
    assert isinstance(read, Article), read
    assert read.text.strip() == text


def test_paragraphs_of_a_word_document_are_lines():
    read = document(docx(paragraphs("标题", SIMPLE, "第三段。")))
    assert read.text.split("\n") == ["标题", SIMPLE, "第三段。"]


def test_cells_of_a_table_are_lines_too():
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("案例名称", "楼道的一年"))
    read = document(docx(BODY.format(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")))
    assert read.text.split("\n") == ["案例名称", "楼道的一年"]


DEEP = "<w:p>" * 3_000 + "</w:p>" * 3_000
REFUSED = {
    "empty": (b" \n", "是空的"),
    "too large": (b"a" * (5 * 2**20), "超过 4 MiB"),
    "too long": (("长" * 80_000).encode(), "文字超过 7 万字"),
    "binary": (b"abc\x00\x01" * 20, "不是文字文件"),
    "picture": (b"\xff\xd8\xff\xe0 JFIF", "不是文字文件"),
    "no encoding": (b"\xff\x81\x20\xff\xfa\x81", "编码认不出来"),
    "pdf": (b"%PDF-1.7 ...", "是 PDF"),
    "rtf": (b"{\\rtf1 ...}", "是 RTF 文件"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\x00o\x00" * 99, "是旧格式的 Word 文件"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "有密码"),
    "torn docx": (docx(paragraphs(SIMPLE))[:200], "不是完整的 Word 文件"),
    "no xml": (docx("<w:document"), "不是完整的 Word 文件"),
    "entities": (docx('<!DOCTYPE a [<!ENTITY b "c">]>' + paragraphs("&b;")), "不是完整的 Word 文件"),
    "zip bomb": (docx(paragraphs(SIMPLE), **{"word/comments.xml": bytes(40 * 2**20)}), "展开后太大"),
    "many parts": (docx(paragraphs(SIMPLE), **{f"word/{at}.xml": b"" for at in range(5_001)}), "展开后太大"),
    "deep": (docx(BODY.format(DEEP)), "展开后太大"),
    "sheet": (zipped("xl/workbook.xml"), "是表格文件"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_what_to_do(name):
    data, found = REFUSED[name]
    wrong = document(data)
    assert isinstance(wrong, Wrong), wrong
    assert found in wrong.found
    assert wrong.instead


def test_of_a_bomb_nothing_is_unpacked(monkeypatch):
    def unpacked(*_):
        raise AssertionError("unpacked")

    monkeypatch.setattr(documents.zipfile.ZipFile, "open", unpacked)
    assert isinstance(document(REFUSED["zip bomb"][0]), Wrong)


def test_elements_very_deep_in_each_other_are_text():
    read = document(("<div>" * 50_000 + SIMPLE).encode())
    assert read.text == SIMPLE


def test_draft_writes_a_file_and_never_over_one(content, tmp_path, capsys):
    article = tmp_path / "新闻.txt"
    article.write_text(NEWS)
    before = {path.name for path in (content / "cases").iterdir()}
    for count in (1, 2):
        assert main(["draft", str(article), "--content", str(content)]) == 0
        new = {path.name for path in (content / "cases").iterdir()} - before
        assert len(new) == count
    assert {name.removesuffix("-2.md").removesuffix(".md") for name in new} == {min(new).removesuffix("-2.md")}
    assert "处待办" in capsys.readouterr().out
    assert main(["draft", str(article), "--content", str(content), "--name", "taoyuan-parking"]) == 2
    assert "已经有了" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "told"), [("没有.txt", "没有这个文件"), (".", "是文件夹"), ("食谱.txt", "不像案例"), ("空.docx", "是空的")]
)
def test_what_cannot_be_drafted_writes_nothing(content, tmp_path, capsys, name, told):
    (tmp_path / "食谱.txt").write_text(
        "番茄洗净切块，鸡蛋打散加盐。锅里放油，先炒鸡蛋盛出，再炒番茄，倒回鸡蛋翻匀，撒葱花出锅装盘。"
    )
    (tmp_path / "空.docx").write_text("")
    before = sorted((tmp_path).rglob("*"))
    assert main(["draft", str(tmp_path / name), "--content", str(content)]) == 2
    assert told in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["../out", "con", "大写", "A"])
def test_a_name_that_no_file_may_have_is_refused(content, tmp_path, capsys, name):
    (tmp_path / "a.txt").write_text(NEWS)
    assert main(["draft", str(tmp_path / "a.txt"), "--content", str(content), "--name", name]) == 2
    assert "不能做文件名" in capsys.readouterr().err
