"""The words that the synthetic documents are made of: a few hundred sentences whose tokens are made once.

The tokenizer takes longer than all the rest of a document, so texts are put together from sentences whose tokens are
known. A document keeps to one topic, as real ones do, so that a word is found in few documents and there often.
"""

from __future__ import annotations

import functools
import random
from dataclasses import dataclass

from graph.tokens import tokens

TOPICS = {
    "数字政府建设": "政务服务一网通办|公共数据共享开放|电子证照互认",
    "营商环境优化": "涉企审批事项|市场准入负面清单|惠企政策免申即享",
    "新能源汽车推广": "充电基础设施|动力电池回收利用|公共领域车辆电动化",
    "养老服务发展": "居家养老服务网络|护理型床位|老年助餐点",
    "普惠托育服务": "社区托育点|婴幼儿照护设施|托育从业人员培训",
    "制造业转型升级": "智能工厂|首台套重大技术装备|产业基础再造工程",
    "中小企业扶持": "专精特新企业|政府采购预留份额|应急转贷资金",
    "乡村振兴促进": "高标准农田|农村人居环境|新型农业经营主体",
    "粮食安全保障": "粮食储备库点|耕地保护责任|优质粮食工程",
    "生态环境保护": "入河排污口|挥发性有机物治理|生态保护补偿",
    "碳达峰行动": "可再生能源消纳|重点行业节能降碳|绿色低碳技术",
    "水利设施建设": "中小河流治理|病险水库除险加固|灌区现代化改造",
    "综合交通运输": "农村公路养护|多式联运枢纽|普速铁路补短板",
    "现代物流发展": "冷链物流基地|城乡配送网点|国家物流枢纽",
    "科技创新激励": "重点实验室|科技成果转化|基础研究投入",
    "人才引进培养": "高层次人才|职业技能等级认定|博士后工作站",
    "稳定和扩大就业": "高校毕业生就业岗位|失业保险稳岗返还|零工市场",
    "义务教育均衡": "城乡学校共同体|教师县管校聘|课后服务",
    "职业教育提质": "产教融合型企业|现代学徒制|实训基地",
    "公立医院改革": "按病种付费|县域医共体|药品集中采购",
    "疾病预防控制": "监测预警系统|基层公共卫生队伍|应急物资储备",
    "中医药传承": "中医馆|道地药材基地|经典名方制剂",
    "文化旅游融合": "乡村旅游精品线路|夜间文化消费集聚区|文物保护利用",
    "体育强省建设": "全民健身中心|青少年体育俱乐部|体育公园",
    "城市更新行动": "老旧小区改造|城市地下管网|完整社区",
    "住房保障": "保障性租赁住房|住房公积金缴存|危旧房改造",
    "消费提质扩容": "绿色智能家电下乡|一刻钟便民生活圈|首店经济",
    "外贸稳定增长": "跨境电商综合试验区|海外仓|出口信用保险",
    "外商投资促进": "外资项目专班|鼓励外商投资目录|国际化社区",
    "金融服务实体": "普惠小微贷款|政府性融资担保|科技保险",
    "财政资金直达": "转移支付资金|预算绩效管理|政府债务限额",
    "税费支持政策": "增值税留抵退税|小规模纳税人|研发费用加计扣除",
    "安全生产整治": "危险化学品企业|矿山智能化|有限空间作业",
    "防灾减灾救灾": "地质灾害隐患点|应急避难场所|森林防火通道",
    "食品安全监管": "网络餐饮服务|校园食品安全|追溯平台",
    "药品安全监管": "疫苗流通全程|医疗器械唯一标识|药物警戒",
    "知识产权保护": "高价值专利|地理标志产品|快速维权中心",
    "标准化工作": "国家标准制修订|团体标准|标准化试点",
    "质量强国建设": "质量基础设施|品牌培育|质量追溯",
    "社会信用体系": "信用承诺|失信惩戒清单|信用修复",
    "法治政府建设": "行政执法三项制度|规范性文件清理|行政复议",
    "基层治理": "网格化服务管理|村规民约|社区工作者",
    "社会救助": "低保对象|临时救助|困难群体动态监测",
    "残疾人保障": "无障碍设施|残疾人托养|辅助器具适配",
    "退役军人服务": "退役军人就业|烈士纪念设施|优待证",
    "医疗保障": "异地就医直接结算|基本医保参保|长期护理保险",
    "养老保险": "个人养老金|灵活就业人员参保|待遇调整",
    "自然资源管理": "存量建设用地|国土空间规划|矿产资源勘查",
    "林草湿地保护": "国土绿化|国家公园|湿地修复",
    "海洋经济": "海洋牧场|海上风电|智慧港口",
    "民用航空": "通用机场|航空物流园|低空飞行服务",
    "数据要素市场": "数据交易场所|数据确权登记|算力基础设施",
    "人工智能应用": "大模型示范场景|智能算力中心|算法备案",
    "工业互联网": "标识解析节点|工业软件|企业上云",
    "生物医药产业": "创新药临床试验|原料药基地|生物样本库",
    "新材料产业": "先进基础材料|中试平台|首批次应用",
    "县域商业": "县级物流配送中心|乡镇商贸中心|农产品产地冷库",
    "供水供气保障": "城乡供水一体化|燃气管道老化更新|储气能力",
    "垃圾分类": "再生资源回收|厨余垃圾处理|焚烧发电",
    "档案与史志": "数字档案馆|地方志编修|红色档案",
}
VERBS = (
    *("加快推进", "全面加强", "持续优化", "稳步扩大", "着力完善", "大力支持"),
    *("积极培育", "统筹布局", "规范开展", "建立健全", "深入实施", "有序推动"),
)
MEANS = (
    *("明确任务分工和完成时限", "强化要素保障和资金支持", "健全部门协同工作机制", "完善考核评价和激励办法"),
    *("鼓励有条件的地区先行先试", "引导社会力量广泛参与", "加强全过程监督检查", "推动跨部门业务协同"),
    *("建立问题清单和整改台账", "定期调度并通报进展", "简化办理流程和申报材料", "提升基层服务能力"),
    *("严格落实主体责任", "总结推广典型经验", "加大宣传解读力度"),
)
ENDS = (
    *("确保各项措施落地见效", "切实增强群众获得感", "形成一批可复制可推广的经验", "力争走在全国前列"),
    *("推动高质量发展取得新成效", "不断提升治理现代化水平", "为经济社会发展提供有力支撑"),
    "坚决守住不发生系统性风险的底线",
)
KINDS = ("通知", "意见", "实施意见", "若干措施", "工作方案", "实施方案", "行动计划", "决定")
SENTENCES_OF_TOPIC = 40
COMMON_SENTENCES = 400


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text and its tokens."""

    text: str
    tokens: str


@functools.cache
def words(text: str) -> Words:
    """A piece of text with its tokens, which are made once."""
    return Words(text, tokens(text))


@functools.cache
def topics() -> tuple[str, ...]:
    """The names of the topics."""
    return tuple(TOPICS)


@functools.cache
def sentences(topic: str) -> tuple[Words, ...]:
    """Sentences about one topic, always the same."""
    chance = random.Random(topic)
    things = TOPICS[topic].split("|")
    return tuple(
        words(f"{chance.choice(VERBS)}{chance.choice(things)}，{chance.choice(MEANS)}，{chance.choice(ENDS)}。")
        for _ in range(SENTENCES_OF_TOPIC)
    )


@functools.cache
def common() -> tuple[Words, ...]:
    """Sentences that stand in documents of every topic."""
    chance = random.Random("common")
    return tuple(
        words("，".join([*chance.sample(MEANS, 2), chance.choice(ENDS)]) + "。") for _ in range(COMMON_SENTENCES)
    )


@functools.cache
def headings(topic: str) -> tuple[Words, ...]:
    """What measures of a topic are called."""
    return tuple(words(f"{verb}{thing}") for thing in TOPICS[topic].split("|") for verb in VERBS)
