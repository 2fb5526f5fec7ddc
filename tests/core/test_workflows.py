"""What workflows may do: docs/decisions/0031-supply.md."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.repository import Repository

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github/workflows").glob("*.y*ml"))}
WORKFLOWS = {name: yaml.load(text, yaml.BaseLoader) for name, text in TEXTS.items()}  # `on` is no true
JOBS = [(name, job) for name, workflow in WORKFLOWS.items() for job in workflow["jobs"]]
MOST = {"check": {"contents": "read"}, "build": {"contents": "read", "pages": "read"}}
MOST["deploy"] = {"pages": "write", "id-token": "write"}
MOST["lock"] = {"contents": "write"}
OURS = {"github.event.workflow_run.head_sha", "steps.pages.outputs.base_url", "steps.deployment.outputs.page_url"}
OURS |= {"steps.addresses.outputs.new", "needs.build.outputs.addresses"}  # addresses of pages, a line each
OURS |= {"github.ref", "github.event_name == 'pull_request'"}

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
    assert "github.token" not in TEXTS[name]


@each_job
def test_a_job_may_do_what_it_is_for(workflow, job):
    assert WORKFLOWS[workflow]["jobs"][job]["permissions"] == MOST[job]
    assert int(WORKFLOWS[workflow]["jobs"][job]["timeout-minutes"]) <= 20


@each_job
def test_who_may_write_runs_no_code_of_ours(workflow, job):
    may_write = "write" in WORKFLOWS[workflow]["jobs"][job]["permissions"].values()
    used = {"deploy": ["actions/deploy-pages"], "lock": ["actions/checkout"]}
    if may_write:
        assert [step["uses"].split("@")[0] for step in steps(workflow, job) if "uses" in step] == used[job]
        words = "\n".join(step["run"] for step in steps(workflow, job) if "run" in step)
        assert not re.search(r"\.venv|python|inv|make|npm|node|bash|\./", words)


@pytest.mark.parametrize("name", TEXTS)
def test_actions_are_commits_with_their_version(name):
    actions = re.findall(r"uses: *(.*)", TEXTS[name])
    assert actions
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
    tool.write_text("#!/bin/sh\nprintf '# head\\nabout/\\ncases/a/#step-x\\ncases/b/\\n' > content/addresses.lock\n")
    tool.chmod(0o755)
    told = tmp_path / "output"
    run(
        next(step for step in steps("publish.yml", "build") if step.get("id") == "addresses"),
        here,
        GITHUB_OUTPUT=str(told),
    )
    assert told.read_text() == "new<<.\ncases/a/#step-x\n.\n"
    repository.write("addresses.lock", "# head\nabout/\ncases/b/\ncases/c/\n")
    repository.commit("2026-01-02")
    run(steps("publish.yml", "lock")[1], here, ADDRESSES="cases/a/#step-x\nnothing of ours; rm -rf x")
    assert lock.read_text() == "# head\nabout/\ncases/a/#step-x\ncases/b/\ncases/c/\n"
