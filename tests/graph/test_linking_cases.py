"""Which node a printed reference means, from the text to the link: 200 references with a person's answers.

A small world of documents of our own is held; documents of several places and years cite it, and each reference has a
stated answer: ``=`` the document held, ``?`` a wanted one, ``~`` ambiguous with these candidates, ``-`` ambiguous
without any. No answer may be another node.
"""

from __future__ import annotations

from functools import cache

import pytest

from graph.link import held, reference
from graph.linking import resolve
from graph.linking_records import Held
from graph.rows import citation_rows, document_row, jurisdictions
from loaders.extract import extracted
from loaders.keys import document_id
from loaders.numbers import normal
from loaders.records import Document
from tests.loaders.written import raw

TOUR = "国发〔2014〕31号"
TOUR_TITLE = "国务院关于促进旅游业改革发展的若干意见"
JS_CARE, ZJ_CARE = "苏政发〔2014〕39号", "浙政发〔2014〕22号"
CARE = "关于加快发展养老服务业的实施意见"
ZJ_LIFT, AH_LIFT = "浙政办发〔2016〕8号", "皖政办〔2016〕9号"
LIFT = "关于加强电梯安全工作的意见"
SUN = "国办发〔2013〕44号"
SUN_TEXT = "关于促进光伏产业健康发展的意见"
SUN_TITLE = f"国务院办公厅转发国家能源局{SUN_TEXT}的通知"
ENERGY = "青海省节约能源条例@2017-11-29"
TAX = "财政部 税务总局公告2019年第13号"
TAX_TITLE = "财政部 税务总局关于小微企业普惠性税收减免政策的公告"
RESEARCH = "财税〔2015〕119号"
RESEARCH_TITLE = "财政部 国家税务总局 科技部关于完善研究开发费用税前加计扣除政策的通知"
SIGNS = "广东省人民政府令第211号"
FINANCE = "川办发〔2017〕20号"
FINANCE_TEXT = "四川省推进普惠金融发展规划"
FINANCE_TITLE = f"四川省人民政府办公厅关于印发{FINANCE_TEXT}的通知"
VILLAGE = "湖南省人民政府关于推进乡村旅游的意见@2016-05-06"
VILLAGE_TITLE = "湖南省人民政府关于推进乡村旅游的意见"
SHAANXI, SHAANXI_LATER = "陕政发〔2010〕12号", "陕政发〔2012〕10号"
BUS_TITLE, RAIL_TITLE = "陕西省人民政府关于加强公共交通的意见", "陕西省人民政府关于加强轨道交通的意见"
BUYING, BUY = "财库〔2015〕135号", "关于规范政府采购信息公开的通知"
FOUNDING, FOUND = "财税〔2016〕81号", "关于支持创业投资的通知"
YOUNG, YOUNG_TITLE = "国发〔2021〕7号", "国务院关于促进冰雪运动的意见"


def notice(title: str, number: str | None, issuer: str, day: str, body: str = "现通知如下：\n\n一、加强管理。") -> str:
    return "\n".join(
        [title, *([number] if number else []), "", "各有关单位：", "", body, "", *issuer.split("、"), day, ""]
    )


ORDER = """广东省人民政府令

第211号

《广东省公共场所标识管理规定》已经广东省人民政府常务会议通过，现予公布，自2015年10月1日起施行。

省长 张某某

2015年7月10日

广东省公共场所标识管理规定

第一条 为规范公共场所标识，制定本规定。

第二条 各级人民政府应当加强标识管理。
"""
LAW = """青海省节约能源条例
（2017年11月29日青海省第十二届人民代表大会常务委员会第三十七次会议通过）

第一条 为推动节能，制定本条例。

第二条 各级人民政府应当加强节能工作。
"""
WORLD = (
    notice(TOUR_TITLE, TOUR, "国务院", "2014年8月9日"),
    notice(f"江苏省人民政府{CARE}", JS_CARE, "江苏省人民政府", "2014年4月11日"),
    notice(f"浙江省人民政府{CARE}", ZJ_CARE, "浙江省人民政府", "2014年4月20日"),
    notice(LIFT, ZJ_LIFT, "浙江省人民政府办公厅", "2016年1月20日"),
    notice(LIFT, AH_LIFT, "安徽省人民政府办公厅", "2016年2月20日"),
    notice(SUN_TITLE, SUN, "国务院办公厅", "2013年7月4日"),
    LAW,
    notice(TAX_TITLE, TAX, "财政部、税务总局", "2019年1月17日", "为支持小微企业，公告如下：\n\n一、减征增值税。"),
    notice(RESEARCH_TITLE, RESEARCH, "财政部、国家税务总局、科技部", "2015年11月2日"),
    ORDER,
    notice(FINANCE_TITLE, FINANCE, "四川省人民政府办公厅", "2017年3月3日"),
    notice(VILLAGE_TITLE, None, "湖南省人民政府", "2016年5月6日"),
    notice(BUS_TITLE, SHAANXI, "陕西省人民政府", "2010年3月1日"),
    notice(RAIL_TITLE, SHAANXI_LATER, "陕西省人民政府", "2012年3月1日"),
    notice(BUY, BUYING, "财政部", "2015年7月17日"),
    notice(FOUND, FOUNDING, "财政部、税务总局", "2016年7月1日"),
    notice(YOUNG_TITLE, YOUNG, "国务院", "2021年3月1日"),
)

JIANGSU = ("江苏省文化和旅游厅", "2018年12月1日")
ZHEJIANG = ("浙江省民政厅", "2018年6月1日")
HUNAN = ("湖南省财政厅", "2018年6月2日")
QINGHAI = ("青海省人民政府", "2015年6月1日")
MINISTRY = ("国家税务总局", "2019年8月1日")
NANJING = ("南京市人民政府", "2018年7月1日")
HANGZHOU = ("杭州市人民政府", "2018年7月1日")
HEFEI = ("合肥市人民政府", "2018年7月1日")
EARLY = ("河南省人民政府", "2012年6月1日")

NUMBERS = [
    *(
        (place, writing, f"={TOUR}")
        for writing in (
            "国发〔2014〕31号",
            "国发[2014]31号",
            "国发（2014）31号",
            "国发(2014)31号",
            "国发【2014】31号",
            "国发［2014］31号",
            "国发﹝2014﹞31号",
            "国发〔２０１４〕３１号",
            "国发〔2014〕 31 号",
            "国发〔2014〕31号文件",
            "国发〔2014〕第31号",
            "国发〔2014〕031号",
        )
        for place in (JIANGSU, ZHEJIANG)
    ),
    (MINISTRY, "财税〔2015〕119号", f"={RESEARCH}"),
    (MINISTRY, "财税[2015]119号文件", f"={RESEARCH}"),
    (HUNAN, "陕政发〔2010〕12号", f"={SHAANXI}"),
    (HUNAN, "陕政发〔2012〕10号", f"={SHAANXI_LATER}"),
    (HUNAN, "陕政发〔2010〕10号", "?陕政发〔2010〕10号"),
    (HUNAN, "陕政发〔2012〕12号", "?陕政发〔2012〕12号"),
    (HUNAN, "陕政办发〔2010〕12号", "?陕政办发〔2010〕12号"),
    (JIANGSU, "国办发〔2014〕31号", "?国办发〔2014〕31号"),
    (JIANGSU, "国函〔2014〕31号", "?国函〔2014〕31号"),
    (JIANGSU, "国发〔2014〕310号", "?国发〔2014〕310号"),
    (JIANGSU, "国发〔2014〕3号", "?国发〔2014〕3号"),
    (JIANGSU, "苏政发〔2014〕39号", f"={JS_CARE}"),
    (JIANGSU, "浙政发〔2014〕22号", f"={ZJ_CARE}"),
    (JIANGSU, "苏政发〔2014〕22号", "?苏政发〔2014〕22号"),
    (MINISTRY, "财政部 税务总局公告2019年第13号", f"={TAX}"),
    (MINISTRY, "财政部、税务总局公告2019年第13号", f"={TAX}"),
    (MINISTRY, "财政部 国家税务总局公告2019年第13号", f"={TAX}"),
    (MINISTRY, "税务总局公告2019年第13号", "?税务总局公告2019年第13号"),
    (MINISTRY, "财政部 税务总局公告2018年第13号", "?财政部 税务总局公告2018年第13号"),
    (HUNAN, "广东省人民政府令第211号", f"={SIGNS}"),
    (HUNAN, "广东省人民政府第211号令", f"={SIGNS}"),
    (HUNAN, "湖南省人民政府令第211号", "?湖南省人民政府令第211号"),
    (HUNAN, "国务院令第211号", "?国务院令第211号"),
    (EARLY, "国发〔2014〕31号", f"={TOUR}"),
]

TITLES = [
    *((place, f"《{TOUR_TITLE}》", f"={TOUR}") for place in (JIANGSU, ZHEJIANG, HUNAN, QINGHAI, MINISTRY)),
    (EARLY, f"《{TOUR_TITLE}》", f"?{TOUR_TITLE}"),
    (JIANGSU, "《国务院关于促进旅游业改革发展的若干意见（试行）》", "?国务院关于促进旅游业改革发展的若干意见(试行)"),
    (JIANGSU, "《关于促进旅游业改革发展的若干意见》", f"={TOUR}"),
    (HUNAN, "《关于促进旅游业改革发展的若干意见》", f"={TOUR}"),
    (JIANGSU, "国务院《关于促进旅游业改革发展的若干意见》", f"={TOUR}"),
    (JIANGSU, "《国务院办公厅关于促进旅游业改革发展的若干意见》", "?国务院办公厅关于促进旅游业改革发展的若干意见"),
    (JIANGSU, "《江苏省人民政府关于促进旅游业改革发展的若干意见》", "?江苏省人民政府关于促进旅游业改革发展的若干意见"),
    (JIANGSU, "《促进旅游业改革发展的若干意见》", "?促进旅游业改革发展的若干意见"),
    (JIANGSU, "《关于促进旅游业发展的意见》", "?关于促进旅游业发展的意见"),
    (JIANGSU, "《国务院关于促进旅游业改革发展若干意见》", "?国务院关于促进旅游业改革发展若干意见"),
    (JIANGSU, "《国务院关于促进旅游业改革 发展的若干意见》", f"={TOUR}"),
    (JIANGSU, f"《江苏省人民政府{CARE}》", f"={JS_CARE}"),
    (ZHEJIANG, f"《江苏省人民政府{CARE}》", f"={JS_CARE}"),
    (JIANGSU, f"《浙江省人民政府{CARE}》", f"={ZJ_CARE}"),
    (ZHEJIANG, f"《浙江省人民政府{CARE}》", f"={ZJ_CARE}"),
    (JIANGSU, f"《省政府{CARE}》", f"={JS_CARE}"),
    (ZHEJIANG, f"《省政府{CARE}》", f"={ZJ_CARE}"),
    (ZHEJIANG, f"《省人民政府{CARE}》", f"={ZJ_CARE}"),
    (HUNAN, f"《省政府{CARE}》", f"?湖南省人民政府{CARE}"),
    (HUNAN, f"《{CARE}》", f"?{CARE}"),
    (JIANGSU, f"《{CARE}》", f"={JS_CARE}"),
    (ZHEJIANG, f"《{CARE}》", f"={ZJ_CARE}"),
    (MINISTRY, f"《{CARE}》", f"~{ZJ_CARE} {JS_CARE}"),
    (HUNAN, f"《国务院{CARE}》", f"?国务院{CARE}"),
    (HUNAN, f"《安徽省人民政府{CARE}》", f"?安徽省人民政府{CARE}"),
    (HUNAN, f"《江苏省人民政府办公厅{CARE}》", f"?江苏省人民政府办公厅{CARE}"),
    (HUNAN, f"《{LIFT}》", f"?{LIFT}"),
    (ZHEJIANG, f"《{LIFT}》", f"={ZJ_LIFT}"),
    (MINISTRY, f"《{LIFT}》", f"~{ZJ_LIFT} {AH_LIFT}"),
    (QINGHAI, f"《{LIFT}》", f"?{LIFT}"),
    (JIANGSU, f"《{SUN_TITLE}》", f"={SUN}"),
    (HUNAN, f"《{SUN_TITLE}》", f"={SUN}"),
    (QINGHAI, f"《{SUN_TITLE}》", f"={SUN}"),
    (JIANGSU, f"《转发国家能源局{SUN_TEXT}的通知》", f"={SUN}"),
    (
        JIANGSU,
        f"《江苏省人民政府办公厅转发国家能源局{SUN_TEXT}的通知》",
        f"?江苏省人民政府办公厅转发国家能源局{SUN_TEXT}的通知",
    ),
    (QINGHAI, "《青海省节约能源条例》", f"={ENERGY}"),
    (HUNAN, "《青海省节约能源条例》", f"={ENERGY}"),
    (EARLY, "《青海省节约能源条例》", f"={ENERGY}"),
    (HUNAN, "《湖南省节约能源条例》", "?湖南省节约能源条例"),
    (HUNAN, "《节约能源条例》", "?节约能源条例"),
    (HUNAN, "《中华人民共和国节约能源法》", "?节约能源法"),
    (QINGHAI, "《青海省节约能源条例实施细则》", "?青海省节约能源条例实施细则"),
    (QINGHAI, "《青海省节约能源条例》第五条", f"={ENERGY}"),
    (MINISTRY, f"《{TAX_TITLE}》", f"={TAX}"),
    (MINISTRY, "《财政部 国家税务总局关于小微企业普惠性税收减免政策的公告》", f"={TAX}"),
    (MINISTRY, "《关于小微企业普惠性税收减免政策的公告》", f"={TAX}"),
    (MINISTRY, "《财政部关于小微企业普惠性税收减免政策的公告》", "?财政部关于小微企业普惠性税收减免政策的公告"),
    (MINISTRY, f"《{RESEARCH_TITLE}》", f"={RESEARCH}"),
    (MINISTRY, "《财政部税务总局科技部关于完善研究开发费用税前加计扣除政策的通知》", f"={RESEARCH}"),
    (MINISTRY, "《关于完善研究开发费用税前加计扣除政策的通知》", f"={RESEARCH}"),
    (MINISTRY, "《关于提高研究开发费用税前加计扣除比例的通知》", "?关于提高研究开发费用税前加计扣除比例的通知"),
    (HUNAN, "《广东省公共场所标识管理规定》", f"={SIGNS}"),
    (HUNAN, "《湖南省公共场所标识管理规定》", "?湖南省公共场所标识管理规定"),
    (HUNAN, "《公共场所标识管理规定》", "?公共场所标识管理规定"),
    (HUNAN, f"《{FINANCE_TEXT}》", f"={FINANCE}"),
    (HUNAN, f"《{FINANCE_TITLE}》", f"={FINANCE}"),
    (HUNAN, f"《关于印发{FINANCE_TEXT}的通知》", f"={FINANCE}"),
    (HUNAN, "《湖南省推进普惠金融发展规划》", "?湖南省推进普惠金融发展规划"),
    (HUNAN, "《推进普惠金融发展规划》", "?推进普惠金融发展规划"),
    (HUNAN, f"《四川省人民政府关于印发{FINANCE_TEXT}的通知》", f"?四川省人民政府关于印发{FINANCE_TEXT}的通知"),
    (HUNAN, f"《{VILLAGE_TITLE}》", f"={VILLAGE}"),
    (HUNAN, "《省政府关于推进乡村旅游的意见》", f"={VILLAGE}"),
    (JIANGSU, "《省政府关于推进乡村旅游的意见》", "?江苏省人民政府关于推进乡村旅游的意见"),
    (JIANGSU, "《关于推进乡村旅游的意见》", "?关于推进乡村旅游的意见"),
    (HUNAN, "《关于推进乡村旅游的意见》", f"={VILLAGE}"),
    (HUNAN, f"《{BUS_TITLE}》", f"={SHAANXI}"),
    (HUNAN, f"《{RAIL_TITLE}》", f"={SHAANXI_LATER}"),
    (HUNAN, "《陕西省人民政府关于加强交通的意见》", "?陕西省人民政府关于加强交通的意见"),
    (HUNAN, f"《{YOUNG_TITLE}》", f"?{YOUNG_TITLE}"),
    (JIANGSU, "《政府工作报告》", "-"),
    (JIANGSU, "《江苏省政府工作报告》", "-"),
]

BOTH = [
    *((place, f"《{TOUR_TITLE}》（{TOUR}）", f"={TOUR}") for place in (JIANGSU, ZHEJIANG, HUNAN, QINGHAI, MINISTRY)),
    *((place, f"《{TOUR_TITLE}》（国发[2014]31 号）", f"={TOUR}") for place in (JIANGSU, HUNAN)),
    (JIANGSU, f"《关于促进旅游业改革发展的若干意见》（{TOUR}）", f"={TOUR}"),
    (JIANGSU, f"《促进旅游业改革发展意见》（{TOUR}）", f"={TOUR}"),
    (JIANGSU, f"{TOUR}《{TOUR_TITLE}》", f"={TOUR}"),
    (JIANGSU, f"《{TOUR_TITLE}》（国发〔2014〕13号）", f"~国发〔2014〕13号 {TOUR}"),
    (HUNAN, f"《{BUS_TITLE}》（{SHAANXI}）", f"={SHAANXI}"),
    (HUNAN, f"《{BUS_TITLE}》（{SHAANXI_LATER}）", f"~{SHAANXI_LATER} {SHAANXI}"),
    (HUNAN, f"《{RAIL_TITLE}》（{SHAANXI}）", f"~{SHAANXI} {SHAANXI_LATER}"),
    (HUNAN, f"《{RAIL_TITLE}》（陕政发〔2012〕1号）", f"~陕政发〔2012〕1号 {SHAANXI_LATER}"),
    (JIANGSU, f"《江苏省人民政府{CARE}》（{JS_CARE}）", f"={JS_CARE}"),
    (JIANGSU, f"《江苏省人民政府{CARE}》（{ZJ_CARE}）", f"~{ZJ_CARE} {JS_CARE}"),
    (JIANGSU, f"《{CARE}》（{JS_CARE}）", f"={JS_CARE}"),
    (HUNAN, f"《{CARE}》（{ZJ_CARE}）", f"={ZJ_CARE}"),
    (HUNAN, f"《{LIFT}》（{ZJ_LIFT}）", f"={ZJ_LIFT}"),
    (HUNAN, f"《{LIFT}》（{AH_LIFT}）", f"={AH_LIFT}"),
    (HUNAN, f"《{LIFT}》（皖政办〔2016〕19号）", f"~皖政办〔2016〕19号 {ZJ_LIFT} {AH_LIFT}"),
    (HUNAN, f"《安徽省人民政府办公厅{LIFT}》（{AH_LIFT}）", f"={AH_LIFT}"),
    (JIANGSU, f"《{SUN_TITLE}》（{SUN}）", f"={SUN}"),
    (JIANGSU, f"《{SUN_TEXT}》（{SUN}）", f"={SUN}"),
    (MINISTRY, f"《{TAX_TITLE}》（{TAX}）", f"={TAX}"),
    (MINISTRY, f"《{TAX_TITLE}》（财政部、国家税务总局公告2019年第13号）", f"={TAX}"),
    (MINISTRY, f"《{TAX_TITLE}》（2019年第13号）", f"={TAX}"),
    (MINISTRY, f"《{TAX_TITLE}》（财政部 税务总局公告2019年第31号）", f"~财政部 税务总局公告2019年第31号 {TAX}"),
    (MINISTRY, f"《{RESEARCH_TITLE}》（{RESEARCH}）", f"={RESEARCH}"),
    (MINISTRY, f"《{RESEARCH_TITLE}》（财税〔2015〕19号）", f"~财税〔2015〕19号 {RESEARCH}"),
    (HUNAN, f"《广东省公共场所标识管理规定》（{SIGNS}）", f"={SIGNS}"),
    (HUNAN, f"《{FINANCE_TITLE}》（{FINANCE}）", f"={FINANCE}"),
    (HUNAN, f"《{FINANCE_TEXT}》（{FINANCE}）", f"={FINANCE}"),
    (HUNAN, f"《{VILLAGE_TITLE}》（湘政发〔2016〕17号）", f"={VILLAGE}"),
    (HUNAN, "《湖南省人民政府关于推进全域旅游的意见》（湘政发〔2016〕71号）", "?湘政发〔2016〕71号"),
    (EARLY, f"《{TOUR_TITLE}》（{TOUR}）", f"={TOUR}"),
    (HUNAN, f"《{YOUNG_TITLE}》（{YOUNG}）", f"={YOUNG}"),
    (HUNAN, f"《{YOUNG_TITLE}》（国发〔2012〕7号）", "?国发〔2012〕7号"),
]

SIGNED = [
    (NANJING, f"《{CARE}》", f"={JS_CARE}"),
    (HANGZHOU, f"《{CARE}》", f"={ZJ_CARE}"),
    (HEFEI, f"《{CARE}》", f"?{CARE}"),
    (NANJING, f"《省政府{CARE}》", f"={JS_CARE}"),
    (HANGZHOU, f"《省政府{CARE}》", f"={ZJ_CARE}"),
    (NANJING, f"《市政府{CARE}》", f"?南京市人民政府{CARE}"),
    (NANJING, f"《{LIFT}》", f"?{LIFT}"),
    (HANGZHOU, f"《{LIFT}》", f"={ZJ_LIFT}"),
    (HEFEI, f"《{LIFT}》", f"={AH_LIFT}"),
    (HANGZHOU, f"《省政府办公厅{LIFT}》", f"={ZJ_LIFT}"),
    (HEFEI, f"《省政府办公厅{LIFT}》", f"={AH_LIFT}"),
    (NANJING, f"《省政府办公厅{LIFT}》", f"?江苏省人民政府办公厅{LIFT}"),
    (NANJING, f"《安徽省人民政府办公厅{LIFT}》", f"={AH_LIFT}"),
    (NANJING, f"《浙江省人民政府办公厅{LIFT}》", f"={ZJ_LIFT}"),
    (NANJING, f"《浙江省人民政府{LIFT}》", f"?浙江省人民政府{LIFT}"),
    (NANJING, f"《江苏省人民政府办公厅{LIFT}》", f"?江苏省人民政府办公厅{LIFT}"),
    (MINISTRY, f"《财政部{BUY}》", f"={BUYING}"),
    (MINISTRY, f"《{BUY}》", f"={BUYING}"),
    (MINISTRY, f"《中华人民共和国财政部{BUY}》", f"={BUYING}"),
    (MINISTRY, f"《国家税务总局{BUY}》", f"?国家税务总局{BUY}"),
    (HUNAN, f"《财政部{BUY}》", f"={BUYING}"),
    (HUNAN, f"《{BUY}》", f"={BUYING}"),
    (HUNAN, f"《湖南省财政厅{BUY}》", f"?湖南省财政厅{BUY}"),
    (HUNAN, f"《省财政厅{BUY}》", f"?湖南省财政厅{BUY}"),
    (HUNAN, f"《财政部{BUY}》（{BUYING}）", f"={BUYING}"),
    (HUNAN, f"《财政部{BUY}》（财库〔2015〕153号）", f"~财库〔2015〕153号 {BUYING}"),
    (HUNAN, f"《湖南省财政厅{BUY}》（湘财购〔2016〕3号）", "?湘财购〔2016〕3号"),
    (MINISTRY, f"《财政部 税务总局{FOUND}》", f"={FOUNDING}"),
    (MINISTRY, f"《财政部 国家税务总局{FOUND}》", f"={FOUNDING}"),
    (MINISTRY, f"《财政部{FOUND}》", f"={FOUNDING}"),
    (MINISTRY, f"《财政部等2部门{FOUND}》", f"={FOUNDING}"),
    (MINISTRY, f"《税务总局{FOUND}》", f"?税务总局{FOUND}"),
    (MINISTRY, f"《财政部 税务总局 科技部{FOUND}》", f"?财政部 税务总局 科技部{FOUND}"),
    (MINISTRY, f"《人力资源社会保障部{FOUND}》", f"?人力资源社会保障部{FOUND}"),
    (MINISTRY, f"《{FOUND}》", f"={FOUNDING}"),
    (HUNAN, f"《{FOUND}》", f"={FOUNDING}"),
    (HEFEI, "皖政办〔2016〕9号", f"={AH_LIFT}"),
    (HEFEI, "皖政办[2016]9号文件", f"={AH_LIFT}"),
    (HEFEI, "皖政办秘〔2016〕9号", "?皖政办秘〔2016〕9号"),
    (HEFEI, "皖政〔2016〕9号", "?皖政〔2016〕9号"),
]

ROWS = [*NUMBERS, *TITLES, *BOTH, *SIGNED]


def only(text: str) -> Document:
    found, _ = extracted(raw(text))
    (document,) = found
    return document.document


def as_held(document: Document) -> Held:
    return held(document_row(document, []) | {"regions": jurisdictions(document)})


@cache
def world() -> tuple[Held, ...]:
    return tuple(as_held(only(text)) for text in WORLD)


@pytest.mark.parametrize(("place", "printed", "expected"), ROWS)
def test_a_reference_means_what_a_person_says(place: tuple[str, str], printed: str, expected: str) -> None:
    issuer, day = place
    body = f"现通知如下：\n\n一、加强管理。认真落实{printed}，做好有关工作。"
    citing = only(notice(f"{issuer}关于做好有关工作的通知", None, issuer, day, body))
    (row,) = citation_rows(citing)
    cited = reference(row["properties"] | {"id": row["id"], "citing": citing.id, "preamble": False})
    link = resolve([*world(), as_held(citing)], [cited]).links[row["id"]]
    if link.status == "ambiguous":
        found = f"~{' '.join(link.candidates)}" if link.candidates else "-"
    else:
        found = ("=" if link.status == "resolved" else "?") + (link.target or "")
    assert found == (f"?{_wanted(expected[1:])}" if expected.startswith("?") else expected)


def _wanted(name: str) -> str:
    """The id of a document that is known by a number, else by a title."""
    return normal(name) or document_id(None, name, None)
