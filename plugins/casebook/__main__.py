"""The command line: `python -m casebook check | draft | extract | init | lock | new | schema`."""

import argparse
import datetime
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NoReturn

from casebook.characters import shown
from casebook.days import this_day
from casebook.documents import read_document
from casebook.drafting import drafted, several, told_of
from casebook.export.issue_forms import FOLDER, issue_forms
from casebook.export.schema import schemas
from casebook.extract import Extractor
from casebook.extraction import STDIN, print_extractions
from casebook.filenames import fault
from casebook.files import (
    Site,
    entry_with,
    lost_lines,
    read_collection_of,
    read_gazetteer,
    read_site,
    without_collection,
    write_collection,
    write_lock,
)
from casebook.fixing import fixed
from casebook.folder import UnwritableError, path_text, write
from casebook.lock import NAME
from casebook.model.values import is_slug
from casebook.number_reports import text_numbers
from casebook.reading import FOLDERS
from casebook.reading.packs import FOLDER as PACKS
from casebook.reading.template import pack_template, template
from casebook.readings import live_readings_of, readings_of
from casebook.reports import (
    github_report,
    json_figures,
    json_report,
    only,
    text_figures,
    text_report,
    text_steps,
    unread,
    written_numbers,
)
from casebook.review import comment
from casebook.reviewing import ReviewError, proposal_in, source_texts
from casebook.saves import saves
from casebook.tidying import tidied
from casebook.vocabularies import LiveVocabulary, vocabulary_of
from casebook.workers import ExecutorError
from casebook.wrong import Wrong

_REPORTS = {"text": text_report, "json": json_report, "github": github_report}
TEMPLATES = {kind: folder for folder, kind in FOLDERS.items() if kind != "page"}  # what `new` writes, and where
PACK = "pack"  # what it writes besides


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 all well, 1 errors in the content, 2 a wrong call."""
    args = _parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except (UnwritableError, ExecutorError) as error:
        print(shown(str(error)), file=sys.stderr)
        return 2
    return code


class _Parser(argparse.ArgumentParser):
    """Complains of a wrong call without repeating it to the terminal as it stands."""

    def error(self, message: str) -> NoReturn:
        super().error(shown(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="casebook", description="案例库:检查内容、抽取数据、新建文件")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, help: str, run: object) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        content = Path(os.environ.get("CONTENT") or "content")
        sub.add_argument("--content", type=Path, default=content, help="内容文件夹(默认是环境变量 CONTENT 或 content)")
        sub.set_defaults(run=run)
        return sub

    check = command("check", "检查全部内容,一次列出所有问题", _check)
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="输出格式;github 让问题显示在合并请求的那一行",
    )
    check.add_argument("files", nargs="*", type=Path, metavar="文件", help="只说这些文件里的问题(默认是全部)")
    check.add_argument("--fix", action="store_true", help="先改好只有一种改法的:全角的记号、看不见的字符、字段的顺序……")
    check.add_argument("--watch", action="store_true", help="守着:每保存一次,就再检查一次;按 Ctrl+C 停下")
    check.add_argument("--figures", action="store_true", help="列出每个数字算什么:指标,或者为什么不是;认不出的不放过")
    check.add_argument("--steps", action="store_true", help="列出每个案例的步骤,以及像是哪个方法的哪一步")
    read = command("extract", "从文章中抽取指标、步骤和标签,每个文件一行 JSON", _extract)
    files = "纯文本、.md 或 .html,UTF-8、GB18030 或 Big5 编码;- 或省略:标准输入"
    read.add_argument("files", nargs="*", metavar="文件", help=files)
    read.add_argument(
        "--explain", action="store_true", help="写出每个数字、每串步骤凭什么这样读:规则和词,或者特征和权重"
    )
    drafts = command("draft", "从一篇文章、一份申报表或几行回忆起草一个案例,问人的都写成待办", _draft)
    drafts.add_argument("file", metavar="文件", help="纯文本、.md、.html 或 .docx;- 是标准输入")
    drafts.add_argument("--only", metavar="第几件", type=int, default=0, help="文章讲了几件事的,只起草其中一件")
    drafts.add_argument("--name", metavar="文件名", help="写成哪个文件(默认是地点和主题的拼音):小写英文、数字和连字符")
    init = command("init", "新建一个自己题目的空案例库,每个文件都带说明", _init)
    init.add_argument("folder", type=Path, metavar="文件夹", help="写到哪里:还没有的,或空的文件夹")
    command("tidy", "把几个案例都写到的地点、机构和来源移进词表;编号和网页都不变", _tidy)
    lock = command("lock", "把公开网站的新地址和定版登记到 addresses.lock、editions.lock", _lock)
    against = "不登记,只看以前的 addresses.lock(或 editions.lock)里有没有现在少了的"
    lock.add_argument("--against", type=Path, metavar="文件", help=against)
    review = command("review", "审稿:和一个提交相比,内容多了什么、改了什么、缺什么,写成一份 Markdown", _review)
    review.add_argument("base", metavar="提交", help="和哪个提交比,例如 main 或 origin/main")
    given = "来源的原文(同 draft 能读的),用来核对出处、照抄和漏掉的数字;可以写几次"
    review.add_argument("--source", action="append", default=[], metavar="文件", help=given)
    schema = command("schema", "按模型重写 JSON Schema 和 GitHub 的表单", _schema)
    schema.add_argument("--folder", type=Path, default=Path("schema"), help="写到哪个文件夹(默认 schema)")
    new = command("new", "写一个带说明的模板", _new)
    new.add_argument("kind", choices=sorted((*TEMPLATES, PACK)), help="case 案例,method 方法,pack 课程包")
    new.add_argument("slug", help="文件名,即网址:小写英文、数字和连字符")
    return parser


def _check(args: argparse.Namespace) -> int:
    if not _is_there(args.content):
        return 2
    if missing := next((path for path in args.files if not path.is_file()), None):
        print(shown(f"找不到 {missing}:写出内容文件夹里的文件"), file=sys.stderr)
        return 2
    for line in fixed(args.content, args.files) if args.fix else ():
        print(shown(f"改好了 {line}"))
    if args.watch:
        return _watch(args)
    return _report(args, only(_site(args.content), _shown_paths(args)))


def _shown_paths(args: argparse.Namespace) -> frozenset[str]:
    """The files that were named, as Problems name them."""
    return frozenset(path_text(Path(os.path.abspath(path))) for path in args.files)


def _watch(args: argparse.Namespace) -> int:
    """Report anew after each change of the content, until the reader has enough."""
    read, terms = live_readings_of(args.content), LiveVocabulary()
    gazetteer = read_gazetteer()
    with suppress(KeyboardInterrupt):
        for _ in saves(args.content):
            site = read_site(args.content, gazetteer=gazetteer, today=this_day(), read=read, terms=terms)
            print("——", datetime.datetime.now().strftime("%H:%M:%S"), flush=True)
            _report(args, only(site, _shown_paths(args)))
            print("—— 检查完了", flush=True)
    return 0


def _report(args: argparse.Namespace, site: Site) -> int:
    is_json = args.format == "json"
    if args.steps and not site.errors:
        print(text_steps(site.library))
        return 0
    if not args.figures or site.errors:
        print(_REPORTS[args.format](site))
        return 1 if site.errors else 0
    numbers = written_numbers(site.library, _shown_paths(args))
    if args.files and not is_json:
        print(text_numbers(site.library, numbers))
    else:
        print(json_figures(numbers) if is_json else text_figures(site.library, numbers))
    return 1 if unread(numbers) else 0


def _site(content: Path, *, drafts: bool = True) -> Site:
    return read_site(
        content,
        drafts=drafts,
        gazetteer=read_gazetteer(),
        today=this_day(),
        read=readings_of(content),
        terms=vocabulary_of(content),
    )


def _is_there(content: Path) -> bool:
    if not content.is_dir():
        print(shown(f"找不到内容文件夹 {content}:请在项目根目录运行,或用 --content 指明"), file=sys.stderr)
    return content.is_dir()


def _lock(args: argparse.Namespace) -> int:
    if not _is_there(args.content):
        return 2
    if args.against:
        return _held(args.content, args.against)
    site = _site(args.content, drafts=False)
    if site.errors:  # what is lost would be harder to tell from what is new once that is locked, too
        print(text_report(site))
        print("有错误,没有登记:先改好,再运行 inv lock", file=sys.stderr)
        return 1
    new, total = write_lock(args.content, site)
    print(shown(f"新登记 {new} 个地址,一共 {total} 个"))
    return 0


def _review(args: argparse.Namespace) -> int:
    if not _is_there(args.content):
        return 2
    try:
        sources, found = source_texts(args.source), proposal_in(args.content, args.base)
    except ReviewError as error:
        print(shown(str(error)), file=sys.stderr)
        return 2
    print(comment(found, sources), end="")
    return 1 if found.site.errors else 0


def _tidy(args: argparse.Namespace) -> int:
    if not _is_there(args.content):
        return 2
    site = _site(args.content)
    if site.errors:
        print(text_report(site))
        print("有错误,没有整理:先改好,再运行 inv tidy", file=sys.stderr)
        return 1
    for path in tidied(args.content, site.library):
        print(shown(f"改好了 {path}"))
    return 0


def _held(content: Path, before: Path) -> int:
    """Hold the lock file against an older one."""
    if not before.is_file():
        print(shown(f"找不到 {before}:请写出以前的 {NAME}"), file=sys.stderr)
        return 2
    lost = lost_lines(content, before)
    print("\n".join(map(str, lost)) or "以前登记过的地址都在")
    return 1 if lost else 0


def _extract(args: argparse.Namespace) -> int:
    if not args.files and sys.stdin.isatty():
        print("没有文章:请写出文件名,或从管道送入", file=sys.stderr)
        return 2
    gazetteer = read_gazetteer()
    is_there = args.content.is_dir()
    vocabulary = read_site(args.content, gazetteer=gazetteer).library.vocabulary if is_there else without_collection()
    return print_extractions(args.files or [STDIN], Extractor(vocabulary, gazetteer), explained=args.explain)


def _init(args: argparse.Namespace) -> int:
    try:
        write_collection(args.folder)
    except FileExistsError:
        print(shown(f"{args.folder} 已经有内容:换一个名字,或给一个空文件夹"), file=sys.stderr)
        return 2
    print(shown(f"写好了 {args.folder}:先改 {args.folder / 'site.yaml'},再运行 CONTENT={args.folder} inv check"))
    return 0


def _schema(args: argparse.Namespace) -> int:
    for name, text in schemas(read_collection_of(args.content).left_out).items():
        write(args.folder.parent, f"{args.folder.name}/{name}", text)
        print(shown(f"写好了 {args.folder / name}"))
    for name, text in issue_forms(read_site(args.content).library).items():
        write(args.folder.parent, f"{FOLDER}/{name}", text)
        print(shown(f"写好了 {args.folder.parent / FOLDER / name}"))
    return 0


def _draft(args: argparse.Namespace) -> int:
    if not _is_there(args.content) or (args.name is not None and not _is_name(args.name)):
        return 2
    read = read_document(args.file)
    library = _site(args.content).library
    made = read if isinstance(read, Wrong) else drafted(read, library, this_day(), args.only)
    if isinstance(made, Wrong):
        named = "标准输入" if args.file == STDIN else args.file
        print(shown(f"{named}: {made.found};{made.instead}"), file=sys.stderr)
        return 2
    name = args.name or made.slug
    if args.name and (taken := entry_with(name, args.content)):
        print(shown(f"{taken} 已经有了:换一个 --name,或直接修改它"), file=sys.stderr)
        return 2
    name = next(one for one in _numbered(name) if not entry_with(one, args.content))
    path = args.content / TEMPLATES["case"] / f"{name}.md"
    write(args.content, path.relative_to(args.content).as_posix(), made.text)
    told = told_of(made)
    print(shown(f"写好了 {path}:{told};运行 inv check 看待办,换一个文件名写 --name"))
    for note in (*made.found.notes, *several(made.found)):
        print(shown(note))
    return 0


def _numbered(name: str) -> Iterator[str]:
    """`name`, and then with 2, 3 ... behind it."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _is_name(slug: str) -> bool:
    """Whether a file may have this name; if not, it is said."""
    if is_slug(slug) and not fault(slug):
        return True
    print(shown(f"“{slug}” 不能做文件名:用小写英文、数字和连字符,例如 lishui-parking"), file=sys.stderr)
    return False


def _new(args: argparse.Namespace) -> int:
    is_pack = args.kind == PACK
    folder, ending = (PACKS, "yaml") if is_pack else (TEMPLATES[args.kind], "md")
    path = args.content / folder / f"{args.slug}.{ending}"
    if not _is_name(args.slug):
        return 2
    # cases, methods and pages share their names
    if taken := (path if path.exists() else None) if is_pack else entry_with(args.slug, args.content):
        print(shown(f"{taken} 已经有了:换一个名字,或直接修改它"), file=sys.stderr)
        return 2
    known = read_site(args.content).library
    text = pack_template() if is_pack else template(args.kind, this_day(), known.collection, known.vocabulary)
    write(args.content, path.relative_to(args.content).as_posix(), text)
    print(shown(f"写好了 {path}:逐项填写,再运行 inv check"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
