"""Links of the real content that nobody wrote: what becomes one, and which cases are near to which."""

from casebook.library import backlinks
from casebook.views.connections import near, reasons
from tests.conftest import frozen

LIBRARY = frozen()


def test_first_mentions_are_what_they_say(record_property):
    """Every one is the label or an alias of its page, and all of them are few enough to read."""
    found = [(entry, mention) for entry in LIBRARY.entries for mention in LIBRARY.mentions(entry.slug)]
    words = sorted(f"{entry.slug}: {entry.text[m.start : m.end]}" for entry, m in found)
    record_property("figures", f"{len(words)} first mentions link by themselves")
    assert "jiujiang-federation: 北达博雅社工团队" in words
    assert "xujiahui-three-group-linkage: 林飞公益" in words
    assert not [word for word in words if word.endswith((": 总队", ": 联合会", ": 出租屋主联合会"))]


def test_two_projects_of_one_contest_are_near_by_what_they_did():
    found = {one.link.url: one.why for one in near(LIBRARY, LIBRARY.cases["tongsheng-ebike-parking"])}
    assert {"都用到议事协商的“召集”", "都在里水镇"} <= set(found["cases/zhoucun-love-farm/"])
    assert "cases/lishui-micro-venture-4/" not in found


def test_an_organisation_has_its_role_in_each_case():
    leading = backlinks(LIBRARY, ("organisations", "zhoucun-volunteers"))
    found = {one.entry.slug: reasons(LIBRARY, one) for one in leading}
    assert found["zhoucun-love-farm"][0] == "牵头"
    assert found["lishui-micro-venture-4"] == ("执行",)
