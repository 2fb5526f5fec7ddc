"""How names are read is kept, and asked for once."""

import pytest

from casebook import pinyin
from casebook.search import readings


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """The names that were read, not taken from what is kept."""
    names: list[str] = []

    def noted(new):
        names.extend(new)
        return plainly(new)

    plainly = readings.read
    monkeypatch.setattr(pinyin, "KEPT", tmp_path)
    monkeypatch.setattr(readings, "read", noted)
    return names


def test_only_new_names_are_read(asked):
    assert pinyin.read_kept(["重庆", "时间银行"])["重庆"] == ["chong", "qing"]
    found = pinyin.read_kept(["时间银行", "桃园1号"])
    assert {name: found[name] for name in ("时间银行", "桃园1号")} == readings.read(["时间银行", "桃园1号"])
    assert asked[:3] == ["重庆", "时间银行", "桃园1号"]


def test_what_is_kept_is_bounded(asked, monkeypatch):
    monkeypatch.setattr(pinyin, "_MOST", 2)
    for names in (["张村"], ["李村"], ["李村", "王村"]):
        assert set(names) <= set(pinyin.read_kept(names))
    pinyin.read_kept(["李村", "王村", "张村"])
    pinyin.read_kept(["李村", "张村"])
    assert asked == ["张村", "李村", "王村", "张村"]


def test_what_cannot_be_read_is_thrown_away_with_a_word(asked, tmp_path, capsys):
    pinyin.read_kept(["张村"])
    (tmp_path / "pinyin.db").write_bytes(b"nothing of ours" * 100)
    assert pinyin.read_kept(["张村"]) == {"张村": ["zhang", "cun"]}
    assert "pinyin.db" in capsys.readouterr().err
