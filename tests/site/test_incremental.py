"""What a build leaves as it is: after any edit the site is, byte for byte, the one that is made from nothing."""

import datetime
import gc
import io
import json
import random
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pelican import Pelican
from pelican.settings import read_settings

from casebook import readings
from casebook.files import read_gazetteer, read_site
from casebook.tidying import tidied
from casebook.workers import WHERE
from casebook_pelican import last_site
from casebook_pelican.cutting import cut
from casebook_pelican.edition import Edition
from tests.conftest import CANTEENS, ROOT, SITE

EDITS, SEEDS = 12, range(2)  # in tests/audit/test_hundred_edits.py there are more
COLLECTIONS = (CANTEENS, SITE)  # one after the other; the second has places and organisations
PLACES = (
    *("宜昌市西陵区盛世桃源小区", "宜昌市西陵区学院街道", "西陵区幸福社区", "长沙市岳麓区幸福社区"),
    *("北京市朝阳区", "长春市朝阳区", "朝阳区"),  # the last is none: there are two
)
BODIES = ("宜昌市西陵区益家人社会工作服务中心", "深沪镇老人协会", "盛世桃源小区业主委员会")
RESTS = ("edition.json", "sw.js")  # made of all other files


class Desk:
    """A collection and a theme that are edited at random, and the site that follows them by what has changed."""

    def __init__(self, root: Path, seed: int = 0) -> None:
        self.chance = random.Random(seed)
        self.root, self.content, self.theme, self.site = root, root / "content", root / "theme", root / "site"
        shutil.copytree(COLLECTIONS[seed % len(COLLECTIONS)], self.content)
        for name in ("build", "templates", "static"):
            shutil.copytree(ROOT / "theme" / name, self.theme / name)
        self.past: list[dict[Path, str]] = []
        self.count = 0

    # --- building ---

    def build(self, place: Path, *, fresh: bool) -> bool:
        """One real run of Pelican, whose site takes the place of the last one, as that of a build does."""
        made = self.root / "made"
        given = {
            "PATH": str(self.content),
            "THEME": str(self.theme),
            "OUTPUT_PATH": str(made),
            "LAST_SITE": str(place),
            "FRESH": fresh,
        }
        try:
            Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=given)).run()
        except SystemExit:
            shutil.rmtree(made, ignore_errors=True)
            return False
        shutil.rmtree(place, ignore_errors=True)
        made.rename(place)
        return True

    def follows(self) -> bool:
        """Build by what has changed and from nothing, and compare; whether there was no error in the content."""
        is_built = self.build(self.site, fresh=False)
        assert self.build(self.root / "fresh", fresh=True) == is_built
        if is_built:
            assert differences(self.site, self.root / "fresh") == []
        return is_built

    # --- editing ---

    def edit(self) -> str:
        """Change something, and say what."""
        self.count += 1
        self.past.append(self._all())
        change = self.chance.choice(CHANGES)
        change(self)
        return change.__name__

    def revert(self) -> None:
        """Put back what was at some time before."""
        self._put_back(self.chance.choice(self.past))

    def undo(self) -> None:
        """Put back what was before the last edit."""
        self._put_back(self.past[-1])

    def _all(self) -> dict[Path, str]:
        """Path -> text of all that is edited."""
        folders = (self.content, self.theme / "templates")
        names = self.theme / "build" / ".names.json"
        paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {path: path.read_text() for path in (*paths, names)}

    def _put_back(self, kept: dict[Path, str]) -> None:
        for path in self._all().keys() - kept.keys():
            path.unlink()
        for path, words in kept.items():
            path.write_text(words)

    def entry(self, kind: str = "*") -> Path:
        return self.chance.choice(sorted(self.content.glob(f"{kind}/*.md")))

    def replace(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text().replace(old, new, 1))

    def write(self, key: str, value: str) -> None:
        """Write a line of the front matter of some case anew, or the first item of its list."""
        path = self.entry("cases")
        path.write_text(re.sub(rf"^({key}:(?:\n  -)?) .*$", rf"\1 {value}", path.read_text(), count=1, flags=re.M))


def text(desk: Desk) -> None:
    desk.replace(desk.entry(), "。\n", f"。第{desk.count}回称出{desk.chance.randrange(5, 90)}克。\n")


def title(desk: Desk) -> None:
    desk.replace(desk.entry(), "title: ", f"title: 新{desk.count}")


def case(desk: Desk) -> None:
    found = desk.entry("cases").read_text()
    found = "\n".join(line for line in found.split("\n") if not line.startswith(("aliases", "redirect_from")))
    (desk.content / "cases" / f"another-{desk.count}.md").write_text(
        found.replace("title: ", f"title: 另{desk.count}", 1)
    )


def deletion(desk: Desk) -> None:
    desk.entry("cases").unlink()


def move(desk: Desk) -> None:
    old = desk.entry("cases")
    new = old.with_name(f"moved-{desk.count}.md")
    new.write_text(old.read_text().replace("\nadded:", f"\nredirect_from: [{old.stem}]\nadded:", 1))
    old.unlink()


def place(desk: Desk) -> None:
    desk.write("places", f"[{desk.chance.choice(PLACES)}]")


def body(desk: Desk) -> None:
    more = desk.chance.choice(("", ", kind: 居民", ", en: Yijiaren", ", place: 北京市朝阳区"))
    desk.write("organisations", f"{{organisation: {desk.chance.choice(BODIES)}, role: 牵头{more}}}")


def source(desk: Desk) -> None:
    title = desk.chance.choice(("量出来的剩饭", "街坊自己来", "三个星期的账"))
    desk.write("sources", f"[{{title: {title}, publisher: 三峡日报, date: 2024-05-06, grade: b}}]")


def pack(desk: Desk) -> None:
    """Write a course pack, or one anew, of a method, a case and a question."""
    parts = f"[{{method: {desk.entry('methods').stem}}}, {{case: {desk.entry('cases').stem}}}, {{ask: [谁来?]}}]"
    path = desk.content / "packs" / f"lesson-{desk.chance.randrange(3)}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"title: 第{desk.count}课\nsummary: 一小时。\nintroduction: [先备好秤。]\nparts: {parts}\n")


def dated(desk: Desk) -> None:
    """Cut an edition of a method, or one anew."""
    cut(desk.content, desk.entry("methods").stem, datetime.date(2027, desk.chance.randrange(1, 4), 1))


def queries(desk: Desk) -> None:
    sql = f"SELECT count(*) FROM cases WHERE {desk.count} > 0"
    (desk.content / "queries.yaml").write_text(f"- ask: 第{desk.count}回有几个案例？\n  sql: {sql}\n")


def tidy(desk: Desk) -> None:
    """Move what several cases write to the vocabulary."""
    site = read_site(desk.content, gazetteer=read_gazetteer())
    if not site.errors:
        list(tidied(desk.content, site.library))


def draft(desk: Desk) -> None:
    desk.replace(desk.entry("cases"), "\nadded:", "\nstatus: draft\nadded:")


def term(desk: Desk) -> None:
    desk.replace(desk.content / "vocabulary" / "themes.yaml", "zh: ", f"zh: 新{desk.count}")


def alias(desk: Desk) -> None:
    desk.replace(desk.content / "vocabulary" / "themes.yaml", "aliases: [", f"aliases: [别名{desk.count}, ")


def description(desk: Desk) -> None:
    desk.replace(desk.content / "site.yaml", "description: ", "description: 又")


def template(desk: Desk) -> None:
    path = desk.chance.choice(sorted((desk.theme / "templates").rglob("*.html")))
    path.write_text(path.read_text() + f"<!-- {desk.count} -->")


def style(desk: Desk) -> None:
    names = desk.theme / "build" / ".names.json"
    known = json.loads(names.read_text())
    name = desk.chance.choice(sorted(known))
    old = desk.theme / "build" / known[name]["file"]
    new = old.with_name(f"{old.stem}x{old.suffix}")
    shutil.copyfile(old, new)
    names.write_text(names.read_text().replace(f"/{old.name}", f"/{new.name}"))


def other_hand(desk: Desk) -> None:
    """Somebody has written into the site."""
    path = desk.chance.choice(sorted(desk.site.rglob("*.html")))
    path.write_text("nothing of ours")


CHANGES: tuple[Callable[[Desk], None], ...] = (
    *(text, title, case, deletion, move, draft, term, alias, description, template, style, other_hand),
    *(place, body, source, tidy, place, body, source),
    *(pack, dated, queries, pack, dated),
    Desk.revert,
)


def differences(one: Path, other: Path) -> list[str]:
    """The files that two sites do not have the same."""

    def files(root: Path) -> dict[str, bytes]:
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    here, there = files(one), files(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv(WHERE, "1")
    monkeypatch.setattr(last_site, "_SITES", tmp_path / "sites")
    monkeypatch.setattr(readings, "_READINGS", tmp_path / "readings")
    yield Desk(tmp_path, getattr(request, "param", 0))
    gc.unfreeze()  # of what was read


@pytest.mark.parametrize("desk", SEEDS, indirect=True)
def test_after_random_edits_the_site_is_the_one_made_from_nothing(desk: Desk) -> None:
    follow(desk, EDITS)


def follow(desk: Desk, edits: int) -> None:
    assert desk.follows()
    built = 0
    for _ in range(edits):
        print(desk.edit())
        is_built = desk.follows()
        built += is_built
        if not is_built:
            desk.undo()
    assert built > edits / 2, "most edits must make a site, or nothing is compared"


def stays(desk: Desk) -> set[str]:
    """The files that the next build leaves as they are."""
    before = {path: path.stat().st_ino for path in desk.site.rglob("*") if path.is_file()}
    kept = {name: path.stat() for path in before for name in [path.relative_to(desk.site).as_posix()]}
    assert desk.build(desk.site, fresh=False)
    return {
        name
        for name, stat in kept.items()
        if (desk.site / name).exists() and (desk.site / name).stat().st_ino == stat.st_ino
    }


def pages(names: set[str]) -> set[str]:
    return {name for name in names if name.endswith(".html")}


def test_what_has_not_changed_is_not_made_again(desk: Desk) -> None:
    assert desk.build(desk.site, fresh=False)
    every = {path.relative_to(desk.site).as_posix() for path in desk.site.rglob("*.html")}
    assert pages(stays(desk)) == every
    desk.replace(desk.content / "cases" / "yunhe-tasting.md", "。\n\n", "。又看了一回。\n\n")
    assert every - pages(stays(desk)) == {"cases/yunhe-tasting/index.html"}
    sheet = desk.theme / "templates" / "compare.html"
    sheet.write_text(sheet.read_text() + "<!-- new -->")
    assert every - pages(stays(desk)) == {"compare/index.html"}


def test_a_table_that_became_empty_is_no_other_empty_one(desk: Desk) -> None:
    assert desk.build(desk.site, fresh=False)
    for path in desk.content.glob("cases/*.md"):
        path.write_text(re.sub(r"^departures:\n(?:[ -].*\n)+", "", path.read_text(), flags=re.M))
    assert desk.follows()
    empty = [(desk.site / "data" / f"{name}.csv").read_text() for name in ("departures", "case_forms")]
    assert [len(text.splitlines()) for text in empty] == [1, 1]


def test_a_pack_and_its_archive_follow_what_it_shows(desk: Desk) -> None:
    packs = {"packs/lesson/index.html", "packs/lesson/lesson.zip"}
    (desk.content / "packs").mkdir()
    path = desk.content / "packs" / "lesson.yaml"
    path.write_text("title: 一课\nsummary: 一小时。\nintroduction: [备秤。]\nparts: [{method: weigh-leftovers}]\n")
    assert desk.follows()
    assert packs <= stays(desk)
    desk.replace(desk.content / "methods" / "weigh-leftovers.md", "summary: ", "summary: 又")
    assert not packs & stays(desk)
    desk.replace(path, "备秤", "备好秤")
    assert not packs & stays(desk)
    assert desk.follows()
    served = Edition(ROOT / "pelicanconf.py", desk.content, read_site(desk.content).library, "home")
    with zipfile.ZipFile(io.BytesIO(served.file("packs/lesson/lesson.zip") or b"")) as archive:
        assert "备好秤" in archive.read("lesson/index.html").decode()
