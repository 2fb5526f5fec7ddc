"""Steps of cases as evidence for steps of methods: what is quoted, who did otherwise, what might be linked."""

from pathlib import Path

import pytest

from casebook.__main__ import main
from casebook.files import read_site
from casebook.library import Use, spread, suggestions, witnesses
from casebook.views.evidence import IN_SIGHT, StepCases, StepEvidence, counting, step_cases
from tests.conftest import FROZEN, frozen


@pytest.fixture(scope="module")
def library():
    return frozen()


def rewritten(content: Path, path: str, old: str, new: str) -> Path:
    file = content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return content


def went(library, method: str, step: str) -> StepCases:
    entry = library.methods[method]
    one = next(one for one in entry.steps if one.id == step)
    return step_cases(library, entry, one)


def evidence(library, method: str, step: str) -> tuple[StepEvidence, ...]:
    cases = went(library, method, step)
    return cases.told + cases.more


def test_the_sentence_that_holds_the_link_is_quoted_without_its_pointer(library):
    score = evidence(library, "deliberation", "score")
    quoted = next(one.sentence for one in score if one.case.url == "cases/jiujiang-food-safety/")
    assert "推荐指数" in quoted
    assert "（见" not in quoted


def test_cases_that_do_not_tell_of_a_step_are_listed_and_counted(library):
    score = went(library, "deliberation", "score")
    silent = set(score.silent)
    told = {one.case.text for one in score.told + score.more}
    assert "金沙半岛小区电动自行车停放治理" in silent
    assert not silent & told
    assert score.count == f"{len(silent | told)} 个案例中 {len(told)} 个有这一步"
    assert score.silent_text == f"没有写到这一步的有 {len(silent)} 个：{'、'.join(score.silent[:2])}等"


def test_a_programme_and_its_projects_are_one_case_of_a_step(library):
    launch = evidence(library, "micro-venture", "launch")
    assert [one.case.url for one in launch] == ["cases/lishui-micro-venture-4/"]
    parts = {library.cases[slug].front.title for slug in ("tongsheng-ebike-parking", "zhoucun-love-farm")}
    assert not parts & set(went(library, "micro-venture", "launch").silent)
    whole = library.cases["lishui-micro-venture-4"].front.title
    assert whole not in went(library, "micro-venture", "carry-out").silent


def test_of_many_cases_two_are_in_sight_and_the_rest_is_counted(library):
    convene = went(library, "deliberation", "convene")
    assert len(convene.told) == IN_SIGHT
    assert len({one.case.url for one in convene.told}) == IN_SIGHT
    others = {one.case.url for one in convene.more} - {one.case.url for one in convene.told}
    assert convene.more_text == f"另外 {len(others)} 个案例"


def use(case: str, step: int, sentence: str) -> Use:
    there = frozen().cases[case].steps[step]
    return Use(case=case, method="deliberation", step=there, method_step="convene", sentence=sentence)


def test_what_is_stated_comes_before_what_is_told_then_figures_and_dates_then_the_shortest(library):
    stated = next(case.slug for case in library.cases.values() if case.steps and case.steps[0].basis == "stated")
    told = next(case.slug for case in library.cases.values() if case.steps and case.steps[0].basis == "narrative")
    ranked = [
        use(stated, 0, "2021年8月开了会，把各家的想法都摆到桌面上来谈。"),
        use(told, 0, "2021年8月开了会。"),
        use(stated, 1, "大家坐下来谈了一谈。"),
        use(told, 1, "大家坐下来。"),
        use(told, 1, "大家坐下来谈了一谈。"),
        use(told, 1, ""),
    ]
    assert witnesses(library, reversed(ranked)) == ranked


def test_why_steps_count_fewer_cases_than_use_the_method_is_told(library):
    assert counting(library, library.methods["residents-compact"]) == ""
    told = {
        "deliberation": "8 个案例里有 1 个没有写是哪一步，所以上面各步只数 7 个。",
        "federation": "3 个案例里有 1 个是这里另一个案例的一部分、和它算作一个，所以上面各步只数 2 个。",
    }
    assert {method: counting(library, library.methods[method]) for method in told} == told


def test_a_departure_stands_under_its_step_and_is_no_silence(content):
    case = "cases/taoyuan-parking.md"
    line = "departures:\n  - {step: talk-it-over#decide, how: 改动, text: 没有按分数决定，改由业主大会表决。}\nsources:"
    site = read_site(rewritten(content, case, "sources:", line))
    assert site.errors == ()
    (one,) = went(site.library, "talk-it-over", "decide").deviations
    assert (one.how, one.text, one.case.url) == (
        "changed",
        "没有按分数决定，改由业主大会表决。",
        "cases/taoyuan-parking/",
    )


def test_what_names_a_step_by_its_old_id_is_told_the_new_one(content):
    method = rewritten(content, "methods/talk-it-over.md", "{#score}", "{#rate}") / "methods" / "talk-it-over.md"
    method.write_text(method.read_text().replace("themes:", "redirect_from: [score: rate]\nthemes:"))
    line = "departures:\n  - {step: talk-it-over#score, how: 改动, text: 没有打分。}\nsources:"
    site = read_site(rewritten(content, "cases/taoyuan-parking.md", "sources:", line))
    assert {problem.instead for problem in site.errors} == {
        "它已改成 talk-it-over#rate",
        "它已改成 [[talk-it-over#rate]]",
    }


def test_figures_of_the_cases_of_a_method_side_by_side(library):
    found = {one.indicator: one for one in spread(library, "deliberation")}
    raised = found["funds-raised-yuan"]
    told = {one.case: [f"{metric.value:f}" for metric in one.metrics] for one in raised.told}
    assert told["jiujiang-food-safety"] == ["5020.86"]
    assert told["zhoucun-love-farm"] == ["489"]
    assert "tongsheng-ebike-parking" in raised.silent


def test_a_figure_of_a_child_case_is_marked_where_the_same_is_reported_above_it(library):
    told = {one.indicator: {each.case: each.under for each in one.told} for one in spread(library, "micro-venture")}
    assert told["service-contacts"]["ganjiao-guided-walk"] == "lishui-micro-venture-4"
    assert told["service-contacts"]["lishui-micro-venture-4"] == ""
    assert told["participants"]["zhoucun-love-farm"] == ""  # 38人 are not within 2161人次


def test_a_step_without_a_link_gets_one_offered(content):
    assert list(suggestions(read_site(content).library)) == []
    site = read_site(rewritten(content, "cases/taoyuan-parking.md", "（[[打分|talk-it-over#score]]）", "，先打分"))
    one, *_ = suggestions(site.library)
    assert (one.case, one.step.id, one.words, one.link) == ("taoyuan-parking", "talk", "打分", "[[talk-it-over#score]]")


@pytest.mark.parametrize(
    ("step", "how", "found"),
    [
        ("talk-it-over#decide", "省略", "不认识 “省略”"),
        ("talk-it-over#decide", "omitted", "不认识 “omitted”"),
        ("talk-it-over", "略去", "看不懂步骤 “talk-it-over”"),
        ("talk-it-ovr#decide", "略去", "没有 “talk-it-ovr” 这个方法"),
        ("taoyuan-garden#plant", "略去", "没有 “taoyuan-garden” 这个方法"),
        ("talk-it-over#vote", "略去", "talk-it-over 里没有 “vote” 这一步"),
        ("talk-it-over#score", "略去", "写了略去 talk-it-over#score,正文却链接到它"),
    ],
)
def test_a_departure_that_cannot_be_is_an_error(content, step, how, found):
    line = f"departures:\n  - {{step: {step}, how: {how}, text: 没有做。}}\nsources:"
    site = read_site(rewritten(content, "cases/taoyuan-parking.md", "sources:", line))
    (problem,) = site.errors
    assert problem.found == found
    assert problem.field.startswith("departures[0]")


def test_the_steps_of_all_cases_are_listed(library, capsys):
    assert main(["check", "--content", str(FROZEN), "--steps"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for case in library.cases.values():
        for step in case.steps:
            (line,) = (one for one in lines if f"/{case.slug}.md:" in one and f" {step.number}. {step.title}(" in one)
            assert (step.when or "没有日期") in line
    patrol = next(line for line in lines if "21天巡查劝导(" in line)
    assert "(讲述的先后,没有日期,21天," in patrol
