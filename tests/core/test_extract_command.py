"""`extract`: any text in, a line of JSON a file out, spans into the text as given."""

import io
import json
import subprocess
import sys

import pytest

from casebook import extraction
from casebook.__main__ import main

TEXT = "一、摸底\r\n志愿者入户,收集意见120条。\r\n二、议事\r\n召开4场议事会,和平镇桃园小区约30名居民参加。\r\n"
EMPTY = {"metrics": [], "steps": [], "tags": {"themes": [], "actors": [], "forms": [], "places": []}}


@pytest.fixture
def run(content, capsys):
    """Call `extract` with the vocabulary of the small collection: exit code, rows, complaints."""

    def call(*files):
        code = main(["extract", *map(str, files), "--content", str(content)])
        printed = capsys.readouterr()
        return code, [json.loads(line) for line in printed.out.splitlines()], printed.err

    return call


@pytest.fixture
def stdin(monkeypatch):
    """Pipe bytes in."""

    def pipe(given: bytes):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))

    return pipe


def test_spans_lead_into_the_text_as_given(run, tmp_path):
    file = tmp_path / "article.txt"
    file.write_bytes(TEXT.encode())
    code, [found], complaints = run(file)
    assert (code, found["id"], complaints) == (0, "article", "")
    assert [TEXT[slice(*metric["span"])] for metric in found["metrics"]] == ["120条", "4场", "约30名"]
    assert [metric["indicator"] for metric in found["metrics"]] == ["issues_raised", "meetings_held", "participants"]
    assert [step["title"] for step in found["steps"]] == ["摸底", "议事"]
    assert found["tags"]["places"] == [
        {"name": "和平镇", "level": "town"},
        {"name": "桃园小区", "level": "community"},
    ]


def test_a_small_number_in_words_that_counts_nothing_known_is_no_metric(run, stdin):
    stdin("她悟出三句话，记在本子上。又抄下12句标语。".encode())
    _, [found], _ = run("-")
    assert [metric["text"] for metric in found["metrics"]] == ["12句"]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("a.html", "<h3>一、摸<b>底</b></h3><p>召开<b>4</b>场议事会,和平<i>镇</i>居民<h3>二、议事</h3>"),
        ("a.md", "---\nn: 5人\n---\n### 一、摸底 {#a}\n召开**4**场议事会,和平*镇*居民\n### 二、**议事**\n"),
    ],
)
def test_markup_is_read_through(run, tmp_path, name, given):
    (tmp_path / name).write_text(given)
    _, [found], _ = run(tmp_path / name)
    [metric] = found["metrics"]
    assert metric["text"] == given[slice(*metric["span"])] in ("4</b>场", "4**场")
    assert (metric["value"], metric["unit"]) == (4, "场")
    assert [step["title"] for step in found["steps"]] == ["摸底", "议事"]
    assert found["tags"]["places"] == [{"name": "和平镇", "level": "town"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_offsets_count_characters_of_the_decoded_text(run, tmp_path, encoding):
    given = TEXT.encode(encoding)
    (tmp_path / "a.txt").write_bytes(given)
    _, [found], _ = run(tmp_path / "a.txt")
    text = given.decode("gb18030" if encoding == "gb18030" else "utf-8")
    assert [text[slice(*metric["span"])] for metric in found["metrics"]] == ["120条", "4场", "约30名"]


@pytest.mark.parametrize("files", [(), ("-",)])
@pytest.mark.parametrize("given", ["召开4场议事会", "<p>召开4场议事会"])
def test_standard_input(run, stdin, files, given):
    stdin(given.encode())
    code, [found], _ = run(*files)
    assert (code, found["id"]) == (0, "stdin")
    assert [metric["span"] for metric in found["metrics"]] == [[given.index("4"), given.index("议")]]


def test_nothing_to_read_from_a_terminal(run, stdin, monkeypatch):
    stdin(b"")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert run() == (2, [], "没有文章:请写出文件名,或从管道送入\n")


def test_nothing_in_a_file_is_no_error(run, stdin, tmp_path):
    stdin(b"")
    for name in ("a.txt", "a.html", "a.md"):
        (tmp_path / name).touch()
        assert run(tmp_path / name) == (0, [{"id": "a", **EMPTY}], "")
    assert run("-") == (0, [{"id": "stdin", **EMPTY}], "")


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(run, tmp_path, monkeypatch):
    monkeypatch.setattr(extraction, "LARGEST_ARTICLE", 100)
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "large.txt").write_bytes(b" " * 101)
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.txt").write_text("召开4场议事会")
    names = ("none.txt", "binary.txt", "large.txt", "folder", "good.txt")
    code, [found], complaints = run(*(tmp_path / name for name in names))
    assert (code, found["id"]) == (1, "good")
    assert complaints.replace(f"{tmp_path}/", "").splitlines() == [
        "none.txt: 读不了(没有这个文件);请检查路径",
        "binary.txt: 读不了(不是 UTF-8、GB18030 或 Big5 编码的文字);请用编辑器另存为 UTF-8",
        "large.txt: 读不了(超过 4 MiB);请拆成几个文件",
        "folder: 读不了(是文件夹);请写出里面的文件,例如 folder/*.txt",
    ]


def test_a_text_that_is_too_long(run, tmp_path):
    for name, text in (("a.html", "<p>{}"), ("a.md", "- {}"), ("a.txt", "{}")):
        (tmp_path / name).write_text(text.format("甲" * 80_001))
    code, rows, complaints = run(*(tmp_path / name for name in ("a.html", "a.md", "a.txt")))
    assert (code, rows) == (1, [])
    assert complaints.count("读不了(文字超过 7 万字);请拆成几个文件") == 3


def test_standard_input_that_is_no_text(run, stdin):
    stdin(b"\xff")
    code, rows, complaints = run("-")
    assert (code, rows) == (1, [])
    assert complaints.startswith("标准输入: 读不了(")


@pytest.mark.parametrize(("terminal", "count", "shown"), [(True, 21, True), (True, 20, False), (False, 21, False)])
def test_progress_is_shown_of_many_files_on_a_terminal(run, tmp_path, monkeypatch, terminal, count, shown):
    (tmp_path / "a.txt").touch()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    _, rows, line = run(*[tmp_path / "a.txt"] * count)
    assert len(rows) == count
    assert ("\r7/21 …" in line) == shown
    assert line == "" or (shown and line.endswith("\r       \r") and "\n" not in line)


def test_a_reader_who_has_enough_ends_it_quietly(content, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    command = [
        sys.executable,
        "-m",
        "casebook",
        "extract",
        *[str(tmp_path / "a.txt")] * 2000,
        "--content",
        str(content),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert json.loads(process.stdout.readline())["id"] == "a"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_output_is_utf_8_wherever_it_runs(content, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    command = [sys.executable, "-m", "casebook", "extract", str(tmp_path / "a.txt"), "--content", str(content)]
    done = subprocess.run(command, capture_output=True, check=True, env={"PYTHONIOENCODING": "latin-1"})
    assert json.loads(done.stdout.decode())["metrics"][2]["text"] == "约30名"
