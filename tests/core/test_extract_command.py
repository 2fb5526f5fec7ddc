"""`extract`: any text in, a line of JSON a file out, spans into the text as given."""

import json

from casebook.__main__ import main

TEXT = "一、摸底\r\n志愿者入户,收集意见120条。\r\n二、议事\r\n召开4场议事会,和平镇桃园小区约30名居民参加。\r\n"


def test_spans_lead_into_the_text_as_given(content, tmp_path, capsys):
    file = tmp_path / "article.txt"
    file.write_bytes(TEXT.encode())
    assert main(["extract", str(file), "--content", str(content)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["id"] == "article"
    assert [TEXT[slice(*metric["span"])] for metric in found["metrics"]] == ["120条", "4场", "约30名"]
    assert [metric["indicator"] for metric in found["metrics"]] == ["issues_raised", "meetings_held", "participants"]
    assert [step["title"] for step in found["steps"]] == ["摸底", "议事"]
    assert found["tags"]["places"] == ["和平镇", "桃园小区"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(content, tmp_path, capsys):
    (tmp_path / "gbk.txt").write_bytes("议事".encode("gbk"))
    (tmp_path / "good.txt").write_text("召开4场议事会")
    files = [str(tmp_path / name) for name in ("none.txt", "gbk.txt", "good.txt")]
    assert main(["extract", *files, "--content", str(content)]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["id"] == "good"
    assert "none.txt: 读不了" in printed.err
    assert "gbk.txt: 读不了" in printed.err
