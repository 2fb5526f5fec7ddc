"""The command line: `python -m casebook check | extract | new | schema`."""

import argparse
import datetime
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from casebook import extract
from casebook.export.schema import schemas
from casebook.files import Site, read_site
from casebook.model import SLUG_PATTERN, Problem
from casebook.reading import FOLDERS
from casebook.reading.template import template
from casebook.vocabulary import Vocabulary

TEMPLATES = {kind: folder for folder, kind in FOLDERS.items() if kind != "page"}  # what `new` writes, and where


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 all well, 1 errors in the content, 2 a wrong call."""
    args = _parser().parse_args(argv)
    code: int = args.run(args)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="casebook", description="街坊案例库:检查内容、抽取数据、新建文件")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, help: str, run: object) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹(默认 content)")
        sub.set_defaults(run=run)
        return sub

    check = command("check", "检查全部内容,一次列出所有问题", _check)
    check.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    read = command("extract", "从文章中抽取指标、步骤和标签,每个文件一行 JSON", _extract)
    read.add_argument("files", nargs="+", type=Path, metavar="文件")
    schema = command("schema", "按模型重写 JSON Schema", _schema)
    schema.add_argument("--folder", type=Path, default=Path("schema"), help="写到哪个文件夹(默认 schema)")
    new = command("new", "写一个带说明的模板", _new)
    new.add_argument("kind", choices=sorted(TEMPLATES), help="case 案例,method 方法")
    new.add_argument("slug", help="文件名,即网址:小写英文、数字和连字符")
    return parser


def _check(args: argparse.Namespace) -> int:
    if not args.content.is_dir():
        print(f"找不到内容文件夹 {args.content}:请在项目根目录运行,或用 --content 指明", file=sys.stderr)
        return 2
    site = read_site(args.content)
    print(json_report(site) if args.format == "json" else text_report(site))
    return 1 if site.errors else 0


def text_report(site: Site) -> str:
    """Every Problem, errors before warnings, and a line that counts them."""
    lines: list[str] = []
    for label, problems in (("错误", site.errors), ("警告", site.warnings)):
        if problems:
            lines += [f"{label} {len(problems)} 处", *(f"  {problem}" for problem in problems), ""]
    library = site.library
    lines.append(
        f"读到 {len(library.cases)} 个案例、{len(library.methods)} 个方法、{len(library.pages)} 个页面:"
        f"{len(site.errors)} 处错误,{len(site.warnings)} 处警告"
    )
    return "\n".join(lines)


def json_report(site: Site) -> str:
    """The same for programs: a JSON object with `errors` and `warnings`, each a list of Problems."""

    def rows(problems: Sequence[Problem]) -> list[dict[str, object]]:
        return [problem.model_dump() for problem in problems]

    return json.dumps({"errors": rows(site.errors), "warnings": rows(site.warnings)}, ensure_ascii=False, indent=2)


def _extract(args: argparse.Namespace) -> int:
    vocabulary = read_site(args.content).library.vocabulary if args.content.is_dir() else Vocabulary({})
    failed = 0
    for path in args.files:
        try:
            text = path.read_bytes().decode()  # as given: read_text would change line ends, and with them the spans
        except (OSError, UnicodeDecodeError) as error:
            print(f"{path}: 读不了({error})", file=sys.stderr)
            failed = 1
            continue
        print(json.dumps({"id": path.stem, **_extracted(text, vocabulary)}, ensure_ascii=False))
    return failed


def _extracted(text: str, vocabulary: Vocabulary) -> dict[str, object]:
    """Metrics, steps and tags of `text`; spans are character offsets into it, indicator ids are written with `_`."""
    found = extract.tags(text, vocabulary)
    return {
        "metrics": [
            {
                "span": [metric.start, metric.end],
                "text": metric.text,
                "value": float(metric.value),
                "value_max": None if metric.value_max is None else float(metric.value_max),
                "unit": metric.unit,
                "qualifier": metric.qualifier,
                "indicator": metric.indicator.replace("-", "_"),
            }
            for metric in extract.metrics(text)
        ],
        "steps": [{"n": step.number, "title": step.title} for step in extract.steps(text)],
        "tags": {
            facet: [
                vocabulary[facet, tag.term].zh if facet == "themes" else tag.name for tag in found if tag.facet == facet
            ]
            for facet in ("themes", "actors", "forms", "places")
        },
    }


def _schema(args: argparse.Namespace) -> int:
    args.folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (args.folder / name).write_text(text, encoding="utf-8")
        print(f"写好了 {args.folder / name}")
    return 0


def _new(args: argparse.Namespace) -> int:
    path = args.content / TEMPLATES[args.kind] / f"{args.slug}.md"
    if not re.fullmatch(SLUG_PATTERN, args.slug):
        print(f"“{args.slug}” 不能做文件名:用小写英文、数字和连字符,例如 lishui-parking", file=sys.stderr)
        return 2
    taken = next(args.content.rglob(f"{args.slug}.md"), None)  # cases, methods and pages share their names
    if taken:
        print(f"{taken} 已经有了:换一个名字,或直接修改它", file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template(args.kind, datetime.date.today()), encoding="utf-8")
    print(f"写好了 {path}:逐项填写,再运行 inv check")
    return 0


if __name__ == "__main__":
    sys.exit(main())
