"""What is found in an article for the draft of a case: own texts, invented, in the forms in which they come."""

import datetime

import pytest

from casebook.articles import article
from casebook.drafting import Found, drafted, found
from casebook.drafting.page import page
from casebook.drafting.people import hidden
from casebook.library import Library
from casebook.wrong import Wrong
from tests.conftest import placed

TODAY = datetime.date(2026, 11, 30)
NEWS = """首页 > 新闻 > 社区
盛世桃源停车有了新规矩
2024-05-06 09:30 来源：西陵新闻网 作者：何晓
宜昌市西陵区葛洲坝街道盛世桃源小区只有180个车位，业主却有420辆车，消防通道常被堵住。

2024年3月，盛世桃源小区业主委员会牵头，请来物业和12名居民代表开议事会，张阿姨第一个发言。
先是逐户上门，收了36条意见；接着开会，把意见分成三类；最后举手表决，定下1份停车公约，20名志愿者轮流巡查21天。
居民李建国说：“现在回家有地方停了。”目前堵通道的车少了八成。
【打印】 【关闭】
上一篇：垃圾分类进校园
下一篇：社区运动会
"""
FORM = """盛世桃源小区停车自治
一、背景与起因
宜昌市西陵区葛洲坝街道盛世桃源小区有420辆车，车位180个，居民常为停车争吵。
二、做法与经过
第一步：入户调查。楼栋长上门，收回问卷300份。
第二步：议事协商。3月12日开会，18名居民代表到场。
第三步：签订公约。
三、成效与反响
服务居民约700人次，堵通道的车一个月里少了一半。
四、探讨与评论
大家的事要大家商量着办，光靠物业贴单子是不行的。
"""
HALF = """清早,宜昌市西陵区葛洲坝街道盛世桃源小区的书记来到食堂看菜。
“社区1.2万余名居民,60岁以上的约2500名,不少是独居老人。”书记和居民开会商量,去年2月,300平方米、能坐200余人的食堂开张。
"""
MEMORY = """今天在盛世桃源小区听老张说起楼道的事。
原来楼道里堆满了东西，谁也不管。
后来几个老人带头，把自己家的先搬走。
大家看见了，也跟着清。
居委会给了几桶油漆，周末志愿者一起刷墙。
现在楼道亮堂了，孩子们在墙上画了画。
"""


WINDOWS = """窗口并成一个
来源：西陵发布 2025-12-02

宜昌市西陵区把群众接待、公共法律服务等11个窗口并成一个综治中心，居民上门只认一个门。
宜昌市也这样要求，居民议事后再定，枝江市跟着办了。
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return placed()


def read(text: str, library: Library, suffix: str = ".txt") -> Found:
    one = found(article(text, suffix), library, TODAY)
    assert isinstance(one, Found), one
    return one


def test_a_place_around_the_one_where_it_plays_is_no_other(library):
    one = read(WINDOWS, library)
    assert [place.name for place in one.places] == ["湖北省宜昌市西陵区", "湖北省宜昌市枝江市"]


def test_news(library):
    one = read(NEWS, library)
    assert one.title == "盛世桃源停车有了新规矩"
    assert (one.source.publisher, one.source.date) == ("西陵新闻网", "2024-05-06")
    assert one.period == "2024-03"
    [place] = [place for place in one.places if place.is_main]
    assert (*place.above, place.name[-6:]) == ("湖北省", "宜昌市", "西陵区", "葛洲坝街道", "盛世桃源小区")
    assert {figure.text for figure in one.figures} >= {"180个", "420辆", "12名", "36条", "1份", "20名", "21天", "八成"}
    assert "停车治理" in [term.zh for term in one.of("themes")]
    assert one.slug.startswith("shengshitaoyuanxiaoqu-")
    assert "money" in [silence.id for silence in one.silences]


def test_numbers_are_not_cut_by_the_marks_beside_them(library):
    one = read(HALF, library)
    quotes = {figure.words: figure.quote for figure in one.figures}
    assert quotes["约2500名"] == "60岁以上的约2500名"
    assert quotes["200余人"].startswith("300平方米")
    words = {term.zh: term.words for term in one.terms}
    assert words["居民"] == "社区1.2万余名居民"
    assert all(term.words in HALF or not term.words for term in one.terms)


def test_what_a_memory_does_not_tell_nobody_told(library):
    silences = read(MEMORY, library).silences
    assert silences
    assert all(one.text.endswith("，讲的人没有说。") for one in silences)
    assert all(one.text.endswith("，来源没有写。") for one in read(NEWS, library).silences)
    assert (
        "organisations: [{organisation: 机构全称, role: 牵头}]" in drafted(article(MEMORY, ".txt"), library, TODAY).text
    )
    spoken = f"{MEMORY}三楼的老李不肯交钱，收钱的人也累。到现在还这样。"
    assert {"against", "trouble", "after"}.isdisjoint(one.id for one in read(spoken, library).silences)


def test_an_address_of_a_step_has_no_half_of_a_number(library):
    spoken = "我们盛世桃源小区的电梯，2021年先去问了十六户居民。后来一家交了200元。最后定了规矩，贴在墙上。"
    assert all(step.id.replace("-", "").isalpha() for step in read(spoken, library).steps)


def test_evidence_is_in_the_words_of_the_article_and_holds_the_figure(library):
    for text in (NEWS, FORM):
        lines = [line for line in text.split("\n") if line.strip()]
        for figure in read(text, library).figures:
            assert figure.quote in lines[figure.said.paragraph - 1]
            assert figure.text in figure.quote
            assert len(figure.quote) <= 40


def test_sections_of_an_award_form_are_the_parts_of_a_case(library):
    one = read(FORM, library)
    assert [step.title for step in one.steps] == ["入户调查", "议事协商", "签订公约"]
    parts = {figure.text: (figure.part, figure.step) for figure in one.figures}
    assert parts["420辆"] == ("problem", 0)
    assert parts["300份"] == ("how", 1)
    assert parts["18名"] == ("how", 2)
    assert parts["约700人次"] == ("results", 0)
    assert any(method.startswith("deliberation") for method in one.steps[1].methods)


REPORT = """盛世桃源小区“微协商”解停车难
盛世桃源小区建于2001年，居民常为停车争吵。宜昌市西陵区葛洲坝街道盛世桃源小区居民2024年3月起开展“微协商”。
一、敲门听意见。12名楼栋长逐户走访，收集意见建议53条。
二、圆桌议方案。22名居民代表、物业和交警围坐一起，前后开了3次会，投票选出方案。
三、动手来落实。20余名志愿者清理了僵尸车15辆。
目前，小区投诉量下降六成，居民满意度达95%。
"""


def test_what_stands_there_is_no_date_and_what_came_of_it_no_step(library):
    one = read(REPORT, library)
    assert one.period == "2024-03"
    assert [place.is_sure for place in one.places if place.is_main] == [True], "it is told where, if not at first"
    parts = {figure.text: (figure.part, figure.step) for figure in one.figures}
    assert (parts["15辆"], parts["95%"]) == (("how", 3), ("results", 0))


TABLE = """案例名称
盛世桃源小区停车自治
申报单位：葛洲坝街道办事处
联系人
王小明
联系电话：13800000000
背景与起因
宜昌市西陵区葛洲坝街道盛世桃源小区有420辆车，车位180个，居民常为停车争吵。
做法与经过
先是入户调查，收回问卷300份；接着开议事会，18名居民代表到场；最后签订公约。
"""


def test_the_cells_of_a_form_tell_title_and_publisher_and_no_contact(library):
    one = read(TABLE, library)
    assert (one.source.title, one.source.publisher) == ("盛世桃源小区停车自治", "葛洲坝街道办事处")
    assert {figure.text: figure.part for figure in one.figures}["420辆"] == "problem"
    assert not {"王小明", "13800000000"} & set(page(article(TABLE, ".txt")).text.split())


def test_a_memory_gives_little_and_says_what_it_lacks(library):
    one = read(MEMORY, library)
    assert one.period == ""
    assert not any("老张" in term.said.text for term in one.terms)
    assert {"money", "dates"} <= {silence.id for silence in one.silences}
    assert [step.title for step in one.steps] == ["几个老人带头", "居委会给了几桶油漆"]


def test_traditional_characters_are_read_as_simplified_ones(library):
    text = "宜昌市西陵區葛洲壩街道的居民請來物業一起開會，商量停車的事，20名志願者輪流巡查，定下1份停車公約。"
    one = read(text, library)
    assert one.is_changed
    assert "停车治理" in [term.zh for term in one.of("themes")]
    assert [figure.quote for figure in one.figures] == ["20名志愿者轮流巡查", "定下1份停车公约"]
    assert not read(NEWS, library).is_changed


def test_names_of_residents_are_nowhere_in_it(library):
    told = str(read(NEWS, library))
    assert "张阿姨" not in told
    assert "李建国" not in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("张阿姨说好", "一位居民说好"),
        ("党支部书记李某某来了", "党支部书记来了"),
        ("业主代表王建国、李秀英提出", "业主代表、一位居民提出"),
        ("公益中心的任家伟告诉记者", "公益中心的一位居民告诉记者"),
        ("区委副书记陈俊勋、股长曾悦等出席", "区委副书记、股长等出席"),
        ("老张说行", "一位居民说行"),
        ("居民代表和党员一起商量", "居民代表和党员一起商量"),
        ("我和三个邻居商量，先搬自己家的", "我和三个邻居商量，先搬自己家的"),
        ("孩子和老人讲得最好，徐家汇说对接会", "孩子和老人讲得最好，徐家汇说对接会"),
        ("金沙半岛小区的村民安全了", "金沙半岛小区的村民安全了"),
        ("张家村委会", "张家村委会"),
        ("居民高兴地说", "居民高兴地说"),
    ],
)
def test_hidden(text, shown):
    assert hidden(text) == shown


PAGE = """<html><head><title>楼道变样了 - 某某网</title><meta property="og:title" content="楼道变样了">
<meta property="article:published_time" content="2023-06-01T08:00:00+08:00"><link rel="canonical" href="https://e.cn/a/1"></head>
<body><div class="top nav"><a>首页</a><a>新闻</a></div><h1>楼道变样了</h1><p>来源：和平日报</p>
<p>居民清了3吨杂物。</p><div class="share"><p>分享到微博</p></div><p>志愿者刷了2面墙。</p><p>点击关注我们</p></body></html>"""


def test_a_web_page_tells_of_itself_and_counts_from_its_title():
    one = page(article(PAGE, ".html", frozenset(("nav", "share"))))
    assert (one.title, one.publisher, one.date, one.url) == ("楼道变样了", "和平日报", "2023-06-01", "https://e.cn/a/1")
    assert one.text.split() == ["楼道变样了", "居民清了3吨杂物。", "志愿者刷了2面墙。"]
    assert one.paragraph(one.text.index("居民")) == 3, "the title and the by-line count"


WECHAT = """<h1 id="activity-name"> 一条楼道的一年 </h1><a id="js_name"> 桃园社工 </a><em id="publish_time"></em>
<div id="js_content"><p>今年，居民把楼道清了。</p></div><script>var ct = "1717200000";</script>"""


def test_an_article_of_wechat_tells_who_published_it_and_when():
    one = page(article(WECHAT, ".html"))
    assert (one.title, one.publisher, one.date) == ("一条楼道的一年", "桃园社工", "2024-06-01")


@pytest.mark.parametrize(
    ("text", "found_"),
    [
        ("", "没有文字"),
        ("居民开会。", "只有 4 个汉字"),
        ("Twelve neighbours met and agreed on a plan for the yard. " * 5, "不是中文"),
        (
            "番茄洗净切块，鸡蛋打散加盐。锅里放油，先炒鸡蛋盛出，再炒番茄，加糖和盐，倒回鸡蛋翻匀，撒葱花出锅。",
            "不像案例",
        ),
    ],
)
def test_what_is_no_case_is_refused_with_advice(library, text, found_):
    wrong = found(article(text, ".txt"), library, TODAY)
    assert isinstance(wrong, Wrong)
    assert found_ in wrong.found
    assert wrong.instead
