"""The fifteen questions that readers bring, each asked at the home page of a phone: four interactions at most.

What must be seen stands together in one row, card or item of the page, so that nothing passes by chance.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.ways import (
    Do,
    Lists,
    See,
    Way,
    follow,
    footer,
    group,
    link,
    menu,
    search,
    taps,
    titled,
    under,
    unfold,
)

MOST = 4  # interactions to an answer
FOOD, FARM = "为“食”小玩童——儿童食品安全联合行动", "洲村“党建引领，邻里互助”爱心农场"
PARKING, CONTEST = "金沙半岛小区电动自行车停放治理", "里水镇第四届社会治理微创投大赛"
POINTS, WUHOU = "石碣镇桔洲社区“文明桔洲”积分", "武侯社区发展基金会"
FEDERATION, LINKAGE = "九江镇街坊会志愿服务总队", "徐家汇街道“三组联动”"
PLOT, WALK = "7号大院“原始部落农耕队农圃”", "甘蕉社区“知民俗，晓乡情”最美导赏线"
JINGMEI, SAFE = "东坑镇井美村“善行·齐参与”", "虎门镇江门小区“三S之家”"
BASKETBALL, FLEDGLING = "大朗镇篮球协会与巷头社区“善营”计划", "常平镇“育雏行动，立体联动”"

ROW, STEP = "tr", ".step"
CASES = "section[aria-labelledby=site-cases]"
GAPS = under("只有一个案例或还没有案例的方法 19")
SPREAD = ".spread__row:has(.spread__indicator:text-is('募集资金'))"

QUESTIONS: dict[str, tuple[Way, ...]] = {
    "谁又议事又募到了钱？": (
        (
            unfold("按方法"),
            link("议事协商"),
            unfold("各案例报告的数字"),
            See(".spread__case", ("5020.86元", "募集", FOOD), SPREAD),
            See(".spread__case", ("489元", "链接", FARM), SPREAD),
            See(".spread__silent", ("没有报告：", PARKING, WALK, LINKAGE), SPREAD, never=FOOD),
        ),
    ),
    "服务一个人次花了多少钱？": (
        (
            unfold("按数字"),
            link("服务人次"),
            See("li", ("每服务一人次花的钱", "没有一个案例报告投入资金"), titled("还算不出的")),
            See("h3", ("每服务一人次募到的钱（不是花费）",), titled("推算")),
            See(ROW, (FOOD, "5020.86元", "约700人次", "≈ 7.17元"), titled("推算")),
            link("投入资金"),
            See(".notice", ("25 个案例都没有报告这个数字；没有报告不等于零。",)),
        ),
    ),
    "办一个街坊会联合会，分几步，要多久？": (
        (
            unfold("按方法"),
            link("联合会（总队）"),
            See("li", ("2021年5月发起筹建，8月为联合行动议事，9月启动行动", "成立会议是哪天，没有写"), ".section"),
            See(".step", ("召集", "2021年5月", f"{FEDERATION}：发起筹建", f"{LINKAGE}：发起联合会")),
            See(".step", ("联合行动", "2021年8月至2022年3月", f"{FEDERATION}：一起做一件事")),
            unfold("案例里的变体"),
            See(ROW, ("为了什么", "互学互助、联合行动", "长期对接供需"), titled("案例里的变体")),
            link(FOOD),
            See(STEP, ("众筹", "2022年1月", "2个月")),
            See(STEP, ("走进商铺", "2022年3月12日至2022年3月13日")),
        ),
    ),
    "一个镇里，募到不足一万元的有谁？": (
        (
            unfold("按数字"),
            link("募集资金"),
            link("用“按元计 · 募集”筛选案例"),
            See(".card", (FOOD, "5020.86元", "九江镇"), group("报告了这个数字的 1 个案例")),
            See(".card", (FARM, "489元", "里水镇"), group("按别的口径报告的")),
            See(".card", (PARKING,), group("没有报告这个数字的 21 个案例"), never="募集资金"),
        ),
    ),
    "“三方”各指哪几方？": (
        (
            unfold("按方法"),
            link("三组联动"),
            unfold("是什么"),
            See(ROW, ("三组联动", "居委会自治组织 + 社会组织 + 居民志愿组织", LINKAGE)),
            See(ROW, ("三方联动", "政府 + 社区 + 社工", POINTS)),
            See(ROW, ("三社联动", "来源没有写是哪三社")),
            See(ROW, ("多元主体联动", "儿童-家庭-社区-商家", FOOD)),
        ),
    ),
    "哪些案例用公约，排在第几步？": (
        (
            unfold("按方法"),
            link("小区公约"),
            unfold("案例里的变体"),
            See(ROW, ("7号大院（有了园子之后）", "用空地建起农圃"), titled("案例里的变体")),
            See(ROW, ("金沙半岛（议事之后）", "宣传、圆桌、谈办法", "组队、培训、巡查劝导"), titled("案例里的变体")),
            See(ROW, ("桔洲（文明公约，讲在最前）", "没有写"), titled("案例里的变体")),
            Lists(titled("用到它的案例"), (POINTS, PARKING, PLOT), ".use__case", only=True),
        ),
    ),
    "我在居委会，小区停车乱：最近的案例、步骤、要备什么？": (
        (
            link("停车难"),
            Lists(CASES, (PARKING,), only=True),
            link(PARKING),
            *(
                See(STEP, (str(number), title))
                for number, title in enumerate(
                    (
                        "宣传",
                        "开圆桌会",
                        "谈难处和办法",
                        "定公约和方案",
                        "组劝导队",
                        "培训",
                        "21天巡查劝导",
                        "顺手解决别的事",
                    ),
                    1,
                )
            ),
            See(".order", ("来源明说的顺序", "集问题", "组队伍", "提技能", "共议事", "齐治理")),
            link("小区公约：议定"),
            See(".answers__row", ("备好", "签名页"), "#decide, .step:has(h3:text-matches('议定'))"),
        ),
    ),
    "为长者、新市民、年轻人和孩子做的有哪些？": (
        (
            unfold("按受益者"),
            link("长者"),
            Lists(
                CASES,
                ("沙田镇西大坦老年协会", FARM, "南丹南村“邻里交流”公共会客厅", JINGMEI, "黄江袁屋围公益基金会"),
                only=True,
            ),
        ),
        (unfold("按受益者"), link("新市民"), Lists(CASES, (WALK, SAFE, CONTEST), only=True)),
        (unfold("按受益者"), link("青少年"), Lists(CASES, (BASKETBALL, FLEDGLING, CONTEST))),
        (unfold("按受益者"), link("儿童"), Lists(CASES, (FOOD,))),
    ),
    "一名志愿者服务几小时？": (
        (
            unfold("按数字"),
            link("志愿时长"),
            See(
                "li",
                ("每名志愿者的服务小时", "没有一个案例", "志愿时长（按小时计）", "志愿者（按人计）"),
                titled("还算不出的"),
            ),
            See("h3", ("每次到场的服务小时",), titled("推算")),
            See(ROW, (JINGMEI, "600多小时", "200多人次", "≈ 3.0小时"), titled("推算"), never=FEDERATION),
            See(ROW, (FEDERATION, "近100小时", "阶段"), titled("按小时计 · 阶段")),
        ),
    ),
    "志愿者数的是人还是人次？": (
        (
            unfold("按数字"),
            link("志愿者"),
            See(ROW, (FARM, "79名"), titled("按人计"), never="人次"),
            See(ROW, (PARKING, "20名"), titled("按人计")),
            See(ROW, (FOOD, "64人次"), titled("按人次计")),
            See(ROW, (JINGMEI, "200多人次", "每年"), titled("按人次计 · 每年")),
            See("p", ("人数的是人，不是次数。它和“人次”不能比，也不能相加。",), titled("按人计")),
            link("用“按人次计”筛选案例"),
            See(".card", (FOOD, "64人次"), group("报告了这个数字的 1 个案例")),
            See(".card", (PARKING, "20名"), group("按别的口径报告的")),
        ),
    ),
    "商家怎么参与？": (
        (
            search("商家怎么参与"),
            link("积分制"),
            See("li", ("签一张纸", "诚信经营承诺书", "41名商家"), under("商家怎么参与")),
            See("li", ("出货、出人手", "赞助物资", "20家商铺、企业"), under("商家怎么参与")),
            See("li", ("设专项基金", "有没有商户真的设了，没有写"), under("商家怎么参与")),
        ),
        (footer("参与者"), link("商家"), Lists(CASES, (FOOD, POINTS, WUHOU), only=True)),
    ),
    "从捐款到基金会，筹钱有哪几级？": (
        (
            unfold("按方法"),
            link("社区基金会"),
            unfold("从一次捐款到一家基金会"),
            *(
                See(ROW, words, titled("从一次捐款到一家基金会"))
                for words in (
                    ("众筹、募捐", "2个月募得5020.86元", "用在了哪里"),
                    ("微创投", "给15个主体种子资金", "种子资金总额"),
                    ("配比资金", "按1:1配，每个2000元至10000元", "最后配出多少"),
                    ("专项基金", "武侯鼓励社区和商企来设", "有没有设成"),
                    ("基金会", "武侯是社区基金会", "都没有写"),
                )
            ),
        ),
    ),
    "哪些是推断的、存疑的、互相矛盾的？": (
        (
            footer("读之前要知道"),
            See(".wanted__item", ("矛盾", "来源里有两种说法，对不上，又没有解释。", "8 个")),
            See(".wanted__item", ("推断", "来源没有直接写，由上下文推得。", "25 个")),
            See(".wanted__item", ("存疑", "来源写了，但有理由不全信。")),
            See(".told", (PARKING, "矛盾 1")),
            unfold(PARKING),
            See(".caveat", ("矛盾", "步骤有两种顺序，口号和叙述对不上"), f".told:has(summary:has-text('{PARKING}'))"),
        ),
    ),
    "同一个区、同一年、同一份来源、同一家机构的都有哪些？": (
        (
            unfold("按地点"),
            link("南海区"),
            Lists(CASES, (FEDERATION, FOOD, CONTEST, PARKING, FARM, WALK), only=True),
        ),
        (
            unfold("按年份"),
            link("2022年"),
            Lists(under("这一年的案例 3"), (CONTEST, FOOD, FEDERATION), only=True),
            Lists(under("年份是推定或大约的 3"), (FARM, PARKING, WALK), only=True),
        ),
        (menu("来源"), link("社区社会组织参与社会治理探索经验揭秘"), Lists(CASES, (FEDERATION, FOOD), only=True)),
        (search("里水镇综合治理办公室"), link("里水镇综合治理办公室"), Lists(CASES, (CONTEST,), only=True)),
    ),
    "哪些方法只有一个案例，还没有案例的是哪些？": (
        (
            footer("还缺什么"),
            Do("unfold the methods", lambda page: page.locator("#gaps-methods summary").click()),
            *(
                See("tr", (method, "1 个案例用到", case), GAPS)
                for method, case in (
                    ("街坊导师库", FEDERATION),
                    ("三事分流", "南岸区“三事分流”"),
                    ("配比资金", CONTEST),
                    ("专项基金", WUHOU),
                    ("五步走", PARKING),
                    ("文化导赏", WALK),
                    ("积分制", POINTS),
                )
            ),
            *(See("tr", (method, "还没有案例"), GAPS) for method in ("时间银行", "自组织培育三阶段")),
        ),
    ),
}


def test_there_are_fifteen():
    assert len(QUESTIONS) == 15


@pytest.mark.parametrize("question", QUESTIONS)
def test_from_the_home_page_to_the_answer(phone: Page, question: str):
    for way in QUESTIONS[question]:
        assert 1 <= taps(way) <= MOST
        follow(phone, way)
